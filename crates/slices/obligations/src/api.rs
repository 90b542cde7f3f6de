//! What other slices ask: a reading, its dates, what to do now, and its rows for the file.

use content::law::{CaseFacts, RuleScope};
use jiff::civil::Date;
use platform::T;
use registry::{Facts, Organisation, Project};

use crate::{
    model::{
        case, council,
        gate::Standing,
        reading,
        urgent::{self, Milestone, Urgent},
    },
    verdict, words,
};

pub use crate::{
    clock::{ClockLine, clock},
    crossed::{CrossingLine, crossing_lines, crossing_title},
    dates::{LegalDate, dates},
    model::evidence::{Claim, Evidence, State},
    model::{
        council::Council,
        crossing::{Crossing, Way},
        gate::{ALLOWED, CROSSED, Gate, GateClosed, SHUT, Shut, ShutBy, TOLD},
        reading::{Reading, pack},
    },
    notice::{
        Doubt, GateNotice, Later, Notices, OpenQuestion, doubts, gate_notice, later, notices, open_questions,
    },
    pages::evidence::DoneHere,
    status::{Status, not_applicable, statuses},
    store::{crossings, evidence, note_edition},
    tell::tell,
    verdict::{Verdict, VerdictGroup, groups, verdicts},
};

/// What the law says of a project on a day.
pub fn reading(organisation: &Organisation, project: &Project, today: Date) -> Reading {
    let (case, faults) = case::case_of(organisation, project);
    for fault in faults {
        tracing::warn!(project = %project.id, %fault, "a stored fact cannot be read and counts as unknown");
    }
    Reading::of(case, Standing::of(&project.facts), today)
}

/// What the law says of facts that are stored nowhere yet.
pub fn read(case: CaseFacts, today: Date) -> Reading {
    Reading::of(case, Standing::default(), today)
}

/// What the law says of stored facts, with what is kept beside them.
pub fn read_facts(facts: &Facts, today: Date) -> Reading {
    Reading::of(case_of_facts(facts), Standing::of(facts), today)
}

/// The body that is consulted here; nothing where none is known to sit.
pub fn council(reading: &Reading) -> Option<Council> {
    council::council(reading.case())
}

/// What was stated of facts of this family (`system.`), one line each: what goes without saying is left out.
pub fn stated(reading: &Reading, t: &T, family: &str) -> Vec<String> {
    let of_family = content::law::words().iter().filter(|word| word.name.starts_with(family));
    of_family
        .filter_map(|word| {
            let value = reading.case().stated(&word.name)?;
            let counts = *value != word.default && !value.is_unknown();
            counts.then(|| words::fact_is(t, &word.name, value))
        })
        .collect()
}

/// Who must do what, by a rule.
pub fn who_what(rule: &str, t: &T) -> String {
    reading::pack().rule(rule).map_or_else(String::new, |rule| words::text(t, &rule.who_what))
}

/// The articles of a rule, in words.
pub fn articles(rule: &str, t: &T) -> Vec<String> {
    let rule = reading::pack().rule(rule);
    rule.map_or_else(Vec::new, |rule| rule.citations.iter().map(|c| words::article(t, c)).collect())
}

/// Whether a rule applies, or may apply for all that is known.
pub fn may_apply(reading: &Reading, rule: &str) -> bool {
    reading.applied(rule).is_some() || reading.undetermined.iter().any(|doubt| doubt.rule == rule)
}

/// Facts by the names of the law, as a case.
pub fn case_of_facts(facts: &Facts) -> CaseFacts {
    case::from_facts(facts).0
}

/// The gate that is closed before the project, if one is.
pub fn gate_closed(reading: &Reading) -> Option<GateClosed> {
    match reading.gate() {
        Gate::Closed(closed) => Some(closed),
        _ => None,
    }
}

/// Where the project stands before the gates of the law.
pub fn gate(reading: &Reading) -> Gate {
    reading.gate()
}

/// A date of the law, for the picture of the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalFlag {
    pub label: String,
    pub on: Date,
    pub is_alert: bool,
}

/// The dates of the law, by day.
pub fn legal_flags(reading: &Reading, t: &T) -> Vec<LegalFlag> {
    urgent::milestones(reading).iter().map(|milestone| flag(t, milestone)).collect()
}

