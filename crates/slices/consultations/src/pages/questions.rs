//! Questions of the representatives, answers of the employer.

use access::Act;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use platform::{PageError, PageResult, form::Form};
use registry::ProjectSeat;

use super::{Before, Which, forms::WORDS, show::page};
use crate::{
    model::consultation::{NotSo, QuestionId},
    store,
};

/// A day that has come. What is wrong is said next to its field.
fn day(seat: &ProjectSeat, form: &mut Form, name: &str) -> Option<Date> {
    let t = &seat.ctx().t;
    let on = form.date(t, name)?;
    if on > seat.ctx().today {
        form.refuse(name, t.say_code("consult-not", NotSo::Ahead));
    }
    Some(on)
}

pub async fn ask(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::SpeakForCouncil)?;
    let before = Before::of(&seat, Which::parse(form.value("consultation"))?).await?;
    before.begun()?;
    let words = form.text(&seat.ctx().t, "ask-words", WORDS);
    let on = day(&seat, &mut form, "ask-on");
    let (Some(on), false) = (on, form.is_refused()) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let id = QuestionId::parse(form.value("question")).unwrap_or_else(|_| seat.ctx().new_id());
    let (of, now) = (before.acts_on(&seat), seat.ctx().now);
    let done = seat.ctx().db().write(move |tx| store::ask(tx, &permit, of, id, &words, on, now)).await?;
    end(&seat, &before, form, done, "ask-on")
}

pub async fn answer(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RunConsultation)?;
    let before = Before::of(&seat, Which::parse(form.value("consultation"))?).await?;
    before.begun()?;
    let id = QuestionId::parse(form.value("question")).map_err(|_| PageError::NotFound)?;
    let (words_name, on_name) = (format!("answer-{id}"), format!("answer-on-{id}"));
    let words = form.text(&seat.ctx().t, &words_name, WORDS);
    let on = day(&seat, &mut form, &on_name);
    let (Some(on), false) = (on, form.is_refused()) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (of, now) = (before.acts_on(&seat), seat.ctx().now);
    let done = seat.ctx().db().write(move |tx| store::answer(tx, &permit, of, id, &words, on, now)).await?;
    end(&seat, &before, form, done, &on_name)
}

fn end(
    seat: &ProjectSeat,
    before: &Before,
    mut form: Form,
    done: Result<(), NotSo>,
    field: &str,
) -> PageResult {
    match done {
        Ok(()) => Ok(Redirect::to(&before.address(seat, "fait")).into_response()),
        Err(NotSo::Unknown) => Err(PageError::NotFound),
        Err(not_so) => {
            form.refuse(field, seat.ctx().t.say_code("consult-not", not_so));
            page(seat, before, &form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
