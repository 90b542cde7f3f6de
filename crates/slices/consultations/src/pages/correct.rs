//! Putting an event right: it is taken back with a reason, and what is right is added.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Choice, Field, Page, Tone, render_with};

use super::{
    Before,
    forms::WORDS,
    record::{act_of, read_as},
    scene::{by, paragraphs},
};
use crate::{
    model::{
        consultation::{Event, EventId, NotSo},
        event::{EventKind, Outcome, Side},
    },
    store::{self, Correction, NewEvent},
};

#[derive(Template)]
#[template(path = "correct.html")]
struct CorrectPage {
    page: Page,
    back: String,
    action: String,
    event: String,
    id: String,
    label: String,
    day: String,
    by: String,
    words: Vec<String>,
    fields: Vec<Field>,
}

/// Which event.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    etape: String,
}

pub async fn show(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    if which.etape.is_empty() {
        // Whoever cut the address short finds what there is to put right.
        return Ok(Redirect::to(&seat.path("consultation")).into_response());
    }
    let before = holding(&seat, &which.etape).await?;
    let event = find(&before, &which.etape)?;
    let form = Form::with([
        ("happened", "yes".to_owned()),
        ("on", event.on.to_string()),
        ("words", event.words.clone()),
        ("outcome", event.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default()),
    ]);
    page(&seat, &before, &event, &form, StatusCode::OK)
}

/// The consultation in which an event was recorded.
async fn holding(seat: &ProjectSeat, event: &str) -> PageResult<Before> {
    let id = EventId::parse(event).map_err(|_| PageError::NotFound)?;
    Before::of(seat, super::Which::Holding(id)).await
}

/// An event that the reader's side recorded and that stands.
fn find(before: &Before, id: &str) -> PageResult<Event> {
    let id = EventId::parse(id).map_err(|_| PageError::NotFound)?;
    let is_theirs = |event: &&Event| {
        event.id == id
            && event.taken_back.is_none()
            && before.side.is_some()
            && Side::of(event.recorded.party) == before.side
    };
    before.begun()?.events.iter().find(is_theirs).cloned().ok_or(PageError::NotFound)
}

fn page(seat: &ProjectSeat, before: &Before, event: &Event, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let mut page = seat.page(t.say("consult-correct-title"), "obligations");
    page.here = format!("{}?etape={}", seat.path("consultation/corriger"), event.id);
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let id = EventId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    render_with(
        status,
        &CorrectPage {
            back: before.address(seat, ""),
            action: seat.path("consultation/corriger"),
            event: event.id.to_string(),
            id: id.to_string(),
            label: super::forms::label(t, "consult-event", event.kind, &before.council_name(t)),
            day: t.day(event.on),
            by: by(t, &event.recorded),
            words: paragraphs(&event.words),
            fields: fields(t, form, event.kind),
            page,
        },
    )
}

fn fields(t: &T, form: &Form, kind: EventKind) -> Vec<Field> {
    let happened = vec![
        Choice::new("yes", t.say("consult-correct-otherwise")),
        Choice::new("no", t.say("consult-correct-never")),
    ];
    let mut fields = vec![
        Field::area(t, form, "why", t.say("consult-correct-why"))
            .hint(t.say("consult-correct-why-hint"))
            .most(1000),
        Field::radios(t, form, "happened", t.say("consult-correct-what"), happened),
        Field::date(t, form, "on", t.say("consult-on")),
    ];
    if kind == EventKind::OpinionGiven {
        let choices =
            Outcome::ALL.iter().map(|o| Choice::new(o.code(), t.say_code("consult-outcome", o))).collect();
        fields.push(Field::radios(t, form, "outcome", t.say("consult-outcome"), choices));
    }
    let words = Field::area(t, form, "words", t.say("consult-words")).most(WORDS);
    fields.push(if kind.needs_words() { words } else { words.optional(t) });
    fields
}

pub async fn correct(seat: ProjectSeat, mut form: Form) -> PageResult {
    let side = Side::of(seat.seat.actor.party);
    let permit = seat.seat.permit(act_of(side.unwrap_or(Side::Employer)))?;
    let before = holding(&seat, form.value("event")).await?;
    let event = find(&before, form.value("event"))?;
    let Some((side, correction)) = side.zip(read(&seat, &mut form, &event)) else {
        return page(&seat, &before, &event, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (of, at) = (before.acts_on(&seat), before.at(&seat));
    let done =
        seat.ctx().db().write(move |tx| store::correct(tx, &permit, of, side, &correction, at)).await?;
    match done {
        Ok(()) => Ok(Redirect::to(&before.address(&seat, "corrige")).into_response()),
        Err(NotSo::Unknown) => Err(PageError::NotFound),
        Err(not_so) => {
            form.refuse("on", seat.ctx().t.say_code("consult-not", not_so));
            page(&seat, &before, &event, &form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn read(seat: &ProjectSeat, form: &mut Form, event: &Event) -> Option<Correction> {
    let t = &seat.ctx().t;
    let why = form.text(t, "why", 1000);
    let id = EventId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let instead = match form.value("happened") {
        "no" => None,
        "yes" => {
            read_as(t, form, event.kind, id, str::to_owned).map(|new| NewEvent { about: event.about, ..new })
        }
        _ => {
            form.refuse("happened", t.say("form-choose"));
            None
        }
    };
    (!form.is_refused()).then_some(Correction { event: event.id, why, instead })
}
