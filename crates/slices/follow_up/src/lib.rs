//! What is kept: commitments, indicators, triggers, reviews.
//!
//! An adopted article becomes a commitment with its owner and its day, an indicator that parties read together, a trigger
//! that puts going back on the table, and three reviews at short, medium and long term.
//!
//! Invariants: a commitment comes from an adopted article and from nothing else ([`store::create_from_clause`]); a reading
//! past the threshold convenes a space in the same transaction; readings and conclusions are only ever added to; a review
//! concludes nothing unless both key holders were there; no outcome is worth more than another.
//!
//! To add an outcome: a line in [`Outcome`], Fluent lines `outcome-…` and `outcome-hint-…`.

pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::commitment::{Commitment, CommitmentState, Kept, Reading, Trigger};
pub use model::review::{Held, Horizon, Outcome, Review};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "follow_up", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    use pages::{commitment, overview, review};
    const HERE: &str = "/structures/{org}/projets/{project}/suivi";
    let commitment_at = |rest: &str| format!("{HERE}/{{commitment}}{rest}");
    Router::new()
        .route(HERE, get(overview::show))
        .route(&commitment_at(""), get(commitment::show))
        .route(&commitment_at("/indicateur"), post(commitment::read_indicator))
        .route(&commitment_at("/tenu"), post(commitment::keep))
        .route(&commitment_at("/rouvrir"), post(commitment::reopen))
        .route(&format!("{HERE}/bilans/{{review}}"), get(review::show).post(review::hold))
}
