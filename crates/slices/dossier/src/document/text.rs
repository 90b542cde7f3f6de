//! The text: its articles, what each answers and commits to, and the position of each party.

use agreements::api::{Agreement, Clause, ClauseState};
use platform::T;
use serde_json::Value;
use thread::Whole;

use super::blocks::{Section, Tone, callout, facts, paragraph, table};

pub fn sections(whole: &Whole, t: &T) -> Vec<Section> {
    let Some(agreement) = &whole.agreement else {
        return vec![Section::chapter(t.say("dossier-text"), vec![paragraph(t.say("dossier-text-none"))])];
    };
    let begun =
        t.two("dossier-text-lede", "title", agreement.title.clone(), "day", t.day(agreement.begun_on));
    let mut sections = vec![Section::chapter(t.say("dossier-text"), vec![paragraph(begun)])];
    let clauses = agreement.clauses.iter().filter(|clause| clause.state != ClauseState::Withdrawn);
    sections.extend(clauses.map(|clause| article(whole, agreement, clause, t)));
    sections
}

fn article(whole: &Whole, agreement: &Agreement, clause: &Clause, t: &T) -> Section {
    let heading = t.two("dossier-article", "number", clause.number, "title", clause.title.clone());
    let mut blocks = vec![paragraph(clause.text.clone()), facts(terms(whole, clause, t))];
    blocks.push(positions(agreement, clause, t));
    if let Some(day) = clause.settled_on.filter(|_| clause.is_adopted()) {
        blocks.push(callout(
            Tone::Ok,
            t.one("dossier-adopted", "day", t.day(day)),
            t.say("dossier-adopted-what"),
        ));
    }
    Section::part(heading, blocks)
}

fn terms(whole: &Whole, clause: &Clause, t: &T) -> Vec<(String, String)> {
    let terms = &clause.terms;
    let answered = clause.finding.and_then(|id| whole.findings.iter().find(|finding| finding.id == id));
    let space = whole.spaces.iter().find(|space| space.id == terms.trigger_space);
    let reviews = [terms.short_on, terms.medium_on, terms.long_on].map(|day| t.day(day)).join(" ; ");
    let owner =
        t.two("dossier-owner", "name", terms.owner.clone(), "party", t.say_code("party", terms.owner_party));
    let threshold = t.with(
        "dossier-threshold",
        &[
            ("direction", t.say_code("direction", terms.direction).into()),
            ("threshold", t.number(terms.threshold).into()),
            ("unit", terms.unit.clone().into()),
            ("space", space.map(|space| space.name.clone()).unwrap_or_default().into()),
        ],
    );
    vec![
        (t.say("dossier-answers"), answered.map(|finding| finding.text.clone()).unwrap_or_default()),
        (t.say("dossier-commits"), terms.what.clone()),
        (t.say("dossier-owner-label"), owner),
        (t.say("dossier-due"), t.day(terms.due_on)),
        (t.say("dossier-indicator"), terms.indicator.clone()),
        (t.say("dossier-trigger"), threshold),
        (t.say("dossier-reviews"), reviews),
        (t.say("dossier-version"), clause.version.to_string()),
    ]
}

fn positions(agreement: &Agreement, clause: &Clause, t: &T) -> Value {
    let mut rows: Vec<Vec<String>> = clause
        .positions
        .iter()
        .map(|position| {
            vec![
                t.say_code("party", position.party),
                t.say_code("position", position.kind),
                position.reason.clone(),
                t.two("dossier-by-on", "name", position.by_name.clone(), "day", t.day(position.on)),
            ]
        })
        .collect();
    let silent = agreement.needed.iter().filter(|party| clause.position_of(**party).is_none());
    rows.extend(silent.map(|party| {
        vec![t.say_code("party", party), t.say("dossier-awaited"), String::new(), String::new()]
    }));
    let columns = ["dossier-col-party", "dossier-col-position", "dossier-col-reason", "dossier-col-by"];
    table(t.say("dossier-positions"), columns.map(|key| t.say(key)).into(), rows, true)
}
