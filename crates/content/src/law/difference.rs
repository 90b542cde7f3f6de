//! What two readings of one case say differently: under two editions, on two days, or before and after a fact changed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::pack::{LawPack, Rule};
use super::reading::{DatedDeadline, Reading};

/// What changed from one reading to another; the rules in the order of display of the later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub before: ReadOn,
    pub after: ReadOn,
    pub changes: Vec<RuleChange>,
}

/// Under which edition, and as of which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadOn {
    pub edition: String,
    pub as_of: Date,
}

/// A rule that does not stand where it stood, or whose dates moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleChange {
    pub rule: String,
    /// Nothing where it asked nothing: its conditions did not hold, or the edition did not have it.
    pub was: Option<Standing>,
    pub is: Option<Standing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateMove>,
}

/// Where a rule stands in a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    Applies,
    Upcoming { from: Date },
    Conditional { on: String },
    Undetermined { missing: Vec<String> },
}

/// A date that came, went or moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateMove {
    pub name: String,
    pub was: Option<Days>,
    pub is: Option<Days>,
}

/// A date as counted, and extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Days {
    pub nominal: Date,
    pub extended: Date,
}

/// How a later edition writes a rule that both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reworded {
    Not,
    /// What it says, to whom, by when, or what follows.
    Text,
    /// The articles it comes from, or their version.
    Citations,
    Both,
}

/// Whether a later edition writes a rule otherwise; not a rule that one of them does not have.
pub fn reworded(before: &LawPack, after: &LawPack, rule: &str) -> Reworded {
    let (Some(was), Some(is)) = (before.rule(rule), after.rule(rule)) else { return Reworded::Not };
    match (said(was) != said(is), was.citations != is.citations) {
        (false, false) => Reworded::Not,
        (true, false) => Reworded::Text,
        (false, true) => Reworded::Citations,
        (true, true) => Reworded::Both,
    }
}

/// All that a person reads of a rule, but for its articles.
fn said(rule: &Rule) -> impl PartialEq {
    let texts = [&rule.title, &rule.who_what, &rule.deadline].map(Clone::clone);
    (texts, [&rule.if_not_done, &rule.remarks, &rule.in_force].map(Clone::clone), rule.confidence.clone())
}

/// What the later reading says otherwise than the earlier one.
pub fn difference(before: &Reading, after: &Reading) -> Difference {
    let (was, is) = (standings(before), standings(after));
    let later = is.iter().map(|(rule, _)| *rule);
    let gone = was.iter().map(|(rule, _)| *rule).filter(|rule| !is.iter().any(|(other, _)| other == rule));
    let changes = later.chain(gone).filter_map(|rule| {
        let of = |all: &[(&str, Standing)]| all.iter().find(|(id, _)| *id == rule).map(|(_, s)| s.clone());
        let (was, is) = (of(&was), of(&is));
        let dates = moves(dates_of(before, rule), dates_of(after, rule));
        (was != is || !dates.is_empty()).then(|| RuleChange { rule: rule.to_owned(), was, is, dates })
    });
    Difference { before: ReadOn::of(before), after: ReadOn::of(after), changes: changes.collect() }
}

impl ReadOn {
    fn of(reading: &Reading) -> Self {
        Self { edition: reading.edition.clone(), as_of: reading.as_of }
    }
}

/// Every rule of a reading, and where it stands.
fn standings(reading: &Reading) -> Vec<(&str, Standing)> {
    let applies = reading.applies.iter().map(|rule| (rule.rule.as_str(), Standing::Applies));
    let upcoming =
        reading.upcoming.iter().map(|rule| (rule.rule.as_str(), Standing::Upcoming { from: rule.from }));
    let conditional = reading
        .conditional
        .iter()
        .map(|rule| (rule.rule.as_str(), Standing::Conditional { on: rule.on.clone() }));
    let undetermined = reading
        .undetermined
        .iter()
        .map(|rule| (rule.rule.as_str(), Standing::Undetermined { missing: rule.missing.clone() }));
    applies.chain(upcoming).chain(conditional).chain(undetermined).collect()
}

fn dates_of<'a>(reading: &'a Reading, rule: &str) -> &'a [DatedDeadline] {
    reading.applied(rule).map(|applied| applied.dates.as_slice()).unwrap_or_default()
}

fn moves(before: &[DatedDeadline], after: &[DatedDeadline]) -> Vec<DateMove> {
    let days = |dates: &[DatedDeadline]| -> BTreeMap<String, Days> {
        let named = |date: &DatedDeadline| {
            (date.name.clone(), Days { nominal: date.nominal, extended: date.extended })
        };
        dates.iter().map(named).collect()
    };
    let (was, is) = (days(before), days(after));
    let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
    let moved = names.filter(|name| was.get(*name) != is.get(*name));
    moved
        .map(|name| DateMove { name: name.clone(), was: was.get(name).copied(), is: is.get(name).copied() })
        .collect()
}
