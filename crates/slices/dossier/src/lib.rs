//! What is taken away: the dossier as a PDF, its data, and the journal.
//!
//! The same story as the thread, for whoever was not there: the employer's file, the committee, the inspectorate, a court.
//! [`document`] builds what the typesetter prints, [`data`] what a program reads; both come from one [`Gathered`], read in
//! one state of the database.
//!
//! Invariants: results are disclosed values only, never an answer, a code or an address; every figure stands beside the
//! table that carries the same content; every download leaves a line in the journal; what the law says is followed by the
//! notice that it is no legal advice.
//!
//! To add a chapter: a function in `document/`, its line in [`document::document`], its texts. To add a kind of act to the
//! journal's page: a line `journal-kind-…` in both languages, which a test asks for.

pub mod data;
pub mod document;
mod gathered;
pub mod model;
pub mod pages;
mod reader;

use axum::{Router, routing::get};
use jiff::Timestamp;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Platform, T, Tx, clock::civil_day, texts::Source};
use registry::ProjectSeat;

pub use gathered::Gathered;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "dossier", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// Turns the JSON of a document into a PDF.
pub type Typeset = fn(&str) -> Result<Vec<u8>, String>;

pub fn routes(typeset: Typeset) -> Router<Platform> {
    let pdf = move |seat: ProjectSeat| pages::download::pdf(seat, typeset);
    Router::new()
        .route("/structures/{org}/projets/{project}/dossier", get(pages::dossier::show))
        .route("/structures/{org}/projets/{project}/dossier.pdf", get(pdf))
        .route("/structures/{org}/projets/{project}/dossier.json", get(pages::download::json))
        .route("/structures/{org}/projets/{project}/journal", get(pages::journal::show))
        .route("/structures/{org}/projets/{project}/journal.jsonl", get(pages::download::journal))
}

/// The document of a project, for the command line; nothing when there is no such project.
pub fn export_document(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    t: &T,
    now: Timestamp,
) -> Result<Option<serde_json::Value>, DbError> {
    let gathered = Gathered::read(tx, organisation, project, t, now)?;
    Ok(gathered.map(|gathered| document::document(&gathered, t, civil_day(now))))
}

/// The data of a project, for the command line; nothing when there is no such project.
pub fn export_data(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    t: &T,
    now: Timestamp,
) -> Result<Option<serde_json::Value>, DbError> {
    let gathered = Gathered::read(tx, organisation, project, t, now)?;
    Ok(gathered.map(|gathered| data::data(&gathered, t, civil_day(now))))
}
