//! Other ways in than the one-time link: a passkey, or a provider that people know already; and which organisation asks
//! for a passkey from which party.
//!
//! Invariants: there is no password; a ceremony is begun here, bound to one browser by a cookie whose hash alone is kept,
//! lives minutes and is used once, whatever comes of it; a refusal says the same thing whoever is behind it; a provider's
//! word counts for an address that it has verified and that somebody known reads, and for one subject only.
//!
//! To add a way in: a code in [`access::Opening`], a [`Ceremony`](model::ceremony::Ceremony) if something must be
//! remembered between two requests, a handler that ends in `pages::enter::open`.

pub mod model;
pub mod pages;
pub mod passkeys;
pub mod provider;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "sign_in", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    Router::new()
        .route("/connexion/cle-d-acces", post(pages::enter::finish))
        .route("/connexion/cle-d-acces/defi", post(pages::enter::begin))
        .route("/connexion/fournisseur", get(pages::provider::leave))
        .route("/connexion/fournisseur/retour", get(pages::provider::come_back))
        .route("/compte/confirmer", get(pages::confirm::show).post(pages::confirm::send))
        .route("/compte/cles-d-acces", get(pages::passkeys::show).post(pages::passkeys::add))
        .route("/compte/cles-d-acces/defi", post(pages::passkeys::begin))
        .route("/compte/cles-d-acces/{passkey}", get(pages::passkey::show).post(pages::passkey::rename))
        .route("/compte/cles-d-acces/{passkey}/retirer", post(pages::passkey::remove))
        .route("/structures/{org}/regle-de-connexion", get(pages::rule::show).post(pages::rule::propose))
        .route("/structures/{org}/regle-de-connexion/confirmer", post(pages::rule::confirm))
}
