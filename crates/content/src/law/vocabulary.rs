//! The words of a case: names, kinds and labels, as `facts.toml` writes them.

use std::collections::BTreeMap;

use rules::{Kind, Value, Vocabulary};

use super::raw::{FactsFile, RawFact};
use super::source::Source;
use super::text::{Text, checked};
use crate::diagnostic::Diagnostic;

/// A fact that a case can state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactWord {
    pub name: String,
    pub kind: Kind,
    pub label: Text,
    /// What it covers exactly, when the label is not enough.
    pub help: Option<Text>,
    /// The codes it can have, with their labels, in the order in which they are offered.
    pub codes: Vec<(String, Text)>,
    /// Its value when a case does not name it.
    pub default: Value,
    /// Whether a fraction may be stated, which has not reached the number above it: 49.8 counts as 49.
    pub rounds_down: bool,
}

/// Every word of a case, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    words: Vec<FactWord>,
    index: BTreeMap<String, usize>,
}

impl FactWord {
    /// The label of a code.
    pub fn code_label(&self, code: &str) -> Option<&Text> {
        self.codes.iter().find(|(known, _)| known == code).map(|(_, label)| label)
    }
}

impl Words {
    pub fn get(&self, name: &str) -> Option<&FactWord> {
        self.index.get(name).and_then(|place| self.words.get(*place))
    }

    pub fn iter(&self) -> impl Iterator<Item = &FactWord> {
        self.words.iter()
    }

    fn add(&mut self, word: FactWord) {
        self.index.insert(word.name.clone(), self.words.len());
        self.words.push(word);
    }
}

impl Vocabulary for Words {
    fn kind(&self, name: &str) -> Option<Kind> {
        // The day of evaluation is an argument, read like a fact.
        if name == "as_of" { Some(Kind::Date) } else { self.get(name).map(|word| word.kind.clone()) }
    }

    fn names(&self) -> Vec<String> {
        self.words.iter().map(|word| word.name.clone()).collect()
    }
}

/// The words of the pack in force, against which every case is read.
pub fn words() -> &'static Words {
    super::in_force().words()
}

/// Reads `facts.toml`, as far as it can be read.
pub(super) fn read(source: &Source, found: &mut Vec<Diagnostic>) -> Words {
    let file: FactsFile = match toml::from_str(source.text) {
        Ok(file) => file,
        Err(error) => {
            found.push(source.refused(&error));
            return Words::default();
        }
    };
    let mut words = Words::default();
    for raw in file.fact {
        if let Some(word) = word(raw, &words, source, found) {
            words.add(word);
        }
    }
    words
}

fn word(raw: RawFact, known: &Words, source: &Source, found: &mut Vec<Diagnostic>) -> Option<FactWord> {
    let name = raw.name.get_ref().clone();
    if known.get(&name).is_some() || name == "as_of" {
        found.push(source.at(
            raw.name.span(),
            format!("the fact {name:?} is already there"),
            "give it another name",
        ));
    }
    let codes: Vec<(String, Text)> = raw
        .code
        .into_iter()
        .filter_map(|raw| {
            checked(raw.label, &format!("the code {:?}", raw.code), source, found).map(|t| (raw.code, t))
        })
        .collect();
    let listed = if raw.open { Vec::new() } else { codes.iter().map(|(code, _)| code.clone()).collect() };
    let Some(kind) = kind(raw.kind.get_ref(), listed) else {
        let message = format!("{:?} is not a kind of fact", raw.kind.get_ref());
        found.push(source.at(raw.kind.span(), message, "write bool, int, date, code, list or period"));
        return None;
    };
    let label = checked(raw.label, &format!("the fact {name:?}"), source, found)?;
    let help = raw.help.and_then(|help| checked(help, &format!("the help of {name:?}"), source, found));
    let default = match raw.default.as_ref().map(|default| default.get_ref().as_str()) {
        Some("unknown") => Value::unknown(&name),
        Some(code) => Value::text(code),
        None => nothing(&kind),
    };
    Some(FactWord { name, kind, label, help, codes, default, rounds_down: raw.rounds_down })
}

fn kind(name: &str, codes: Vec<String>) -> Option<Kind> {
    match name {
        "bool" => Some(Kind::Bool),
        "int" => Some(Kind::Int),
        "date" => Some(Kind::Date),
        "code" => Some(Kind::Text(codes)),
        "list" => Some(Kind::List(codes)),
        "period" => Some(Kind::Period),
        _ => None,
    }
}

/// What a fact is when a case does not name it: false, 0, empty, or "none" (a code where there is one, else absent).
fn nothing(kind: &Kind) -> Value {
    match kind {
        Kind::Bool => Value::Bool(false),
        Kind::Int => Value::Int(0),
        Kind::List(_) => Value::List(Vec::new()),
        Kind::Text(codes) if codes.iter().any(|code| code == "none") => Value::text("none"),
        Kind::Text(_) | Kind::Date | Kind::Period | Kind::Nothing => Value::None,
    }
}
