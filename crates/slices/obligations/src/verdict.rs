//! One rule that applies, in words: what the obligations page, the end of the description and the file all show.

use askama::{Template, filters::HtmlSafe};
use content::law::{self, Applied, Citation, DatedDeadline, Rule, RuleKind, RuleScope, Text};
use platform::T;

use crate::{
    model::{
        reading::{Reading, pack},
        reasons::{reasons, ways_out},
    },
    notice::{self, OpenQuestion},
    words,
};

/// A date of a rule, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateLine {
    pub label: String,
    pub day: String,
}

/// An article, in words, and where its text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    pub text: String,
    pub version: Option<String>,
    pub address: Option<String>,
}

/// A rule that applies. Printed as is in a template: `{{ verdict }}`.
#[derive(Clone, Template)]
#[template(path = "verdict.html")]
pub struct Verdict {
    t: T,
    /// Whether who must do what is folded with the reasons: for a page that has other things to say too.
    is_folded: bool,
    pub rule: String,
    pub kind: RuleKind,
    pub is_base: bool,
    pub title: String,
    /// From when it will apply, or what it waits for; empty for what applies now.
    pub when: String,
    pub who_what: String,
    /// When, in words, whatever can be dated.
    pub deadline: String,
    pub dates: Vec<DateLine>,
    /// Dates that wait for something: their label, and the facts that would give them.
    pub open_dates: Vec<DateLine>,
    pub conditions: Vec<String>,
    pub facts: Vec<String>,
    pub articles: Vec<ArticleLine>,
    pub in_force: String,
    pub if_not_done: String,
    pub remarks: String,
    pub confidence: Vec<String>,
    /// What would have to be different for it not to apply.
    pub ways_out: Vec<String>,
    /// Since when and until when the rule is law, where the days are known.
    pub bounds: String,
    /// Where it stands and how it is met, where the page says so.
    pub met: Option<Met>,
}

impl HtmlSafe for Verdict {}

/// Where an obligation stands, and where people say how it is met.
#[derive(Clone)]
pub struct Met {
    pub class: &'static str,
    pub said: String,
    pub by: Vec<String>,
    pub href: String,
}

/// The verdicts of one rank, under one heading.
pub struct VerdictGroup {
    /// Names the heading and its place in the page.
    pub code: &'static str,
    pub heading: String,
    pub verdicts: Vec<Verdict>,
}

impl VerdictGroup {
    /// What neither stops, blocks nor warns keeps to its title and its dates until it is opened.
    #[must_use]
    pub fn folded(mut self) -> Self {
        for verdict in &mut self.verdicts {
            verdict.is_folded =
                !matches!(verdict.kind, RuleKind::Prohibition | RuleKind::Gate | RuleKind::Alert);
        }
        self
    }
}

/// The rules of a scope that apply, in words, in the order of display.
pub fn verdicts(reading: &Reading, t: &T, scope: RuleScope) -> Vec<Verdict> {
    let rules = reading.of_scope(scope).filter_map(|applied| Some((applied, pack().rule(&applied.rule)?)));
    rules.map(|(applied, rule)| verdict(reading, t, applied, rule)).collect()
}

/// The rules that will apply from a day, each with all that is said of a rule that applies.
pub fn upcoming(reading: &Reading, t: &T) -> Vec<Verdict> {
    let from = |rule: &law::Upcoming| t.one("obl-later-from", "day", t.day(rule.from));
    reading.upcoming.iter().filter_map(|rule| later(reading, t, &rule.rule, from(rule))).collect()
}

/// The rules that wait for something to happen, likewise.
pub fn conditional(reading: &Reading, t: &T) -> Vec<Verdict> {
    let on = |rule: &law::Conditional| {
        pack().pending(&rule.on).map_or_else(String::new, |pending| words::text(t, &pending.text))
    };
    reading.conditional.iter().filter_map(|rule| later(reading, t, &rule.rule, on(rule))).collect()
}

/// A question that is open, with the rules that wait for it: each told in full once, under the first of its questions.
pub struct Doubt {
    pub label: String,
    pub told: Vec<Verdict>,
    /// Those told under a question above: their names in the page, and their titles.
    pub elsewhere: Vec<(String, String)>,
}

/// The open questions, those that settle most first, with what each rule in doubt would ask.
pub fn doubts(reading: &Reading, t: &T) -> Vec<Doubt> {
    let mut left = doubtful(reading, t);
    let doubt = |question: OpenQuestion| {
        let waits = |rule: &law::Undetermined| rule.missing.contains(&question.fact);
        let waiting: Vec<&str> =
            reading.undetermined.iter().filter(|rule| waits(rule)).map(|rule| rule.rule.as_str()).collect();
        let (told, rest): (Vec<Verdict>, Vec<Verdict>) =
            left.drain(..).partition(|verdict| waiting.contains(&verdict.rule.as_str()));
        left = rest;
        let is_told = |rule: &str| told.iter().any(|verdict| verdict.rule == rule);
        let above = waiting.into_iter().filter(|rule| !is_told(rule));
        let elsewhere = above.map(|rule| (rule.to_owned(), words::title(t, rule))).collect();
        Doubt { label: question.label, told, elsewhere }
    };
    notice::open_questions(reading, t).into_iter().map(doubt).collect()
}