fn flag(t: &T, milestone: &Milestone) -> LegalFlag {
    let rule = reading::pack().rule(&milestone.rule);
    let dated = milestone.date.as_deref().and_then(|name| rule.and_then(|rule| rule.date(name)));
    let label = match dated {
        Some(date) => words::date_label(t, Some(date)),
        None => words::title(t, &milestone.rule),
    };
    LegalFlag { label, on: milestone.on, is_alert: milestone.is_alert }
}

/// Something that the law asks now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalTodo {
    pub title: String,
    pub why: String,
    pub articles: Vec<String>,
    pub on: Option<Date>,
    pub is_blocking: bool,
}

/// The few things that matter now: what forbids, blocks or warns, then the nearest dates, then the doubts.
pub fn todo(reading: &Reading, t: &T) -> Vec<LegalTodo> {
    let mut todo: Vec<LegalTodo> = suspended(reading, t).into_iter().collect();
    todo.extend(urgent::urgent(reading::pack(), reading).iter().map(|urgent| legal_todo(t, urgent)));
    todo.truncate(4);
    let doubts = reading.undetermined.len();
    if doubts > 0 && todo.len() < 4 {
        todo.push(LegalTodo {
            title: t.one("obl-todo-doubts", "count", doubts),
            why: t.say("obl-todo-doubts-why"),
            articles: Vec::new(),
            on: None,
            is_blocking: false,
        });
    }
    todo
}

/// What a court stopped comes before all that the law asks.
fn suspended(reading: &Reading, t: &T) -> Option<LegalTodo> {
    let closed = gate_closed(reading)?;
    let by = closed.why.iter().find(|by| by.why == Shut::Suspended)?;
    let title =
        if reading.is_in_use_too_early() { "obl-gate-crossed-suspended" } else { "obl-gate-suspended" };
    Some(LegalTodo {
        title: t.say(title),
        why: t.one("obl-shut-suspended", "day", t.day(by.on)),
        articles: Vec::new(),
        on: None,
        is_blocking: true,
    })
}

fn legal_todo(t: &T, urgent: &Urgent) -> LegalTodo {
    let rule = reading::pack().rule(&urgent.rule);
    let why =
        rule.map_or_else(String::new, |rule| match urgent.date.as_deref().and_then(|name| rule.date(name)) {
            Some(date) => words::text(t, &date.label),
            None => words::text(t, &rule.who_what),
        });
    LegalTodo {
        title: words::title(t, &urgent.rule),
        why,
        articles: rule
            .map_or_else(Vec::new, |rule| rule.citations.iter().map(|c| words::article(t, c)).collect()),
        on: urgent.on,
        is_blocking: urgent.is_blocking,
    }
}

/// A rule that applies, as plain rows of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    pub is_base: bool,
    pub kind: String,
    pub title: String,
    pub who: String,
    pub dates: Vec<String>,
    pub articles: Vec<String>,
    pub why: Vec<String>,
}

/// The rules of the project, then those of the organisation, in the order of display.
pub fn document_rows(reading: &Reading, t: &T) -> Vec<DocumentRow> {
    let scopes = [RuleScope::Project, RuleScope::Base];
    let all = scopes.into_iter().flat_map(|scope| verdict::verdicts(reading, t, scope));
    all.map(|verdict| document_row(t, &verdict)).collect()
}

fn document_row(t: &T, verdict: &Verdict) -> DocumentRow {
    let dated = verdict
        .dates
        .iter()
        .map(|date| t.two("obl-fact", "fact", date.label.clone(), "value", date.day.clone()));
    let dates: Vec<String> = dated.collect();
    let article = |line: &verdict::ArticleLine| match &line.version {
        Some(version) => {
            t.two("obl-article-version", "article", line.text.clone(), "version", version.clone())
        }
        None => line.text.clone(),
    };
    DocumentRow {
        is_base: verdict.is_base,
        kind: t.say_code("obl-kind", verdict.kind),
        title: verdict.title.clone(),
        who: verdict.who_what.clone(),
        dates: if dates.is_empty() { vec![verdict.deadline.clone()] } else { dates },
        articles: verdict.articles.iter().map(article).collect(),
        why: verdict.conditions.iter().chain(&verdict.facts).cloned().collect(),
    }
}
