//! Writing an event down.

use access::Act;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;

use super::{
    Before, Which,
    forms::{WORDS, field_name},
    show::page,
};
use crate::{
    model::{
        consultation::{EventId, NotSo},
        event::{EventKind, Outcome, Side},
    },
    store::{self, NewEvent},
};

/// The act by which a side speaks.
pub const fn act_of(side: Side) -> Act {
    match side {
        Side::Employer => Act::RunConsultation,
        Side::Council => Act::SpeakForCouncil,
    }
}

pub async fn record(seat: ProjectSeat, mut form: Form) -> PageResult {
    if let Ok(event) = EventId::parse(form.value("join")) {
        return join(seat, form, event).await;
    }
    let kind = EventKind::parse(form.value("kind")).map_err(|_| PageError::NotFound)?;
    let side = Side::of(seat.seat.actor.party).filter(|side| kind.sides().contains(side));
    let permit = seat.seat.permit(act_of(side.unwrap_or(kind.sides()[0])))?;
    let before = Before::of(&seat, Which::parse(form.value("consultation"))?).await?;
    before.begun()?;
    let Some((side, new)) = side.zip(read(&seat, &mut form, kind)) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (of, at) = (before.acts_on(&seat), before.at(&seat));
    let written = seat.ctx().db().write(move |tx| store::record(tx, &permit, of, side, &new, at)).await?;
    match written {
        Ok(()) => Ok(Redirect::to(&before.address(&seat, "fait")).into_response()),
        Err(NotSo::Unknown) => Err(PageError::NotFound),
        Err(not_so) => {
            form.refuse(&field_name(kind, "on"), seat.ctx().t.say_code("consult-not", not_so));
            page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Says the same as the other side, of what both say together.
async fn join(seat: ProjectSeat, form: Form, event: EventId) -> PageResult {
    let side = Side::of(seat.seat.actor.party);
    let permit = seat.seat.permit(act_of(side.unwrap_or(Side::Employer)))?;
    let before = Before::of(&seat, Which::Holding(event)).await?;
    let side = side.ok_or(PageError::NotFound)?;
    let (of, at) = (before.acts_on(&seat), before.at(&seat));
    match seat.ctx().db().write(move |tx| store::join(tx, &permit, of, side, event, at)).await? {
        Ok(()) => Ok(Redirect::to(&before.address(&seat, "fait")).into_response()),
        Err(NotSo::OtherSide) => page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY),
        Err(_) => Err(PageError::NotFound),
    }
}

fn read(seat: &ProjectSeat, form: &mut Form, kind: EventKind) -> Option<NewEvent> {
    let id = EventId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let new = read_as(&seat.ctx().t, form, kind, id, |field| field_name(kind, field));
    new.filter(|_| !form.is_refused())
}

/// The event that fields of these names say.
pub fn read_as(
    t: &T,
    form: &mut Form,
    kind: EventKind,
    id: EventId,
    name: impl Fn(&str) -> String,
) -> Option<NewEvent> {
    let on = form.date(t, &name("on"));
    let words = if kind.needs_words() {
        form.text(t, &name("words"), WORDS)
    } else {
        form.optional_text(t, &name("words"), WORDS)
    };
    let outcome =
        if kind == EventKind::OpinionGiven { form.code(t, &name("outcome"), Outcome::parse) } else { None };
    let about = EventId::parse(form.value(&name("about"))).ok().filter(|_| kind.is_of_a_meeting());
    Some(NewEvent { id, kind, on: on?, words, outcome, about })
}
