//! The first five minutes: describe a project without an account, see what the law asks, whom to invite and the shortest
//! path, then keep it.
//!
//! Invariants: nothing is asked but what a rule reads or an invitation needs; every question but the title may be answered
//! « je ne sais pas », which is kept as unknown and never as no; what was typed is kept as typed, so that going back and
//! forth, changing language or making a slip loses nothing; a body that the employer does not have is never named.
//!
//! To ask one more thing: a field in [`model::question`], its reading in [`model::answers`], the fact it gives in
//! [`model::facts`], and its words in `texts/`.

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
    Source { name: "describe", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    Router::new()
        .route("/decrire", get(pages::start::show))
        .route("/decrire/resultat", get(pages::result::show))
        .route("/decrire/enregistrer", get(pages::save::show).post(pages::save::keep))
        .route("/decrire/effacer", post(pages::start::forget))
        .route("/decrire/{question}", get(pages::question::show).post(pages::question::answer))
}
