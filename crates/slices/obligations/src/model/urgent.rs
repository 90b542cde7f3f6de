//! What of the law matters now: dates for the thread, and the few things to do first.

use std::collections::BTreeSet;

use content::law::{Applied, DateKind, DatedDeadline, LawPack, RuleKind, RuleScope};
use jiff::{ToSpan, civil::Date};

use super::{gate::Gate, reading::Reading};

/// More than this is no longer "now".
const MOST: usize = 4;
/// A date further away than this can wait.
const NEAR_DAYS: i64 = 90;

/// A date of the law: of which rule, and whether it stops or warns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    pub rule: String,
    /// The name of the rule's date; nothing for the day from which the rule applies.
    pub date: Option<String>,
    pub on: Date,
    pub is_alert: bool,
}

/// Something to do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urgent {
    pub rule: String,
    pub on: Option<Date>,
    /// The name of the rule's date, where there is one.
    pub date: Option<String>,
    pub is_blocking: bool,
}

/// The day that a date of the law falls on for whoever must be ready: the safe one.
pub fn safe_day(date: &DatedDeadline) -> Date {
    match date.kind {
        DateKind::Backward => date.advised.unwrap_or(date.nominal),
        _ => date.extended,
    }
}

/// The dates of the project's rules, by day, each day of a rule once.
pub fn milestones(reading: &Reading) -> Vec<Milestone> {
    let mut found: Vec<Milestone> = Vec::new();
    for applied in reading.of_scope(RuleScope::Project) {
        for date in applied.dates.iter().filter(|date| is_on_the_calendar(date.kind)) {
            let on = safe_day(date);
            let is_alert = matches!(applied.kind, RuleKind::Prohibition | RuleKind::Gate | RuleKind::Alert);
            found.push(Milestone { rule: applied.rule.clone(), date: Some(date.name.clone()), on, is_alert });
        }
    }
    for upcoming in &reading.upcoming {
        found.push(Milestone { rule: upcoming.rule.clone(), date: None, on: upcoming.from, is_alert: false });
    }
    found.sort_by_key(|milestone| milestone.on);
    let mut seen = BTreeSet::new();
    found.retain(|milestone| seen.insert((milestone.date.clone(), milestone.on)));
    found
}

/// What happened is in the thread by other means, and what is kept for years is not a date of the project.
const fn is_on_the_calendar(kind: DateKind) -> bool {
    !matches!(kind, DateKind::Event | DateKind::KeepUntil)
}

/// What forbids, blocks or warns; then what leads past a closed gate; then the nearest dates.
pub fn urgent(pack: &LawPack, reading: &Reading) -> Vec<Urgent> {
    let mut found: Vec<Urgent> = Vec::new();
    for applied in reading.of_scope(RuleScope::Project) {
        match applied.kind {
            RuleKind::Prohibition => found.push(plain(applied, true)),
            RuleKind::Alert => found.push(plain(applied, false)),
            RuleKind::Gate => found.extend(before_the_gate(reading, applied)),
            _ => {}
        }
    }
    for milestone in near(reading) {
        if found.iter().all(|known| known.rule != milestone.rule || known.date.is_none()) {
            found.push(milestone);
        }
    }
    debug_assert!(found.iter().all(|urgent| pack.rule(&urgent.rule).is_some()));
    found.truncate(MOST);
    found
}

fn plain(applied: &Applied, is_blocking: bool) -> Urgent {
    Urgent { rule: applied.rule.clone(), on: None, date: None, is_blocking }
}

/// A closed gate: that it is closed, and, while nothing has begun, what would start the clock.
fn before_the_gate(reading: &Reading, applied: &Applied) -> Vec<Urgent> {
    let Gate::Closed(gate) = reading.gate() else { return Vec::new() };
    if gate.rule != applied.rule {
        return Vec::new();
    }
    let closed = Urgent { rule: gate.rule, on: gate.until, date: None, is_blocking: true };
    let begins = reading.applied("cse-written-information").filter(|_| gate.until.is_none());
    std::iter::once(closed).chain(begins.map(|applied| plain(applied, false))).collect()
}

/// The dates to come that are near, the nearest first.
fn near(reading: &Reading) -> impl Iterator<Item = Urgent> + '_ {
    let today = reading.as_of;
    let until = today.saturating_add(NEAR_DAYS.days());
    let ahead =
        move |milestone: &Milestone| (today..=until).contains(&milestone.on) && milestone.date.is_some();
    let is_gate = |milestone: &Milestone| milestone.is_alert;
    milestones(reading).into_iter().filter(move |milestone| ahead(milestone) && !is_gate(milestone)).map(
        |milestone| Urgent {
            rule: milestone.rule,
            on: Some(milestone.on),
            date: milestone.date,
            is_blocking: false,
        },
    )
}
