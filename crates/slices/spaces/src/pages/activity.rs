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

use super::{errors, refuse_misplaced};
use crate::{
    model::{
        activity::{Activity, ActivityState, check},
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
    errors: Vec<(String, String)>,
}

/// Project, then activity, as the address gives them.
type Ids = Path<(String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let (activity, space) = found(&seat, &id).await?;
    let state = if activity.state == ActivityState::Planned { "" } else { activity.state.code() };
    let on = activity.on.to_string();
    let form = Form::with([("state", state), ("on", &on), ("outcome", &activity.outcome)]);
    page(&seat, activity, space, &form, StatusCode::OK)
}

/// An activity that people settle by hand; what a campaign or a review drives is settled there.
async fn found(seat: &ProjectSeat, id: &str) -> PageResult<(Activity, Space)> {
    let id = ActivityId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let found = seat
        .ctx()
        .db()
        .read(move |tx| {
            let mut activities = store::activities(tx, organisation, project)?.into_iter();
            let activity = activities.find(|activity| activity.id == id && activity.source.is_none());
            let spaces = store::spaces(tx, organisation, project)?;
            Ok::<_, DbError>(activity.and_then(|activity| {
                let space = spaces.into_iter().find(|space| space.id == activity.space)?;
                Some((activity, space))
            }))
        })
        .await?;
    found.ok_or(PageError::NotFound)
}

fn page(seat: &ProjectSeat, activity: Activity, space: Space, form: &Form, status: StatusCode) -> PageResult {
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
    let here = seat.path(&format!("espaces/temps/{}", activity.id));
    render_with(
        status,
        &ActivityPage {
            page: Page { here, ..seat.page(title, "spaces") },
            back: seat.path("espaces"),
            activity,
            space,
            fields,
            errors: errors(t, form),
        },
    )
}

pub async fn settle(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::PlanActivity)?;
    let (activity, space) = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let state = form.code(t, "state", ActivityState::parse);
    let on = form.date(t, "on");
    let outcome = form.optional_text(t, "outcome", 1000);
    if let (Some(state), Some(on)) = (state, on) {
        refuse_misplaced(t, &mut form, check(activity.kind, space.is_statutory, state, on, seat.ctx().today));
    }
    if state == Some(ActivityState::Planned) && !outcome.is_empty() {
        form.refuse("outcome", t.say("spaces-outcome-early"));
    }
    let (Some(state), Some(on), false) = (state, on, form.is_refused()) else {
        return page(&seat, activity, space, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (project, id, now) = (seat.project.id, activity.id, seat.ctx().now);
    seat.ctx()
        .db()
        .write(move |tx| store::settle(tx, &permit, project, id, state, on, &outcome, now))
        .await?;
    Ok(Redirect::to(&format!("{}?fait", seat.path("espaces"))).into_response())
}
