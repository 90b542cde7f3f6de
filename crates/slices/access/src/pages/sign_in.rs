//! Ask for a one-time link; leave.

use askama::Template;
use axum::{
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use platform::{Ctx, DbError, PageResult, cookies, form::Form, limits::Gate, mail::Letter, secret};
use ui::{Field, Page, Tone, render, render_with};

use crate::{SESSION_COOKIE, Visitor, store, store::Addressee};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    email: Field,
    sent: bool,
}

pub async fn show(visitor: Visitor) -> PageResult {
    let page = visitor.page(visitor.ctx.t.say("sign-in-title"));
    render(&SignInPage { email: field(&visitor.ctx, &Form::default()), page, sent: false })
}

fn field(ctx: &Ctx, form: &Form) -> Field {
    Field::email(&ctx.t, form, "email", ctx.t.say("sign-in-email")).hint(ctx.t.say("sign-in-email-hint"))
}

/// Says the same thing whether the address is known or not.
pub async fn send(visitor: Visitor, mut form: Form) -> PageResult {
    let ctx = &visitor.ctx;
    let email = form.email(&ctx.t, "email");
    if form.is_refused() {
        let page = visitor.page(ctx.t.say("sign-in-title"));
        return render_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &SignInPage { page, email: field(ctx, &form), sent: false },
        );
    }
    // Before the address is looked up: what is refused says nothing of it.
    ctx.limit_line(Gate::SignInNetwork)?;
    ctx.limit(Gate::SignInAddress, email.as_bytes())?;
    let known = ctx.db().read(move |tx| store::addressee(tx, &email)).await?;
    if let Some(addressee) = known {
        send_link(ctx, addressee).await?;
    }
    let page = visitor.page(ctx.t.say("sign-in-title")).announcing(Tone::Ok, ctx.t.say("sign-in-sent"));
    render(&SignInPage { page, email: field(ctx, &Form::default()), sent: true })
}

/// Makes a one-time link and sends it, in the addressee's language.
pub async fn send_link(ctx: &Ctx, to: Addressee) -> Result<(), DbError> {
    let secret = ctx.platform.new_secret();
    let (hash, now) = (secret::digest(&secret), ctx.now);
    let kept = to.clone();
    ctx.db().write(move |tx| store::keep_link(tx, &hash, &kept, now)).await?;
    let t = ctx.platform.texts.speak(to.locale);
    let link = ctx.absolute(&format!("/lien/{secret}"));
    let (subject, body) = match to.organisation_name {
        Some(name) => (
            t.one("mail-link-subject", "organisation", name.clone()),
            t.two("mail-link-body", "organisation", name, "link", link.clone()),
        ),
        None => (t.say("mail-link-several-subject"), t.one("mail-link-several-body", "link", link.clone())),
    };
    ctx.platform.mail.send(Letter { subject, body, to: to.email, link });
    Ok(())
}

pub async fn leave(ctx: Ctx) -> PageResult {
    if let Some(session) = ctx.cookie(SESSION_COOKIE).map(secret::digest) {
        ctx.db().write(move |tx| store::close_session(tx, &session)).await?;
    }
    Ok(([(SET_COOKIE, cookies::forget(SESSION_COOKIE, "/"))], Redirect::to("/")).into_response())
}
