//! What was typed, as it was typed: a draft never loses a slip of the keyboard.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::question::Question;

/// What a form sent, by field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Given(BTreeMap<String, Vec<String>>);

impl Given {
    /// What a form sent; fields that are none of `names` are left out.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, names: &[&str]) -> Self {
        let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs.into_iter().filter(|(name, _)| names.contains(name)) {
            given.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        Self(given)
    }

    /// The first value of a field, empty when there is none.
    pub fn one(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// Every value of a field that is not empty.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(String::as_str).filter(|value| !value.is_empty())
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|given| given == value)
    }

    /// Every field and value, to fill the form again.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, values)| values.iter().map(|value| (name.as_str(), value.as_str())))
    }
}

/// A project being described.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft(BTreeMap<Question, Given>);

impl Draft {
    pub fn given(&self, question: Question) -> Option<&Given> {
        self.0.get(&question)
    }

    pub fn keep(&mut self, question: Question, given: Given) {
        self.0.insert(question, given);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
