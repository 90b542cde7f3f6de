//! One space: what it is for, who sits there, and whether it still meets.

use access::{
    Act, Member,
    keys::{self, KeyState},
};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{KeyedActId, SpaceId};
use platform::{DbError, PageError, PageResult, clock::civil_day, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{errors, is_refused, members, space_fields};
use crate::{
    model::{
        activity::Activity,
        seats::{Seats, seats_of},
        space::{self, CannotClose, Space},
    },
    store,
};

#[derive(Template)]
#[template(path = "space.html")]
struct SpacePage {
    page: Page,
    back: String,
    here: String,
    space: Space,
    sits: Vec<(String, String)>,
    guests: Vec<(String, String)>,
    waiting: Option<Waiting>,
    refused: Option<(String, String)>,
    may_edit: bool,
    may_seat: bool,
    first: Vec<Field>,
    later: Vec<Field>,
    seats: Vec<Field>,
    closing: Vec<Field>,
    reason: Field,
    errors: Vec<(String, String)>,
}

impl SpacePage {
    fn is_refused(&self, names: &[&str]) -> bool {
        is_refused(&self.errors, names)
    }

    fn describes(&self) -> bool {
        self.is_refused(&["name", "who", "status"]) || self.is_refused(&space_fields::LATER)
    }
}

/// A proposal that waits for the second key.
struct Waiting {
    id: KeyedActId,
    by: String,
    until: String,
    is_for_reader: bool,
    sits: Vec<(String, String)>,
    guests: Vec<(String, String)>,
}

/// Organisation, project, space, as the address gives them.
pub(super) type Ids = Path<(String, String, String)>;

/// A space and all that its page shows.
pub(super) struct Found {
    pub space: Space,
    pub people: Vec<Member>,
    pub seats: Seats,
    pub activities: Vec<Activity>,
    key: KeyState,
}

pub(super) async fn found(seat: &ProjectSeat, id: &str) -> PageResult<Found> {
    let id = SpaceId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, project, now) = (seat.seat.organisation(), seat.project.id, seat.ctx().now);
    let found = seat
        .ctx()
        .db()
        .read(move |tx| {
            let Some(space) = store::find(tx, organisation, project, id)? else { return Ok(None) };
            let act = Act::ChangeStatutoryMembers;
            let mut activities = store::activities(tx, organisation, project)?;
            activities.retain(|activity| activity.space == id);
            Ok::<_, DbError>(Some(Found {
                people: access::store::members(tx, organisation)?,
                seats: seats_of(&store::seated(tx, organisation, project)?, id),
                key: keys::state(tx, organisation, act, &id.to_string(), now)?,
                activities,
                space,
            }))
        })
        .await?;
    found.ok_or(PageError::NotFound)
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let found = found(&seat, &id).await?;
    page(&seat, found, None, StatusCode::OK)
}

/// The page, with the form that was refused where there is one: its values go over what is known.
pub(super) fn page(
    seat: &ProjectSeat,
    found: Found,
    refused: Option<&Form>,
    status: StatusCode,
) -> PageResult {
    let t = &seat.ctx().t;
    let known = space_fields::of(&found.space);
    let seats_known = members::of(&found.seats);
    let blank = Form::default();
    let of = |names: &[&str], known: &Form| match refused {
        Some(sent) if names.iter().any(|name| sent.error(name).is_some()) => sent.clone(),
        _ => known.clone(),
    };
    let described = of(&[&["name", "who", "status"][..], &space_fields::LATER].concat(), &known);
    let seated = of(&["sits", "guests"], &seats_known);
    let (sits, guests) = members::names(t, &found.people, &found.seats);
    let (waiting, refused_key) = keyed(seat, &found);
    let title = found.space.name.clone();
    let here = seat.path(&format!("espaces/{}", found.space.id));
    let act = if found.space.is_statutory { Act::ChangeStatutoryMembers } else { Act::EditProject };
    let mut page = Page { here: here.clone(), ..seat.page(title, "spaces") };
    if seat.ctx().here.ends_with("?fait") {
        page = page.announcing(Tone::Ok, t.say("spaces-done"));
    }
    let reason = of(&["reason"], &blank);
    render_with(
        status,
        &SpacePage {
            page,
            back: seat.path("espaces"),
            here,
            sits,
            guests,
            may_edit: seat.seat.may(Act::EditProject),
            may_seat: seat.seat.may(act) && waiting.is_none(),
            waiting,
            refused: refused_key,
            first: space_fields::first(t, &described),
            later: space_fields::later(t, &described),
            seats: members::fields(t, &seated, &found.people),
            closing: closing(seat, &of(&["because", "review"], &blank)),
            reason: Field::text(t, &reason, "reason", t.say("seats-reason")).most(300),
            errors: refused.map(|form| errors(t, form)).unwrap_or_default(),
            space: found.space,
        },
    )
}

