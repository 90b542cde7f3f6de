//! One's reminders, and the way to one's calendars: for a person, whatever their organisations.

use std::collections::BTreeSet;

use access::{Visitor, model::standing::Session};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{DbError, PageError, PageResult, T, Tx, config::MailRoute, form::Form};
use ui::{Choice, Field, Page, Tone, render_with};

use crate::{
    REMINDERS,
    model::reminder::{Choices, LEADS},
    store,
};

#[derive(Template)]
#[template(path = "reminders.html")]
struct RemindersPage {
    page: Page,
    email: String,
    /// Organisation, and where its calendar is.
    calendars: Vec<(String, String)>,
    fields: Vec<Field>,
    /// Whether no letter comes at all.
    is_none: bool,
    /// Whether this instance has no mail server.
    is_mute: bool,
}

/// Only somebody who has shown that the address is theirs chooses what comes to it. Errors: [`PageError::SignIn`].
fn proved(visitor: &Visitor) -> Result<Session, PageError> {
    let session = visitor.session.clone().filter(|session| session.only_in.is_none());
    session.ok_or(PageError::SignIn)
}

pub async fn show(visitor: Visitor) -> PageResult {
    page(&visitor, None, StatusCode::OK).await
}

async fn page(visitor: &Visitor, form: Option<&Form>, status: StatusCode) -> PageResult {
    let (ctx, session) = (&visitor.ctx, proved(visitor)?);
    let person = session.person;
    let read = move |tx: &mut Tx<'_>| {
        let known = access::store::person(tx, person)?.ok_or(DbError::Missing)?;
        let seats = access::store::seats_of_session(tx, &session)?;
        Ok::<_, DbError>((known, seats, store::choices(tx, person)?))
    };
    let (known, seats, choices) = ctx.db().read(read).await?;
    let mut calendars: Vec<(String, String)> = seats
        .into_iter()
        .map(|seat| (seat.organisation_name, format!("/structures/{}/calendrier", seat.organisation)))
        .collect();
    calendars.dedup();
    let kept = form.cloned().unwrap_or_else(|| as_form(&choices));
    let mut page = Page { here: REMINDERS.to_owned(), ..visitor.page(ctx.t.say("diary-reminders-title")) };
    if form.is_none() && ctx.here.ends_with("?enregistre") {
        page = page.announcing(Tone::Ok, ctx.t.say("diary-reminders-saved"));
    }
    let page = RemindersPage {
        page,
        email: known.email,
        calendars,
        fields: fields(&ctx.t, &kept),
        is_none: choices.is_none(),
        is_mute: ctx.platform.settings.mail == MailRoute::Console,
    };
    render_with(status, &page)
}

fn as_form(choices: &Choices) -> Form {
    let of = |name: &'static str, leads: &BTreeSet<i64>| {
        leads.iter().map(|lead| (name, lead.to_string())).collect::<Vec<_>>()
    };
    let mut values = of("legal", &choices.legal);
    values.extend(of("others", &choices.others));
    if choices.has_digest {
        values.push(("week", "yes".to_owned()));
    }
    Form::with(values)
}

fn fields(t: &T, form: &Form) -> Vec<Field> {
    let leads = || {
        let choice = |lead: &i64| Choice::new(lead.to_string(), t.say(&format!("diary-lead-{lead}")));
        LEADS.iter().map(choice).collect::<Vec<_>>()
    };
    let week = vec![Choice::new("yes", t.say("diary-week-yes"))];
    vec![
        Field::boxes(t, form, "legal", t.say("diary-legal"), leads())
            .hint(t.say("diary-legal-hint"))
            .optional(t),
        Field::boxes(t, form, "others", t.say("diary-others"), leads())
            .hint(t.say("diary-others-hint"))
            .optional(t),
        Field::boxes(t, form, "week", t.say("diary-week"), week).hint(t.say("diary-week-hint")).optional(t),
    ]
}

pub async fn save(visitor: Visitor, mut form: Form) -> PageResult {
    let person = proved(&visitor)?.person;
    let t = &visitor.ctx.t;
    let legal = leads(&mut form, t, "legal");
    let others = leads(&mut form, t, "others");
    let has_digest = form.has("week", "yes");
    if form.all("week").any(|given| given != "yes") {
        form.refuse("week", t.say("form-choose"));
    }
    if form.is_refused() {
        return page(&visitor, Some(&form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let choices = Choices { legal, others, has_digest };
    visitor.ctx.db().write(move |tx| store::choose(tx, person, &choices)).await?;
    Ok(Redirect::to(&format!("{REMINDERS}?enregistre")).into_response())
}

/// The leads that were ticked; one that is not offered is refused.
fn leads(form: &mut Form, t: &T, name: &str) -> BTreeSet<i64> {
    let given: Vec<Option<i64>> =
        form.all(name).map(|given| given.parse().ok().filter(|lead| LEADS.contains(lead))).collect();
    if given.iter().any(Option::is_none) {
        form.refuse(name, t.say("form-choose"));
    }
    given.into_iter().flatten().collect()
}
