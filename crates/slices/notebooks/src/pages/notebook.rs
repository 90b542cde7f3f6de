//! The notebook of the reader's own party: its notes, one more, those taken out.

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::NoteId;
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{own, signature};
use crate::{
    REST,
    model::note::{MOST, Note},
    store,
};

#[derive(Template)]
#[template(path = "notebook.html")]
struct NotebookPage {
    page: Page,
    here: String,
    /// « Représentants du personnel ».
    party: String,
    readers: String,
    fresh: NoteId,
    field: Field,
    notes: Vec<(Note, String)>,
    removed: Vec<(Note, String)>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    page(&seat, &Form::default(), StatusCode::OK).await
}

async fn page(seat: &ProjectSeat, form: &Form, status: StatusCode) -> PageResult {
    let own = own(seat).await?;
    let names = own.names();
    let t = &seat.ctx().t;
    let readers: Vec<&str> = own.readers.iter().map(|member| member.name.as_str()).collect();
    let signed = |note: Note| {
        let signature = signature(t, &note, &names);
        (note, signature)
    };
    let (removed, notes): (Vec<Note>, Vec<Note>) =
        own.notes.iter().cloned().partition(|note| note.removed_on.is_some());
    let field = Field::area(t, form, "words", t.say("notebook-new")).hint(t.say("notebook-new-hint"));
    render_with(
        status,
        &NotebookPage {
            page: announced(seat),
            here: seat.path(REST),
            party: t.say_code("party", seat.seat.actor.party),
            readers: readers.join(", "),
            fresh: seat.ctx().new_id(),
            field: field.most(MOST),
            notes: notes.into_iter().map(signed).collect(),
            removed: removed.into_iter().map(signed).collect(),
        },
    )
}

/// The frame, saying what was just done.
fn announced(seat: &ProjectSeat) -> Page {
    let t = &seat.ctx().t;
    let page = Page { here: seat.path(REST), ..seat.page(t.say("notebook-title"), "notebook") };
    let done = seat.ctx().here.split_once('?').map_or("", |(_, what)| what);
    match done {
        "notee" => page.announcing(Tone::Ok, t.say("notebook-written")),
        "retiree" => page.announcing(Tone::Ok, t.say("notebook-removed")),
        "reprise" => page.announcing(Tone::Ok, t.say("notebook-restored")),
        _ => page,
    }
}

pub async fn write(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::KeepNotebook)?;
    let words = form.text(&seat.ctx().t, "words", MOST);
    if form.is_refused() {
        return page(&seat, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let note = NoteId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    let (project, today) = (seat.project.id, seat.ctx().today);
    seat.ctx().db().write(move |tx| store::write(tx, &permit, project, note, &words, today)).await?;
    Ok(Redirect::to(&format!("{}?notee", seat.path(REST))).into_response())
}
