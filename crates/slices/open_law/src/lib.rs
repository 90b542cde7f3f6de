//! The law for other programs and other screens: over HTTP without an account, and as a table in a terminal.
//!
//! Invariants: nothing that is sent is kept, logged or shown to anybody else; the same case gives the same answer here, on
//! the command line and on a project's page, since all three ask [`content::law`]; what cannot be read is named by its
//! key, with what was expected; what a reading says stands with its edition. No cookie is read or set: any site may ask,
//! and learns nothing of who asks.
//!
//! To add an address: a line in [`routes`], a path in [`openapi`], which a test compares with real answers.

mod evaluate;
mod files;
pub mod openapi;
pub mod pages;
mod problem;
mod published;
mod reach;
pub mod table;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "open_law", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// The largest case that is read: every fact of the law stated twice over is far below.
pub const MOST_BYTES: usize = 64 * 1024;

/// What is heard out before it is refused: whoever is still sending when the line closes sees a broken line, no reason.
const HEARD: usize = 1024 * 1024;

/// What people read about the interface: drawn and guarded like every page.
pub fn pages() -> Router<Platform> {
    Router::new().route("/api", get(pages::guide::show)).route("/api/swagger", get(pages::swagger::show))
}

/// What programs ask: no cookie, no form, open to every site.
pub fn routes(platform: &Platform) -> Router<Platform> {
    Router::new()
        .route("/api/v1/obligations", post(evaluate::answer))
        .route("/api/v1/law", get(published::show))
        .route("/api/v1/openapi.json", get(openapi::show))
        .route("/api/swagger/swagger-ui.css", get(files::style))
        .route("/api/swagger/swagger-ui-bundle.js", get(files::bundle))
        .route("/api/swagger/swagger.js", get(files::start))
        .route("/api/{*rest}", get(problem::not_found).post(problem::not_found))
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(DefaultBodyLimit::max(HEARD))
        .layer(middleware::from_fn_with_state(platform.clone(), reach::spare))
        .layer(middleware::from_fn(reach::from_anywhere))
}
