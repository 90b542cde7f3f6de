//! Each rule alone: facts in which it applies, changes that end it, ignorance that leaves it open.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rules::Truth;
use toml::{Table, Value};

use super::{day, french};
use crate::law::{CaseFacts, Explanation, Outcome};

const CHECKS: &str = include_str!("../../../../../packs/law/fr/cases/each-rule.toml");

struct Check {
    rule: String,
    on: Date,
    upcoming_on: Option<Date>,
    outcome: Outcome,
    facts: Table,
    not_if: Vec<Table>,
    ask_if: Vec<String>,
    dates: Vec<Example>,
}

/// When this happened on that day, the date of that name is this one.
struct Example {
    when: String,
    on: Date,
    then: String,
    is: Date,
}

fn checks() -> Vec<Check> {
    let file: Table = CHECKS.parse().expect("each-rule.toml");
    file["check"]
        .as_array()
        .expect("checks")
        .iter()
        .map(|check| read(check.as_table().expect("a table")))
        .collect()
}

fn read(check: &Table) -> Check {
    let list = |name: &str| check.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let date = |name: &str| check.get(name).map(|date| day(&date.to_string()));
    let rule = check["rule"].as_str().expect("a rule").to_owned();
    let pending = || french().rule(&rule).and_then(|rule| rule.pending.clone()).expect("what it waits for");
    let outcome = match check.get("outcome").and_then(Value::as_str) {
        None => Outcome::Applies,
        Some("conditional") => Outcome::Conditional(pending()),
        Some(other) => panic!("{other} is no outcome"),
    };
    Check {
        on: date("on").unwrap_or(day("2026-11-22")),
        upcoming_on: date("upcoming_on"),
        outcome,
        facts: check["applies"].as_table().expect("facts").clone(),
        not_if: list("not_if").iter().map(|change| change.as_table().expect("a change").clone()).collect(),
        ask_if: list("ask_if").iter().map(|fact| fact.as_str().expect("a fact").to_owned()).collect(),
        dates: list("dates")
            .iter()
            .map(|example| read_example(example.as_table().expect("an example")))
            .collect(),
        rule,
    }
}

fn read_example(example: &Table) -> Example {
    let text = |name: &str| example[name].as_str().expect(name).to_owned();
    let date = |name: &str| day(&example[name].to_string());
    Example { when: text("when"), on: date("on"), then: text("then"), is: date("is") }
}

impl Check {
    fn case(&self, change: &Table) -> CaseFacts {
        let mut facts = self.facts.clone();
        for (family, changed) in change {
            let family = facts.entry(family).or_insert_with(|| Value::Table(Table::new()));
            let family = family.as_table_mut().expect("a family");
            family.extend(changed.as_table().expect("a family").clone());
        }
        CaseFacts::from_toml(&self.rule, facts.to_string().as_bytes())
            .unwrap_or_else(|found| panic!("{found:?}"))
    }

    fn explain(&self, case: &CaseFacts, on: Date) -> Explanation {
        french().explain(&self.rule, case, on).unwrap_or_else(|| panic!("{} is not a rule", self.rule))
    }
}

#[test]
fn every_rule_applies_where_its_check_says() {
    for check in checks() {
        let case = check.case(&Table::new());
        assert_eq!(check.explain(&case, check.on).outcome, check.outcome, "{}", check.rule);
    }
}

#[test]
fn every_rule_ceases_to_apply_when_one_of_its_conditions_fails() {
    for check in checks() {
        for change in &check.not_if {
            let found = check.explain(&check.case(change), check.on).outcome;
            assert_eq!(found, Outcome::DoesNotApply, "{} with {change}", check.rule);
        }
    }
}

#[test]
fn every_rule_is_undetermined_when_a_fact_it_depends_on_is_unknown() {
    for check in checks() {
        for fact in &check.ask_if {
            let mut case = check.case(&Table::new());
            case.set_unknown(fact).expect("a known fact");
            match check.explain(&case, check.on).outcome {
                Outcome::Undetermined(missing) => {
                    assert!(missing.contains(fact), "{}: {fact} is not in {missing:?}", check.rule);
                }
                other => panic!("{} without {fact}: {other:?}", check.rule),
            }
        }
    }
}

