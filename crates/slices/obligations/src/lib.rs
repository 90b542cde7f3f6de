//! What the law asks of a project, with reasons and dates; changing the facts it is read from; moving to another stage.
//!
//! Invariants: nothing is said of the law that is not in the pack, and each verdict is explained from its own trace; what
//! is not known is shown as undetermined, with the question that would settle it; wherever obligations are shown, the
//! notice and the limits are shown too. Going past a closed gate is possible, never silent: it takes a written reason,
//! raises the alert at once, and leaves a line in the journal.
//!
//! To show one more thing of a rule: a field of [`verdict::Verdict`], a line in `pages/verdict.html`. To ask for one more
//! fact: nothing here, the form follows the words of the pack.

pub mod api;
mod clock;
mod crossed;
mod dates;
pub mod model;
mod notice;
pub mod pages;
pub mod status;
pub mod store;
mod tell;
mod trace;
pub mod verdict;
pub mod words;

use axum::{Router, extract::Query, routing::get};
use pages::evidence::{WhatWasDone, Which};
use platform::{Platform, form::Form, texts::Source};
use registry::ProjectSeat;

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "obligations", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// `done` reads what was done in a project, by which an obligation may be met: whoever sees all of it stands higher than
/// this slice.
pub fn routes(done: WhatWasDone) -> Router<Platform> {
    let seen = move |seat: ProjectSeat, which: Query<Which>| pages::evidence::show(seat, which, done);
    let given = move |seat: ProjectSeat, form: Form| pages::evidence::give(seat, form, done);
    Router::new()
        .route("/structures/{org}/projets/{project}/obligations/preuves", get(seen).post(given))
        .route("/structures/{org}/projets/{project}/obligations", get(pages::obligations::show))
        .route(
            "/structures/{org}/projets/{project}/obligations/faits",
            get(pages::facts::show).post(pages::facts::change),
        )
        .route(
            "/structures/{org}/projets/{project}/obligations/editions",
            get(pages::editions::show).post(pages::editions::adopt),
        )
        .route(
            "/structures/{org}/projets/{project}/obligations/et-si",
            get(pages::what_if::show).post(pages::what_if::ask),
        )
        .route(
            "/structures/{org}/projets/{project}/etape",
            get(pages::stage::show).post(pages::stage::declare),
        )
}
