//! The worked cases: every set, every derived fact and every date that a jurist wrote down.

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;

use super::{day, french};
use crate::law::{CaseFacts, Reading, RuleScope};

macro_rules! cases {
    ($($number:literal),+ $(,)?) => {
        [$((concat!("case-", $number, ".toml"), include_str!(concat!("../../../../../packs/law/fr/cases/case-", $number, ".toml")))),+]
    };
}

const CASES: [(&str, &str); 15] =
    cases!["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15"];

/// A date of a rule, and which of its two readings.
type Worked = (&'static str, &'static str, Reckoning);

/// The rules, dates and readings that a line of a case stands for, in the order of the dates it writes.
const LINES: [(&str, &[Worked]); 14] = [
    (
        "deemed negative opinion (1 month):",
        &[("cse-deadline-1-month", "deemed", Nominal), ("cse-deadline-1-month", "deemed", Extended)],
    ),
    (
        "deemed negative opinion (2 months):",
        &[("cse-deadline-2-months", "deemed", Nominal), ("cse-deadline-2-months", "deemed", Extended)],
    ),
    (
        "deemed negative opinion (3 months):",
        &[("cse-deadline-3-months", "deemed", Nominal), ("cse-deadline-3-months", "deemed", Extended)],
    ),
    (
        "deemed negative opinion (agreement):",
        &[("cse-deadline-agreement", "deemed", Nominal), ("cse-deadline-agreement", "deemed", Extended)],
    ),
    (
        "deemed opinion before suspension (2 months):",
        &[("cse-deadline-2-months", "deemed_before_suspension", Nominal)],
    ),
    (
        "-> deemed opinion:",
        &[("cse-deadline-2-months", "deemed", Nominal), ("cse-deadline-2-months", "deemed", Extended)],
    ),
    (
        "earliest decision or use (conservative):",
        &[("no-deployment-before-opinion", "earliest_decision", Nominal)],
    ),
    (
        "agenda sent by",
        &[
            ("cse-agenda", "agenda_sent", Nominal),
            ("cse-agenda", "agenda_sent_safe", Nominal),
            ("cse-reasoned-follow-up", "minutes_sent", Nominal),
        ],
    ),
    (
        "ad hoc powers since",
        &[("cse-powers-50", "adhoc_from", Nominal), ("cse-powers-50", "recurring_from", Nominal)],
    ),
    ("expert report:", &[("cse-expert-report", "expert_report", Nominal)]),
    ("establishment opinions:", &[("cse-establishment-opinion-7-days", "establishment_opinion", Nominal)]),
    (
        "expert: request by",
        &[
            ("cse-expert-steps", "expert_request", Nominal),
            ("cse-expert-steps", "employer_answer", Nominal),
            ("cse-expert-steps", "cost_notice", Nominal),
        ],
    ),
    (
        "employer challenge (necessity, choice): last day",
        &[("cse-expert-challenge", "challenge_necessity_choice", Nominal)],
    ),
    (
        "employer challenge (cost, scope, length): last day",
        &[("cse-expert-challenge", "challenge_cost_scope_length", Nominal)],
    ),
];

#[derive(Clone, Copy)]
enum Reckoning {
    Nominal,
    Extended,
}
use Reckoning::{Extended, Nominal};

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
    each(|name, reading, expected| {
        for line in texts(expected, "dates") {
            match LINES.iter().find(|(lead, _)| line.contains(lead)) {
                Some((lead, wanted)) => compare(name, reading, line, lead, wanted),
                None if line == "Expert report: 15 days before the shifted limit = 2026-12-07." => {}
                None => assert!(ELSEWHERE.iter().any(|start| line.starts_with(start)), "{name}: {line}"),
            }
        }
    });
}

fn compare(name: &str, reading: &Reading, line: &str, lead: &str, wanted: &[Worked]) {
    let (_, written) = line.split_once(lead).expect("what follows the lead");
    let written = dates_in(written);
    assert_eq!(written.len(), wanted.len(), "{name}: {line}");
    for ((rule, date, reckoning), written) in wanted.iter().zip(written) {
        let applied = reading.applied(rule).unwrap_or_else(|| panic!("{name}: {rule} does not apply"));
        let found = applied.date(date).unwrap_or_else(|| panic!("{name}: {rule} gives no {date}"));
        let found = match reckoning {
            Nominal => found.nominal,
            Extended => found.extended,
        };
        assert_eq!(found, day(written), "{name}: {line}");
    }
}

/// The dates written in a sentence, in order.
fn dates_in(sentence: &str) -> Vec<&str> {
    let words = sentence.split(|c: char| !c.is_ascii_digit() && c != '-');
    words.filter(|word| word.len() == 10 && word.parse::<jiff::civil::Date>().is_ok()).collect()
}