fn closing(seat: &ProjectSeat, form: &Form) -> Vec<Field> {
    let t = &seat.ctx().t;
    vec![
        Field::text(t, form, "because", t.say("space-because")).hint(t.say("space-because-hint")).most(300),
        Field::date(t, form, "review", t.say("space-review")).hint(t.say("space-review-hint")),
    ]
}

/// What waits for a key, or the last refusal.
fn keyed(seat: &ProjectSeat, found: &Found) -> (Option<Waiting>, Option<(String, String)>) {
    let t = &seat.ctx().t;
    match &found.key {
        KeyState::Idle => (None, None),
        KeyState::Refused { party, reason } => (None, Some((t.say_code("party", party), reason.clone()))),
        KeyState::Waiting(key) => {
            let proposed = store::members::proposed(&key.payload);
            let (sits, guests) = members::names(t, &found.people, &proposed);
            let waiting = Waiting {
                id: key.id,
                by: t.say_code("party", key.party),
                until: t.day(civil_day(key.expires_at)),
                is_for_reader: key.awaited == seat.seat.actor.party,
                sits,
                guests,
            };
            (Some(waiting), None)
        }
    }
}

pub async fn describe(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let found = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let which = space_fields::Which {
        id: found.space.id,
        sphere: found.space.sphere,
        opened_on: found.space.opened_on,
    };
    let described = space_fields::read(t, &mut form, &which);
    if let Some(why) = described.as_ref().and_then(|next| status_held(&found, next)) {
        form.refuse("status", t.say(why));
    }
    let Some(described) = described.filter(|_| !form.is_refused()) else {
        return page(&seat, found, Some(&form), StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (project, now) = (seat.project.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::describe(tx, &permit, project, &described, now)).await?;
    done(&seat, &id)
}

/// Why the status cannot change: what was consulted there stays consulted, and whoever sits there by two keys does not
/// leave by a change of status.
fn status_held(found: &Found, next: &Space) -> Option<&'static str> {
    if next.is_statutory == found.space.is_statutory {
        return None;
    }
    let consults = |a: &Activity| a.kind.needs_a_statutory_space() || a.form.needs_a_statutory_space();
    if found.activities.iter().any(consults) {
        return Some("space-status-held");
    }
    (!found.seats.is_empty()).then_some("space-status-seated")
}

pub async fn close(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let found = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let because = form.text(t, "because", 300);
    let review = form.optional_date(t, "review");
    let closed = match space::close(review, &because, seat.ctx().today) {
        Ok(closed) => Some(closed),
        Err(CannotClose::NoReview) => {
            form.refuse("review", t.say("space-review-needed"));
            None
        }
        Err(CannotClose::ReviewInThePast) => {
            form.refuse("review", t.say("space-review-past"));
            None
        }
    };
    let Some(closed) = closed.filter(|_| !form.is_refused()) else {
        return page(&seat, found, Some(&form), StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (project, space, now) = (seat.project.id, found.space.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::close(tx, &permit, project, space, &closed, now)).await?;
    done(&seat, &id)
}

pub async fn reopen(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let found = found(&seat, &id).await?;
    let (project, space, now) = (seat.project.id, found.space.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::reopen(tx, &permit, project, space, now)).await?;
    done(&seat, &id)
}

pub(super) fn done(seat: &ProjectSeat, id: &str) -> PageResult {
    Ok(Redirect::to(&format!("{}?fait", seat.path(&format!("espaces/{id}")))).into_response())
}