/// The rules of which nothing can be said yet, folded, each with the answers it waits for and what it would ask.
fn doubtful(reading: &Reading, t: &T) -> Vec<Verdict> {
    let waits = |rule: &law::Undetermined| {
        let missing: Vec<String> = rule.missing.iter().map(|name| words::fact(t, name)).collect();
        t.one("obl-doubts-waits", "facts", missing.join(" · "))
    };
    let doubts = reading.undetermined.iter().filter_map(|rule| later(reading, t, &rule.rule, waits(rule)));
    doubts.map(|verdict| Verdict { is_folded: true, ..verdict }).collect()
}

fn later(reading: &Reading, t: &T, rule: &str, when: String) -> Option<Verdict> {
    let known = pack().rule(rule)?;
    let why = pack().explain(rule, reading.case(), reading.as_of)?;
    let applied = Applied {
        rule: rule.to_owned(),
        kind: known.kind,
        scope: known.scope,
        dates: why.dates,
        because: why.because,
        citations: known.citations.clone(),
        open_dates: Vec::new(),
        what_would_change: why.what_would_change,
    };
    Some(Verdict { when, ..verdict(reading, t, &applied, known) })
}

/// The same, under headings: what stops, what blocks, what warns, what binds, when, what one may, then the rest.
pub fn groups(reading: &Reading, t: &T, scope: RuleScope) -> Vec<VerdictGroup> {
    let mut groups: Vec<VerdictGroup> = Vec::new();
    for verdict in verdicts(reading, t, scope) {
        let code = group_code(verdict.kind);
        match groups.last_mut().filter(|group| group.code == code) {
            Some(group) => group.verdicts.push(verdict),
            None => groups.push(VerdictGroup {
                code,
                heading: t.say_code("obl-group", code),
                verdicts: vec![verdict],
            }),
        }
    }
    groups
}

const fn group_code(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Prohibition
        | RuleKind::Gate
        | RuleKind::Alert
        | RuleKind::Obligation
        | RuleKind::DerivedDate
        | RuleKind::Right => kind.code(),
        _ => "rest",
    }
}

fn verdict(reading: &Reading, t: &T, applied: &Applied, rule: &Rule) -> Verdict {
    let why = reasons(reading, &applied.because);
    let sentence = |name: &String| pack().condition_label(name).map(|label| words::text(t, label));
    let optional = |text: &Option<Text>| text.as_ref().map_or_else(String::new, |text| words::text(t, text));
    Verdict {
        t: t.clone(),
        is_folded: false,
        rule: applied.rule.clone(),
        kind: applied.kind,
        is_base: applied.scope == RuleScope::Base,
        title: words::text(t, &rule.title),
        when: String::new(),
        who_what: words::text(t, &rule.who_what),
        deadline: words::text(t, &rule.deadline),
        dates: date_lines(t, applied, rule),
        open_dates: open_date_lines(t, applied, rule),
        conditions: why.conditions.iter().filter_map(sentence).collect(),
        facts: why.facts.iter().map(|(name, value)| words::fact_is(t, name, value)).collect(),
        articles: applied.citations.iter().map(|citation| article(t, citation)).collect(),
        in_force: optional(&rule.in_force),
        if_not_done: optional(&rule.if_not_done),
        remarks: optional(&rule.remarks),
        confidence: confidence(t, rule),
        bounds: bounds(t, rule, reading.as_of),
        met: None,
        ways_out: ways_out(applied).iter().map(|way| words::way_out(t, way)).collect(),
    }
}

fn date_lines(t: &T, applied: &Applied, rule: &Rule) -> Vec<DateLine> {
    let line = |date: &DatedDeadline| DateLine {
        label: words::date_label(t, rule.date(&date.name)),
        day: words::day(t, date),
    };
    applied.dates.iter().map(line).collect()
}

fn open_date_lines(t: &T, applied: &Applied, rule: &Rule) -> Vec<DateLine> {
    let open = applied.open_dates.iter().map(|open| DateLine {
        label: words::date_label(t, rule.date(&open.name)),
        day: open.missing.iter().map(|name| words::fact(t, name)).collect::<Vec<_>>().join(", "),
    });
    open.collect()
}

/// « Depuis le 1er janvier 2018. » Nothing where the days follow from the case, nor of a first day to come.
fn bounds(t: &T, rule: &Rule, as_of: jiff::civil::Date) -> String {
    let day = |bound: &Option<rules::Expression>| {
        bound
            .as_ref()
            .and_then(|bound| bound.source().trim_matches(['\'', '"']).parse::<jiff::civil::Date>().ok())
    };
    let since = day(&rule.effective_from)
        .filter(|day| *day <= as_of)
        .map(|day| t.one("obl-since", "day", t.day(day)));
    let until = day(&rule.effective_until).map(|day| t.one("obl-until", "day", t.day(day)));
    since.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

fn article(t: &T, citation: &Citation) -> ArticleLine {
    ArticleLine {
        text: words::article(t, citation),
        version: citation.version.clone(),
        address: words::address(citation),
    }
}

fn confidence(t: &T, rule: &Rule) -> Vec<String> {
    let said = rule.confidence.iter().filter_map(|code| pack().confidence(code));
    said.map(|text| words::text(t, text)).collect()
}
