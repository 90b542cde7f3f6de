//! The projects of an organisation.

use access::{Act, Seat};
use askama::Template;
use platform::PageResult;
use ui::{Page, render};

use crate::{model::project::Project, project_seat::path, store};

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
    render(&ProjectsPage {
        page: seat.page(seat.actor.organisation_name.clone()),
        structure: format!("/structures/{organisation}/structure"),
        people: format!("/structures/{organisation}/personnes"),
        projects,
        may_start: seat.may(Act::StartProject),
    })
}
