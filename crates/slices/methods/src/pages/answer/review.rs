//! All answers on one screen, to be changed or sent.

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use platform::{Ctx, PageResult};
use ui::{Page, Tone, render};

use super::{Arrival, Guest, Shut, arrive, forget, shut};
use crate::store::{self, HandedIn};

#[derive(Template)]
#[template(path = "answer/review.html")]
struct ReviewPage {
    page: Page,
    criteria: Vec<Part>,
    /// The first question without an answer, counted from 1.
    missing: Option<usize>,
}

/// The answers of one criterion.
struct Part {
    id: String,
    name: String,
    answers: Vec<Given>,
}

struct Given {
    number: usize,
    question: String,
    answer: Option<String>,
}

pub async fn show(ctx: Ctx) -> PageResult {
    let guest = match arrive(&ctx).await? {
        Arrival::Welcome(guest) => guest,
        Arrival::Turned(why) => return shut(&ctx, why),
    };
    let mut page = Page::new(&ctx, ctx.t.say("answer-review-title")).bare();
    if ctx.here.ends_with("?incomplet") {
        page = page.announcing(Tone::Alert, ctx.t.say("answer-incomplete"));
    }
    let missing = guest.answers.first_missing().map(|place| place + 1);
    render(&ReviewPage { page, criteria: parts(&ctx, &guest), missing })
}

fn parts(ctx: &Ctx, guest: &Guest) -> Vec<Part> {
    let locale = ctx.locale();
    let given = |(place, question): (usize, &content::method::Question)| Given {
        number: place + 1,
        question: question.text(locale).to_owned(),
        answer: guest.answers.at(place).map(|answer| ctx.t.say_code("answer-choice", answer)),
    };
    let of = |criterion: &str| {
        let all = guest.method.questions.iter().enumerate();
        all.filter(|(_, question)| question.criterion == criterion).map(given).collect()
    };
    let criteria = guest.method.criteria.iter();
    criteria
        .map(|criterion| Part {
            id: criterion.id.clone(),
            name: criterion.name(locale).to_owned(),
            answers: of(&criterion.id),
        })
        .collect()
}

/// Whoever reloads the address of the form comes back to their answers, or to what says that they came in.
pub async fn back() -> Redirect {
    Redirect::to("/repondre/relire")
}

/// Uses the code or the token up and keeps the sheet, together. Sent twice over a slow line, it comes in once.
pub async fn send(ctx: Ctx) -> PageResult {
    let guest = match arrive(&ctx).await? {
        Arrival::Welcome(guest) => guest,
        // The code has just answered: the first sending came in, the browser did not hear it.
        Arrival::Turned(Shut::Used | Shut::TokenUsed) => return shut(&ctx, Shut::Already),
        Arrival::Turned(why) => return shut(&ctx, why),
    };
    if guest.answers.first_missing().is_some() {
        return Ok(Redirect::to("/repondre/relire?incomplet").into_response());
    }
    let (right, today) = (guest.right.clone(), ctx.today);
    let answers =
        guest.answers.by_question(guest.method.questions.iter().map(|question| question.id.as_str()));
    let work = move |tx: &mut platform::Tx<'_>| store::hand_in(tx, &right, &answers, today);
    match ctx.db().write_in_turn(work).await? {
        HandedIn::Done => {
            let mut response = Redirect::to("/repondre/merci").into_response();
            forget(&ctx, &mut response);
            Ok(response)
        }
        HandedIn::Already => shut(&ctx, Shut::Already),
        HandedIn::Refused => shut(&ctx, Shut::Closed),
    }
}
