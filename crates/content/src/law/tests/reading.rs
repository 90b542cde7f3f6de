//! What a reading looks like: order, reasons, JSON, and what holds for every case.

use rules::Value;
use serde_json::json;

use super::{day, french};
use crate::law::{CaseFacts, Reading, RuleKind};

fn read(text: &str, on: &str) -> Reading {
    let case = CaseFacts::from_toml("case.toml", text.as_bytes()).expect("a case");
    french().evaluate(&case, day(on))
}

const CALL_CENTRE: &str = include_str!("../../../../../packs/law/fr/cases/case-10.toml");
const SMALL_WORKSHOP: &str = include_str!("../../../../../packs/law/fr/cases/case-02.toml");

#[test]
fn what_stops_the_project_comes_first_and_the_rest_last() {
    let reading = read(CALL_CENTRE, "2026-11-22");
    assert_eq!(reading.applies[0].rule, "aia-ban-emotion-workplace");
    assert_eq!(reading.applies[1].kind, RuleKind::Gate);
    let ranks: Vec<u8> = reading.applies.iter().map(|applied| applied.kind.rank()).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

#[test]
fn the_reading_is_written_in_the_agreed_shape() {
    let reading = serde_json::to_value(read(SMALL_WORKSHOP, "2026-11-22")).expect("JSON");
    let keys: Vec<&String> = reading.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["applies", "as_of", "conditional", "derived", "edition", "undetermined", "upcoming"]);
    assert_eq!((&reading["as_of"], &reading["edition"]), (&json!("2026-11-22"), &json!("fr-2026-11-22")));
    assert_eq!(reading["upcoming"], json!([{ "rule": "aia-classify-annex3-4", "from": "2027-12-02" }]));
    let limit =
        reading["applies"].as_array().expect("a list").iter().find(|r| r["rule"] == "cse-deadline-1-month");
    let mut limit = limit.expect("the limit").clone();
    let ways = limit.as_object_mut().and_then(|limit| limit.remove("would_not_apply_if"));
    assert!(ways.is_some_and(|ways| ways.as_array().is_some_and(|ways| !ways.is_empty())));
    assert_eq!(
        limit,
        json!({
            "rule": "cse-deadline-1-month",
            "kind": "derived-date",
            "scope": "project",
            "dates": [{ "name": "deemed", "nominal": "2026-12-30", "extended": "2026-12-30" }],
            "because": [
                { "condition": "consultation-required", "holds": true, "facts": { "consult.required": true } },
                { "condition": "no-pse", "holds": true, "facts": { "project.pse": false } },
                { "condition": "information-given", "holds": true, "facts": { "project.info_on": "2026-11-30" } },
                { "condition": "no-agreed-limit", "holds": true, "facts": { "org.agreement_deadline": null } },
                { "condition": "no-expert-in-time", "holds": true, "facts": { "expert.in_time": false } },
            ],
            "citations": [
                { "code": "travail", "article": "L2312-16", "version": "LEGIARTI000035609780" },
                { "code": "travail", "article": "R2312-5", "version": "LEGIARTI000045680873" },
                { "code": "travail", "article": "R2312-6, I, al. 1", "version": "LEGIARTI000036411558" },
            ],
        })
    );
}

#[test]
fn what_is_undetermined_names_the_facts_of_the_case_that_are_missing() {
    let text = SMALL_WORKSHOP.replace("headcount = 50", "headcount = \"unknown\"");
    let reading = read(&text, "2026-11-22");
    let written = serde_json::to_value(&reading).expect("JSON");
    let asked =
        written["undetermined"].as_array().expect("a list").iter().find(|r| r["rule"] == "cse-agenda");
    assert_eq!(asked, Some(&json!({ "rule": "cse-agenda", "missing": ["org.headcount"] })));
    assert_eq!(reading.missing().into_iter().collect::<Vec<_>>(), ["org.headcount"]);
    assert!(reading.applied("gdpr-register").is_some(), "what does not depend on it is settled");
}

