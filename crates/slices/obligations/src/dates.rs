//! The dates of the law, each with what tells it apart from one reading to the next: what calendars and reminders tell.

use std::collections::{BTreeMap, BTreeSet};

use content::law::{DateKind, RuleScope};
use jiff::civil::Date;
use platform::T;

use crate::{
    model::{
        evidence::{Evidence, State, state},
        reading::{Reading, pack},
        urgent::safe_day,
    },
    words,
};

/// A date of the law, as something that keeps its name when it moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalDate {
    /// `deemed-1`: when another rule of the same clock takes over, the date has moved and is the same.
    pub name: String,
    pub rule: String,
    pub title: String,
    /// Ends where its day begins: « Avis réputé négatif le ».
    pub label: String,
    /// The day, as counted and, where it differs, as extended or as advised.
    pub said: String,
    /// The safe day.
    pub on: Date,
    pub articles: Vec<String>,
    /// Whether a party says how the rule is met, or why it does not apply, and nobody contests it.
    pub is_met: bool,
}

/// The dates of the project's rules that are on the calendar, by day.
pub fn dates(reading: &Reading, evidence: &[Evidence], t: &T) -> Vec<LegalDate> {
    let (mut dates, mut seen) = (Vec::new(), BTreeSet::new());
    let mut counted: BTreeMap<String, u32> = BTreeMap::new();
    for applied in reading.of_scope(RuleScope::Project) {
        let Some(rule) = pack().rule(&applied.rule) else { continue };
        for date in &applied.dates {
            let on = safe_day(date);
            let is_on = !matches!(date.kind, DateKind::Event | DateKind::KeepUntil);
            if !is_on || !seen.insert((date.name.clone(), on)) {
                continue;
            }
            let number = counted.entry(date.name.clone()).or_default();
            *number += 1;
            dates.push(LegalDate {
                name: format!("{}-{number}", date.name),
                label: words::date_label(t, rule.date(&date.name)),
                said: words::day(t, date),
                on,
                ..of_rule(&applied.rule, evidence, t)
            });
        }
    }
    let coming = reading.upcoming.iter().map(|upcoming| LegalDate {
        name: format!("from-{}", upcoming.rule),
        said: t.day(upcoming.from),
        on: upcoming.from,
        ..of_rule(&upcoming.rule, evidence, t)
    });
    dates.extend(coming);
    dates.sort_by_key(|date| date.on);
    dates
}

/// What is the rule's, whichever of its dates it is.
fn of_rule(rule: &str, evidence: &[Evidence], t: &T) -> LegalDate {
    let state = state(evidence.iter().filter(|said| said.rule == rule), false);
    LegalDate {
        name: String::new(),
        rule: rule.to_owned(),
        title: words::title(t, rule),
        label: String::new(),
        said: String::new(),
        on: Date::MAX,
        articles: crate::api::articles(rule, t),
        is_met: matches!(state, State::Met | State::NotApplicable),
    }
}
