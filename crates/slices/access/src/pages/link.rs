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
    let asked = hash.clone();
    let owner = ctx.db().read(move |tx| store::link_owner(tx, &asked, now)).await?;
    if owner.is_none() {
        ctx.limit_line(Gate::FailedCode)?;
        ctx.db().write(move |tx| store::note_dead(tx, &hash, now)).await?;
        tracing::warn!("a link that does not exist, or works no longer, was tried");
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
    let former = ctx.cookie(SESSION_COOKIE).map(secret::digest);
    match ctx.db().write(move |tx| store::enter(tx, &hash, &opened, former.as_deref(), now)).await? {
        Some(owner) if owner.chooses => Ok(signed_in(&ctx, &session, super::places::PATH)),
        Some(owner) => Ok(signed_in(&ctx, &session, &seat::home(owner.seat.organisation))),
        None => show(ctx, Path(link)).await,
    }
}

/// The cookie that remembers where somebody was, who is asked to show once more that it is they.
pub const BACK: &str = "back";

/// Where to go back to, if it is a page of ours: a path, without anything that a browser could read otherwise.
pub fn back(path: &str) -> Option<&str> {
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'/' | b'-');
    let is_ours =
        path.len() < 200 && path.starts_with('/') && !path.starts_with("//") && path.bytes().all(plain);
    is_ours.then_some(path)
}

/// The answer that opens a session in the browser and goes somewhere, or back to where somebody was.
pub fn signed_in(ctx: &Ctx, session: &str, to: &str) -> Response {
    let seconds = u32::try_from(store::SESSION_LIFE.as_secs()).unwrap_or(u32::MAX);
    let cookie = Cookie {
        name: SESSION_COOKIE,
        value: session,
        path: "/",
        life: Life::Seconds(seconds),
        secure: ctx.platform.settings.is_https(),
    };
    let was = ctx.cookie(BACK).and_then(back);
    let mut response = Redirect::to(was.unwrap_or(to)).into_response();
    response.headers_mut().append(SET_COOKIE, cookie.header());
    if was.is_some() {
        response.headers_mut().append(SET_COOKIE, ctx.forget(BACK, "/"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn whoever_shows_again_who_they_are_goes_back_to_a_page_of_ours_and_nowhere_else() {
        assert_eq!(back("/structures/0198-a/cles"), Some("/structures/0198-a/cles"));
        for elsewhere in
            ["//evil.example", "https://evil.example", "/\\evil", "evil", "/a?b=//c", "/a%2f", ""]
        {
            assert_eq!(back(elsewhere), None, "{elsewhere}");
        }
    }
}
