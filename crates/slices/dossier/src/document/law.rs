//! What the law asks: each rule with its reason, its dates and its articles; the facts it was read from; doubts; limits.

use std::collections::BTreeSet;

use content::law::{RuleKind, RuleScope};
use jiff::civil::Date;
use obligations::{
    api::{Evidence, Notices, Reading, State, Status, Verdict, doubts, not_applicable, statuses},
    verdict::{VerdictGroup, groups, verdicts},
};
use platform::T;

use super::blocks::{Section, facts, list, paragraph, table};

pub fn sections(
    reading: &Reading,
    evidence: &[Evidence],
    notices: &Notices,
    t: &T,
    today: Date,
) -> Vec<Section> {
    let lede = paragraph(t.one("dossier-law-lede", "day", t.day(today)));
    let mut sections = vec![Section::chapter(t.say("dossier-law"), vec![lede])];
    sections.extend(groups(reading, t, RuleScope::Project).iter().map(|group| rules(group, t)));
    sections.extend(of_the_organisation(reading, t));
    sections.extend(states(reading, evidence, t, today));
    sections.extend(open_questions(reading, t));
    sections.extend(declared(reading, t));
    let mut limits = notices.limits.clone();
    limits.push(notices.edition.clone());
    sections.push(Section::part(t.say("dossier-law-limits"), vec![list(limits)]));
    sections
}

/// Where each obligation stands: met and how, open, late, contested; then what does not apply, and why.
fn states(reading: &Reading, evidence: &[Evidence], t: &T, today: Date) -> Option<Section> {
    let statuses = statuses(reading, evidence, t, today);
    let row = |status: &Status| vec![status.title.clone(), status.said.clone(), how(status)];
    let columns =
        ["dossier-col-rule", "dossier-col-state", "dossier-col-evidence"].map(|key| t.say(key)).to_vec();
    let mut blocks = Vec::new();
    for state in State::ALL {
        let rows: Vec<Vec<String>> =
            statuses.iter().filter(|status| status.state == *state).map(row).collect();
        if !rows.is_empty() {
            blocks.push(table(t.say_code("obl-state", state), columns.clone(), rows, true));
        }
    }
    let not: Vec<Vec<String>> =
        not_applicable(reading, t).into_iter().map(|(title, why)| vec![title, why.join("\n")]).collect();
    if !not.is_empty() {
        let columns = vec![t.say("dossier-col-rule"), t.say("dossier-col-why")];
        blocks.push(table(t.say("dossier-not-applicable"), columns, not, true));
    }
    (!blocks.is_empty()).then(|| Section::part(t.say("dossier-states"), blocks))
}

/// What is said of an obligation and stands, with the reasons.
fn how(status: &Status) -> String {
    let standing = status.lines.iter().filter(|line| line.withdrawn.is_none());
    let said = standing.map(|line| {
        let parts = [&line.title, &line.words, &line.by];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n")
    });
    said.collect::<Vec<_>>().join("\n")
}

/// The rules of one rank: what each asks, why here, by when, from which articles.
fn rules(group: &VerdictGroup, t: &T) -> Section {
    let rows = group.verdicts.iter().map(|verdict| (verdict.title.clone(), rule(verdict, t))).collect();
    Section::part(group.heading.clone(), vec![facts(rows)])
}

fn rule(verdict: &Verdict, t: &T) -> String {
    let mut lines = vec![verdict.who_what.clone()];
    if !verdict.conditions.is_empty() {
        lines.push(t.one("dossier-law-why", "why", verdict.conditions.join(" ")));
    }
    lines.push(t.one("dossier-law-when", "when", when(verdict, t)));
    let stops = matches!(verdict.kind, RuleKind::Prohibition | RuleKind::Gate | RuleKind::Alert);
    if stops && !verdict.if_not_done.is_empty() {
        lines.push(t.one("dossier-law-else", "what", verdict.if_not_done.clone()));
    }
    lines.push(t.one("dossier-law-from", "articles", articles(verdict, t)));
    lines.join("\n")
}

fn when(verdict: &Verdict, t: &T) -> String {
    let dated = verdict
        .dates
        .iter()
        .map(|date| t.two("thread-flag", "label", date.label.clone(), "day", date.day.clone()));
    let dated: Vec<String> = dated.collect();
    if dated.is_empty() { verdict.deadline.clone() } else { dated.join(" ; ") }
}

fn articles(verdict: &Verdict, t: &T) -> String {
    let article = |line: &obligations::verdict::ArticleLine| match &line.version {
        Some(version) => {
            t.two("dossier-article-version", "article", line.text.clone(), "version", version.clone())
        }
        None => line.text.clone(),
    };
    verdict.articles.iter().map(article).collect::<Vec<_>>().join(" ; ")
}

/// The rules that hold whatever the project: their title, when, and from which articles.
fn of_the_organisation(reading: &Reading, t: &T) -> Option<Section> {
    let rules = verdicts(reading, t, RuleScope::Base);
    let rows: Vec<(String, String)> = rules
        .iter()
        .map(|verdict| (verdict.title.clone(), format!("{}\n{}", when(verdict, t), articles(verdict, t))))
        .collect();
    (!rows.is_empty()).then(|| Section::part(t.say("dossier-law-base"), vec![facts(rows)]))
}

fn open_questions(reading: &Reading, t: &T) -> Option<Section> {
    let rows: Vec<Vec<String>> =
        doubts(reading, t).into_iter().map(|doubt| vec![doubt.title, doubt.questions.join("\n")]).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![t.say("dossier-col-rule"), t.say("dossier-col-questions")];
    let blocks = vec![paragraph(t.say("dossier-doubts-lede")), table(String::new(), columns, rows, true)];
    Some(Section::part(t.say("dossier-doubts"), blocks))
}

/// The facts on which the reading stands, each once.
fn declared(reading: &Reading, t: &T) -> Option<Section> {
    let scopes = [RuleScope::Project, RuleScope::Base];
    let facts: BTreeSet<String> = scopes
        .into_iter()
        .flat_map(|scope| verdicts(reading, t, scope))
        .flat_map(|verdict| verdict.facts)
        .collect();
    let facts: Vec<String> = facts.into_iter().collect();
    (!facts.is_empty()).then(|| Section::part(t.say("dossier-law-facts"), vec![list(facts)]))
}
