//! The places somebody holds: their organisations, and, in one where they hold several seats, the one from which they act.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::MemberId;
use platform::{PageError, PageResult, form::Form};
use ui::{Choice, Field, Page, render, render_with};

use crate::{Actor, Seat, Visitor, seat, store};

/// Where somebody of several organisations chooses one.
pub const PATH: &str = "/places";

#[derive(Template)]
#[template(path = "places.html")]
struct PlacesPage {
    page: Page,
    organisations: Vec<Organisation>,
}

/// An organisation, and the seats held there.
pub struct Organisation {
    pub name: String,
    pub home: String,
    pub seats: Vec<Actor>,
}

/// Seats by organisation, in the order in which they come.
pub fn by_organisation(seats: Vec<Actor>) -> Vec<Organisation> {
    let mut organisations: Vec<Organisation> = Vec::new();
    for held in seats {
        let home = seat::home(held.organisation);
        match organisations.last_mut().filter(|last| last.home == home) {
            Some(last) => last.seats.push(held),
            None => organisations.push(Organisation {
                name: held.organisation_name.clone(),
                home,
                seats: vec![held],
            }),
        }
    }
    organisations
}

pub async fn everywhere(visitor: Visitor) -> PageResult {
    let session = visitor.session.clone().ok_or(PageError::SignIn)?;
    let seats = visitor.ctx.db().read(move |tx| store::seats_of_session(tx, &session)).await?;
    let page = visitor.page(visitor.ctx.t.say("places-title"));
    render(&PlacesPage { page, organisations: by_organisation(seats) })
}

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage {
    page: Page,
    action: String,
    seat: Field,
}

pub async fn show(seat: Seat) -> PageResult {
    let form = Form::with([("seat", seat.actor.member.to_string())]);
    page(&seat, &form, StatusCode::OK).await
}

async fn page(seat: &Seat, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx.t;
    let choices = held_here(seat).await?.into_iter().map(|held| {
        let choice = Choice::new(held.member.to_string(), t.say_code("party", held.party));
        if held.title.is_empty() { choice } else { choice.hint(held.title) }
    });
    let field = Field::radios(t, form, "seat", t.say("place-seat"), choices.collect());
    let page = seat.page(t.say("place-title"));
    render_with(status, &PlacePage { page, action: seat::place(seat.organisation()), seat: field })
}

async fn held_here(seat: &Seat) -> Result<Vec<Actor>, PageError> {
    let (session, organisation) = (seat.session.clone(), seat.organisation());
    let mut seats = seat.ctx.db().read(move |tx| store::seats_of_session(tx, &session)).await?;
    seats.retain(|held| held.organisation == organisation);
    Ok(seats)
}

pub async fn choose(seat: Seat, mut form: Form) -> PageResult {
    let asked = MemberId::parse(form.value("seat")).ok();
    let held = held_here(&seat).await?.into_iter().find(|held| Some(held.member) == asked);
    let Some(held) = held else {
        form.refuse("seat", seat.ctx.t.say("form-choose"));
        return page(&seat, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (session, now) = (seat.session.hash.clone(), seat.ctx.now);
    seat.ctx.db().write(move |tx| store::take_seat(tx, &session, &held, now)).await?;
    Ok(Redirect::to(&seat::home(seat.organisation())).into_response())
}
