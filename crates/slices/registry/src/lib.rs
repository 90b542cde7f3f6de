//! What for: organisations, projects and their systems, and *Décrire un projet*, the first five minutes.
//!
//! Invariants: a project belongs to one organisation and is reached only through [`ProjectSeat`], which checks it; facts are
//! kept under the names that the law gives them (`org.headcount`, `system.is_ai`), and a fact that is not known is kept as
//! the text `"unknown"`, which is not the same as no.
//!
//! To add a question to *Décrire un projet*: see `pages/describe`.

pub mod floor;
pub mod model;
pub mod pages;
mod project_seat;
pub mod store;
pub mod structure;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::organisation::{Organisation, OrganisationKind};
pub use model::project::{Facts, Project, StageChange};
pub use model::rest::{Rest, RestState};
pub use model::structure::{Institution, InstitutionKind, Structure};
pub use project_seat::{ProjectSeat, path};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "registry", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

pub fn routes() -> Router<Platform> {
    use pages::structure;
    const HERE: &str = "/structures/{org}/structure";
    let under = |rest: &str| format!("{HERE}/{rest}");
    Router::new()
        .route("/structures/{org}/projets", get(pages::projects::show))
        .route("/structures/{org}/projets/{project}/arret", get(pages::rest::show).post(pages::rest::declare))
        .route(HERE, get(structure::show).post(structure::describe))
        .route(&under("effectif"), post(structure::headcount))
        .route(&under("langues"), post(structure::set_languages))
        .route(&under("etablissements"), post(structure::add_establishment))
        .route(&under("etablissements/cloture"), post(structure::close_establishment))
        .route(&under("equipes"), post(structure::add_team))
        .route(&under("equipes/cloture"), post(structure::close_team))
        .route(&under("instances"), post(structure::add_institution))
        .route(&under("instances/fin"), post(structure::end_institution))
}
