//! Unknown is never false: verdicts, what is missing, what would change.

use std::collections::BTreeMap;

use calendar::Holidays;
use jiff::civil::date;
use rules::{Comparison, Condition, Definitions, Doubt, Facts, Kind, Need, Trigger, Truth, Value};

fn words() -> BTreeMap<String, Kind> {
    let text = |codes: &[&str]| Kind::Text(codes.iter().map(|code| (*code).to_owned()).collect());
    BTreeMap::from([
        ("headcount".to_owned(), Kind::Int),
        ("cse".to_owned(), text(&["elected", "none"])),
        ("new".to_owned(), Kind::Bool),
        ("monitors".to_owned(), Kind::Bool),
        ("reached_on".to_owned(), Kind::Date),
    ])
}

fn facts(known: &[(&str, Value)]) -> BTreeMap<String, Value> {
    known.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn trigger(sources: &[&str]) -> Trigger {
    let conditions = sources.iter().map(|source| Condition::parse(source, source, &words()).expect(source));
    Trigger::new(conditions.collect())
}

fn missing(names: &[&str]) -> std::collections::BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn one_certain_no_settles_it_whatever_is_unknown() {
    let verdict =
        trigger(&["headcount >= 50", "new or monitors"]).evaluate(&facts(&[("headcount", Value::Int(49))]));
    assert_eq!(verdict.truth, Truth::False);
    assert!(verdict.missing.is_empty());
    assert_eq!(verdict.because[1].holds, Truth::Unknown);
}

#[test]
fn what_is_missing_names_only_the_facts_that_would_settle_it() {
    let known = facts(&[("headcount", Value::Int(50)), ("new", Value::Bool(false))]);
    let verdict = trigger(&["headcount >= 50", "new or monitors"]).evaluate(&known);
    assert_eq!(verdict.truth, Truth::Unknown);
    assert_eq!(verdict.missing, missing(&["monitors"]));
    assert!(verdict.because[0].missing.is_empty());
}

#[test]
fn the_trace_says_what_was_read_in_each_condition() {
    let known = facts(&[("headcount", Value::Int(86)), ("new", true.into()), ("monitors", false.into())]);
    let verdict = trigger(&["headcount >= 50", "new or monitors"]).evaluate(&known);
    let written = serde_json::to_value(&verdict.because).expect("JSON");
    let expected = serde_json::json!([
        { "condition": "headcount >= 50", "holds": true, "facts": { "headcount": 86 } },
        { "condition": "new or monitors", "holds": true, "facts": { "new": true, "monitors": false } },
    ]);
    assert_eq!(written, expected);
}

#[test]
fn what_would_change_is_read_off_the_conditions_that_hold() {
    let known = facts(&[("headcount", Value::Int(86)), ("new", true.into()), ("monitors", true.into())]);
    let ways = trigger(&["headcount >= 50", "new or monitors"]).what_would_change(&known);
    assert_eq!(ways.len(), 2);
    assert_eq!(ways[0][0].need, Need::Be { sign: Comparison::Less, value: Value::Int(50) });
    let both: Vec<&str> = ways[1].iter().map(|change| change.fact.as_str()).collect();
    assert_eq!(both, ["new", "monitors"]);
}

#[test]
fn what_would_change_passes_over_what_already_fails() {
    let known = facts(&[("new", true.into()), ("monitors", false.into())]);
    let ways = trigger(&["new or monitors", "not monitors"]).what_would_change(&known);
    let named: Vec<Vec<&str>> =
        ways.iter().map(|way| way.iter().map(|c| c.fact.as_str()).collect()).collect();
    assert_eq!(named, [vec!["new"], vec!["monitors"]]);
    assert_eq!(ways[1][0].need, Need::Be { sign: Comparison::Equal, value: Value::Bool(true) });
}

fn level() -> Definitions {
    let mut definitions = Definitions::default();
    let level = "cse != \"elected\" ? \"none\" : headcount < 50 or reached_on is none ? \"light\" : \"full\"";
    definitions.define("level", level, &words()).expect("a definition");
    definitions.define("consulted", "level == \"full\"", &words()).expect("a definition");
    definitions
}

#[test]
fn a_derived_fact_says_which_values_it_can_still_have() {
    let known = facts(&[("cse", Value::unknown("cse")), ("headcount", Value::Int(30))]);
    let (definitions, none) = (level(), Holidays::National);
    let derived = definitions.evaluate(&known, none);
    let among = vec![Value::text("none"), Value::text("light")];
    assert_eq!(derived.value("level"), Value::Unknown(Doubt { missing: missing(&["cse"]), among }));
    // Neither of the two gives the full powers: that much is certain.
    assert_eq!(derived.value("consulted"), Value::Bool(false));
}

#[test]
fn a_derived_fact_passes_on_what_is_missing_beneath_it() {
    let known = facts(&[("cse", Value::text("elected")), ("reached_on", date(2020, 1, 1).into())]);
    let definitions = level();
    let derived = definitions.evaluate(&known, Holidays::National);
    assert_eq!(derived.value("consulted").missing(), missing(&["headcount"]));
}

#[test]
fn a_definition_cannot_use_one_that_comes_later() {
    let mut definitions = Definitions::default();
    assert!(definitions.define("early", "late", &words()).is_err());
    assert!(definitions.define("late", "new", &words()).is_ok());
}

#[test]
fn what_would_change_is_looked_for_behind_what_is_derived() {
    let known = facts(&[
        ("cse", Value::text("elected")),
        ("headcount", Value::Int(86)),
        ("reached_on", date(2020, 1, 1).into()),
        ("new", true.into()),
        ("monitors", true.into()),
    ]);
    let definitions = level();
    let derived = definitions.evaluate(&known, Holidays::National);
    let base = words();
    let vocabulary = definitions.over(&base);
    let consulted =
        Condition::parse("consulted", "consulted and (new or monitors)", &vocabulary).expect("a condition");
    let ways = Trigger::new(vec![consulted]).what_would_change(&derived);
    let named: Vec<Vec<&str>> =
        ways.iter().map(|way| way.iter().map(|c| c.fact.as_str()).collect()).collect();
    assert_eq!(named, [vec!["cse"], vec!["headcount"], vec!["reached_on"], vec!["new", "monitors"]]);
    assert_eq!(ways[1][0].need, Need::Be { sign: Comparison::Less, value: Value::Int(50) });
}

#[test]
fn no_change_is_offered_where_something_unknown_could_stand_in_for_it() {
    let known = facts(&[("new", true.into())]);
    assert!(trigger(&["new or monitors"]).what_would_change(&known).is_empty());
}

#[test]
fn definitions_that_use_each_other_twice_over_do_not_run_away() {
    let mut definitions = Definitions::default();
    definitions.define("d0", "new", &words()).expect("a definition");
    for n in 1..60 {
        let before = format!("d{}", n - 1);
        definitions
            .define(&format!("d{n}"), &format!("{before} and {before}"), &words())
            .expect("a definition");
    }
    let known = facts(&[("new", true.into())]);
    let derived = definitions.evaluate(&known, Holidays::National);
    let base = words();
    let vocabulary = definitions.over(&base);
    let last = Condition::parse("last", "d59", &vocabulary).expect("a condition");
    drop(Trigger::new(vec![last]).what_would_change(&derived));
}
