//! What is said around the rules: where the gate stands, what will come, what is not known, and the limits of it all.

use std::collections::BTreeMap;

use content::law::{Applied, RuleKind, RuleScope, Undetermined};
use platform::T;
use rules::{ConditionTrace, Truth};
use ui::Tone;

use crate::{
    model::{
        gate::{Gate, GateClosed, Shut},
        reading::{IN_USE_TOO_EARLY, Reading, pack},
    },
    words,
};

/// Where a project stands before the gate of the law, in words.
#[derive(Clone)]
pub struct GateNotice {
    pub tone: Tone,
    pub title: String,
    pub text: String,
    pub articles: Vec<String>,
}

/// What to say of the gate at the top of a page; nothing where the law puts none.
pub fn gate_notice(reading: &Reading, t: &T) -> Option<GateNotice> {
    let plain = |tone, title: &str, text: String| GateNotice {
        tone,
        title: t.say(title),
        text,
        articles: Vec::new(),
    };
    match reading.gate() {
        Gate::Absent => None,
        Gate::Open => Some(plain(Tone::Ok, "obl-gate-open", t.say("obl-gate-open-text"))),
        Gate::Undetermined(_) => Some(plain(Tone::Info, "obl-gate-unknown", t.say("obl-gate-unknown-text"))),
        Gate::Closed(closed) => {
            let is_crossed = reading.is_in_use_too_early();
            let tone = if is_crossed { Tone::Alert } else { Tone::Info };
            let title = match (closed.is_shut_by(Shut::Suspended), is_crossed) {
                (true, true) => "obl-gate-crossed-suspended",
                (true, false) => "obl-gate-suspended",
                (false, true) => "obl-gate-crossed",
                (false, false) => "obl-gate-closed",
            };
            let text = shut_texts(&closed, t).join(" ");
            Some(GateNotice { articles: gate_articles(reading, t), ..plain(tone, title, text) })
        }
    }
}

/// What keeps a gate shut, sentence by sentence; then, where several things do, when all of them are gone.
fn shut_texts(closed: &GateClosed, t: &T) -> Vec<String> {
    let of_law = |closed: &GateClosed| match closed.until {
        Some(day) => t.one("obl-gate-closed-until", "day", t.day(day)),
        None => t.say("obl-gate-closed-undated"),
    };
    let mut texts: Vec<String> = Vec::new();
    for by in &closed.why {
        let text = match by.why {
            // Beside something that nobody can date, the law's own day is not the day of the whole gate.
            Shut::Opinion if closed.why.len() > 1 => t.say("obl-shut-opinion"),
            Shut::Opinion => of_law(closed),
            Shut::Suspended | Shut::Information | Shut::Extended => {
                t.one(&format!("obl-shut-{}", by.why.code()), "day", t.day(by.on))
            }
        };
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The articles of the gates, and of the alerts that going past them raises, each once.
fn gate_articles(reading: &Reading, t: &T) -> Vec<String> {
    let mut articles: Vec<String> = Vec::new();
    for applied in reading.of_scope(RuleScope::Project).filter(|applied| is_of_the_gate(applied)) {
        for article in applied.citations.iter().map(|citation| words::article(t, citation)) {
            if !articles.contains(&article) {
                articles.push(article);
            }
        }
    }
    articles
}

fn is_of_the_gate(applied: &Applied) -> bool {
    let reads_use = || applied.because.iter().any(|trace| trace.facts.contains_key(IN_USE_TOO_EARLY));
    applied.kind == RuleKind::Gate || (applied.kind == RuleKind::Alert && reads_use())
}

/// A rule that will apply: when, or what it waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    pub title: String,
    pub when: String,
    pub who_what: String,
    /// Why it will apply here: the conditions that hold.
    pub why: Vec<String>,
    pub articles: Vec<String>,
}

impl Later {
    fn new(t: &T, rule: &str, when: String, because: &[ConditionTrace]) -> Self {
        let known = pack().rule(rule);
        let holds = because.iter().filter(|trace| trace.holds == Truth::True);
        let labels = holds.filter_map(|trace| pack().condition_label(&trace.condition));
        Self {
            title: words::title(t, rule),
            when,
            who_what: known.map_or_else(String::new, |rule| words::text(t, &rule.who_what)),
            why: labels.map(|label| words::text(t, label)).collect(),
            articles: known.map_or_else(Vec::new, |rule| {
                rule.citations.iter().map(|citation| words::article_and_version(t, citation)).collect()
            }),
        }
    }
}

/// What will apply from a day.
fn upcoming(reading: &Reading, t: &T) -> Vec<Later> {
    let from = |day| t.one("obl-later-from", "day", t.day(day));
    reading.upcoming.iter().map(|rule| Later::new(t, &rule.rule, from(rule.from), &rule.because)).collect()
}

/// What waits for something to happen.
fn conditional(reading: &Reading, t: &T) -> Vec<Later> {
    let on =
        |code: &str| pack().pending(code).map_or_else(String::new, |pending| words::text(t, &pending.text));
    reading.conditional.iter().map(|rule| Later::new(t, &rule.rule, on(&rule.on), &rule.because)).collect()
}

/// What will apply from a day, then what waits for something to happen.
pub fn later(reading: &Reading, t: &T) -> Vec<Later> {
    upcoming(reading, t).into_iter().chain(conditional(reading, t)).collect()
}

/// A rule of which nothing can be said yet, and what would settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub title: String,
    pub questions: Vec<String>,
}

/// The rules that are undetermined.
pub fn doubts(reading: &Reading, t: &T) -> Vec<Doubt> {
    let doubt = |rule: &Undetermined| Doubt {
        title: words::title(t, &rule.rule),
        questions: rule.missing.iter().map(|name| words::fact(t, name)).collect(),
    };
    reading.undetermined.iter().map(doubt).collect()
}

/// A fact that nobody knows yet, and the rules that wait for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Its name in the law's words: `org.headcount`.
    pub fact: String,
    pub label: String,
    pub rules: Vec<String>,
}

/// The facts that would settle the doubts, those that settle most first.
pub fn open_questions(reading: &Reading, t: &T) -> Vec<OpenQuestion> {
    let mut waiting: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in &reading.undetermined {
        for fact in &rule.missing {
            waiting.entry(fact).or_default().push(words::title(t, &rule.rule));
        }
    }
    let mut open: Vec<OpenQuestion> = waiting
        .into_iter()
        .map(|(fact, rules)| OpenQuestion { fact: fact.to_owned(), label: words::fact(t, fact), rules })
        .collect();
    open.sort_by_key(|question| std::cmp::Reverse(question.rules.len()));
    open
}

/// What to say wherever obligations are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notices {
    pub notice: String,
    pub limits: Vec<String>,
    /// That the articles are attested and the sentences ours.
    pub wording: String,
    pub edition: String,
}

pub fn notices(t: &T) -> Notices {
    let pack = pack();
    Notices {
        notice: words::text(t, &pack.notice),
        limits: pack.limits.iter().map(|limit| words::text(t, limit)).collect(),
        wording: t.say("obl-wording"),
        edition: t.two("obl-edition", "edition", pack.edition.clone(), "day", t.day(pack.extracted_on)),
    }
}
