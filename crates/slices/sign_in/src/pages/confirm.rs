//! Showing once more that it is oneself, before changing what lets people in: a passkey, else a fresh link by mail. Either
//! opens a session anew and closes the one before it.

use access::{
    BACK, Session, Visitor,
    pages::{link::back, sign_in::send_link},
    store::addressee,
};
use askama::Template;
use axum::{
    extract::{Query, rejection::QueryRejection},
    http::header::SET_COOKIE,
    response::{IntoResponse, Response},
};
use platform::{
    DbError, PageError, PageResult, Tx,
    cookies::{Cookie, Life},
    limits::Gate,
};
use serde::Deserialize;
use ui::{Page, Tone, render};

use crate::store;

/// Long enough for a letter to come; the page that is gone back to is asked for anew after that.
const REMEMBERED: u32 = 3_600;

#[derive(Debug, Deserialize)]
pub struct Asked {
    retour: Option<String>,
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    page: Page,
    sent: bool,
    /// Whether this person has a passkey that works here.
    has_passkey: bool,
    /// Whether a link would do: not where it would open nothing.
    by_link: bool,
}

fn session(visitor: &Visitor) -> Result<Session, PageError> {
    visitor.session.clone().ok_or(PageError::SignIn)
}

async fn page(visitor: &Visitor, sent: bool) -> Result<ConfirmPage, PageError> {
    let person = session(visitor)?.person;
    let read = move |tx: &mut Tx<'_>| {
        let has_passkey = !store::list(tx, person)?.is_empty();
        Ok::<_, DbError>((has_passkey, access::store::demands_passkey(tx, person)?))
    };
    let (holds, is_demanded) = visitor.ctx.db().read(read).await?;
    let has_passkey = holds && visitor.ctx.platform.settings.can_use_passkeys();
    let page =
        Page { here: "/compte/confirmer".to_owned(), ..visitor.page(visitor.ctx.t.say("confirm-title")) };
    Ok(ConfirmPage { page, sent, has_passkey, by_link: !(holds && is_demanded) })
}

pub async fn show(visitor: Visitor, asked: Result<Query<Asked>, QueryRejection>) -> PageResult {
    let drawn = render(&page(&visitor, false).await?)?;
    let asked = asked.ok().and_then(|Query(asked)| asked.retour);
    Ok(match asked.as_deref().and_then(back) {
        Some(path) => remembering(&visitor, path, drawn),
        None => drawn,
    })
}

fn remembering(visitor: &Visitor, path: &str, drawn: Response) -> Response {
    let secure = visitor.ctx.platform.settings.is_https();
    let cookie = Cookie { name: BACK, value: path, path: "/", life: Life::Seconds(REMEMBERED), secure };
    ([(SET_COOKIE, cookie.header())], drawn).into_response()
}

/// Sends a link to the person's own address, and to no other.
pub async fn send(visitor: Visitor) -> PageResult {
    let (ctx, person) = (&visitor.ctx, session(&visitor)?.person);
    let mut shown = page(&visitor, true).await?;
    let known = ctx.db().read(move |tx| access::store::person(tx, person)).await?.ok_or(PageError::SignIn)?;
    ctx.limit_line(Gate::SignInNetwork)?;
    ctx.limit(Gate::SignInAddress, known.email.as_bytes())?;
    let to = ctx.db().read(move |tx| addressee(tx, &known.email)).await?.filter(|_| shown.by_link);
    if let Some(to) = to {
        send_link(ctx, to).await?;
    }
    shown.page = shown.page.announcing(Tone::Ok, ctx.t.say("confirm-sent"));
    render(&shown)
}
