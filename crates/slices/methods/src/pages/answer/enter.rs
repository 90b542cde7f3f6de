//! Coming with a code, scanned or typed; leaving without answering.

use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use platform::{Ctx, PageResult, T, form::Form, limits::Gate};
use ui::{Field, Page, Tone, render_with};

use super::{ANSWERS, PASS, PATH, cookie};
use crate::{
    model::code::{Code, LENGTH, NotACode},
    store::{self, CodeDigest, Door},
};

#[derive(Template)]
#[template(path = "answer/enter.html")]
struct EnterPage {
    page: Page,
    code: Field,
}

pub async fn show(ctx: Ctx) -> PageResult {
    let page = page(&ctx);
    let page = if ctx.here.ends_with("?efface") {
        page.announcing(Tone::Ok, ctx.t.say("answer-forgotten"))
    } else {
        page
    };
    render_with(StatusCode::OK, &EnterPage { page, code: field(&ctx.t, &Form::default()) })
}

/// The frame: its address is never one that holds a code.
fn page(ctx: &Ctx) -> Page {
    Page { here: PATH.to_owned(), ..Page::new(ctx, ctx.t.say("answer-enter-title")).bare() }
}

fn field(t: &T, form: &Form) -> Field {
    Field::text(t, form, "code", t.say("answer-code"))
        .hint(t.say("answer-code-hint"))
        .autocomplete("off")
        .most(120)
}

/// A code that was scanned. It leaves the address at once.
pub async fn scan(ctx: Ctx, Path(code): Path<String>) -> PageResult {
    ctx.limit_line(Gate::Network)?;
    match Code::parse(&code) {
        Ok(code) => exchange(&ctx, code),
        Err(_) => {
            ctx.limit_line(Gate::FailedCode)?;
            let page = page(&ctx).announcing(Tone::Alert, ctx.t.say("answer-scan-failed"));
            render_with(StatusCode::NOT_FOUND, &EnterPage { page, code: field(&ctx.t, &Form::default()) })
        }
    }
}

/// A code that was typed.
pub async fn type_in(ctx: Ctx, mut form: Form) -> PageResult {
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let message = match Code::parse(form.value("code")) {
        Ok(code) => {
            let (digest, today) = (CodeDigest::of(code).into(), ctx.today);
            if ctx.db().read(move |tx| store::knock(tx, &digest, today)).await? != Door::Unknown {
                return exchange(&ctx, code);
            }
            ctx.limit_line(Gate::FailedCode)?;
            status = StatusCode::NOT_FOUND;
            ctx.t.say("answer-code-unknown")
        }
        Err(NotACode::Length(0)) => ctx.t.say("form-required"),
        Err(NotACode::Length(given)) => ctx.t.two("answer-code-length", "length", LENGTH, "given", given),
        Err(NotACode::Character(place)) => ctx.t.one("answer-code-character", "place", place),
    };
    form.refuse("code", message);
    render_with(status, &EnterPage { page: page(&ctx), code: field(&ctx.t, &form) })
}

/// Puts the code in its cookie and goes on. Another code than the one held begins afresh: on a shared telephone, nobody
/// finds somebody else's answers.
fn exchange(ctx: &Ctx, code: Code) -> PageResult {
    Ok(hold(ctx, &code.canonical()))
}

/// Puts a right in its cookie and goes to the questionnaire.
pub(super) fn hold(ctx: &Ctx, right: &str) -> Response {
    let mut response = Redirect::to("/repondre/debut").into_response();
    if ctx.cookie_at(PASS, PATH) != Some(right) {
        response.headers_mut().append(SET_COOKIE, ctx.forget(ANSWERS, PATH));
    }
    response.headers_mut().append(SET_COOKIE, cookie(ctx, PASS, right));
    response
}

/// Leaves without answering: the telephone forgets everything, the code can still be used.
pub async fn forget(ctx: Ctx) -> PageResult {
    let mut response = Redirect::to("/repondre?efface").into_response();
    super::forget(&ctx, &mut response);
    Ok(response)
}
