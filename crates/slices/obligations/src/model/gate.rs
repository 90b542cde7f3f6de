//! Gates: what may not begin yet.

use std::collections::BTreeSet;

use content::law::{Applied, DateKind, LawPack, Reading, RuleKind};
use jiff::civil::Date;

/// Where the project stands before the gates of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// The law puts no gate before this project.
    Absent,
    /// There is one, and it is open.
    Open,
    Closed(GateClosed),
    /// It cannot be told whether there is one: the facts that would settle it.
    Undetermined(BTreeSet<String>),
}

/// A gate that is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateClosed {
    pub rule: String,
    /// The first day on which it is open; nothing while no date can be worked out.
    pub until: Option<Date>,
    /// As the texts number them: `L2312-14`.
    pub articles: Vec<String>,
}

/// Where a reading leaves the project. A closed gate comes before one of which nothing is known.
pub fn gate(pack: &LawPack, reading: &Reading) -> Gate {
    let applied: Vec<&Applied> = reading.applies.iter().filter(|rule| rule.kind == RuleKind::Gate).collect();
    if let Some(closed) = applied.iter().find_map(|rule| closed(rule, reading.as_of)) {
        return Gate::Closed(closed);
    }
    let is_gate = |rule: &str| pack.rule(rule).is_some_and(|rule| rule.kind == RuleKind::Gate);
    if let Some(doubt) = reading.undetermined.iter().find(|doubt| is_gate(&doubt.rule)) {
        return Gate::Undetermined(doubt.missing.iter().cloned().collect());
    }
    if applied.is_empty() { Gate::Absent } else { Gate::Open }
}

/// A gate opens on the first day that its rule works out; with none, nobody can say when.
fn closed(rule: &Applied, today: Date) -> Option<GateClosed> {
    let opens_on = rule.dates.iter().find(|date| date.kind == DateKind::From).map(|date| date.nominal);
    if opens_on.is_some_and(|day| day <= today) {
        return None;
    }
    let articles = rule.citations.iter().map(|citation| citation.article.clone()).collect();
    Some(GateClosed { rule: rule.rule.clone(), until: opens_on, articles })
}
