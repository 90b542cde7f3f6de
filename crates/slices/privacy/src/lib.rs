//! What the instance keeps of people, why, for how long; and the card that it publishes of itself.
//!
//! Invariants: what is shown as kept for so long is purged after so long, from one table (`data/retention.toml`); nothing
//! here can hold an answer to a questionnaire, since no table ties one to a person. Erasing leaves a name nowhere but in
//! what other people wrote.
//!
//! A project is deleted by two keys ([`store::delete_project`]): each slice forgets its own, and only the lines of the journal
//! and the fact itself remain.
//!
//! To add a kind of data: a `[[kind]]` in `data/retention.toml`, its words, the purpose that keeps it in
//! `data/processing.toml`, and, where the purge ends it, a line in [`store::purge`].

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
    Source { name: "privacy", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    Router::new()
        .route("/confidentialite", get(pages::processing::show))
        .route("/confidentialite.json", get(pages::processing::json))
        .route("/compte/donnees", get(pages::mydata::show))
        .route("/compte/donnees.json", get(pages::mydata::json))
        .route("/compte/effacer", get(pages::erase::show).post(pages::erase::confirm))
        .route("/compte/efface", get(pages::erase::erased))
        .route("/registre", get(pages::card::show))
        .route(
            "/structures/{org}/projets/{project}/suppression",
            get(pages::deletion::show).post(pages::deletion::propose),
        )
        .route("/structures/{org}/projets/{project}/suppression/confirmer", post(pages::deletion::confirm))
        .route("/structures/{org}/projets/{project}/suppression/refuser", post(pages::deletion::refuse))
}
