//! What is seen whole: the thread of a project (*le fil*), its home.
//!
//! It writes nothing: everything is read from the other slices in one state of the database ([`Whole`]), put in order by
//! `model` (what to draw, what to do first), and said in the reader's language. The dossier tells the same story from
//! [`scene`] and [`fates`].
//!
//! Invariants: the picture and the table carry the same content; what to do is ordered for the reader's own party; results
//! come only from the disclosed values that `methods` gives; a page that was drawn is shown again only while the journal's
//! head is the one it was drawn under, so that nothing done is ever missing from it ([`pages::kept`]).
//!
//! To add something to do: a line in [`model::duty::Matter`], where it is read in `duties`, its words in `todo`.

mod done;
mod duties;
pub mod fates;
#[cfg(test)]
mod fixture;
mod flags;
pub mod model;
mod moments;
pub mod pages;
pub mod scene;
pub mod todo;
mod whole;

use std::sync::Arc;

use axum::{Router, routing::get};
use pages::kept::Kept;
use platform::{Platform, texts::Source};
use registry::ProjectSeat;

pub use done::done_here;
pub use duties::answerers;
pub use scene::{Line, Scene, scene};
pub use whole::Whole;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "thread", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    let kept = Arc::new(Kept::default());
    let show = move |seat: ProjectSeat| pages::thread::show(seat, kept.clone());
    Router::new()
        .route("/structures/{org}/projets/{project}", get(pages::thread::home))
        .route("/structures/{org}/projets/{project}/fil", get(show))
}
