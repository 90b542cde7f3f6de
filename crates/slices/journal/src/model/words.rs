//! What a record of a project says in people's words, against what is only codes, identifiers and dates.
//!
//! A project may be deleted, and its words with it: they stand in the line as seals. What is not known to be a code is
//! sealed, so that a field that is added tomorrow is sealed too.

use serde_json::Value;

use super::seal::step;

/// The fields whose values are codes of the program. What else they hold is sealed all the same.
const CODED: [&str; 29] = [
    "act",
    "alert",
    "answering",
    "consents",
    "direction",
    "form",
    "format",
    "from",
    "horizon",
    "kind",
    "level",
    "method",
    "origin_ref",
    "owner_party",
    "parties",
    "party",
    "people",
    "position",
    "present",
    "proposed_by",
    "question",
    "round",
    "rule",
    "seat",
    "source",
    "sphere",
    "stage",
    "state",
    "to",
];

/// Where a body holds words, as paths from its top.
pub fn places(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(body, "", "", &mut found);
    found
}

fn walk(value: &Value, path: &str, field: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if !is_plain(field, text) => found.push(path.to_owned()),
        // Elements are of the nature of their list.
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                walk(value, &step(path, &at.to_string()), field, found);
            }
        }
        // A seal is no text any more.
        Value::Object(fields) if !(fields.len() == 1 && fields.contains_key("sealed")) => {
            for (name, value) in fields {
                walk(value, &step(path, name), name, found);
            }
        }
        _ => {}
    }
}

fn is_plain(field: &str, text: &str) -> bool {
    text.is_empty() || is_identifier(text) || is_moment(text) || (CODED.contains(&field) && is_code(text))
}

/// An identifier, or a digest.
fn is_identifier(text: &str) -> bool {
    text.len() >= 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
}

/// A day or an instant, as the program writes them.
fn is_moment(text: &str) -> bool {
    text.len() >= 10
        && text.as_bytes()[4] == b'-'
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b':' | b'.' | b'T' | b'Z'))
}

fn is_code(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.' | b':' | b'#' | b'/'))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::places;

    #[test]
    fn words_are_found_wherever_they_stand_and_codes_dates_and_identifiers_are_not_words() {
        let id = "0198c0de00007000800000000000aaaa";
        let body = json!({"title": "chorus", "kind": "need", "space": id, "on": "2026-11-23", "count": 3,
            "at": "2026-11-23T10:00:00Z", "source": format!("campaign:{id}"), "reason": "",
            "groups": [{"party": "workers", "label": "paye"}], "to": {"who": "Élus", "stage": "pilot"}});
        assert_eq!(places(&body), ["groups/0/label", "title", "to/who"]);
    }

    #[test]
    fn a_code_is_trusted_where_codes_stand_and_nowhere_else() {
        assert!(places(&json!({"stage": "pilot"})).is_empty());
        assert_eq!(places(&json!({"stage": "Pilote à Épinal"})), ["stage"]);
        assert_eq!(places(&json!({"added_tomorrow": "pilot"})), ["added_tomorrow"]);
    }

    #[test]
    fn what_is_sealed_already_is_not_sealed_again() {
        assert!(places(&json!({"text": {"sealed": "a".repeat(64)}})).is_empty());
    }
}
