//! Where: spaces of dialogue and what is held in them.
//!
//! Invariants: a space belongs to one sphere (commitment 2) and says whether it is statutory; a consultation or an opinion
//! is held in a statutory space only; an activity that something drives (a campaign, a review) is settled by what drives it.
//!
//! To add a kind of activity: a line in [`ActivityKind`], a Fluent line `activity-kind-…`.

pub mod model;
pub mod pages;
pub mod store;

use axum::{Router, routing::get};
use platform::{Platform, texts::Source};

pub use model::activity::{Activity, ActivityKind, ActivityState, Round};
pub use model::space::{Form, Level, Space};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "spaces", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    use pages::{activity, new, show, space};
    const HERE: &str = "/structures/{org}/projets/{project}/espaces";
    Router::new()
        .route(HERE, get(show::show))
        .route(&format!("{HERE}/temps"), get(new::show).post(new::plan))
        .route(&format!("{HERE}/temps/{{activity}}"), get(activity::show).post(activity::settle))
        .route(&format!("{HERE}/{{space}}"), get(space::show).post(space::describe))
}
