//! The three spaces of a project, with what is planned and held in each.

use access::Act;
use askama::Template;
use jiff::civil::Date;
use platform::{DbError, PageResult};
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use crate::{
    model::{
        activity::{Activity, ActivityState},
        space::Space,
    },
    store,
};

/// A space and what is held in it.
struct Held {
    space: Space,
    activities: Vec<Activity>,
}

#[derive(Template)]
#[template(path = "spaces.html")]
struct SpacesPage {
    page: Page,
    base: String,
    /// Where the addresses of what drives an activity begin.
    root: String,
    today: Date,
    spaces: Vec<Held>,
    may_plan: bool,
    may_edit: bool,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let (spaces, activities) = seat
        .ctx()
        .db()
        .read(move |tx| {
            let spaces = store::spaces(tx, organisation, project)?;
            Ok::<_, DbError>((spaces, store::activities(tx, organisation, project)?))
        })
        .await?;
    let t = &seat.ctx().t;
    let base = seat.path("espaces");
    let mut page = Page { here: base.clone(), ..seat.page(t.say("spaces-title"), "spaces") };
    if seat.ctx().here.ends_with("?fait") {
        page = page.announcing(Tone::Ok, t.say("spaces-done"));
    }
    let held = |space: Space| {
        let activities = activities.iter().filter(|activity| activity.space == space.id).cloned().collect();
        Held { space, activities }
    };
    render(&SpacesPage {
        page,
        base,
        root: seat.path(""),
        today: seat.ctx().today,
        spaces: spaces.into_iter().map(held).collect(),
        may_plan: seat.seat.may(Act::PlanActivity),
        may_edit: seat.seat.may(Act::EditProject),
    })
}
