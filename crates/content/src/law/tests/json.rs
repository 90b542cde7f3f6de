//! Cases as other programs send them.

use serde_json::json;

use super::{day, french};
use crate::law::{CaseFacts, CaseFault};

fn faults(sent: &serde_json::Value) -> Vec<CaseFault> {
    CaseFacts::from_json(sent).expect_err("a fault")
}

/// A case file as JSON: dates become texts, nothing else changes.
fn sent(text: &str) -> serde_json::Value {
    let table: toml::Table = text.parse().expect("TOML");
    fn json(value: &toml::Value) -> serde_json::Value {
        match value {
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(list) => list.iter().map(json).collect(),
            toml::Value::Table(table) => table
                .iter()
                .map(|(key, value)| (key.clone(), json(value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            other => serde_json::to_value(other).expect("JSON"),
        }
    }
    json(&toml::Value::Table(table))
}

#[test]
fn a_case_says_the_same_in_json_as_in_its_file() {
    for text in [
        include_str!("../../../../../packs/law/fr/cases/case-05.toml"),
        include_str!("../../../../../packs/law/fr/cases/case-14.toml"),
    ] {
        let written = CaseFacts::from_toml("case.toml", text.as_bytes()).expect("a case");
        let sent = CaseFacts::from_json(&sent(text)).expect("a case");
        assert_eq!(sent, written);
        let on = written.as_of().expect("a day");
        assert_eq!(french().evaluate(&sent, on), french().evaluate(&written, on));
    }
}

#[test]
fn what_cannot_be_read_is_named_by_its_key_with_what_was_expected() {
    for (wrong, key, expected) in [
        (json!({"org": {"headcount": "many"}}), "org.headcount", "a number, 0 or more"),
        (json!({"org": {"headcount": -1}}), "org.headcount", "a number, 0 or more"),
        (json!({"org": {"headcount": 1e300}}), "org.headcount", "a number, 0 or more"),
        (json!({"org": {"establishments": 1.5}}), "org.establishments", "a whole number"),
        (json!({"org": {"cse": "electd"}}), "org.cse", "one of elected"),
        (json!({"org": {"hedcount": 3}}), "org.hedcount", "a fact of org: country, sector, headcount"),
        (json!({"orgs": {}}), "orgs", "one of org, system"),
        (json!({"org": 3}), "org", "an object"),
        (json!({"as_of": "2026-02-30"}), "as_of", "a date"),
        (json!({"project": {"info_on": "2026-11-30T10:00"}}), "project.info_on", "a date"),
        (
            json!({"org": {"agreement_deadline": {"n": 2, "unit": "weeks"}}}),
            "org.agreement_deadline",
            "a period",
        ),
        (json!({"data": {"dpia_criteria": ["c1", 2]}}), "data.dpia_criteria", "a list of c1"),
        (json!(["org"]), "the case", "an object"),
    ] {
        let found = faults(&wrong);
        assert_eq!((found.len(), found[0].key.as_str()), (1, key), "{wrong}: {found:?}");
        assert!(found[0].expected.starts_with(expected), "{wrong}: {found:?}");
    }
}

#[test]
fn a_fraction_and_an_absence_are_read_as_people_mean_them() {
    let case = CaseFacts::from_json(&json!({
        "as_of": "2026-11-22",
        "org": { "headcount": 49.8, "reached50_on": null, "sector": "unknown", "cse": "none" },
        "project": { "meeting_on": "none" },
    }));
    let case = case.expect("a case");
    assert_eq!(case.as_of(), Some(day("2026-11-22")));
    assert_eq!(case.stated("org.headcount"), Some(&rules::Value::Int(49)));
    assert_eq!(case.stated("org.reached50_on"), Some(&rules::Value::None));
    assert_eq!(case.stated("project.meeting_on"), Some(&rules::Value::None));
    assert!(case.stated("org.sector").is_some_and(rules::Value::is_unknown));
}

#[test]
fn what_is_given_back_of_a_long_text_is_short() {
    let found = faults(&json!({"org": {"cse": "x".repeat(10_000)}}));
    assert!(found[0].given.len() < 200);
}
