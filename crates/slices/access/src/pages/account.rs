//! One's own account: seats, sessions, name, language.

use askama::Template;
use axum::{
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::Locale;
use platform::{
    DbError, PageError, PageResult,
    cookies::{Cookie, Life},
    ctx::LANGUAGE_COOKIE,
    form::Form,
};
use ui::{Choice, Field, Page, Tone, render_with};

use super::places::{Organisation, by_organisation};
use crate::{
    Visitor,
    model::{information::ACCOUNT, standing::Session},
    seat,
    store::{self, OpenSession, Person},
};

/// Where somebody sees their own account.
pub const PATH: &str = "/compte";

/// How long the choice of a language is remembered.
const A_YEAR: u32 = 31_536_000;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    email: String,
    organisations: Vec<Organisation>,
    /// Nothing for whoever has not shown that the address is theirs.
    proved: Option<Proved>,
}

struct Proved {
    sessions: Vec<OpenSession>,
    has_others: bool,
    fields: Vec<Field>,
}

impl AccountPage {
    fn day(&self, day: &Option<Date>) -> String {
        day.map_or_else(|| self.page.t.say("account-day-unknown"), |day| self.page.t.day(day))
    }

    fn leave(&self, seat: &crate::Actor) -> String {
        format!("{}/{}/retirer", seat::people(seat.organisation), seat.member)
    }
}

/// The session of somebody signed in. Errors: [`PageError::SignIn`].
fn session(visitor: &Visitor) -> Result<Session, PageError> {
    visitor.session.clone().ok_or(PageError::SignIn)
}

/// A session whose person has shown that the address is theirs: only they touch what is the person's own.
fn proved(visitor: &Visitor) -> Result<Session, PageError> {
    session(visitor)?.only_in.map_or_else(|| session(visitor), |_| Err(PageError::SignIn))
}

pub async fn show(visitor: Visitor) -> PageResult {
    page(&visitor, None, StatusCode::OK).await
}

async fn page(visitor: &Visitor, form: Option<&Form>, status: StatusCode) -> PageResult {
    let (ctx, held) = (&visitor.ctx, session(visitor)?);
    let (t, now, is_proved) = (&ctx.t, ctx.now, held.only_in.is_none());
    let work = move |tx: &mut platform::Tx<'_>| {
        let person = store::person(tx, held.person)?.ok_or(DbError::Missing)?;
        let sessions = store::open_sessions(tx, held.person, &held.hash, now)?;
        Ok::<_, DbError>((person, sessions, store::seats_of_session(tx, &held)?))
    };
    let (person, sessions, seats) = ctx.db().read(work).await?;
    let has_others = sessions.len() > 1;
    let kept = form
        .cloned()
        .unwrap_or_else(|| Form::with([("name", person.name.as_str()), ("locale", person.locale.code())]));
    let proved = is_proved.then(|| Proved { sessions, has_others, fields: fields(visitor, &kept) });
    let mut page = visitor.page(t.say("account-title"));
    let done = [("?enregistre", "account-saved"), ("?ferme", "account-closed")];
    if let Some((_, key)) = done.iter().find(|(end, _)| form.is_none() && ctx.here.ends_with(end)) {
        page = page.announcing(Tone::Ok, t.say(key));
    }
    let Person { email, .. } = person;
    render_with(status, &AccountPage { page, email, organisations: by_organisation(seats), proved })
}

fn fields(visitor: &Visitor, form: &Form) -> Vec<Field> {
    let t = &visitor.ctx.t;
    let locales = Locale::ALL.iter().map(|locale| Choice::new(locale.code(), t.say_code("locale", locale)));
    vec![
        Field::text(t, form, "name", t.say("account-name"))
            .hint(t.say("account-name-hint"))
            .autocomplete("name")
            .most(120),
        Field::select(t, form, "locale", t.say("account-locale"), locales.collect()),
    ]
}

pub async fn save(visitor: Visitor, mut form: Form) -> PageResult {
    let (held, ctx) = (proved(&visitor)?, &visitor.ctx);
    let name = form.text(&ctx.t, "name", 120);
    let locale = form.code(&ctx.t, "locale", Locale::parse).filter(|_| !form.is_refused());
    let Some(locale) = locale else {
        return page(&visitor, Some(&form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let now = ctx.now;
    ctx.db().write(move |tx| store::rename(tx, held.person, &name, locale, now)).await?;
    let spoken = Cookie {
        name: LANGUAGE_COOKIE,
        value: locale.code(),
        path: "/",
        life: Life::Seconds(A_YEAR),
        secure: ctx.platform.settings.is_https(),
    };
    let to = Redirect::to(&format!("{PATH}?enregistre"));
    Ok(([(SET_COOKIE, spoken.header())], to).into_response())
}

/// Keeps that somebody read what has changed of what is kept of them, and goes back to where they sit.
pub async fn informed(visitor: Visitor) -> PageResult {
    let held = proved(&visitor)?;
    let (person, today) = (held.person, visitor.ctx.today);
    visitor.ctx.db().write(move |tx| store::shown(tx, person, ACCOUNT, today)).await?;
    let home = visitor.actor.as_ref().map_or_else(|| PATH.to_owned(), |actor| seat::home(actor.organisation));
    Ok(Redirect::to(&home).into_response())
}

pub async fn close(visitor: Visitor, form: Form) -> PageResult {
    let held = proved(&visitor)?;
    visitor.fresh(PATH)?;
    let mark = form.value("session").to_owned();
    visitor.ctx.db().write(move |tx| store::close_marked(tx, held.person, &mark)).await?;
    Ok(Redirect::to(&format!("{PATH}?ferme")).into_response())
}

pub async fn close_others(visitor: Visitor) -> PageResult {
    let held = proved(&visitor)?;
    visitor.fresh(PATH)?;
    visitor.ctx.db().write(move |tx| store::close_others(tx, held.person, &held.hash)).await?;
    Ok(Redirect::to(&format!("{PATH}?ferme")).into_response())
}
