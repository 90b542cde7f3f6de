//! What a rule base covers, and what is wrong with it that reading it does not show.
//!
//! [`super::load`] refuses unknown facts, missing translations and unused conditions. This looks further: conditions that
//! can never hold, editions of one duty that overlap, citations without a version, rules that no test exercises, tests
//! that fail.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use kernel::Locale;
use rules::{Expression, Trigger, Truth};

use super::case::CaseFacts;
use super::checks::{self, Shown};
use super::expectation::Expectation;
use super::kinds::RuleScope;
use super::pack::{LawPack, Rule};
use super::witness::{Search, search};

/// What was found in a rule base.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// What it covers, line by line.
    pub covers: Vec<String>,
    /// What should be looked at: it does not stop anything.
    pub remarks: Vec<String>,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// The day on which it is asked whether conditions can hold.
const DAY: Date = date(2026, 11, 22);

/// Looks at a rule base, and at its tests: the files of its folder `cases`, by name.
pub fn audit(pack: &LawPack, tests: &[(String, String)]) -> Audit {
    let mut audit = Audit { covers: covers(pack), ..Audit::default() };
    conditions_that_never_change(pack, &mut audit);
    duties_twice_over(pack, &mut audit);
    citations_without_version(pack, &mut audit);
    tested(pack, tests, &mut audit);
    audit
}

fn covers(pack: &LawPack) -> Vec<String> {
    let mut lines = vec![format!("edition {}, articles checked on {}", pack.edition, pack.extracted_on)];
    for family in &pack.families {
        let many = pack.rules.iter().filter(|rule| rule.family == family.id).count();
        lines.push(format!("  {:<20} {many:>4} rules  {}", family.id, family.title.get(Locale::En)));
    }
    let of = |scope| pack.rules.iter().filter(|rule| rule.scope == scope).count();
    lines.push(format!(
        "{} rules ({} on the project, {} on the organisation), {} conditions, {} dates",
        pack.rules.len(),
        of(RuleScope::Project),
        of(RuleScope::Base),
        pack.conditions.len(),
        pack.rules.iter().map(|rule| rule.dates.len()).sum::<usize>()
    ));
    let kinds = pack.rules.iter().fold(BTreeMap::new(), |mut kinds: BTreeMap<&str, usize>, rule| {
        *kinds.entry(rule.kind.code()).or_default() += 1;
        kinds
    });
    let kinds: Vec<String> = kinds.into_iter().map(|(kind, many)| format!("{many} {kind}")).collect();
    lines.push(format!("  {}", kinds.join(", ")));
    lines.push(format!("{} facts, {} derived", pack.words.iter().count(), pack.definitions.names().count()));
    lines.push("French and English complete".to_owned());
    lines
}

/// A condition that no facts change says nothing; a rule whose conditions never hold together asks nothing.
fn conditions_that_never_change(pack: &LawPack, audit: &mut Audit) {
    let mut seen = BTreeSet::new();
    for rule in &pack.rules {
        for condition in rule.trigger.conditions() {
            let is_constant = condition.expression.names().is_empty();
            if is_constant || !seen.insert(condition.name.as_str()) {
                continue;
            }
            let alone = Trigger::new(vec![condition.clone()]);
            for (wanted, never) in [(Truth::True, "never holds"), (Truth::False, "always holds")] {
                let name = &condition.name;
                say(audit, &search(pack, &alone, wanted, DAY), &format!("the condition {name:?} {never}"));
            }
        }
        let found = search(pack, &rule.trigger, Truth::True, DAY);
        say(
            audit,
            &found,
            &format!("the rule {:?} can never apply: its conditions never hold together", rule.id),
        );
    }
}

fn say(audit: &mut Audit, found: &Search, never: &str) {
    match found {
        Search::Found => {}
        Search::Never => audit.faults.push(never.to_owned()),
        Search::GaveUp => audit.remarks.push(format!("too many ways to tell whether {never}")),
    }
}