#[test]
fn a_rule_that_is_not_in_force_yet_is_upcoming() {
    for check in checks() {
        let Some(before) = check.upcoming_on else { continue };
        let case = check.case(&Table::new());
        match check.explain(&case, before).outcome {
            Outcome::Upcoming(from) => assert!(from > before, "{}", check.rule),
            other => panic!("{} on {before}: {other:?}", check.rule),
        }
        let reading = french().evaluate(&case, before);
        assert!(reading.applied(&check.rule).is_none());
    }
}

#[test]
fn every_rule_has_a_check_and_every_condition_of_it_fails_somewhere() {
    let mut failed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for check in checks() {
        let seen = failed.entry(check.rule.clone()).or_default();
        for change in &check.not_if {
            let traces = check.explain(&check.case(change), check.on).because;
            seen.extend(
                traces.into_iter().filter(|trace| trace.holds == Truth::False).map(|trace| trace.condition),
            );
        }
    }
    for rule in french().rules() {
        let seen = failed.get(&rule.id).unwrap_or_else(|| panic!("{} has no check", rule.id));
        for condition in rule.trigger.conditions().iter().filter(|condition| condition.name != "always") {
            assert!(seen.contains(&condition.name), "{}: {} never fails", rule.id, condition.name);
        }
    }
}

#[test]
fn what_happened_gives_the_dates_worked_out_by_hand() {
    for check in checks() {
        for example in &check.dates {
            let mut case = check.case(&Table::new());
            let nominal = |case: &CaseFacts| {
                let dates = check.explain(case, check.on).dates;
                dates.into_iter().find(|date| date.name == example.then).map(|date| date.nominal)
            };
            if case.stated(&example.when).is_none() {
                assert_eq!(nominal(&case), None, "{}: {} before {}", check.rule, example.then, example.when);
            }
            case.set(&example.when, example.on).expect("a known fact");
            assert_eq!(nominal(&case), Some(example.is), "{}: {}", check.rule, example.then);
        }
    }
}

#[test]
fn every_date_that_an_event_gives_has_an_example() {
    let checks = checks();
    for rule in french().rules() {
        for date in rule.dates.iter().filter(|date| date.expression.source().contains("event.")) {
            let shown = checks.iter().filter(|check| check.rule == rule.id).flat_map(|check| &check.dates);
            assert!(shown.into_iter().any(|example| example.then == date.name), "{}: {}", rule.id, date.name);
        }
    }
}

#[test]
fn what_would_change_a_rule_does_end_it_when_it_names_a_stated_fact() {
    let mut tried = 0;
    for check in checks() {
        let case = check.case(&Table::new());
        for way in check.explain(&case, check.on).what_would_change {
            let mut changed = case.clone();
            let applied = way.iter().all(|change| match (&change.need, french().words().get(&change.fact)) {
                (rules::Need::Be { sign, value }, Some(_)) => {
                    other_value(*sign, value).is_some_and(|value| changed.set(&change.fact, value).is_ok())
                }
                _ => false,
            });
            if applied {
                tried += 1;
                let outcome = check.explain(&changed, check.on).outcome;
                assert_ne!(outcome, check.outcome, "{}: {way:?}", check.rule);
            }
        }
    }
    assert!(tried > 120, "only {tried} ways could be tried");
}

/// A value that compares so with another.
fn other_value(sign: rules::Comparison, value: &rules::Value) -> Option<rules::Value> {
    use rules::Comparison::{AtLeast, AtMost, Equal, Less, More};
    match (sign, value) {
        (Equal | AtLeast | AtMost, value) => Some(value.clone()),
        (Less, rules::Value::Int(number)) => Some(rules::Value::Int(number - 1)),
        (More, rules::Value::Int(number)) => Some(rules::Value::Int(number + 1)),
        _ => None,
    }
}
