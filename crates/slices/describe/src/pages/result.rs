//! The last screen: what the law asks, with dates and reasons, whom to invite, and the shortest path.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use content::{
    law::RuleScope,
    method::{self, Answering, Provenance},
};
use jiff::civil::Date;
use kernel::{Party, StakeholderFamily};
use obligations::api::{self, Gate, GateNotice, Later, Notices, Reading, VerdictGroup};
use platform::{PageResult, T};
use ui::{Page, render};

use super::{
    Describing, PATH,
    summary::{SummaryLine, change, summary},
};
use crate::model::{
    employer::{Body, Employer},
    families::{Invitation, invitations},
    path::{Basis, Length, PathStep, Setting, is_small_team, shortest, totals},
    question::Question,
    vocabulary::Answer,
};

/// Where nobody has said how long a method takes.
const MINUTES_ALONE: u32 = 10;
const MINUTES_TOGETHER: u32 = 60;

#[derive(Template)]
#[template(path = "result.html")]
struct ResultPage {
    page: Page,
    title: String,
    gate: Option<GateNotice>,
    /// What would follow if the consultation began today.
    forecast: Vec<String>,
    groups: Vec<VerdictGroup>,
    base: Vec<VerdictGroup>,
    base_count: usize,
    open: Vec<Settling>,
    later: Vec<Later>,
    invited: Vec<Invited>,
    steps: Vec<StepLine>,
    totals: Vec<Cost>,
    method: String,
    summary: Vec<SummaryLine>,
    notices: Notices,
    save: String,
}

/// A question that would settle something, and where to answer it.
struct Settling {
    label: String,
    rules: Vec<String>,
    href: Option<String>,
}

/// A family to invite.
struct Invited {
    family: String,
    party: Party,
    party_label: String,
    who: String,
}

/// A step of the path.
struct StepLine {
    title: String,
    what: String,
    basis: Basis,
    costs: Vec<Cost>,
}

/// The minutes of one person of a party.
struct Cost {
    party: String,
    minutes: String,
}

pub async fn show(describing: Describing) -> PageResult {
    let Some(project) = &describing.answers.project else {
        return Ok(Redirect::to(&format!("{PATH}/{}", Question::Project.slug())).into_response());
    };
    let reading = reading(&describing);
    let t = &describing.ctx().t;
    let base: Vec<VerdictGroup> =
        api::groups(&reading, t, RuleScope::Base).into_iter().map(VerdictGroup::folded).collect();
    let steps = shortest(&setting(&describing, &reading));
    let method = diagnostic();
    render(&ResultPage {
        title: project.title.clone(),
        gate: api::gate_notice(&reading, t),
        forecast: forecast(&reading, t),
        groups: api::groups(&reading, t, RuleScope::Project).into_iter().map(VerdictGroup::folded).collect(),
        base_count: base.iter().map(|group| group.verdicts.len()).sum(),
        base,
        open: open(&describing, &reading, t),
        later: api::later(&reading, t),
        invited: invited(&describing, t),
        totals: costs(t, &describing.employer(), &totals(&steps)),
        steps: steps.iter().map(|step| step_line(t, &describing.employer(), step)).collect(),
        method: method.map_or_else(String::new, |method| method.title(t.locale()).to_owned()),
        summary: summary(&describing),
        notices: api::notices(t),
        save: format!("{PATH}/enregistrer"),
        page: describing.visitor.page(t.say("describe-result-title")),
    })
}

/// What the law says of what was described.
pub(super) fn reading(describing: &Describing) -> Reading {
    let ctx = describing.ctx();
    let organisation = describing.organisation(ctx.new_id(), "");
    let project = describing.project(organisation.id, ctx.new_id());
    api::reading(&organisation, &project, ctx.today)
}

/// If the information were given today, until when use would have to wait: without an expert, then with one.
fn forecast(reading: &Reading, t: &T) -> Vec<String> {
    if !matches!(reading.gate(), Gate::Closed(closed) if closed.until.is_none()) {
        return Vec::new();
    }
    let today = reading.as_of;
    let opens = |expert: bool| -> Option<Date> {
        let mut case = reading.case().clone();
        case.set("project.info_on", today).ok()?;
        if expert {
            case.set("project.expert_voted_on", today).ok()?;
        }
        api::gate_closed(&api::read(case, today))?.until
    };
    let (Some(plain), Some(with_expert)) = (opens(false), opens(true)) else { return Vec::new() };
    vec![
        t.one("describe-forecast", "day", t.day(plain)),
        t.one("describe-forecast-expert", "day", t.day(with_expert)),
    ]
}

