//! One time of dialogue: was it held, when, and what came out of it.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::ActivityId;
use platform::{DbError, PageError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field, Page, render_with};

use super::{
    declared::{self, About},
    errors, is_refused,
};
use crate::{
    model::{
        activity::{Activity, ActivityState},
        space::Space,
    },
    store,
};

#[derive(Template)]
#[template(path = "activity.html")]
struct ActivityPage {
    page: Page,
    back: String,
    activity: Activity,
    space: Space,
    fields: Vec<Field>,
    declared: Vec<Field>,
    declared_open: bool,
    carnet: String,
    errors: Vec<(String, String)>,
}

/// Project, then activity, as the address gives them.
type Ids = Path<(String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let found = found(&seat, &id).await?;
    let activity = &found.activity;
    let state = if activity.state == ActivityState::Planned { "" } else { activity.state.code() };
    let on = activity.on.to_string();
    let follows = activity.follows.map(|id| id.to_string()).unwrap_or_default();
    let form = Form::with([
        ("state", state),
        ("on", &on),
        ("outcome", &activity.outcome),
        ("form", activity.form.code()),
        ("round", activity.round.code()),
        ("follows", &follows),
        ("without", &activity.without_understanding),
    ]);
    page(&seat, found, &form, StatusCode::OK)
}

/// A time of dialogue that people settle by hand, where it is held, and what else is held there.
struct Found {
    activity: Activity,
    space: Space,
    others: Vec<Activity>,
}

/// An activity that people settle by hand; what a campaign or a review drives is settled there.
async fn found(seat: &ProjectSeat, id: &str) -> PageResult<Found> {
    let id = ActivityId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let found = seat
        .ctx()
        .db()
        .read(move |tx| {
            let all = store::activities(tx, organisation, project)?;
            let spaces = store::spaces(tx, organisation, project)?;
            let by_hand = |known: &&Activity| known.id == id && known.source.is_none();
            let Some(activity) = all.iter().find(by_hand).cloned() else { return Ok(None) };
            let space = spaces.into_iter().find(|space| space.id == activity.space);
            let here = |known: &Activity| known.space == activity.space && known.id != activity.id;
            let others = all.into_iter().filter(here).collect();
            Ok::<_, DbError>(space.map(|space| Found { activity, space, others }))
        })
        .await?;
    found.ok_or(PageError::NotFound)
}

fn page(seat: &ProjectSeat, found: Found, form: &Form, status: StatusCode) -> PageResult {
    let Found { activity, space, others } = found;
    seat.seat.permit(Act::PlanActivity)?;
    let t = &seat.ctx().t;
    let states = [ActivityState::Held, ActivityState::Planned, ActivityState::Cancelled]
        .iter()
        .map(|state| {
            Choice::new(state.code(), t.say_code("activity-settle", state))
                .hint(t.say_code("activity-settle-hint", state))
        })
        .collect();
    let fields = vec![
        Field::radios(t, form, "state", t.say("activity-what-became"), states),
        Field::date(t, form, "on", t.say("activity-on")).hint(t.say("activity-on-hint")),
        Field::area(t, form, "outcome", t.say("spaces-outcome"))
            .hint(t.say("spaces-outcome-hint"))
            .optional(t)
            .most(1000),
    ];
    let title = activity.title.clone();
    let errors = errors(t, form);
    let here = seat.path(&format!("espaces/temps/{}", activity.id));
    render_with(
        status,
        &ActivityPage {
            page: Page { here, ..seat.page(title, "spaces") },
            back: seat.path("espaces"),
            activity,
            space,
            fields,
            declared: declared::fields(t, form, &others),
            declared_open: is_refused(&errors, &declared::NAMES),
            carnet: seat.path("carnet"),
            errors,
        },
    )
}

pub async fn settle(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::PlanActivity)?;
    let found = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let state = form.code(t, "state", ActivityState::parse);
    let on = form.date(t, "on");
    let outcome = form.optional_text(t, "outcome", 1000);
    let today = seat.ctx().today;
    let declared = match (state, on) {
        (Some(state), Some(on)) => {
            let Found { activity, space, others } = &found;
            let (kind, itself) = (activity.kind, Some(activity.id));
            declared::read(t, &mut form, &About { kind, space, state, on, activities: others, itself }, today)
        }
        _ => None,
    };
    if state == Some(ActivityState::Planned) && !outcome.is_empty() {
        form.refuse("outcome", t.say("spaces-outcome-early"));
    }
    let (Some(state), Some(on), Some(declared), false) = (state, on, declared, form.is_refused()) else {
        return page(&seat, found, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (project, id, now) = (seat.project.id, found.activity.id, seat.ctx().now);
    seat.ctx()
        .db()
        .write(move |tx| store::settle_as(tx, &permit, project, id, state, on, &outcome, &declared, now))
        .await?;
    Ok(Redirect::to(&format!("{}?fait", seat.path("espaces"))).into_response())
}
