//! Each party's own preparation of a project: its notebook.
//!
//! Invariants: a note is read by the members of the party that wrote it, in that organisation, and by nobody else through the
//! application: every query binds the reader's organisation and party, and takes both from an [`access::Actor`], which only
//! a session gives. Nothing here is shown by another slice: no export but the party's own holds a note, and `findings` reads the author's own
//! notes only to refuse that one passes to another space as it stands. The journal says
//! nothing of a notebook, not even that a note was written: all parties read it, and a day is enough to give a preparation
//! away. A note taken out comes back for thirty days, then is erased.
//!
//! To add a way to read notes: a function of [`store`] that takes the reader, bound in the query as the others are; the
//! suite `notebooks` tries every address as every other party and finds it by itself.

pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "notebooks", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// The end of the notebook's address under the project.
pub const REST: &str = "carnet";

pub fn routes() -> Router<Platform> {
    use pages::{note, notebook, take_away};
    const HERE: &str = "/structures/{org}/projets/{project}/carnet";
    Router::new()
        .route(HERE, get(notebook::show).post(notebook::write))
        .route(&format!("{HERE}.md"), get(take_away::markdown_file))
        .route(&format!("{HERE}/{{note}}"), get(note::show).post(note::change))
        .route(&format!("{HERE}/{{note}}/retirer"), post(note::remove))
        .route(&format!("{HERE}/{{note}}/reprendre"), post(note::restore))
}
