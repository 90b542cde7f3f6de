//! Stopping all letters from a letter: without a session, by a link that opens nothing else.

use askama::Template;
use axum::{extract::Path, http::StatusCode};
use kernel::PersonId;
use platform::{Ctx, DbError, PageResult, Tx, limits::Gate};
use ui::{Page, render_with};

use crate::{REMINDERS, model::reminder::Choices, round::STOP, store};

#[derive(Template)]
#[template(path = "stop.html")]
struct StopPage {
    page: Page,
    is_known: bool,
    is_done: bool,
}

/// Who a link is for: sealed by this instance, and by nobody else.
fn person(ctx: &Ctx, sealed: &str) -> Option<PersonId> {
    let bytes = ctx.platform.vault.open(STOP, sealed)?;
    PersonId::parse(&String::from_utf8(bytes).ok()?).ok()
}

/// A page with a button: mail programs open links before people do.
pub async fn show(ctx: Ctx, Path(sealed): Path<String>) -> PageResult {
    page(&ctx, person(&ctx, &sealed).is_some(), false)
}

fn page(ctx: &Ctx, is_known: bool, is_done: bool) -> PageResult {
    if !is_known {
        ctx.limit_line(Gate::FailedCode)?;
    }
    let status = if is_known { StatusCode::OK } else { StatusCode::NOT_FOUND };
    // What is sealed stays out of the language switch.
    let page = Page { here: REMINDERS.to_owned(), ..Page::new(ctx, ctx.t.say("diary-stop-title")) };
    render_with(status, &StopPage { page, is_known, is_done })
}

pub async fn stop(ctx: Ctx, Path(sealed): Path<String>) -> PageResult {
    let Some(person) = person(&ctx, &sealed) else { return page(&ctx, false, false) };
    let write = move |tx: &mut Tx<'_>| match access::store::person(tx, person)? {
        Some(_) => store::choose(tx, person, &Choices::none()).map(|()| true),
        None => Ok::<_, DbError>(false),
    };
    let is_known = ctx.db().write(write).await?;
    page(&ctx, is_known, is_known)
}
