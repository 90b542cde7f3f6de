//! What a line keeps as a digest only, and the opening that stands beside it: to be withheld, or erased, while the chain
//! goes on proving.

use std::collections::BTreeMap;

use kernel::{MemberId, Party, codes};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::hash;

/// The sealed field that stands for the author, where the line does not name who spoke.
pub const AUTHOR: &str = "author";

codes! {
    /// What an opening gives away, and so who is given it.
    pub enum Nature("nature") {
        /// Who somebody is: a name, what they do.
        Person = "person",
        /// What somebody said, or that it was they who said it.
        Speech = "speech",
        /// What a project says of itself, by mandate: read by every member, gone with the project.
        Project = "project",
    }
}

/// Whether what this party says is kept from the speaker's line of management.
pub const fn speaks_in_confidence(party: Party) -> bool {
    matches!(party, Party::Workers | Party::LineManagers)
}

/// A part of a record to seal: where it stands in the body (`text`, `to/text`), whose it is, and what it gives away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub field: &'static str,
    pub of: MemberId,
    pub nature: Nature,
}

/// The opening of a seal, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub of: MemberId,
    pub nature: Nature,
    pub opening: Opening,
}

/// The opening of a seal, as it travels: the line that follows its record in a file. Field order is the order of the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The field that it opens.
    #[serde(rename = "opening")]
    pub field: String,
    pub salt: String,
    pub text: String,
}

impl Opening {
    pub fn digest(&self) -> String {
        digest(&self.salt, &self.text)
    }

    /// As a line of a file.
    pub fn line(&self) -> String {
        format!("{}\n", serde_json::to_string(self).unwrap_or_default())
    }
}

/// What a seal holds: SHA-256 of the salt followed by the text. The salt is long, so that a name cannot be guessed back.
pub fn digest(salt: &str, text: &str) -> String {
    hash(&format!("{salt}{text}"))
}

/// Puts a seal where a text stood, and gives the text. Nothing where there is no text, or an empty one.
pub fn close(body: &mut Value, field: &str, salt: &str) -> Option<String> {
    let place = body.pointer_mut(&format!("/{field}"))?;
    let text = place.as_str().filter(|text| !text.is_empty())?.to_owned();
    *place = seal_of(&digest(salt, &text));
    Some(text)
}

/// The value that stands for a text.
pub fn seal_of(digest: &str) -> Value {
    serde_json::json!({ "sealed": digest })
}

/// Puts a text back where its seal stood.
pub fn open(body: &mut Value, opening: &Opening) {
    if let Some(place) = body.pointer_mut(&format!("/{}", opening.field)) {
        *place = Value::String(opening.text.clone());
    }
}

/// Takes out what is still sealed, for who is not to read it.
pub fn drop_closed(body: &mut Value) {
    if let Value::Object(fields) = body {
        fields.retain(|_, value| sealed(value).is_none());
        fields.values_mut().for_each(drop_closed);
    } else if let Value::Array(values) = body {
        values.retain(|value| sealed(value).is_none());
        values.iter_mut().for_each(drop_closed);
    }
}

/// One step further down a path. A name is spelt as a JSON pointer spells it.
pub fn step(path: &str, name: &str) -> String {
    let name = name.replace('~', "~0").replace('/', "~1");
    if path.is_empty() { name } else { format!("{path}/{name}") }
}

/// The seals of a body, by field.
pub fn seals(body: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect(body, "", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut BTreeMap<String, String>) {
    if let Some(digest) = sealed(value) {
        found.insert(path.to_owned(), digest.to_owned());
    } else if let Value::Object(fields) = value {
        for (name, value) in fields {
            collect(value, &step(path, name), found);
        }
    } else if let Value::Array(values) = value {
        for (at, value) in values.iter().enumerate() {
            collect(value, &step(path, &at.to_string()), found);
        }
    }
}

fn sealed(value: &Value) -> Option<&str> {
    let Value::Object(fields) = value else { return None };
    let digest = fields.get("sealed")?.as_str()?;
    (fields.len() == 1 && digest.len() == 64).then_some(digest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_closed_opens_to_the_same_body() {
        let before = json!({"kind": "need", "to": {"text": "L’écart"}, "space": "s"});
        let mut body = before.clone();
        let text = close(&mut body, "to/text", "salt").expect("a text");
        assert!(!body.to_string().contains("écart"));
        assert_eq!(seals(&body).into_keys().collect::<Vec<_>>(), ["to/text"]);
        open(&mut body, &Opening { field: "to/text".into(), salt: "salt".into(), text });
        assert_eq!(body, before);
    }

    #[test]
    fn nothing_is_sealed_where_nothing_was_said() {
        let mut body = json!({"text": "", "number": 1});
        assert!(close(&mut body, "text", "s").is_none());
        assert!(close(&mut body, "number", "s").is_none());
        assert!(close(&mut body, "absent", "s").is_none());
        assert!(seals(&body).is_empty());
    }

    #[test]
    fn what_stands_in_a_list_or_under_a_name_with_a_stroke_opens_as_well() {
        let before = json!({"a/b": ["un", "deux"]});
        let mut body = before.clone();
        let texts: Vec<_> =
            ["a~1b/0", "a~1b/1"].map(|at| (at, close(&mut body, at, "s").expect("a text"))).into();
        assert_eq!(seals(&body).into_keys().collect::<Vec<_>>(), ["a~1b/0", "a~1b/1"]);
        let mut closed = body.clone();
        drop_closed(&mut closed);
        assert_eq!(closed, json!({"a/b": []}));
        for (at, text) in texts {
            open(&mut body, &Opening { field: at.into(), salt: "s".into(), text });
        }
        assert_eq!(body, before);
    }

    #[test]
    fn the_same_text_never_has_the_same_seal_twice() {
        assert_ne!(digest("one salt", "Karima"), digest("another", "Karima"));
    }
}
