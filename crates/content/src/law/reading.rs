//! What a law pack says of a case on a day.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rules::{Change, ConditionTrace};
use serde::{Serialize, Serializer};

use super::kinds::{DateKind, RuleKind, RuleScope};
use super::pack::Citation;

/// The rules of a pack, sorted by what they ask of a case on a day; each list in the order of display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    pub as_of: Date,
    pub edition: String,
    #[serde(serialize_with = "as_stated")]
    pub derived: BTreeMap<String, String>,
    pub applies: Vec<Applied>,
    /// What will apply, from a day that is known.
    pub upcoming: Vec<Upcoming>,
    /// What will apply once something has happened.
    pub conditional: Vec<Conditional>,
    /// What cannot be told without knowing more.
    pub undetermined: Vec<Undetermined>,
}

/// A rule that applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Applied {
    pub rule: String,
    pub kind: RuleKind,
    pub scope: RuleScope,
    pub dates: Vec<DatedDeadline>,
    pub because: Vec<ConditionTrace>,
    pub citations: Vec<Citation>,
    /// Dates that cannot be worked out yet.
    #[serde(skip)]
    pub open_dates: Vec<OpenDate>,
    /// The ways in which it would cease to apply: each is a set of changes that go together.
    #[serde(rename = "would_not_apply_if")]
    pub what_would_change: Vec<Vec<Change>>,
}

/// A date that was worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DatedDeadline {
    pub name: String,
    #[serde(skip)]
    pub kind: DateKind,
    /// As counted.
    pub nominal: Date,
    /// Extended to a working day where the kind allows it; the nominal date otherwise.
    pub extended: Date,
    /// The working day before, where counting back ends on a closed day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advised: Option<Date>,
}

/// A date that depends on what is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDate {
    pub name: String,
    pub missing: BTreeSet<String>,
}

/// A rule that will apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Upcoming {
    pub rule: String,
    pub from: Date,
    #[serde(skip)]
    pub because: Vec<ConditionTrace>,
}

/// A rule that would apply if something had happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conditional {
    pub rule: String,
    /// A code of [`super::LawPack::pending`].
    pub on: String,
    #[serde(skip)]
    pub because: Vec<ConditionTrace>,
}

/// A rule of which nothing can be said yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undetermined {
    pub rule: String,
    /// The facts that would settle it, those that settle most of the reading first.
    pub missing: Vec<String>,
    #[serde(skip)]
    pub because: Vec<ConditionTrace>,
}

impl Reading {
    /// The rule, if it applies.
    pub fn applied(&self, rule: &str) -> Option<&Applied> {
        self.applies.iter().find(|applied| applied.rule == rule)
    }

    /// The rules that apply and have this scope, in the order of display.
    pub fn of_scope(&self, scope: RuleScope) -> impl Iterator<Item = &Applied> {
        self.applies.iter().filter(move |applied| applied.scope == scope)
    }

    /// Every fact that would settle something, each once: the next questions to ask.
    pub fn missing(&self) -> BTreeSet<&str> {
        self.undetermined.iter().flat_map(|rule| rule.missing.iter().map(String::as_str)).collect()
    }
}

impl Reading {
    /// Puts the facts that most undetermined rules wait for first, then those that settle a rule alone.
    pub(super) fn ask_first_what_settles_most(&mut self) {
        let mut weight: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for rule in &self.undetermined {
            for fact in &rule.missing {
                let (waiting, alone) = weight.entry(fact.clone()).or_default();
                *waiting += 1;
                *alone += usize::from(rule.missing.len() == 1);
            }
        }
        for rule in &mut self.undetermined {
            // The sort is stable: facts of equal weight stay in the order of their names.
            rule.missing.sort_by_key(|fact| Reverse(weight.get(fact).copied().unwrap_or_default()));
        }
    }
}

/// As a case states facts: what is true or false is no text.
fn as_stated<S: Serializer>(derived: &BTreeMap<String, String>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(derived.iter().map(|(name, value)| (name, Stated::of(value))))
}

#[derive(Serialize)]
#[serde(untagged)]
enum Stated<'a> {
    Bool(bool),
    Text(&'a str),
}

impl<'a> Stated<'a> {
    fn of(value: &'a str) -> Self {
        value.parse().map_or(Self::Text(value), Self::Bool)
    }
}

impl Applied {
    pub fn date(&self, name: &str) -> Option<&DatedDeadline> {
        self.dates.iter().find(|date| date.name == name)
    }
}
