//! The projects of an organisation.

use access::{Act, Seat};
use askama::Template;
use platform::{DbError, PageResult, Tx};
use ui::{Page, Tone, render};

use crate::{RestState, model::project::Project, project_seat::path, store};

/// The end of the address to which deleting a project leads.
const DELETED: &str = "?supprime";

#[derive(Template)]
#[template(path = "projects.html")]
struct ProjectsPage {
    page: Page,
    people: String,
    structure: String,
    projects: Vec<(Project, String, Option<RestState>)>,
    may_start: bool,
}

pub async fn show(seat: Seat) -> PageResult {
    let organisation = seat.organisation();
    let read = move |tx: &mut Tx<'_>| {
        Ok::<_, DbError>((store::projects(tx, organisation)?, store::resting(tx, organisation)?))
    };
    let (projects, resting) = seat.ctx.db().read(read).await?;
    let projects = projects
        .into_iter()
        .map(|project| {
            let href = path(&project, "fil");
            let rest = resting.get(&project.id).map(|rest| rest.state);
            (project, href, rest)
        })
        .collect();
    let mut page = seat.page(seat.actor.organisation_name.clone());
    if seat.ctx.here.ends_with(DELETED) {
        page = page.announcing(Tone::Ok, seat.ctx.t.say("projects-deleted"));
    }
    render(&ProjectsPage {
        page,
        structure: format!("/structures/{organisation}/structure"),
        people: format!("/structures/{organisation}/personnes"),
        projects,
        may_start: seat.may(Act::StartProject),
    })
}
