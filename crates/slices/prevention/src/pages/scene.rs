//! Lines, actions and versions in words.

use content::law::{Plan, Scale, prevention};
use jiff::civil::Date;
use platform::T;
use registry::ProjectSeat;

use super::{Before, paragraphs};
use crate::model::{
    action::{Action, ActionState},
    line::{By, Line, Source},
    plan::Form,
    proposal,
    snapshot::Version,
};

/// A level of a scale: « 2 · Atteinte réversible ».
pub fn level(t: &T, scale: &str, level: Option<u8>) -> String {
    let known = level.and_then(|level| {
        let words = prevention().scale(scale)?.levels.get(usize::from(level).checked_sub(1)?)?;
        Some(t.two("prevent-level", "level", level.to_string(), "words", obligations::words::text(t, words)))
    });
    known.unwrap_or_else(|| t.say("prevent-not-assessed"))
}

/// A scale in one sentence: what it asks, and its levels.
pub fn scale(t: &T, scale: &Scale) -> String {
    let levels: Vec<String> = (1_u8..)
        .zip(&scale.levels)
        .map(|(level, words)| {
            t.two("prevent-level", "level", level.to_string(), "words", obligations::words::text(t, words))
        })
        .collect();
    format!("{} {}", obligations::words::text(t, &scale.asks), levels.join(" ; "))
}

/// What the actions are called here: the programme, the list, or just actions where nothing is known.
pub fn plan_title(t: &T, plan: Option<&Plan>) -> String {
    plan.map_or_else(|| t.say("prevent-actions"), |plan| obligations::words::text(t, &plan.title))
}

pub fn reason(t: &T, version: &Version) -> String {
    let reason = t.say_code("prevent-reason", version.reason);
    if version.words.is_empty() { reason } else { format!("{reason} · {}", version.words) }
}

/// Whether the body was consulted on a version; nothing where none sat.
pub fn consulted(t: &T, version: &Version) -> Option<String> {
    let council = t.say_code("council", version.council.as_ref()?);
    Some(match &version.consulted {
        Some((on, words)) => t.with(
            "prevent-consulted",
            &[("council", council.into()), ("day", t.day(*on).into()), ("words", words.clone().into())],
        ),
        None => t.one("prevent-not-consulted", "council", council),
    })
}

/// Until when a version is kept, and why.
pub fn kept_until(t: &T, dated_on: Date) -> String {
    let (rule, months) = &prevention().keeping;
    let until = t.day(calendar::add_months(dated_on, *months));
    t.two("prevent-kept-until", "day", until, "articles", obligations::api::articles(rule, t).join(" · "))
}

/// Who did something, and when.
pub fn by(t: &T, by: &By) -> String {
    t.with(
        "prevent-by",
        &[
            ("name", by.name.clone().into()),
            ("party", t.say_code("party", by.party).into()),
            ("day", t.day(by.on).into()),
        ],
    )
}

/// The form of the actions, and why.
pub struct PlanNotice {
    pub title: String,
    pub text: String,
    /// What made it so, or what is missing.
    pub because: Vec<String>,
    pub articles: Vec<String>,
    /// Where the missing is told.
    pub href: Option<String>,
}

pub fn plan_notice(seat: &ProjectSeat, before: &Before) -> PlanNotice {
    let t = &seat.ctx().t;
    match &before.form {
        Form::Known(plan) => PlanNotice {
            title: plan_title(t, Some(plan)),
            text: obligations::words::text(t, &plan.says),
            because: because(t, before, plan, seat.ctx().today),
            articles: obligations::api::articles(&plan.rule, t),
            href: None,
        },
        Form::Unknown(missing) => PlanNotice {
            title: t.say("prevent-plan-unknown"),
            text: t.say("prevent-plan-unknown-why"),
            because: missing.iter().map(|fact| obligations::words::fact(t, fact)).collect(),
            articles: Vec::new(),
            href: Some(format!("/structures/{}/structure", seat.project.organisation)),
        },
        Form::None => PlanNotice {
            title: t.say("prevent-actions"),
            text: t.say("prevent-plan-none"),
            because: Vec::new(),
            articles: Vec::new(),
            href: None,
        },
    }
}

