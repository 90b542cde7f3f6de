//! A project read by the law, and what is said of it on screen and in the file.

use content::law::{RuleKind, RuleScope};
use jiff::civil::{Date, date};
use kernel::{Headcount, Locale, OrganisationId, ProjectId, Stage};
use obligations::{
    api::{self, Gate, Reading},
    verdict,
};
use platform::{
    T,
    texts::{OWN, Texts},
};
use registry::{Facts, Organisation, OrganisationKind, Project};
use serde_json::{Value as Json, json};

const TODAY: Date = date(2026, 11, 22);

fn facts(json: Json) -> Facts {
    serde_json::from_value(json).expect("an object")
}

/// A company of 86 with a CSE since long.
fn employer() -> Organisation {
    Organisation {
        id: OrganisationId::parse("0198c0de000070008000000000000001").expect("an id"),
        name: "Ateliers du Val".to_owned(),
        kind: OrganisationKind::Company,
        headcount: Headcount::try_from(86).ok(),
        facts: facts(
            json!({"org.threshold11_met": true, "org.reached50_on": "2015-12-31", "org.cse": "elected"}),
        ),
    }
}

fn project(stage: Stage, stated: Json) -> Project {
    Project {
        organisation: employer().id,
        id: ProjectId::parse("0198c0de000070008000000000000002").expect("an id"),
        title: "Planification prédictive".to_owned(),
        purpose: "Mieux prévoir les temps".to_owned(),
        concerned: Some(14),
        stage,
        facts: facts(stated),
        created_at: "2026-11-22T08:00:00Z".parse().expect("an instant"),
        stages: Vec::new(),
    }
}

/// What is known of the tool: new, an AI, with data on each operator.
fn tool(more: Json) -> Json {
    let mut stated = json!({
        "system.is_ai": true, "system.role": "deployer", "system.new_technology": true, "system.important_change": true,
        "system.monitors_activity": true, "system.evaluates_workers": true, "system.collects_worker_data": true,
        "system.annex3_4": "b", "system.profiling": true, "system.placed_on_market": "2026-05-01", "data.personal": true,
        "data.cnil_list": ["constant_monitoring"], "data.dpia_criteria": ["c1", "c3", "c7", "c8"],
    });
    let more = more.as_object().cloned().unwrap_or_default();
    stated.as_object_mut().expect("an object").extend(more);
    stated
}

fn read(stage: Stage, more: Json) -> Reading {
    api::reading(&employer(), &project(stage, tool(more)), TODAY)
}

fn speaks(locale: Locale) -> T {
    Texts::load(&[OWN, obligations::TEXTS]).expect("texts").speak(locale)
}

fn applies(reading: &Reading, kind: RuleKind) -> bool {
    reading.of_scope(RuleScope::Project).any(|applied| applied.kind == kind)
}

#[test]
fn before_the_information_is_given_the_gate_is_closed_without_a_date() {
    let reading = read(Stage::Idea, json!({}));
    let closed = api::gate_closed(&reading).expect("a gate");
    assert_eq!((closed.rule.as_str(), closed.until), ("no-deployment-before-opinion", None));
    assert!(closed.articles.iter().any(|article| article == "L2312-14"), "{:?}", closed.articles);
    assert!(!applies(&reading, RuleKind::Alert));
}

#[test]
fn once_the_information_is_given_the_gate_opens_on_a_day_that_is_worked_out() {
    let reading = read(Stage::Idea, json!({"project.info_on": "2026-11-10"}));
    assert_eq!(api::gate_closed(&reading).and_then(|gate| gate.until), Some(date(2026, 12, 11)));
}

#[test]
fn a_pilot_in_real_conditions_while_the_consultation_is_open_raises_the_alert_at_once() {
    let asked = json!({"project.info_on": "2026-11-10"});
    assert!(!applies(&read(Stage::Design, asked.clone()), RuleKind::Alert));
    let reading = read(Stage::Pilot, asked);
    let alert = reading.applied("obstruction-risk").expect("the alert");
    assert!(alert.citations.iter().any(|citation| citation.article.starts_with("L2317-1")));
    assert!(reading.applied("cse-consult-each-stage").is_some());
    assert!(matches!(reading.gate(), Gate::Closed(_)));
}

#[test]
fn the_alert_is_lifted_with_the_opinion_and_with_the_end_of_the_trial() {
    let early = json!({"project.in_use_before_opinion": true, "project.info_on": "2026-11-10"});
    assert!(read(Stage::Pilot, early.clone()).applied("obstruction-risk").is_some());
    let mut given = early;
    given["project.opinion_on"] = json!("2026-11-20");
    let reading = read(Stage::Pilot, given);
    assert_eq!((reading.gate(), applies(&reading, RuleKind::Alert)), (Gate::Open, false));
}

