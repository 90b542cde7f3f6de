//! The facilitation sheet of a session answered together: what to do, in how many minutes, and room to write on paper.

use askama::Template;
use axum::extract::Path;
use content::method::{Answering as Way, Criterion, Method};
use platform::{PageResult, T};
use registry::ProjectSeat;
use scoring::Answer;
use ui::{Page, render};

use super::{
    information::{self, Information},
    together,
};
use crate::Campaign;

/// To welcome people and read the rules aloud. Ours.
const WELCOME: u32 = 5;
/// To read again what was written and say what becomes of it. Ours.
const CLOSE: u32 = 10;

#[derive(Template)]
#[template(path = "facilitation.html")]
struct FacilitationPage {
    page: Page,
    campaign: Campaign,
    back: String,
    total: String,
    steps: Vec<Step>,
    each: Option<String>,
    parts: Vec<Part>,
    choices: Vec<String>,
    information: Information,
}

/// A step of the session, and its minutes.
struct Step {
    name: String,
    what: String,
    minutes: String,
}

/// The questions of a criterion.
struct Part {
    id: String,
    name: String,
    questions: Vec<(usize, String)>,
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = together::load(&seat, &id).await?;
    let information = information::card(&seat, &campaign).await?;
    let method = campaign.method()?;
    let t = &seat.ctx().t;
    let answering = method.minutes(Way::Together).map(|minutes| u32::from(minutes.minutes));
    render(&FacilitationPage {
        page: seat.page(t.say("facilitation-title"), "methods"),
        back: seat.path(&together::rest(&campaign)),
        total: t.minutes(WELCOME + CLOSE + answering.unwrap_or(0)),
        each: answering.map(|minutes| each(t, minutes, method.questions.len())),
        steps: steps(t, answering),
        parts: method.criteria.iter().map(|criterion| part(t, method, criterion)).collect(),
        choices: choices(t),
        information,
        campaign,
    })
}

/// The minutes of one question, rounded up to a half: « 2 min », « 2 min 30 ».
fn each(t: &T, minutes: u32, questions: usize) -> String {
    let questions = u32::try_from(questions).unwrap_or(u32::MAX).max(1);
    let halves = (minutes * 2).div_ceil(questions);
    let key = if halves % 2 == 0 { "facilitation-each" } else { "facilitation-each-half" };
    t.one(key, "minutes", halves / 2)
}

fn steps(t: &T, answering: Option<u32>) -> Vec<Step> {
    let step = |name: &str, minutes: Option<u32>| Step {
        name: t.say(&format!("facilitation-{name}")),
        what: t.say(&format!("facilitation-{name}-what")),
        minutes: minutes.map_or_else(String::new, |minutes| t.minutes(minutes)),
    };
    vec![step("welcome", Some(WELCOME)), step("answer", answering), step("close", Some(CLOSE))]
}

fn part(t: &T, method: &Method, criterion: &Criterion) -> Part {
    let questions = method.questions.iter().enumerate();
    let questions = questions.filter(|(_, question)| question.criterion == criterion.id);
    Part {
        id: criterion.id.clone(),
        name: criterion.name(t.locale()).to_owned(),
        questions: questions.map(|(at, q)| (at + 1, q.text(t.locale()).to_owned())).collect(),
    }
}

/// What a question may become, to be ticked on paper.
fn choices(t: &T) -> Vec<String> {
    let agreed = Answer::ALL.iter().map(|answer| t.say_code("answer-choice", answer));
    agreed.chain([t.say("together-differ")]).collect()
}
