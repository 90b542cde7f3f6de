//! One space: its name, who sits there, whether it is statutory.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::SpaceId;
use platform::{PageError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field, Page, render_with};

use super::errors;
use crate::{model::space::Space, store};

#[derive(Template)]
#[template(path = "space.html")]
struct SpacePage {
    page: Page,
    back: String,
    space: Space,
    fields: Vec<Field>,
    errors: Vec<(String, String)>,
}

const STATUTORY: &str = "statutory";
const INFORMAL: &str = "informal";

/// Organisation, project, space, as the address gives them.
type Ids = Path<(String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let space = found(&seat, &id).await?;
    let status = if space.is_statutory { STATUTORY } else { INFORMAL };
    let form = Form::with([("name", space.name.as_str()), ("who", space.who.as_str()), ("status", status)]);
    page(&seat, space, &form, StatusCode::OK)
}

async fn found(seat: &ProjectSeat, id: &str) -> PageResult<Space> {
    let id = SpaceId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let spaces = seat.ctx().db().read(move |tx| store::spaces(tx, organisation, project)).await?;
    spaces.into_iter().find(|space| space.id == id).ok_or(PageError::NotFound)
}

fn page(seat: &ProjectSeat, space: Space, form: &Form, status: StatusCode) -> PageResult {
    seat.seat.permit(Act::EditProject)?;
    let t = &seat.ctx().t;
    let choices = vec![
        Choice::new(STATUTORY, t.say("space-statutory")).hint(t.say("spaces-statutory-note")),
        Choice::new(INFORMAL, t.say("space-informal")).hint(t.say("spaces-informal-note")),
    ];
    let fields = vec![
        Field::text(t, form, "name", t.say("space-name")).hint(t.say("space-name-hint")).most(60),
        Field::text(t, form, "who", t.say("space-who")).hint(t.say("space-who-hint")).optional(t).most(120),
        Field::radios(t, form, "status", t.say("space-status"), choices),
    ];
    let title = space.name.clone();
    render_with(
        status,
        &SpacePage {
            page: seat.page(title, "spaces"),
            back: seat.path("espaces"),
            space,
            fields,
            errors: errors(t, form),
        },
    )
}

pub async fn describe(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let space = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let name = form.text(t, "name", 60);
    let who = form.optional_text(t, "who", 120);
    let status = form.value("status").to_owned();
    if status != STATUTORY && status != INFORMAL {
        form.refuse("status", t.say("form-choose"));
    }
    if form.is_refused() {
        return page(&seat, space, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let described = Space { name, who, is_statutory: status == STATUTORY, ..space };
    let (project, now) = (seat.project.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::describe(tx, &permit, project, &described, now)).await?;
    Ok(Redirect::to(&format!("{}?fait", seat.path("espaces"))).into_response())
}