#[test]
fn a_rule_in_doubt_is_told_once_with_what_it_waits_for_who_would_act_and_under_which_article() {
    let unknown = Organisation { headcount: None, ..employer() };
    let reading = api::reading(&unknown, &project(Stage::Idea, tool(json!({}))), TODAY);
    let doubts = verdict::doubts(&reading, &speaks(Locale::Fr));
    let told: Vec<_> = doubts.iter().flat_map(|doubt| &doubt.told).collect();
    let mut rules: Vec<&str> = told.iter().map(|verdict| verdict.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    assert_eq!((rules.len(), told.len()), (reading.undetermined.len(), reading.undetermined.len()));
    for verdict in &told {
        assert!(verdict.when.starts_with("Il manque"), "{}", verdict.title);
        assert!(!verdict.who_what.is_empty() && !verdict.articles.is_empty(), "{}", verdict.title);
    }
    assert!(told.iter().any(|verdict| verdict.when.contains("Effectif")));
    for (rule, _) in doubts.iter().flat_map(|doubt| &doubt.elsewhere) {
        assert!(rules.contains(&rule.as_str()), "{rule} leads nowhere");
    }
}

#[test]
fn an_employer_without_a_committee_has_no_gate() {
    let small = Organisation {
        headcount: Headcount::try_from(7).ok(),
        facts: facts(json!({"org.cse": "none_below_11"})),
        ..employer()
    };
    let reading = api::reading(&small, &project(Stage::Pilot, tool(json!({}))), TODAY);
    assert_eq!(reading.gate(), Gate::Absent);
    assert!(!applies(&reading, RuleKind::Alert));
}

#[test]
fn a_headcount_that_nobody_knows_leaves_the_gate_undetermined_and_says_what_is_missing() {
    let unknown = Organisation { headcount: None, ..employer() };
    let reading = api::reading(&unknown, &project(Stage::Idea, tool(json!({}))), TODAY);
    let Gate::Undetermined(missing) = reading.gate() else { panic!("{:?}", reading.gate()) };
    assert!(missing.contains("org.headcount"));
    let doubts = api::doubts(&reading, &speaks(Locale::Fr));
    assert!(
        doubts.iter().any(|doubt| doubt.questions.iter().any(|question| question == "Effectif")),
        "{doubts:?}"
    );
    assert!(
        api::todo(&reading, &speaks(Locale::Fr))
            .iter()
            .any(|todo| todo.title.contains("attendent une réponse"))
    );
}

#[test]
fn what_a_project_says_of_its_employer_stands_over_what_the_organisation_says() {
    let unknown = Organisation { headcount: None, ..employer() };
    let reading = api::reading(&unknown, &project(Stage::Idea, tool(json!({"org.headcount": 86}))), TODAY);
    assert!(matches!(reading.gate(), Gate::Closed(_)));
}

#[test]
fn every_verdict_says_why_here_from_which_text_and_how_sure() {
    let reading =
        read(Stage::Pilot, json!({"project.info_on": "2026-11-10", "project.meeting_on": "2026-11-30"}));
    for locale in Locale::ALL {
        let t = speaks(*locale);
        let verdicts = verdict::verdicts(&reading, &t, RuleScope::Project);
        assert!(verdicts.len() > 25, "{}", verdicts.len());
        for verdict in verdicts {
            assert!(!verdict.conditions.is_empty(), "{} says no reason", verdict.rule);
            assert!(!verdict.articles.is_empty(), "{} names no text", verdict.rule);
            assert!(!verdict.confidence.is_empty(), "{} does not say how sure", verdict.rule);
            let printed = askama::Template::render(&verdict).expect("a template");
            assert!(!printed.contains('⟦'), "{printed}");
            assert!(!printed.contains("consult.required"), "{printed}");
        }
    }
}

#[test]
fn reasons_go_back_to_what_people_stated() {
    let reading = read(Stage::Idea, json!({}));
    let verdicts = verdict::verdicts(&reading, &speaks(Locale::Fr), RuleScope::Project);
    let gate = verdicts.iter().find(|verdict| verdict.kind == RuleKind::Gate).expect("the gate");
    for stated in ["Effectif\u{a0}: 86", "Technologie nouvelle dans l’entreprise\u{a0}: oui"] {
        assert!(gate.facts.iter().any(|fact| fact == stated), "{:?}", gate.facts);
    }
    assert!(gate.ways_out.iter().any(|way| way.contains("Technologie nouvelle")), "{:?}", gate.ways_out);
}

#[test]
fn flags_are_in_the_order_of_days_and_no_two_say_the_same() {
    let reading =
        read(Stage::Idea, json!({"project.info_on": "2026-11-30", "project.meeting_on": "2026-12-07"}));
    let flags = api::legal_flags(&reading, &speaks(Locale::Fr));
    assert!(flags.is_sorted_by_key(|flag| flag.on));
    let deemed = flags.iter().find(|flag| flag.label.starts_with("Avis réputé")).expect("the limit");
    assert_eq!(deemed.on, date(2026, 12, 30));
    let opens = flags.iter().find(|flag| flag.is_alert).expect("the gate");
    assert_eq!(opens.on, date(2026, 12, 31));
    for (i, flag) in flags.iter().enumerate() {
        assert!(!flags[i + 1..].contains(flag), "{flag:?} twice");
    }
}

#[test]
fn few_things_matter_now_and_a_closed_gate_comes_first() {
    let todo = api::todo(&read(Stage::Idea, json!({})), &speaks(Locale::Fr));
    assert!((1..=4).contains(&todo.len()), "{todo:?}");
    assert!(todo[0].is_blocking && todo[0].on.is_none(), "{todo:?}");
    assert!(todo[1].title.contains("information précise et écrite"), "{todo:?}");
}

#[test]
fn the_rows_of_the_file_hold_dates_and_versions() {
    let reading = read(Stage::Idea, json!({"project.info_on": "2026-12-31"}));
    let rows = api::document_rows(&reading, &speaks(Locale::Fr));
    let limit = rows.iter().find(|row| row.title == "Délai d’un mois").expect("the limit");
    assert!(
        limit.dates[0].contains("31 janvier 2027") && limit.dates[0].contains("1er février 2027"),
        "{:?}",
        limit.dates
    );
    assert!(limit.articles.iter().any(|article| article.contains("LEGIARTI")), "{:?}", limit.articles);
    assert!(rows.iter().any(|row| row.is_base));
}
