//! What was answered on the screens is what the law reads.

use std::collections::BTreeSet;

use content::law::RuleScope;
use describe::model::{
    answers::Answers,
    draft::{Draft, Given},
    facts,
    question::Question,
    route::{Describer, first_open, questions},
    vocabulary::Answer,
};
use jiff::civil::{Date, date};
use obligations::api::{self, Gate, Reading};
use registry::Facts;
use serde_json::json;

const TODAY: Date = date(2026, 11, 22);

/// What somebody types, screen by screen.
type Screens<'a> = &'a [(Question, &'a [(&'a str, &'a str)])];

fn answers(screens: Screens<'_>) -> (Vec<Question>, Answers) {
    let mut draft = Draft::default();
    for (question, pairs) in screens {
        draft.keep(*question, Given::of(pairs.iter().copied(), &question.names()));
    }
    let said = Answers::read(&draft, None, TODAY);
    let asked = questions(&Describer::Visitor, &said);
    let answers = said.to(&asked);
    (asked, answers)
}

fn facts_of(answers: &Answers) -> Facts {
    let (kind, headcount, mut facts) = facts::of_employer(answers, TODAY);
    if let Some(kind) = kind {
        facts.insert("org.sector".to_owned(), kind.code().into());
    }
    if let Some(headcount) = headcount {
        facts.insert("org.headcount".to_owned(), headcount.get().into());
    }
    if let Some(Answer::Is(stage)) = answers.stage {
        facts.insert("project.stage".to_owned(), obligations::model::case::stage_code(stage).into());
    }
    let mut all = facts::of_project(answers);
    all.append(&mut facts);
    all
}

/// The whole description, answered without a gap.
fn read(screens: Screens<'_>) -> Reading {
    let (asked, answers) = answers(screens);
    assert_eq!(first_open(&asked, &answers), None, "every question is answered");
    api::read(api::case_of_facts(&facts_of(&answers)), TODAY)
}

fn rules(reading: &Reading, scope: RuleScope) -> BTreeSet<&str> {
    reading.of_scope(scope).map(|applied| applied.rule.as_str()).collect()
}

const METAL_49: Screens<'_> = &[
    (
        Question::Project,
        &[("title", "Planification prédictive"), ("purpose", "Prévoir les temps à la commande")],
    ),
    (Question::Organisation, &[("kind", "company"), ("headcount", "49")]),
    (Question::Threshold, &[("met11", "yes")]),
    (Question::Representation, &[("cse", "elected"), ("union", "neither")]),
    (Question::Tool, &[("ai", "yes"), ("newness", "new"), ("origin", "bought"), ("market", "2026-01-01")]),
    (Question::Functions, &[("functions", "predicts")]),
    (Question::Work, &[("work", "skills"), ("work", "organisation")]),
    (Question::Data, &[("personal", "no")]),
    (Question::Decisions, &[("decisions", "none")]),
    (Question::People, &[("concerned", "14"), ("trades", "atelier, planning")]),
    (Question::Stage, &[("stage", "pilot")]),
];

#[test]
fn a_metalworking_firm_of_49_gets_exactly_the_rules_of_its_case() {
    let reading = read(METAL_49);
    let project = [
        "cse-light-dialogue",
        "risk-assessment-system",
        "prevention-principles",
        "duerp-update-on-change",
        "duerp-cse-consult-light",
        "prevention-action-list",
        "duerp-send-spst",
        "safety-training-technique",
        "training-adaptation",
        "aia-literacy",
        "eu-framework-2020",
    ];
    let base = [
        "duerp-annual-update",
        "duerp-retention-40y",
        "prevention-referent",
        "cse-hs-training",
        "direct-expression",
    ];
    assert_eq!(rules(&reading, RuleScope::Project), BTreeSet::from(project));
    assert_eq!(rules(&reading, RuleScope::Base), BTreeSet::from(base));
    assert_eq!((reading.undetermined.len(), reading.upcoming.len(), reading.conditional.len()), (0, 0, 0));
    assert_eq!(reading.derived.get("cse.level").map(String::as_str), Some("light"));
    assert_eq!(reading.gate(), Gate::Absent);
}

#[test]
fn the_same_firm_at_50_that_times_each_operator_gets_exactly_the_rules_of_its_case() {
    let reading = read(&[
        METAL_49[0],
        (Question::Organisation, &[("kind", "company"), ("headcount", "50")]),
        (Question::Threshold, &[("since50", "recent"), ("since50_on", "31/01/2026")]),
        (Question::Representation, &[("cse", "elected"), ("union", "neither")]),
        (
            Question::Tool,
            &[("ai", "yes"), ("newness", "new"), ("origin", "bought"), ("market", "2026-05-01")],
        ),
        (Question::Functions, &[("functions", "predicts"), ("functions", "watches")]),
        (Question::Work, &[("work", "skills"), ("work", "organisation")]),
        (Question::Data, &[("personal", "yes"), ("data", "staff"), ("data", "constant"), ("data", "vendor")]),
        (
            Question::Decisions,
            &[("decisions", "evaluate"), ("decisions", "allocate"), ("decisions", "profile")],
        ),
        (Question::People, &[("concerned", "14"), ("trades", "")]),
        (Question::Stage, &[("stage", "idea")]),
        (
            Question::Dialogue,
            &[("conversation", "begun"), ("info_on", "2026-11-30"), ("meeting_on", "2026-12-07")],
        ),
    ]);
    let project = [
        "cse-consult-new-technology",
        "cse-consult-important-change",
        "cse-consult-monitoring",
        "cse-inform-hr-processing",
        "cse-written-information",
        "cse-agenda",
        "cse-deadline-1-month",
        "cse-expert-right",
        "cse-judge-information",
        "cse-reasoned-follow-up",
        "no-deployment-before-opinion",
        "worker-info-collection",
        "worker-info-evaluation",
        "proportionality",
        "non-discrimination",
        "risk-assessment-system",
        "prevention-principles",
        "duerp-update-on-change",
        "duerp-cse-consult",
        "papripact-update",
        "duerp-send-spst",
        "safety-training-technique",
        "training-adaptation",
        "gdpr-register",
        "gdpr-inform",
        "gdpr-basis-minimisation",
        "gdpr-dpia-list",
        "gdpr-dpia-workers-view",
        "gdpr-processor-contract",
        "gdpr-monitoring-limits",
        "cnil-ai-guidance",
        "aia-literacy",
        "aia-legacy",
        "eu-framework-2020",
    ];
    let base = [
        "cse-powers-50",
        "duerp-annual-update",
        "duerp-retention-40y",
        "prevention-referent",
        "cse-hs-training",
        "cse-terms-agreement-optional",
        "direct-expression",
    ];
    assert_eq!(rules(&reading, RuleScope::Project), BTreeSet::from(project));
    assert_eq!(rules(&reading, RuleScope::Base), BTreeSet::from(base));
    assert!(reading.undetermined.is_empty(), "{:?}", reading.undetermined);
    assert_eq!(api::gate_closed(&reading).and_then(|gate| gate.until), Some(date(2026, 12, 31)));
}

#[test]
fn a_plumber_of_11_without_an_election_is_told_to_hold_one_and_of_no_committee_to_consult() {
    let reading = read(&[
        METAL_49[0],
        (Question::Organisation, &[("kind", "company"), ("headcount", "11")]),
        (Question::Threshold, &[("met11", "yes")]),
        (Question::Representation, &[("cse", "not_organised"), ("union", "neither")]),
        (Question::Tool, &[("ai", "no"), ("newness", "new"), ("origin", "bought")]),
        (Question::Functions, &[("functions", "locates")]),
        (Question::Work, &[("work", "none")]),
        (Question::Data, &[("personal", "yes"), ("data", "staff"), ("data", "constant"), ("data", "vendor")]),
        (Question::Decisions, &[("decisions", "none")]),
        (Question::People, &[("concerned", ""), ("concerned_unknown", "unknown")]),
        (Question::Stage, &[("stage", "idea")]),
    ]);
    let project = rules(&reading, RuleScope::Project);
    for rule in
        ["no-cse-direct-dialogue", "gdpr-geolocation-limits", "gdpr-dpia-list", "worker-info-collection"]
    {
        assert!(project.contains(rule), "{rule} in {project:?}");
    }
    assert!(rules(&reading, RuleScope::Base).contains("cse-setup"));
    assert!(!project.iter().any(|rule| rule.starts_with("cse-consult")), "{project:?}");
    assert!(reading.undetermined.is_empty(), "{:?}", reading.undetermined);
}

#[test]
fn knowing_nothing_but_a_title_rules_nothing_out() {
    let (asked, answers) = answers(&METAL_49[..1]);
    assert_eq!(asked.len(), 12);
    let reading = api::read(api::case_of_facts(&facts_of(&answers)), TODAY);
    assert!(matches!(reading.gate(), Gate::Undetermined(_)));
    for rule in ["cse-consult-new-technology", "gdpr-register", "aia-literacy", "gdpr-dpia-list", "cse-setup"]
    {
        assert!(reading.undetermined.iter().any(|doubt| doubt.rule == rule), "{rule} is undetermined");
    }
    let words = reading.missing();
    let askable = words.iter().filter(|fact| Question::of_fact(fact).is_some()).count();
    assert!(askable * 3 >= words.len() * 2, "most of what is missing can be answered: {words:?}");
}

#[test]
fn a_trial_before_the_opinion_raises_the_alert_on_the_last_screen() {
    let mut screens = vec![
        (Question::Organisation, &[("kind", "company"), ("headcount", "86")][..]),
        (Question::Threshold, &[("since50", "long")]),
        (Question::Dialogue, &[("conversation", "nothing")]),
    ];
    let kept = METAL_49
        .iter()
        .filter(|(question, _)| !matches!(question, Question::Organisation | Question::Threshold));
    screens.extend(kept);
    let reading = read(&screens);
    assert!(reading.applied("obstruction-risk").is_some());
}

#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_does_not_count() {
    let mut screens = vec![(Question::Dialogue, &[("conversation", "begun"), ("info_on", "2026-11-10")][..])];
    screens.extend(METAL_49);
    let (asked, answers) = answers(&screens);
    assert!(!asked.contains(&Question::Dialogue) && answers.dialogue.is_none());
    assert_eq!(facts_of(&answers).get("project.info_on"), None);
}

#[test]
fn a_public_employer_has_no_committee_of_private_law_and_no_threshold() {
    let (asked, answers) =
        answers(&[(Question::Organisation, &[("kind", "public_territorial"), ("headcount", "45")])]);
    assert!(!asked.contains(&Question::Representation) && !asked.contains(&Question::Threshold));
    assert_eq!(facts_of(&answers).get("org.cse"), Some(&json!("not_applicable")));
}
