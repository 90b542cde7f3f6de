//! Taking the dossier away. Each download leaves a line in the journal, once the file is made.

use access::{Act, Permit, Reader};
use axum::{
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use journal::Entry;
use platform::{DbError, PageError, PageResult, limits::Gate};
use registry::ProjectSeat;
use serde_json::json;

use crate::{Typeset, data, document, gathered::Gathered, model::file_name::file_name, reader::reading};

pub async fn pdf(seat: ProjectSeat, typeset: Typeset) -> PageResult {
    let permit = seat.seat.permit(Act::ExportDossier)?;
    seat.ctx().limit(Gate::Export, seat.seat.session.hash.as_bytes())?;
    let gathered = gather(&seat).await?;
    let ctx = seat.ctx();
    let (t, today) = (ctx.t.clone(), ctx.today);
    let made =
        tokio::task::spawn_blocking(move || typeset(&document::document(&gathered, &t, today).to_string()));
    let bytes = made.await.map_err(|error| PageError::Fault(error.to_string()))?.map_err(PageError::Fault)?;
    tell(&seat, permit, "pdf").await?;
    Ok(file(&seat, "dossier", "pdf", "application/pdf", bytes))
}

pub async fn json(seat: ProjectSeat) -> PageResult {
    let permit = seat.seat.permit(Act::ExportDossier)?;
    seat.ctx().limit(Gate::Export, seat.seat.session.hash.as_bytes())?;
    let gathered = gather(&seat).await?;
    let bytes = serde_json::to_vec_pretty(&data::data(&gathered, &seat.ctx().t, seat.ctx().today))?;
    tell(&seat, permit, "json").await?;
    Ok(file(&seat, "dossier", "json", "application/json", bytes))
}

/// The organisation's own chain, whole: a part of it could not be verified. It has the openings that are hidden from nobody,
/// since a file circulates. The line of this download comes after the file, so that its head is the one that the page showed.
pub async fn journal(seat: ProjectSeat) -> PageResult {
    let permit = seat.seat.permit(Act::ExportDossier)?;
    seat.ctx().limit(Gate::Export, seat.seat.session.hash.as_bytes())?;
    let organisation = seat.seat.organisation();
    let reader = Reader::nobody_in_particular(organisation);
    let read = move |tx: &mut platform::Tx<'_>| {
        let reader = reading(tx, reader)?;
        journal::export(tx, &[organisation], &reader)
    };
    let text = seat.ctx().db().read::<_, DbError, _>(read).await?;
    tell(&seat, permit, "journal").await?;
    Ok(file(&seat, "journal", "jsonl", "application/jsonl", text.into_bytes()))
}

async fn gather(seat: &ProjectSeat) -> PageResult<Gathered> {
    let ctx = seat.ctx();
    let (project, t, now) = (seat.project.clone(), ctx.t.clone(), ctx.now);
    Ok(ctx.db().read(move |tx| Gathered::of(tx, project, &t, now)).await?)
}

async fn tell(seat: &ProjectSeat, permit: Permit, format: &'static str) -> PageResult<()> {
    let (project, now) = (seat.project.id, seat.ctx().now);
    let write = move |tx: &mut platform::Tx<'_>| {
        let entry = Entry::new("dossier_exported", project, json!({"format": format})).of(project);
        journal::record(tx, &permit.author(), now, &entry)
    };
    Ok(seat.ctx().db().write::<(), DbError, _>(write).await?)
}

fn file(seat: &ProjectSeat, what: &str, ending: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let name = file_name(what, &seat.project.title, seat.ctx().today, ending);
    let headers =
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    (headers, bytes).into_response()
}
