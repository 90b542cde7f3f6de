//! Adding a time of dialogue, planned or already held.

use access::Act;
use askama::Template;
use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::ActivityId;
use platform::{DbError, PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field, Page, render_with};

use super::{
    declared::{self, About},
    errors, is_refused,
};
use crate::{
    choose::open_one,
    model::{
        activity::{Activity, ActivityKind, ActivityState},
        space::Space,
    },
    store::{self, Declared, NewActivity},
};

#[derive(Template)]
#[template(path = "new_activity.html")]
struct NewActivityPage {
    page: Page,
    back: String,
    here: String,
    fresh: ActivityId,
    fields: Vec<Field>,
    declared: Vec<Field>,
    declared_open: bool,
    errors: Vec<(String, String)>,
}

/// The spaces of the project, open and closed, and all that is planned and held in it.
struct Known {
    spaces: Vec<Space>,
    activities: Vec<Activity>,
}

/// The form; `?espace=<id>` chooses the space.
pub async fn show(seat: ProjectSeat, RawQuery(query): RawQuery) -> PageResult {
    let asked = Form::read(query.unwrap_or_default().as_bytes());
    let today = seat.ctx().today.to_string();
    let form = Form::with([("space", asked.value("espace")), ("state", "planned"), ("on", &today)]);
    let known = known(&seat).await?;
    page(&seat, &form, &known, StatusCode::OK)
}

async fn known(seat: &ProjectSeat) -> Result<Known, DbError> {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let read = move |tx: &mut platform::Tx<'_>| {
        let spaces = store::spaces(tx, organisation, project)?;
        Ok(Known { spaces, activities: store::activities(tx, organisation, project)? })
    };
    seat.ctx().db().read(read).await
}

fn page(seat: &ProjectSeat, form: &Form, known: &Known, status: StatusCode) -> PageResult {
    seat.seat.permit(Act::PlanActivity)?;
    let t = &seat.ctx().t;
    let errors = errors(t, form);
    let here = seat.path("espaces/temps");
    render_with(
        status,
        &NewActivityPage {
            page: seat.page(t.say("spaces-plan"), "spaces"),
            back: seat.path("espaces"),
            here,
            fresh: seat.ctx().new_id(),
            fields: fields(t, form, &known.spaces),
            declared: declared::fields(t, form, &known.activities),
            declared_open: is_refused(&errors, &declared::NAMES),
            errors,
        },
    )
}

fn fields(t: &T, form: &Form, spaces: &[Space]) -> Vec<Field> {
    let place = |space: &Space| {
        let status = t.say(if space.is_statutory { "spaces-statutory" } else { "spaces-informal" });
        let sphere = t.say_code("sphere-dialogue", space.sphere);
        Choice::new(space.id.to_string(), space.name.clone()).hint(format!("{sphere} · {status}"))
    };
    let kinds = ActivityKind::ALL.iter().filter(|kind| kind.is_planned_by_hand());
    let kinds = kinds.map(|kind| Choice::new(kind.code(), t.say_code("activity-kind", kind)));
    let kinds = std::iter::once(Choice::new("", t.say("spaces-choose"))).chain(kinds).collect();
    let states = [ActivityState::Planned, ActivityState::Held];
    let states = states.map(|state| Choice::new(state.code(), t.say_code("activity-state", state)));
    vec![
        Field::radios(
            t,
            form,
            "space",
            t.say("spaces-where"),
            spaces.iter().filter(|space| space.is_open()).map(place).collect(),
        ),
        Field::select(t, form, "kind", t.say("spaces-kind"), kinds).hint(t.say("spaces-kind-hint")),
        Field::text(t, form, "title", t.say("spaces-what")).hint(t.say("spaces-what-hint")).most(120),
        Field::radios(t, form, "state", t.say("spaces-state"), states.into()),
        Field::date(t, form, "on", t.say("spaces-on")),
        Field::area(t, form, "outcome", t.say("spaces-outcome"))
            .hint(t.say("spaces-outcome-hint"))
            .optional(t)
            .most(1000),
    ]
}

/// What the form says, once it says it well.
struct Asked {
    new: NewActivity,
    declared: Declared,
    outcome: String,
}

/// Writes a time of dialogue down. The page gives each form an id, so that sending it twice writes it once.
pub async fn plan(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::PlanActivity)?;
    let known = known(&seat).await?;
    let Some(Asked { new, declared, outcome }) = read(&seat, &mut form, &known) else {
        return page(&seat, &form, &known, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (organisation, project, now) = (seat.seat.organisation(), seat.project.id, seat.ctx().now);
    seat.ctx()
        .db()
        .write(move |tx| {
            if store::activities(tx, organisation, project)?.iter().any(|known| known.id == new.id) {
                return Ok::<_, DbError>(());
            }
            store::plan_as(tx, &permit, project, &new, &declared, now)?;
            if !outcome.is_empty() {
                store::settle(tx, &permit, project, new.id, new.state, new.on, &outcome, now)?;
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to(&format!("{}?fait", seat.path("espaces"))).into_response())
}

fn read(seat: &ProjectSeat, form: &mut Form, known: &Known) -> Option<Asked> {
    let t = &seat.ctx().t;
    let id = ActivityId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let space = open_one(t, form, "space", &known.spaces);
    let space = known.spaces.iter().find(|open| Some(open.id) == space);
    let by_hand = ActivityKind::parse(form.value("kind")).ok().filter(|kind| kind.is_planned_by_hand());
    if by_hand.is_none() {
        form.refuse("kind", t.say("form-choose"));
    }
    let title = form.text(t, "title", 120);
    let state = form.code(t, "state", ActivityState::parse);
    let on = form.date(t, "on");
    let outcome = form.optional_text(t, "outcome", 1000);
    let (space, kind, state, on) = (space?, by_hand?, state?, on?);
    let about = About { kind, space, state, on, activities: &known.activities, itself: None };
    let declared = declared::read(t, form, &about, seat.ctx().today)?;
    if state != ActivityState::Held && !outcome.is_empty() {
        form.refuse("outcome", t.say("spaces-outcome-early"));
    }
    let new = NewActivity { id, space: space.id, kind, title, on, state, source: None };
    (!form.is_refused()).then_some(Asked { new, declared, outcome })
}
