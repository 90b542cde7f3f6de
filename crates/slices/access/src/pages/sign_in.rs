//! Ask for a one-time link; leave.

use askama::Template;
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use platform::{Ctx, DbError, PageResult, form::Form, limits::Gate, mail::Letter, secret};
use ui::{Field, Page, Tone, render, render_with};

use crate::{SESSION_COOKIE, Visitor, store, store::Addressee};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    email: Field,
    sent: bool,
    /// Whether a browser would make passkeys for this address.
    has_passkeys: bool,
    /// What people call the provider that they may sign in with.
    provider: Option<String>,
}

impl SignInPage {
    fn new(visitor: &Visitor, form: &Form, sent: bool) -> Self {
        let (ctx, settings) = (&visitor.ctx, &visitor.ctx.platform.settings);
        let email = Field::email(&ctx.t, form, "email", ctx.t.say("sign-in-email"));
        Self {
            page: visitor.page(ctx.t.say("sign-in-title")),
            email: email.hint(ctx.t.say("sign-in-email-hint")),
            sent,
            has_passkeys: settings.can_use_passkeys(),
            provider: settings.single_sign_on.as_ref().map(|provider| provider.name.clone()),
        }
    }
}

pub async fn show(visitor: Visitor) -> PageResult {
    render(&SignInPage::new(&visitor, &Form::default(), false))
}

/// Says the same thing whether the address is known or not.
pub async fn send(visitor: Visitor, mut form: Form) -> PageResult {
    let ctx = &visitor.ctx;
    let email = form.email(&ctx.t, "email");
    if form.is_refused() {
        return render_with(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage::new(&visitor, &form, false));
    }
    // Before the address is looked up: what is refused says nothing of it.
    ctx.limit_line(Gate::SignInNetwork)?;
    ctx.limit(Gate::SignInAddress, email.as_bytes())?;
    let known = ctx.db().read(move |tx| store::addressee(tx, &email)).await?;
    if let Some(addressee) = known {
        send_link(ctx, addressee).await?;
    }
    let mut sent = SignInPage::new(&visitor, &Form::default(), true);
    sent.page = sent.page.announcing(Tone::Ok, ctx.t.say("sign-in-sent"));
    render(&sent)
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
    let gone = [
        (SET_COOKIE, ctx.forget(SESSION_COOKIE, "/")),
        // Whatever this browser may have kept of the pages goes as well.
        (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\"")),
    ];
    Ok((gone, Redirect::to("/")).into_response())
}
