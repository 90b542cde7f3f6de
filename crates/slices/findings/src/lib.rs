//! What was said: findings, reasoned responses, what passes between spaces, and the links of the thread.
//!
//! Invariants: a finding is in somebody's words and name, never a raw answer (commitment 2); a party does not answer what it
//! said itself; what passes from a space to another does so by an act, in words chosen for it and with a day for the answer; a finding's step is read
//! from what was done with it and never stored; a link is read from either end.
//!
//! To add a kind of finding: a line in [`FindingKind`], a Fluent line `finding-kind-…` and its hint.

pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::finding::{Fate, Finding, FindingKind, Reached, Response, Standing, Step, Transmission};
pub use model::link::{Link, Stop, back, onwards};
pub use model::rules::{Done, Refusal};
pub use model::wording::Passing;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "findings", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    use pages::{acts, list, new, show};
    const HERE: &str = "/structures/{org}/projets/{project}/constats";
    let under = |rest: &str| format!("{HERE}/{{finding}}/{rest}");
    Router::new()
        .route(HERE, get(list::show))
        .route(&format!("{HERE}/nouveau"), get(new::show).post(new::create))
        .route(&format!("{HERE}/{{finding}}"), get(show::show))
        .route(&under("reponse"), post(acts::respond))
        .route(&under("transmissions"), post(acts::pass))
        .route(&under("transmissions/{space}/retrait"), post(acts::withdraw))
        .route(&under("reunion"), post(acts::discuss))
        .route(&under("formulation"), post(acts::reword))
        .route(&under("nom"), post(acts::credit))
}