/// The conditions on which the form depends, as they held, with the headcount that was read.
fn because(t: &T, before: &Before, plan: &Plan, today: Date) -> Vec<String> {
    let law = obligations::api::pack();
    let Some(told) = law.explain(&plan.rule, before.reading.case(), today) else { return Vec::new() };
    let of_plan = told.because.iter().filter(|trace| plan.conditions.contains(&trace.condition));
    let mut said: Vec<String> = Vec::new();
    for trace in of_plan {
        let label = law.condition_label(&trace.condition);
        said.extend(label.map(|label| obligations::words::text(t, label)));
        let stated = before
            .reading
            .case()
            .stated("org.headcount")
            .filter(|_| trace.facts.contains_key("org.headcount"));
        said.extend(stated.map(|value| obligations::words::fact_is(t, "org.headcount", value)));
    }
    said
}

/// What the law says of the document itself, where it applies here.
pub struct DocumentRule {
    pub title: String,
    pub says: String,
    pub dates: Vec<String>,
    pub articles: Vec<String>,
}

pub fn document_rules(t: &T, before: &Before) -> Vec<DocumentRule> {
    use content::law::RuleScope;
    let scopes = [RuleScope::Project, RuleScope::Base];
    let applied: Vec<_> =
        scopes.into_iter().flat_map(|scope| obligations::api::verdicts(&before.reading, t, scope)).collect();
    let of_document = prevention().document_rules.iter();
    of_document
        .filter_map(|rule| applied.iter().find(|verdict| verdict.rule == *rule))
        .map(|verdict| DocumentRule {
            title: verdict.title.clone(),
            says: verdict.who_what.clone(),
            dates: verdict
                .dates
                .iter()
                .map(|date| t.two("obl-fact", "fact", date.label.clone(), "value", date.day.clone()))
                .collect(),
            articles: verdict.articles.iter().map(|article| article.text.clone()).collect(),
        })
        .collect()
}

/// Where a line comes from.
pub struct SourceView {
    pub label: String,
    pub href: Option<String>,
    pub articles: Vec<String>,
}

pub fn source(seat: &ProjectSeat, source: &Source) -> SourceView {
    let t = &seat.ctx().t;
    match source {
        Source::Rule { rule, .. } => SourceView {
            label: t.one("prevent-source-rule", "rule", obligations::words::title(t, rule)),
            href: None,
            articles: obligations::api::articles(rule, t),
        },
        Source::Finding(id) => SourceView {
            label: t.say("prevent-source-finding"),
            href: id.map(|id| seat.path(&format!("constats/{id}"))),
            articles: Vec::new(),
        },
        Source::Person => {
            SourceView { label: t.say("prevent-source-person"), href: None, articles: Vec::new() }
        }
    }
}

/// A line as a page shows it.
pub struct LineView {
    pub id: String,
    pub number: i64,
    pub unit: String,
    pub hazard: Vec<String>,
    pub facts: Vec<(String, String)>,
    pub is_assessed: bool,
    pub source: SourceView,
    pub by: String,
    pub remarks: Vec<(Vec<String>, String)>,
    pub actions: Vec<ActionView>,
    /// Its own page.
    pub href: String,
    pub add_action: String,
    /// Why it is not kept, and who says so.
    pub why: Option<(String, String)>,
}

