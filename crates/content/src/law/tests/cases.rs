//! The worked cases: every set, every derived fact and every date that a jurist wrote down.

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;

use super::french;
use crate::law::{CaseFacts, Expectation, Reading, RuleScope};

macro_rules! cases {
    ($($number:literal),+ $(,)?) => {
        [$((concat!("case-", $number, ".toml"), include_str!(concat!("../../../../../packs/law/fr/cases/case-", $number, ".toml")))),+]
    };
}

const CASES: [(&str, &str); 15] =
    cases!["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15"];

/// Cases of our own: where the fifteen do not go. Their sets were read rule by rule against the texts.
const OTHERS: [(&str, &str); 15] =
    cases!["31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45"];

fn each(check: impl Fn(&str, &Reading, &Table)) {
    for (name, text) in CASES {
        let case = CaseFacts::from_toml(name, text.as_bytes()).unwrap_or_else(|found| panic!("{found:?}"));
        let file: Table = text.parse().expect("a case file");
        let expected = file["expect"].as_table().expect("what is expected").clone();
        let reading = french().evaluate(&case, case.as_of().expect("a day"));
        check(name, &reading, &expected);
    }
}

fn texts<'a>(expected: &'a Table, list: &str) -> BTreeSet<&'a str> {
    expected[list].as_array().expect(list).iter().map(|text| text.as_str().expect("a text")).collect()
}

#[test]
fn the_rules_that_apply_are_those_of_the_worked_cases_and_no_other() {
    each(|name, reading, expected| {
        for (list, scope) in [("project", RuleScope::Project), ("base", RuleScope::Base)] {
            let found: BTreeSet<&str> =
                reading.of_scope(scope).map(|applied| applied.rule.as_str()).collect();
            assert_eq!(found, texts(expected, list), "{name}: {list}");
        }
    });
}

#[test]
fn what_is_upcoming_conditional_or_undetermined_is_what_the_worked_cases_say() {
    each(|name, reading, expected| {
        let upcoming: BTreeMap<&str, String> =
            reading.upcoming.iter().map(|rule| (rule.rule.as_str(), rule.from.to_string())).collect();
        let wanted = expected["upcoming"].as_table().expect("a table");
        let wanted: BTreeMap<&str, String> =
            wanted.iter().map(|(id, from)| (id.as_str(), from.to_string())).collect();
        assert_eq!(upcoming, wanted, "{name}: upcoming");
        let conditional: BTreeSet<&str> = reading.conditional.iter().map(|rule| rule.rule.as_str()).collect();
        assert_eq!(conditional, texts(expected, "conditional"), "{name}: conditional");
        assert!(reading.undetermined.is_empty(), "{name}: {:?}", reading.undetermined);
    });
}

#[test]
fn derived_facts_are_those_of_the_worked_cases() {
    each(|name, reading, expected| {
        for pair in expected["derived"].as_str().expect("a text").split("; ") {
            let (fact, value) = pair.split_once(" = ").expect("a fact and its value");
            assert_eq!(reading.derived.get(fact).map(String::as_str), Some(value), "{name}: {fact}");
        }
    });
}

/// Lines whose dates depend on something that happened outside the case: `dates.rs` works them out.
const ELSEWHERE: [&str; 13] = [
    "Last DUERP update",
    "Monthly reception",
    "Recurring powers start",
    "Works-rules formalities",
    "AI Act: information of workers",
    "Previous GEPP round",
    "Draft agreement given",
    "Staff informed",
    "Position recorded",
    "No Labour Code consultation limit",
    "Carence report",
    "Day count of the suspension",
    "Directive measures due",
];

#[test]
fn every_date_that_the_facts_give_is_the_one_worked_out_by_hand() {
    for (name, text) in CASES {
        let case = CaseFacts::from_toml(name, text.as_bytes()).expect("a case");
        let reading = french().evaluate(&case, case.as_of().expect("a day"));
        let expected = Expectation::of_case(text).expect("what is expected");
        assert_eq!(expected.compare(&reading), [], "{name}");
        for line in expected.not_compared(&reading) {
            let known = line == "Expert report: 15 days before the shifted limit = 2026-12-07."
                || ELSEWHERE.iter().any(|start| line.starts_with(start));
            assert!(known, "{name}: {line}");
        }
    }
}

#[test]
fn hospitals_crossings_of_fifty_suspensions_and_ignorance_read_as_expected() {
    for (name, text) in OTHERS {
        let case = CaseFacts::from_toml(name, text.as_bytes()).unwrap_or_else(|found| panic!("{found:?}"));
        let reading = french().evaluate(&case, case.as_of().expect("a day"));
        let expected = Expectation::of_case(text).expect("what is expected");
        assert_eq!(expected.compare(&reading), [], "{name}");
        assert!(expected.not_compared(&reading).is_empty(), "{name}");
    }
}

#[test]
fn a_case_that_expects_something_else_is_told_what() {
    let (name, text) = CASES[1];
    let case = CaseFacts::from_toml(name, text.as_bytes()).expect("a case");
    let reading = french().evaluate(&case, case.as_of().expect("a day"));
    for (from, to, of) in [
        ("cse.level = full", "cse.level = light", "cse.level"),
        ("\"cse-agenda\", ", "", "project"),
        ("\"duerp-annual-update\"", "\"gepp\"", "base"),
        ("2027-12-02 }", "2027-12-03 }", "upcoming"),
        ("conditional = []", "conditional = [\"pwd-dpia\"]", "conditional"),
        ("conditional = []", "conditional = []\nundetermined = [\"gepp\"]", "undetermined"),
        ("nominal 2026-12-30", "nominal 2026-12-31", "cse-deadline-1-month.deemed"),
    ] {
        assert!(text.contains(from), "{from}");
        let expected = Expectation::of_case(&text.replacen(from, to, 1)).expect("what is expected");
        let found = expected.compare(&reading);
        assert!(found.iter().any(|mismatch| mismatch.of == of), "{from} → {to}: {found:?}");
    }
}