#[test]
fn a_case_of_which_nothing_is_known_leaves_nothing_out() {
    let mut case = CaseFacts::new();
    for word in french().words().iter() {
        case.set_unknown(&word.name).expect("a known fact");
    }
    let reading = french().evaluate(&case, day("2026-11-22"));
    let applies: Vec<&str> = reading.applies.iter().map(|applied| applied.rule.as_str()).collect();
    assert_eq!(applies, ["duerp-retention-40y"]);
    assert_eq!(reading.undetermined.len(), french().rules().len() - 1);
    // `event` dates only date things, and no rule depends on them.
    assert!(reading.missing().iter().all(|name| !name.starts_with("event.")));
}

#[test]
fn hiding_any_one_fact_never_hides_a_rule() {
    let case = CaseFacts::from_toml("case.toml", SMALL_WORKSHOP.as_bytes()).expect("a case");
    let on = day("2026-11-22");
    let complete = french().evaluate(&case, on);
    for word in french().words().iter() {
        let mut hidden = case.clone();
        hidden.set_unknown(&word.name).expect("a known fact");
        let partial = french().evaluate(&hidden, on);
        for applied in &complete.applies {
            let kept = partial.applied(&applied.rule).is_some()
                || partial.undetermined.iter().any(|rule| rule.rule == applied.rule);
            assert!(kept, "{} vanished without {}", applied.rule, word.name);
        }
        for applied in &partial.applies {
            assert!(
                complete.applied(&applied.rule).is_some(),
                "{} appeared without {}",
                applied.rule,
                word.name
            );
        }
        for undetermined in &partial.undetermined {
            assert!(undetermined.missing.contains(&word.name), "{undetermined:?}");
        }
    }
}

#[test]
fn the_same_facts_on_the_same_day_read_the_same() {
    assert_eq!(read(CALL_CENTRE, "2026-11-22"), read(CALL_CENTRE, "2026-11-22"));
}

#[test]
fn why_a_rule_does_not_apply_is_explained_too() {
    let mut case = CaseFacts::new();
    case.set("org.sector", Value::text("company")).expect("a fact");
    case.set("org.headcount", Value::Int(10)).expect("a fact");
    let explanation = french().explain("cse-setup", &case, day("2026-11-22")).expect("a rule");
    let failing: Vec<&str> = explanation
        .because
        .iter()
        .filter(|trace| !trace.holds.is_true())
        .map(|trace| trace.condition.as_str())
        .collect();
    assert_eq!(failing, ["threshold-11", "elections-not-organised"]);
    assert!(french().explain("no-such-rule", &case, day("2026-11-22")).is_none());
}

/// Not a check but a measure: `cargo test -p content --release -- --ignored --nocapture one_reading`.
#[test]
#[ignore = "a measure, which depends on the machine"]
fn one_reading_is_far_below_a_millisecond() {
    let case = CaseFacts::from_toml("case.toml", CALL_CENTRE.as_bytes()).expect("a case");
    let start = std::time::Instant::now();
    for _ in 0..1_000 {
        std::hint::black_box(french().evaluate(std::hint::black_box(&case), day("2026-11-22")));
    }
    println!("{:?} a reading", start.elapsed() / 1_000);
}

#[test]
fn where_nobody_knows_which_holidays_count_only_what_they_change_is_open() {
    let file = r#"as_of = 2027-03-20
[org]
sector = "company"
headcount = 80
cse = "elected"
reached50_on = 2010-12-31
alsace_moselle = "unknown"
[system]
new_technology = true
[project]
info_on = 2027-02-26
expert_voted_on = 2027-03-16
"#;
    let case = CaseFacts::from_toml("case.toml", file.as_bytes()).expect("a case");
    let reading = french().evaluate(&case, day("2027-03-20"));
    let steps = reading.applied("cse-expert-steps").expect("the steps");
    assert_eq!(steps.date("cost_notice").map(|date| date.nominal), Some(day("2027-03-26")), "days are days");
    let challenge = reading.applied("cse-expert-challenge").expect("the challenge");
    assert_eq!(challenge.date("challenge_necessity_choice"), None, "day 10 is Good Friday");
    let open =
        challenge.open_dates.iter().find(|date| date.name == "challenge_necessity_choice").expect("open");
    assert_eq!(open.missing.iter().collect::<Vec<_>>(), ["org.alsace_moselle"]);
    assert!(reading.undetermined.iter().all(|doubt| doubt.rule != "cse-deadline-2-months"));
}