pub fn line(seat: &ProjectSeat, before: &Before, line: &Line) -> LineView {
    let t = &seat.ctx().t;
    let (words, assessment) = (&line.words, line.words.assessment);
    let mut facts = vec![
        (t.say("prevent-col-exposed"), words.exposed.clone()),
        (t.say("prevent-col-measures"), words.measures.clone()),
        (t.say("prevent-col-severity"), level(t, "severity", assessment.severity)),
        (t.say("prevent-col-likelihood"), level(t, "likelihood", assessment.likelihood)),
        (t.say("prevent-col-mastery"), level(t, "mastery", assessment.mastery)),
    ];
    facts.extend(line.assessed_on.map(|on| (t.say("prevent-col-assessed"), t.day(on))));
    facts.retain(|(_, value)| !value.is_empty());
    let merged = line.merged_into.and_then(|into| before.board.line(into));
    let why = match (&line.aside, merged) {
        (_, Some(into)) => Some((t.one("prevent-merged-into", "number", into.number), String::new())),
        (Some((why, who)), None) => Some((why.clone(), by(t, who))),
        (None, None) => None,
    };
    let actions = before.board.actions.iter().filter(|action| action.line == line.id);
    LineView {
        id: line.id.to_string(),
        number: line.number,
        unit: words.unit.clone(),
        hazard: paragraphs(&words.hazard),
        facts,
        is_assessed: assessment.is_whole(),
        source: source(seat, &line.source),
        by: by(t, &line.written),
        remarks: line.remarks.iter().map(|r| (paragraphs(&r.words), by(t, &r.by))).collect(),
        actions: actions.map(|one| action(seat, before, one)).collect(),
        href: seat.path(&format!("prevention/ligne?ligne={}", line.id)),
        add_action: seat.path(&format!("prevention/action?ligne={}", line.id)),
        why,
    }
}

/// An action as a page shows it.
pub struct ActionView {
    pub number: i64,
    pub what: String,
    pub facts: Vec<(String, String)>,
    pub class: &'static str,
    pub state: String,
    pub href: String,
    pub due_on: Date,
    pub is_open: bool,
    pub commitment: Option<(String, String)>,
}

pub fn action(seat: &ProjectSeat, before: &Before, action: &Action) -> ActionView {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let words = &action.words;
    let state = action.state(today);
    let mut facts = vec![
        (t.say("prevent-col-owner"), words.owner.clone()),
        (t.say("prevent-col-due"), t.day(words.due_on)),
        (t.say("prevent-col-conditions"), words.conditions.clone()),
        (t.say("prevent-col-resources"), words.resources.clone()),
        (t.say("prevent-col-indicator"), words.indicator.clone()),
        (t.say("prevent-col-cost"), words.cost.clone()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let carried = words.commitment.and_then(|id| before.commitments.iter().find(|one| one.id == id));
    ActionView {
        number: action.number,
        what: words.what.clone(),
        facts,
        class: match state {
            ActionState::Done => "ok",
            ActionState::Late => "alert",
            ActionState::Planned => "soft",
        },
        state: match words.done_on {
            Some(on) => t.one("prevent-done-on", "day", t.day(on)),
            None => t.say_code("prevent-action-state", state),
        },
        href: seat.path(&format!("prevention/action?action={}", action.id)),
        due_on: words.due_on,
        is_open: words.done_on.is_none(),
        commitment: carried.map(|one| (one.what.clone(), seat.path(&format!("suivi/{}", one.id)))),
    }
}

/// Something to decide on: what a rule proposes, or somebody did.
pub struct ProposalView {
    pub id: String,
    pub hazard: String,
    pub unit: String,
    pub source: String,
    pub articles: Vec<String>,
    pub by: Option<String>,
    pub href: String,
}

pub fn proposals(seat: &ProjectSeat, before: &Before) -> Vec<ProposalView> {
    let t = &seat.ctx().t;
    let waiting =
        before.board.lines.iter().filter(|line| line.state() == crate::model::line::LineState::Proposed);
    let mut views: Vec<ProposalView> = waiting
        .map(|line| {
            let source = source(seat, &line.source);
            ProposalView {
                id: line.id.to_string(),
                hazard: line.words.hazard.clone(),
                unit: line.words.unit.clone(),
                source: source.label,
                articles: source.articles,
                by: Some(by(t, &line.proposed)),
                href: seat.path(&format!("prevention/ligne?ligne={}", line.id)),
            }
        })
        .collect();
    let open = proposal::proposals(prevention(), &before.reading, &before.board.lines);
    views.extend(open.into_iter().map(|proposal| {
        ProposalView {
            id: proposal.line.id.clone(),
            hazard: obligations::words::text(t, &proposal.line.hazard),
            unit: String::new(),
            source: proposal
                .rules
                .iter()
                .map(|rule| obligations::words::title(t, rule))
                .collect::<Vec<_>>()
                .join(" · "),
            articles: obligations::api::articles(proposal.rules[0], t),
            by: None,
            href: seat.path(&format!("prevention/ligne?proposition={}", proposal.line.id)),
        }
    }));
    views
}
