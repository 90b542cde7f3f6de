//! A reading, and what differs between two, as lines for a terminal.

use content::law::{Applied, DatedDeadline, Difference, Reading, RuleChange, RuleScope, Standing, in_force};
use obligations::words;
use platform::T;

/// The lines of a reading, in the language of `t`.
pub fn reading(t: &T, reading: &Reading) -> String {
    let mut lines =
        vec![t.two("law-table-head", "day", t.day(reading.as_of), "edition", reading.edition.clone())];
    for (key, scope) in [("law-table-project", RuleScope::Project), ("law-table-base", RuleScope::Base)] {
        let applied: Vec<&Applied> = reading.of_scope(scope).collect();
        title(&mut lines, t.one(key, "count", applied.len()));
        lines.extend(applied.into_iter().flat_map(|applied| rule(t, applied)));
    }
    section(&mut lines, t, "law-table-upcoming", &reading.upcoming, |rule| {
        t.two("law-table-from", "rule", named(t, &rule.rule), "day", t.day(rule.from))
    });
    section(&mut lines, t, "law-table-conditional", &reading.conditional, |rule| {
        let awaited =
            in_force().pending(&rule.on).map_or_else(|| rule.on.clone(), |on| words::text(t, &on.text));
        t.two("law-table-waits", "rule", named(t, &rule.rule), "event", awaited)
    });
    section(&mut lines, t, "law-table-undetermined", &reading.undetermined, |rule| {
        let asked: Vec<String> = rule.missing.iter().map(|name| asked(t, name)).collect();
        t.two("law-table-asks", "rule", named(t, &rule.rule), "facts", asked.join(" · "))
    });
    lines.push(String::new());
    lines.push(words::text(t, &in_force().notice));
    lines.join("\n")
}

/// The lines of what two readings say differently.
pub fn difference(t: &T, difference: &Difference) -> String {
    let mut lines = vec![t.with(
        "law-table-difference",
        &[
            ("before", difference.before.edition.clone().into()),
            ("after", difference.after.edition.clone().into()),
            ("count", difference.changes.len().into()),
        ],
    )];
    for change in &difference.changes {
        lines.push(format!("  {}", named(t, &change.rule)));
        lines.extend(moves(t, change).into_iter().map(|line| format!("      {line}")));
    }
    lines.join("\n")
}

fn title(lines: &mut Vec<String>, title: String) {
    lines.push(String::new());
    lines.push(title);
}

fn section<R>(lines: &mut Vec<String>, t: &T, key: &str, rules: &[R], line: impl Fn(&R) -> String) {
    if !rules.is_empty() {
        title(lines, t.one(key, "count", rules.len()));
        lines.extend(rules.iter().map(|rule| format!("  {}", line(rule))));
    }
}

fn rule(t: &T, applied: &Applied) -> Vec<String> {
    let kind = t.say_code("obl-kind", applied.kind);
    let articles: Vec<String> =
        applied.citations.iter().map(|citation| words::article(t, citation)).collect();
    let mut lines = vec![format!("  {kind:<13} {}", named(t, &applied.rule))];
    lines.extend(applied.dates.iter().map(|date| format!("      {}", dated(t, &applied.rule, date))));
    lines.push(format!("      {}", articles.join(" ; ")));
    lines
}

/// What a date is, as counted, and extended where it is.
fn dated(t: &T, rule: &str, date: &DatedDeadline) -> String {
    let label = words::date_label(t, in_force().rule(rule).and_then(|rule| rule.date(&date.name)));
    let day = t.day(date.nominal);
    match (date.extended == date.nominal, date.advised) {
        (false, _) => t.with(
            "law-table-extended",
            &[("label", label.into()), ("day", day.into()), ("extended", t.day(date.extended).into())],
        ),
        (true, Some(advised)) => t.with(
            "law-table-advised",
            &[("label", label.into()), ("day", day.into()), ("advised", t.day(advised).into())],
        ),
        (true, None) => t.two("obl-fact", "fact", label, "value", day),
    }
}

/// The title of a rule, and its name for scripts.
fn named(t: &T, rule: &str) -> String {
    format!("{} [{rule}]", words::title(t, rule))
}

/// A question, and the name of its fact for whoever completes the case.
fn asked(t: &T, fact: &str) -> String {
    format!("{} [{fact}]", words::fact(t, fact))
}

fn moves(t: &T, change: &RuleChange) -> Vec<String> {
    let mut lines = Vec::new();
    if change.was != change.is {
        let (was, is) = (stands(t, change.was.as_ref()), stands(t, change.is.as_ref()));
        lines.push(t.two("law-table-moves", "before", was, "after", is));
    }
    for date in &change.dates {
        let day = |days: Option<content::law::Days>| match days {
            Some(days) => t.day(days.extended),
            None => t.say("law-standing-none"),
        };
        let label =
            words::date_label(t, in_force().rule(&change.rule).and_then(|rule| rule.date(&date.name)));
        let value = t.two("law-table-moves", "before", day(date.was), "after", day(date.is));
        lines.push(t.two("obl-fact", "fact", label, "value", value));
    }
    lines
}

fn stands(t: &T, standing: Option<&Standing>) -> String {
    match standing {
        None => t.say("law-standing-none"),
        Some(Standing::Applies) => t.say("law-standing-applies"),
        Some(Standing::Upcoming { from }) => t.one("law-standing-upcoming", "day", t.day(*from)),
        Some(Standing::Conditional { .. }) => t.say("law-standing-conditional"),
        Some(Standing::Undetermined { .. }) => t.say("law-standing-undetermined"),
    }
}
