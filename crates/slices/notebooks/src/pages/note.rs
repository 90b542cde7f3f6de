//! One note: changing its words, taking it out, taking it back.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::NoteId;
use platform::{PageError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, render_with};

use crate::{
    REST,
    model::note::{MOST, Note},
    store,
};

#[derive(Template)]
#[template(path = "note.html")]
struct NotePage {
    page: Page,
    back: String,
    here: String,
    note: Note,
    field: Field,
    /// Whether somebody of the same party wrote in between: their words are shown beside the reader's.
    is_stale: bool,
}

/// Organisation, project, note, as the address gives them.
type Ids = Path<(String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let note = found(&seat, &id).await?;
    let form = Form::with([("words", note.words.as_str())]);
    page(&seat, note, &form, StatusCode::OK, false)
}

/// A note of the reader's own party: that of another is not found.
async fn found(seat: &ProjectSeat, id: &str) -> PageResult<Note> {
    let id = NoteId::parse(id).map_err(|_| PageError::NotFound)?;
    let (reader, project) = (seat.seat.actor.clone(), seat.project.id);
    let note = seat.ctx().db().read(move |tx| store::find(tx, &reader, project, id)).await?;
    note.ok_or(PageError::NotFound)
}

fn page(seat: &ProjectSeat, note: Note, form: &Form, status: StatusCode, is_stale: bool) -> PageResult {
    let t = &seat.ctx().t;
    let back = seat.path(REST);
    render_with(
        status,
        &NotePage {
            page: seat.page(t.say("notebook-edit"), "notebook"),
            here: format!("{back}/{}", note.id),
            back,
            field: Field::area(t, form, "words", t.say("notebook-words")).most(MOST),
            note,
            is_stale,
        },
    )
}

pub async fn change(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::KeepNotebook)?;
    let note = found(&seat, &id).await?;
    let t = &seat.ctx().t;
    let words = form.text(t, "words", MOST);
    if form.is_refused() {
        return page(&seat, note, &form, StatusCode::UNPROCESSABLE_ENTITY, false);
    }
    let version: i64 = form.value("version").parse().unwrap_or(note.version);
    let (project, id, today) = (seat.project.id, note.id, seat.ctx().today);
    let write =
        move |tx: &mut platform::Tx<'_>| store::change(tx, &permit, project, id, version, &words, today);
    if seat.ctx().db().write(write).await? {
        return Ok(Redirect::to(&format!("{}?notee", seat.path(REST))).into_response());
    }
    form.refuse("words", t.say("notebook-stale"));
    let note = found(&seat, &id.to_string()).await?;
    page(&seat, note, &form, StatusCode::UNPROCESSABLE_ENTITY, true)
}

pub async fn remove(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::KeepNotebook)?;
    let id = NoteId::parse(&id).map_err(|_| PageError::NotFound)?;
    let (project, today) = (seat.project.id, seat.ctx().today);
    let done = seat.ctx().db().write(move |tx| store::remove(tx, &permit, project, id, today)).await?;
    leave(&seat, done, "retiree")
}

pub async fn restore(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::KeepNotebook)?;
    let id = NoteId::parse(&id).map_err(|_| PageError::NotFound)?;
    let (project, today) = (seat.project.id, seat.ctx().today);
    let done = seat.ctx().db().write(move |tx| store::restore(tx, &permit, project, id, today)).await?;
    leave(&seat, done, "reprise")
}

fn leave(seat: &ProjectSeat, done: bool, what: &str) -> PageResult {
    if done {
        Ok(Redirect::to(&format!("{}?{what}", seat.path(REST))).into_response())
    } else {
        Err(PageError::NotFound)
    }
}
