//! One question, answered together: an answer on which all agree, or both views in words.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::method::Question;
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use scoring::Answer;
use ui::{Choice, Field, Page, render_with};

use super::together;
use crate::{
    Campaign,
    model::together::{MOST_WORDS, Outcome},
    store,
};

/// The code under which the form keeps that views differ.
const DIFFER: &str = "differ";

#[derive(Template)]
#[template(path = "together_question.html")]
struct QuestionPage {
    page: Page,
    text: String,
    progress: String,
    answer: Field,
    one: Field,
    other: Field,
    back: String,
}

type QuestionPath = Path<(String, String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id, n)): QuestionPath) -> PageResult {
    seat.seat.permit(Act::AnswerTogether)?;
    let campaign = together::load(&seat, &id).await?;
    let (place, question) = find(&campaign, &n)?;
    let written = together::written(&seat, &campaign).await?;
    let form = written.outcomes.get(&question.id).map_or_else(Form::default, filled);
    page(&seat, &campaign, place, question, &form, StatusCode::OK)
}

/// The question of the address, by its place from one.
fn find(campaign: &Campaign, n: &str) -> PageResult<(usize, &'static Question)> {
    let place: usize = n.parse().map_err(|_| PageError::NotFound)?;
    let question = place.checked_sub(1).and_then(|at| campaign.method().ok()?.questions.get(at));
    question.map(|question| (place, question)).ok_or(PageError::NotFound)
}

fn filled(outcome: &Outcome) -> Form {
    let fields = match outcome {
        Outcome::Agreed { answer, words } => [("answer", answer.code()), ("one", words), ("other", "")],
        Outcome::Differ { one, other } => [("answer", DIFFER), ("one", one), ("other", other)],
    };
    Form::with(fields)
}

fn page(
    seat: &ProjectSeat,
    campaign: &Campaign,
    place: usize,
    question: &Question,
    form: &Form,
    status: StatusCode,
) -> PageResult {
    let t = &seat.ctx().t;
    let count = campaign.method()?.questions.len();
    let area = |name: &str, key: &str| {
        Field::area(t, form, name, t.say(key)).hint(t.say("together-words-hint")).optional(t).most(MOST_WORDS)
    };
    let page = QuestionPage {
        page: seat.page(campaign.title.clone(), "methods"),
        text: question.text(t.locale()).to_owned(),
        progress: t.two("together-progress", "number", place, "count", count),
        answer: Field::radios(t, form, "answer", t.say("together-answer"), choices(t)),
        one: area("one", "together-one"),
        other: area("other", "together-other"),
        back: seat.path(&together::rest(campaign)),
    };
    render_with(status, &page)
}

fn choices(t: &T) -> Vec<Choice> {
    let agreed =
        Answer::ALL.iter().map(|answer| Choice::new(answer.code(), t.say_code("answer-choice", answer)));
    agreed.chain([Choice::new(DIFFER, t.say("together-differ"))]).collect()
}

/// What a question became, in words.
pub(super) fn became(t: &T, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Agreed { answer, .. } => {
            t.one("together-agreed", "answer", t.say_code("answer-choice", answer))
        }
        Outcome::Differ { .. } => t.say("together-differ"),
    }
}

pub async fn save(seat: ProjectSeat, Path((_, _, id, n)): QuestionPath, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::AnswerTogether)?;
    let campaign = together::load(&seat, &id).await?;
    let (place, question) = find(&campaign, &n)?;
    let Some(outcome) = read(&seat.ctx().t, &mut form) else {
        return page(&seat, &campaign, place, question, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let count = campaign.method()?.questions.len();
    let rest = together::rest(&campaign);
    let next = if place < count { format!("{rest}/{}", place + 1) } else { rest };
    let (to, now) = (seat.path(&next), seat.ctx().now);
    let work = move |tx: &mut platform::Tx<'_>| {
        store::answer_together(tx, &permit, &campaign, &question.id, &outcome, now)
    };
    seat.ctx().db().write(work).await?;
    Ok(Redirect::to(&to).into_response())
}

fn read(t: &T, form: &mut Form) -> Option<Outcome> {
    let differ = form.value("answer") == DIFFER;
    let one = form.optional_text(t, "one", MOST_WORDS);
    let other = form.optional_text(t, "other", MOST_WORDS);
    if differ {
        for (name, words) in [("one", &one), ("other", &other)] {
            if words.is_empty() {
                form.refuse(name, t.say("together-both-needed"));
            }
        }
        return (!form.is_refused()).then_some(Outcome::Differ { one, other });
    }
    let answer = form.code(t, "answer", Answer::parse)?;
    (!form.is_refused()).then_some(Outcome::Agreed { answer, words: one })
}
