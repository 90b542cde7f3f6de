//! A one-time link: a page with a button, because mail programs open links before people do.

use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use platform::{
    Ctx, PageResult,
    cookies::{Cookie, Life},
    limits::Gate,
    secret,
};
use ui::{Page, render_with};

use crate::{
    SESSION_COOKIE, seat,
    store::{self, LinkOwner, NewSession},
};

#[derive(Template)]
#[template(path = "link.html")]
struct LinkPage {
    page: Page,
    owner: Option<LinkOwner>,
}

pub async fn show(ctx: Ctx, Path(link): Path<String>) -> PageResult {
    let (hash, now) = (secret::digest(&link), ctx.now);
    let owner = ctx.db().read(move |tx| store::link_owner(tx, &hash, now)).await?;
    if owner.is_none() {
        ctx.limit_line(Gate::FailedCode)?;
    }
    let status = if owner.is_some() { StatusCode::OK } else { StatusCode::GONE };
    // The secret stays out of the language switch: the page's own address is enough for a form to come back to.
    let page = Page { here: "/connexion".to_owned(), ..Page::new(&ctx, ctx.t.say("link-title")) };
    render_with(status, &LinkPage { page, owner })
}

pub async fn enter(ctx: Ctx, Path(link): Path<String>) -> PageResult {
    let (hash, now) = (secret::digest(&link), ctx.now);
    let session = ctx.platform.new_secret();
    let opened = NewSession::proved(&ctx, secret::digest(&session));
    match ctx.db().write(move |tx| store::enter(tx, &hash, &opened, now)).await? {
        Some(owner) if owner.chooses => Ok(signed_in(&ctx, &session, super::places::PATH)),
        Some(owner) => Ok(signed_in(&ctx, &session, &seat::home(owner.seat.organisation))),
        None => show(ctx, Path(link)).await,
    }
}

/// The answer that opens a session in the browser and goes somewhere.
pub fn signed_in(ctx: &Ctx, session: &str, to: &str) -> Response {
    let seconds = u32::try_from(store::SESSION_LIFE.as_secs()).unwrap_or(u32::MAX);
    let cookie = Cookie {
        name: SESSION_COOKIE,
        value: session,
        path: "/",
        life: Life::Seconds(seconds),
        secure: ctx.platform.settings.is_https(),
    };
    ([(SET_COOKIE, cookie.header())], Redirect::to(to)).into_response()
}
