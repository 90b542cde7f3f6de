//! The facts of a case: an employer, a system, its data, a project.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rules::{Facts, Kind, Value};
use thiserror::Error;

use super::case_file;
use super::case_json::{self, CaseFault};
use super::vocabulary::{FactWord, words};
use crate::diagnostic::Diagnostic;

/// What is known of a case. What is not stated is false, 0, empty or absent; what is not known is said to be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseFacts {
    pub(super) title: Option<String>,
    pub(super) as_of: Option<Date>,
    values: BTreeMap<String, Value>,
}

/// A fact that cannot be stated.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotAFact {
    #[error("{0:?} is not a known fact")]
    UnknownName(String),
    #[error("{name} is {expected}, not {given}")]
    WrongKind { name: String, expected: String, given: String },
}

impl CaseFacts {
    /// A case of which nothing is stated yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a case file (see `packs/law/fr/cases`). Errors: every wrong name, kind or code, with its line.
    pub fn from_toml(path: &str, bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        case_file::read(path, bytes)
    }

    /// Reads a case that another program sends: the same keys, in JSON. Errors: every key that cannot be read.
    pub fn from_json(sent: &serde_json::Value) -> Result<Self, Vec<CaseFault>> {
        case_json::read(sent)
    }

    /// States a fact. Errors: a name that is not known, a value of another kind, a code of another vocabulary.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) -> Result<&mut Self, NotAFact> {
        let word = words().get(name).ok_or_else(|| NotAFact::UnknownName(name.to_owned()))?;
        let value = fitted(word, value.into())?;
        self.values.insert(name.to_owned(), value);
        Ok(self)
    }

    /// States a fact as it is: for values taken from the words of a pack that may not be the one in force.
    pub(super) fn state_unchecked(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_owned(), value);
    }

    /// Says that a fact is not known. Errors: a name that is not known.
    pub fn set_unknown(&mut self, name: &str) -> Result<&mut Self, NotAFact> {
        self.set(name, Value::unknown(name))
    }

    /// What was stated of a fact; nothing when it was left out.
    pub fn stated(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// The title of the case file.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The day at which the case file asks to be read.
    pub const fn as_of(&self) -> Option<Date> {
        self.as_of
    }
}

/// The value as the word holds it, if it can.
fn fitted(word: &FactWord, value: Value) -> Result<Value, NotAFact> {
    let in_words = |known: &[String], code: &String| known.is_empty() || known.contains(code);
    let fits = match (&word.kind, &value) {
        (_, Value::Unknown(_)) => true,
        (Kind::Bool, Value::Bool(_)) | (Kind::Date, Value::Date(_)) => true,
        (Kind::Int, Value::Int(number)) => *number >= 0,
        (Kind::Period, Value::Period(period)) => period.n > 0,
        (Kind::Text(known), Value::Text(code)) => in_words(known, code),
        (Kind::List(known), Value::List(codes)) => codes.iter().all(|code| in_words(known, code)),
        (Kind::Date | Kind::Period | Kind::Text(_), Value::None) => true,
        _ => false,
    };
    match (fits, value) {
        (false, value) => Err(NotAFact::WrongKind {
            name: word.name.clone(),
            expected: word.kind.to_string(),
            given: value.to_string(),
        }),
        // A vocabulary that has a code "none" uses it for what is absent.
        (true, Value::None) => Ok(word.default.clone()),
        (true, Value::Unknown(_)) => Ok(Value::unknown(&word.name)),
        (true, Value::List(codes)) => Ok(Value::List(each_once(codes))),
        (true, value) => Ok(value),
    }
}

/// A criterion met twice is met once.
fn each_once(codes: Vec<String>) -> Vec<String> {
    codes.into_iter().fold(Vec::new(), |mut kept, code| {
        if !kept.contains(&code) {
            kept.push(code);
        }
        kept
    })
}

/// A case on a given day, with what is not stated filled in.
pub(super) struct OnDay<'a> {
    pub case: &'a CaseFacts,
    pub as_of: Date,
    pub words: &'a super::vocabulary::Words,
}

impl Facts for OnDay<'_> {
    fn value(&self, name: &str) -> Value {
        if name == "as_of" {
            return Value::Date(self.as_of);
        }
        let default = || self.words.get(name).map(|word| word.default.clone());
        self.case.stated(name).cloned().or_else(default).unwrap_or_else(|| Value::unknown(name))
    }
}
