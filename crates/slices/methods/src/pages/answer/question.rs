//! One question a screen, four answers, one touch.

use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use platform::{Ctx, PageError, PageResult, form::Form};
use scoring::Answer;
use ui::{Page, render_with};

use super::{ANSWERS, Arrival, Guest, arrive, cookie, shut};

#[derive(Template)]
#[template(path = "answer/question.html")]
struct QuestionPage {
    page: Page,
    criterion: String,
    /// Counted from 1, as people count.
    number: usize,
    count: usize,
    given: Option<Answer>,
    action: String,
    back: String,
    is_refused: bool,
}

impl QuestionPage {
    fn answers(&self) -> &'static [Answer] {
        Answer::ALL
    }

    fn is_given(&self, answer: &Answer) -> bool {
        self.given == Some(*answer)
    }
}

/// Whether the person came from the page that shows all answers, and goes back there.
fn from_review(ctx: &Ctx) -> bool {
    ctx.here.ends_with("?relire")
}

/// The place of a question, counted from 0. Errors: an address that is none of a question.
fn place(number: &str, guest: &Guest) -> Result<usize, PageError> {
    let number: usize = number.parse().map_err(|_| PageError::NotFound)?;
    if (1..=guest.method.questions.len()).contains(&number) {
        Ok(number - 1)
    } else {
        Err(PageError::NotFound)
    }
}

pub async fn show(ctx: Ctx, Path(number): Path<String>) -> PageResult {
    match arrive(&ctx).await? {
        Arrival::Welcome(guest) => page(&ctx, &guest, place(&number, &guest)?, StatusCode::OK),
        Arrival::Turned(why) => shut(&ctx, why),
    }
}

fn page(ctx: &Ctx, guest: &Guest, place: usize, status: StatusCode) -> PageResult {
    let question = guest.method.questions.get(place).ok_or(PageError::NotFound)?;
    let locale = ctx.locale();
    let criterion = guest.method.criterion(&question.criterion);
    let back = match place {
        _ if from_review(ctx) => "/repondre/relire".to_owned(),
        0 => "/repondre/debut".to_owned(),
        place => format!("/repondre/{place}"),
    };
    render_with(
        status,
        &QuestionPage {
            page: Page::new(ctx, question.text(locale)).bare(),
            criterion: criterion.map_or_else(String::new, |criterion| criterion.name(locale).to_owned()),
            number: place + 1,
            count: guest.method.questions.len(),
            given: guest.answers.at(place),
            action: format!("/repondre/{}{}", place + 1, if from_review(ctx) { "?relire" } else { "" }),
            back,
            is_refused: status == StatusCode::UNPROCESSABLE_ENTITY,
        },
    )
}

/// Keeps the answer in the telephone's cookie and goes to the next question, or to the review.
pub async fn choose(ctx: Ctx, Path(number): Path<String>, form: Form) -> PageResult {
    let mut guest = match arrive(&ctx).await? {
        Arrival::Welcome(guest) => guest,
        Arrival::Turned(why) => return shut(&ctx, why),
    };
    let place = place(&number, &guest)?;
    let Ok(answer) = Answer::parse(form.value("answer")) else {
        return page(&ctx, &guest, place, StatusCode::UNPROCESSABLE_ENTITY);
    };
    guest.answers.set(place, answer);
    let is_last = place + 1 == guest.method.questions.len();
    let next = if is_last || from_review(&ctx) { "relire".to_owned() } else { (place + 2).to_string() };
    let mut response = Redirect::to(&format!("/repondre/{next}")).into_response();
    response.headers_mut().append(SET_COOKIE, cookie(&ctx, ANSWERS, &guest.answers.write()));
    Ok(response)
}