fn open(describing: &Describing, reading: &Reading, t: &T) -> Vec<Settling> {
    let href = |fact: &str| {
        Question::of_fact(fact).filter(|question| describing.questions.contains(question)).map(change)
    };
    let open = api::open_questions(reading, t).into_iter();
    open.map(|open| Settling { href: href(&open.fact), label: open.label, rules: open.rules }).collect()
}

fn invited(describing: &Describing, t: &T) -> Vec<Invited> {
    let trades = describing.answers.people.as_ref().map_or("", |people| people.trades.as_str());
    let who = |invitation: &Invitation| {
        let key = format!("describe-invite-{}-{}", invitation.family, invitation.words).replace('_', "-");
        match (invitation.party, trades) {
            (Party::Workers, "") | (Party::Management, _) => t.say(&key),
            (Party::Workers, trades) => t.one("describe-invite-users-trades", "trades", trades.to_owned()),
            _ => t.say(&key),
        }
    };
    invitations(&describing.employer(), &describing.answers)
        .iter()
        .map(|invitation| Invited {
            family: family_label(t, &describing.employer(), invitation.family),
            party: invitation.party,
            party_label: party_label(t, &describing.employer(), invitation.party),
            who: who(invitation),
        })
        .collect()
}

/// The name of a family; a team without representatives is not told that it has some.
fn family_label(t: &T, employer: &Employer, family: StakeholderFamily) -> String {
    match (family, employer.body()) {
        (StakeholderFamily::Representatives, Body::Nobody) => t.say("describe-family-spokesperson"),
        _ => t.say_code("family", family),
    }
}

/// A team without representatives has someone who speaks for it, and is not said to have more.
fn party_label(t: &T, employer: &Employer, party: Party) -> String {
    match (party, employer.body()) {
        (Party::StaffRepresentatives, Body::Nobody) => t.say("describe-spokesperson"),
        _ => t.say_code("party", party),
    }
}

fn setting(describing: &Describing, reading: &Reading) -> Setting {
    let employer = describing.employer();
    let given = |name: &str| reading.case().stated(name).is_some_and(|value| value.as_date().is_some());
    let concerned = describing.answers.people.as_ref().map_or(Answer::Unknown, |people| people.concerned);
    let body = employer.body();
    Setting {
        body,
        is_consulted: body == Body::PublicCommittee || reading.gate() != Gate::Absent && body != Body::Nobody,
        information_given: given("project.info_on"),
        opinion_given: given("project.opinion_on"),
        is_small_team: is_small_team(&employer, concerned),
        alone: length(Answering::Alone, MINUTES_ALONE),
        together: length(Answering::Together, MINUTES_TOGETHER),
    }
}

/// What the method says of its length; what its pack only proposes is ours like the rest.
fn length(answering: Answering, otherwise: u32) -> Length {
    match diagnostic().and_then(|method| method.minutes(answering)) {
        Some(said) if said.origin.provenance == Provenance::Proposed => {
            Length { minutes: said.minutes.into(), basis: Basis::Ours }
        }
        Some(said) => Length { minutes: said.minutes.into(), basis: Basis::Method },
        None => Length { minutes: otherwise, basis: Basis::Ours },
    }
}

/// The diagnostic that the path proposes: the first method that is built in.
fn diagnostic() -> Option<&'static method::Method> {
    static DIAGNOSTIC: std::sync::LazyLock<Option<method::Method>> =
        std::sync::LazyLock::new(|| method::embedded().first().and_then(|pack| pack.load().ok()));
    DIAGNOSTIC.as_ref()
}

fn step_line(t: &T, employer: &Employer, step: &PathStep) -> StepLine {
    let title = format!("describe-step-{}", step.step).replace('_', "-");
    StepLine {
        what: t.say(&format!("{title}-what")),
        title: t.say(&title),
        basis: step.basis,
        costs: costs(t, employer, &step.minutes),
    }
}

fn costs(t: &T, employer: &Employer, minutes: &[(Party, u32)]) -> Vec<Cost> {
    let cost = |(party, minutes): &(Party, u32)| Cost {
        party: party_label(t, employer, *party),
        minutes: t.minutes(*minutes),
    };
    minutes.iter().map(cost).collect()
}
