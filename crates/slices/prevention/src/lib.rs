//! What a project adds to the risk document (DUERP): lines, actions, dated versions, and the files to take away.
//!
//! The rules that apply propose lines, and so does a finding that somebody assesses; whoever writes the document keeps,
//! rewrites, merges or sets each aside. From lines come actions, in the form that the law asks of this employer: an annual
//! programme (PAPRIPACT) or a list. A version is what stood on a day, never written over.
//!
//! Invariants: nothing is in the document that no person put there; what proposes it is data, in `packs/prevention`; what
//! was said is never copied into a line, and a finding that is hidden from anybody is assessed once it was passed on, in
//! words of its own; a line names its finding to those who may read it; two people who write at once lose no word; a body
//! that nobody has is never shown; the three files say the same.
//!
//! To add a line that the law proposes, or a level of a scale: the pack, and nothing here. To add something that people
//! write of a line: a field of [`model::line::Words`] and of [`model::snapshot::LineThen`], a column, Fluent lines.

pub mod api;
pub mod export;
pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};
use registry::ProjectSeat;

pub use store::Board;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "prevention", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// Turns the JSON of a document into a PDF.
pub type Typeset = fn(&str) -> Result<Vec<u8>, String>;

pub fn routes(typeset: Typeset) -> Router<Platform> {
    use pages::{action, decide, download, line, show, versions};
    const HERE: &str = "/structures/{org}/projets/{project}/prevention";
    let pdf = move |seat: ProjectSeat, which: axum::extract::Query<download::Which>| {
        download::pdf(seat, which, typeset)
    };
    Router::new()
        .route(HERE, get(show::show))
        .route(&format!("{HERE}/ligne"), get(line::show).post(line::write))
        .route(&format!("{HERE}/ecarter"), post(decide::set_aside))
        .route(&format!("{HERE}/fusionner"), post(decide::merge))
        .route(&format!("{HERE}/reprendre"), post(decide::take_up))
        .route(&format!("{HERE}/remarque"), post(decide::remark))
        .route(&format!("{HERE}/action"), get(action::show).post(action::write))
        .route(&format!("{HERE}/versions"), get(versions::show).post(versions::date))
        .route(&format!("{HERE}/duerp.csv"), get(download::csv))
        .route(&format!("{HERE}/duerp.xlsx"), get(download::xlsx))
        .route(&format!("{HERE}/duerp.pdf"), get(pdf))
}