/// Two texts of one duty are never in force on the same day; and none ends before it begins.
fn duties_twice_over(pack: &LawPack, audit: &mut Audit) {
    for (place, rule) in pack.rules.iter().enumerate() {
        let (from, until) = in_force(rule);
        if from >= until {
            audit.faults.push(format!("the rule {:?} ends on {until}, before it begins", rule.id));
        }
        for other in pack.rules.iter().skip(place + 1).filter(|other| is_same_duty(rule, other)) {
            let (other_from, other_until) = in_force(other);
            if from < other_until && other_from < until {
                let (one, two) = (&rule.id, &other.id);
                let what = "ask the same under the same conditions, on the same days";
                audit.faults.push(format!("the rules {one:?} and {two:?} {what}: give one an `until`"));
            }
        }
    }
}

fn is_same_duty(rule: &Rule, other: &Rule) -> bool {
    let conditions = |rule: &Rule| -> BTreeSet<String> {
        rule.trigger.conditions().iter().map(|condition| condition.name.clone()).collect()
    };
    rule.title == other.title && rule.kind == other.kind && conditions(rule) == conditions(other)
}

/// The days on which a rule is in force, as far as they do not depend on the case.
fn in_force(rule: &Rule) -> (Date, Date) {
    let day = |written: Option<&Expression>| written.and_then(|day| day.source().parse().ok());
    (
        day(rule.effective_from.as_ref()).unwrap_or(Date::MIN),
        day(rule.effective_until.as_ref()).unwrap_or(Date::MAX),
    )
}

/// Where other articles of a code are cited with their version, one without it was not checked as they were.
fn citations_without_version(pack: &LawPack, audit: &mut Audit) {
    let all = || pack.rules.iter().flat_map(|rule| rule.citations.iter().map(move |cited| (&rule.id, cited)));
    let versioned: BTreeSet<&str> =
        all().filter(|(_, cited)| cited.version.is_some()).map(|(_, cited)| cited.code.as_str()).collect();
    let (total, with) = (all().count(), all().filter(|(_, cited)| cited.version.is_some()).count());
    audit.covers.push(format!("{total} citations, {with} with the version that was read"));
    for (rule, cited) in all().filter(|(_, cited)| cited.version.is_none()) {
        if versioned.contains(cited.code.as_str()) {
            audit
                .remarks
                .push(format!("{rule:?} cites {} {} without its version", cited.code, cited.article));
        }
    }
}

/// Every rule is shown applying and not applying, and every worked case reads as it expects.
fn tested(pack: &LawPack, tests: &[(String, String)], audit: &mut Audit) {
    let mut shown: Vec<Shown> = Vec::new();
    let mut worked = 0;
    for (name, text) in tests {
        if name.ends_with("each-rule.toml") {
            match checks::run(pack, text) {
                Ok(found) => shown.extend(found),
                Err(fault) => audit.faults.push(format!("{name}: {fault}")),
            }
        } else {
            worked += 1;
            audit.faults.extend(case_faults(pack, name, text));
        }
    }
    for check in &shown {
        audit.faults.extend(check.faults.iter().map(|fault| format!("check of {:?}: {fault}", check.rule)));
    }
    audit.covers.push(format!("tests: {worked} worked cases, {} checks of one rule", shown.len()));
    for rule in &pack.rules {
        let of_it = || shown.iter().filter(|check| check.rule == rule.id);
        let can_fail = rule.trigger.conditions().iter().any(|cond| !cond.expression.names().is_empty());
        if of_it().all(|check| check.applies == 0) {
            audit.faults.push(format!("no test shows the rule {:?} applying", rule.id));
        }
        if can_fail && of_it().all(|check| check.does_not == 0) {
            audit.faults.push(format!("no test shows the rule {:?} not applying", rule.id));
        }
    }
}

fn case_faults(pack: &LawPack, name: &str, text: &str) -> Vec<String> {
    let case = match CaseFacts::from_toml(name, text.as_bytes()) {
        Ok(case) => case,
        Err(faults) => return faults.iter().map(ToString::to_string).collect(),
    };
    let (Some(expected), Some(on)) = (Expectation::of_case(text), case.as_of()) else {
        return vec![format!("{name}: a worked case has a day, as_of, and a table [expect]")];
    };
    let found = expected.compare(&pack.evaluate(&case, on));
    found.iter().map(|mismatch| format!("{name}: {mismatch}")).collect()
}
