//! The dates that a few facts move: what a consultation shows of the law, and what would move it.

use content::law::{Applied, DateKind, Rule, RuleScope};
use jiff::civil::Date;
use platform::T;

use crate::{
    model::{
        derivations::roots,
        reading::{Reading, pack},
        urgent::safe_day,
    },
    words,
};

/// A date of the law that follows from facts that people tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockLine {
    pub rule: String,
    /// The rule's name of the date: `deemed`.
    pub name: String,
    pub label: String,
    /// As counted and, where it differs, as extended or as advised.
    pub said: String,
    /// The safe day.
    pub on: Date,
    /// Something that happened, rather than a date to keep.
    pub is_event: bool,
    pub articles: Vec<String>,
    /// What the facts that move it are called.
    pub moved_by: Vec<String>,
}

/// The dates that follow from any of these facts, by day.
pub fn clock(reading: &Reading, t: &T, led: &[&str]) -> Vec<ClockLine> {
    let rules = reading
        .of_scope(RuleScope::Project)
        .filter_map(|applied| Some((applied, pack().rule(&applied.rule)?)));
    let mut lines: Vec<ClockLine> =
        rules.flat_map(|(applied, rule)| of_rule(t, led, applied, rule)).collect();
    lines.sort_by_key(|line| line.on);
    lines.dedup_by(|later, earlier| later.label == earlier.label && later.on == earlier.on);
    lines
}

fn of_rule(t: &T, led: &[&str], applied: &Applied, rule: &Rule) -> Vec<ClockLine> {
    let articles: Vec<String> = rule.citations.iter().map(|citation| words::article(t, citation)).collect();
    let lines = applied.dates.iter().filter_map(|date| {
        let of_rule = rule.date(&date.name)?;
        let names = of_rule.expression.names().into_iter().flat_map(roots);
        let mut moved_by: Vec<String> = Vec::new();
        for name in names.filter(|name| led.contains(&name.as_str())) {
            let label = words::fact(t, &name);
            if !moved_by.contains(&label) {
                moved_by.push(label);
            }
        }
        (!moved_by.is_empty()).then(|| ClockLine {
            rule: applied.rule.clone(),
            name: date.name.clone(),
            label: words::date_label(t, Some(of_rule)),
            said: words::day(t, date),
            on: safe_day(date),
            is_event: date.kind == DateKind::Event,
            articles: articles.clone(),
            moved_by,
        })
    });
    lines.collect()
}
