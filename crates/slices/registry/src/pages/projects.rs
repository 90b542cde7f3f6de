//! The projects of an organisation.

use access::{Act, Seat};
use askama::Template;
use platform::PageResult;
use ui::{Page, Tone, render};

use crate::{model::project::Project, project_seat::path, store};

/// The end of the address to which deleting a project leads.
const DELETED: &str = "?supprime";

#[derive(Template)]
#[template(path = "projects.html")]
struct ProjectsPage {
    page: Page,
    people: String,
    structure: String,
    projects: Vec<(Project, String)>,
    may_start: bool,
}

pub async fn show(seat: Seat) -> PageResult {
    let organisation = seat.organisation();
    let projects = seat.ctx.db().read(move |tx| store::projects(tx, organisation)).await?;
    let projects = projects
        .into_iter()
        .map(|project| {
            let href = path(&project, "fil");
            (project, href)
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
