//! The versions of an article: what each changed, who wrote it, who said what of it.

use platform::T;
use spaces::Space;

use super::words;
use crate::model::{
    changes::{self, Run},
    clause::{Clause, Version},
};

/// A version as the page shows it.
pub struct Past {
    pub label: String,
    pub by: String,
    pub reason: String,
    /// Each part that changed: its name, what it was, what it became.
    pub changes: Vec<(String, String, String)>,
    /// The text with what was taken out and put in; empty where it did not change.
    pub runs: Vec<(&'static str, String)>,
    pub spoken: Vec<String>,
}

/// The versions, newest first.
pub fn versions(t: &T, clause: &Clause, spaces: &[Space]) -> Vec<Past> {
    let before = std::iter::once(None).chain(clause.versions.iter().map(Some));
    let pairs: Vec<_> = before.zip(&clause.versions).collect();
    pairs.into_iter().rev().map(|(before, version)| past(t, clause, before, version, spaces)).collect()
}

fn past(t: &T, clause: &Clause, before: Option<&Version>, version: &Version, spaces: &[Space]) -> Past {
    let changed = before.map(|before| changes::changed(before, version)).unwrap_or_default();
    let text_changed = changed.contains(&"text");
    let part = |name: &&'static str| {
        let value = |version: &Version| value(t, version, name, spaces);
        (t.say_code("clause-part", name), before.map(value).unwrap_or_default(), value(version))
    };
    let by =
        t.two("clause-version-by", "name", &version.by_name, "party", t.say_code("party", version.by_party));
    Past {
        label: t.two("clause-version", "number", version.number, "day", t.day(version.written_on)),
        by,
        reason: version.reason.clone(),
        changes: changed.iter().filter(|name| **name != "text").map(part).collect(),
        runs: before.filter(|_| text_changed).map(|before| runs(before, version)).unwrap_or_default(),
        spoken: spoken(t, clause, version.number),
    }
}

fn runs(before: &Version, version: &Version) -> Vec<(&'static str, String)> {
    let marked = |run| match run {
        Run::Same(text) => ("", text),
        Run::Out(text) => ("del", text),
        Run::In(text) => ("ins", text),
    };
    changes::runs(&before.text, &version.text).into_iter().map(marked).collect()
}

/// A part of a version, in words.
fn value(t: &T, version: &Version, part: &str, spaces: &[Space]) -> String {
    let terms = &version.terms;
    match part {
        "title" => version.title.clone(),
        "what" => terms.what.clone(),
        "owner" => terms.owner.clone(),
        "owner_party" => t.say_code("party", terms.owner_party),
        "due_on" => t.day(terms.due_on),
        "indicator" => terms.indicator.clone(),
        "unit" => terms.unit.clone(),
        "threshold" => words::quantity(t, terms.threshold, &terms.unit),
        "direction" => t.say_code("direction", terms.direction),
        "trigger_space" => spaces
            .iter()
            .find(|space| space.id == terms.trigger_space)
            .map(|s| s.name.clone())
            .unwrap_or_default(),
        "reviews" => [terms.short_on, terms.medium_on, terms.long_on].map(|date| t.day(date)).join(" · "),
        _ => String::new(),
    }
}

/// Every position taken on a version, oldest first: « Direction : consent, Samira Benali, le 23 novembre 2026 ».
fn spoken(t: &T, clause: &Clause, version: i64) -> Vec<String> {
    let said = clause.spoken.iter().filter(|position| position.version == version);
    said.map(|position| {
        let args = [
            ("party", t.say_code("party", position.party).into()),
            ("position", t.say_code("position", position.kind).into()),
            ("by", words::by(t, &position.by_name, position.on).into()),
            ("reason", position.reason.as_str().into()),
        ];
        let key = if position.reason.is_empty() { "clause-spoken" } else { "clause-spoken-why" };
        t.with(key, &args)
    })
    .collect()
}
