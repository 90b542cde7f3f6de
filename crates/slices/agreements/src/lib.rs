//! What is written: texts, articles, consent party by party.
//!
//! From a finding, somebody writes an article: its text, what it commits to, who answers for it and by when, the indicator
//! that would put going back on the table, and three dates at which it is looked at again. Each party consents or objects
//! with its reason; the last consent needed adopts the article.
//!
//! Invariants: an article is adopted only when every needed party consents to its version in force and none objects
//! ([`model::adoption`]); a new version starts without positions; an adopted article is never rewritten; adoption and what
//! it brings into being are one transaction.
//!
//! To add a kind of text: a line in [`api::AgreementKind`], a Fluent line `agreement-kind-…`.

pub mod api;
pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Extension, Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "agreements", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// The pages; `on_adopted` is done in the transaction of the last consent.
pub fn routes(on_adopted: api::OnAdopted) -> Router<Platform> {
    use pages::{amend, article, new, position, text};
    const HERE: &str = "/structures/{org}/projets/{project}/accords";
    let article_at = |rest: &str| format!("{HERE}/articles/{{clause}}{rest}");
    Router::new()
        .route(HERE, get(text::show))
        .route(&format!("{HERE}/nouvel-article"), get(new::show).post(new::propose))
        .route(&article_at(""), get(article::show))
        .route(&article_at("/consentir"), post(position::consent))
        .route(&article_at("/objecter"), post(position::object))
        .route(&article_at("/retirer"), post(position::withdraw))
        .route(&article_at("/modifier"), get(amend::show).post(amend::amend))
        .layer(Extension(on_adopted))
}
