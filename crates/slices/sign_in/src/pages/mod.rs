//! The pages and answers of coming in otherwise.

pub mod confirm;
pub mod enter;
pub mod passkey;
pub mod passkeys;
pub mod provider;
pub mod rule;

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::PersonId;
use platform::{
    Ctx, DbError, PageError, PageResult, Tx,
    cookies::{Cookie, Life},
    secret,
};
use ui::{Page, render_with};

use crate::{
    model::ceremony::Ceremony,
    passkeys::{CeremonyFault, Challenge},
    store::{self, Begun},
};

/// Somebody is not let in: the same page whoever they are.
#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedPage {
    page: Page,
    lines: Vec<String>,
}

/// The page of a refusal: `{key}-title`, `{key}-what`, `{key}-next`.
fn refused(ctx: &Ctx, status: StatusCode, key: &str) -> PageResult {
    let say = |end: &str| ctx.t.say(&format!("{key}-{end}"));
    // The address holds what the provider said: the language switch leads back to the door instead.
    let page = Page { here: "/connexion".to_owned(), ..Page::new(ctx, say("title")) };
    render_with(status, &RefusedPage { page, lines: vec![say("what"), say("next")] })
}

/// Remembers a ceremony and binds it to this browser. Gives the header to send along.
async fn bind(ctx: &Ctx, ceremony: Ceremony, handle: &str, begun: Begun) -> Result<HeaderMap, DbError> {
    let (hash, now) = (secret::digest(handle), ctx.now);
    ctx.db().write(move |tx| store::begin(tx, ceremony, &hash, &begun, now)).await?;
    let cookie = Cookie {
        name: ceremony.cookie(),
        value: handle,
        path: "/",
        life: Life::Seconds(u32::try_from(ceremony.life().as_secs()).unwrap_or(u32::MAX)),
        secure: ctx.platform.settings.is_https(),
    };
    Ok(HeaderMap::from_iter([(header::SET_COOKIE, cookie.header())]))
}

/// The challenge, as the script reads it.
async fn challenge(
    ctx: &Ctx,
    ceremony: Ceremony,
    person: Option<PersonId>,
    challenge: Result<Challenge, CeremonyFault>,
) -> PageResult {
    let Challenge { options, state } = challenge.map_err(fault)?;
    let handle = ctx.platform.new_secret();
    let mut headers = bind(ctx, ceremony, &handle, Begun { person, state }).await?;
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    Ok((headers, options).into_response())
}

fn fault(error: CeremonyFault) -> PageError {
    match error {
        CeremonyFault::NotHere => PageError::NotFound,
        other => PageError::Fault(other.to_string()),
    }
}

/// What this browser has begun, by the hash of its handle.
fn handle(ctx: &Ctx, ceremony: Ceremony) -> Option<String> {
    ctx.cookie(ceremony.cookie()).map(secret::digest)
}

/// Takes what this browser has begun. It is used up, whatever comes of it.
fn take(tx: &mut Tx<'_>, ctx: &Ctx, ceremony: Ceremony) -> Result<Option<Begun>, DbError> {
    match handle(ctx, ceremony) {
        Some(hash) => store::take(tx, ceremony, &hash, ctx.now),
        None => Ok(None),
    }
}

/// The same answer, and the browser forgets the ceremony.
fn forgetting(ctx: &Ctx, mut response: Response, ceremony: Ceremony) -> Response {
    response.headers_mut().append(header::SET_COOKIE, ctx.forget(ceremony.cookie(), "/"));
    response
}
