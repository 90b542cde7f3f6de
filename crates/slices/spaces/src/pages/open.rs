//! A new space.

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{SpaceId, Sphere};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, render_with};

use super::{errors, is_refused, space_fields};
use crate::store;

#[derive(Template)]
#[template(path = "new_space.html")]
struct NewSpacePage {
    page: Page,
    back: String,
    here: String,
    fresh: SpaceId,
    first: Vec<Field>,
    later: Vec<Field>,
    later_open: bool,
    errors: Vec<(String, String)>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let form = Form::with([("status", space_fields::INFORMAL), ("level", "team")]);
    page(&seat, &form, StatusCode::OK)
}

fn page(seat: &ProjectSeat, form: &Form, status: StatusCode) -> PageResult {
    seat.seat.permit(Act::EditProject)?;
    let t = &seat.ctx().t;
    let errors = errors(t, form);
    let first = std::iter::once(space_fields::sphere(t, form)).chain(space_fields::first(t, form));
    render_with(
        status,
        &NewSpacePage {
            page: seat.page(t.say("space-new"), "spaces"),
            back: seat.path("espaces"),
            here: seat.path("espaces/nouveau"),
            fresh: seat.ctx().new_id(),
            first: first.collect(),
            later: space_fields::later(t, form),
            later_open: is_refused(&errors, &space_fields::LATER),
            errors,
        },
    )
}

/// Opens a space. The page gives each form an id, so that sending it twice opens one.
pub async fn open(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let t = &seat.ctx().t;
    let id = SpaceId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let sphere = form.code(t, "sphere", Sphere::parse);
    let which =
        space_fields::Which { id, sphere: sphere.unwrap_or(Sphere::Social), opened_on: seat.ctx().today };
    let space = space_fields::read(t, &mut form, &which);
    let Some(space) = space.filter(|_| sphere.is_some()) else {
        return page(&seat, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (organisation, project, now) = (seat.seat.organisation(), seat.project.id, seat.ctx().now);
    seat.ctx()
        .db()
        .write(move |tx| {
            if store::find(tx, organisation, project, space.id)?.is_none() {
                store::open(tx, &permit, project, &space, now)?;
            }
            Ok::<_, platform::DbError>(())
        })
        .await?;
    Ok(Redirect::to(&format!("{}?fait", seat.path(&format!("espaces/{id}")))).into_response())
}
