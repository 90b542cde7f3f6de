//! Assembles the routes of the slices, the texts, and what surrounds every page. It decides nothing.
//!
//! To add a slice: its `TEXTS` in [`texts`], its routes in [`router`].

mod assets;
mod errors;
mod health;
mod language;
mod limits;
mod oversize;
pub mod pages;

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
use platform::{
    DbError, Platform, guard,
    texts::{self, Source, Texts},
};
use tower_http::compression::{
    CompressionLayer,
    predicate::{NotForContentType, Predicate, SizeAbove},
};

/// Turns the JSON of a document into a PDF: given by the program, so that no slice links the typesetter.
pub type Typeset = fn(&str) -> Result<Vec<u8>, String>;

/// The largest form we read: a long text in every field of the longest form is far below.
const MOST_BYTES: usize = 256 * 1024;

/// The application's own words.
const OWN: Source =
    Source { name: "app", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// Every source of words.
pub const SOURCES: &[Source] = &[
    texts::OWN,
    OWN,
    access::TEXTS,
    sign_in::TEXTS,
    registry::TEXTS,
    spaces::TEXTS,
    notebooks::TEXTS,
    findings::TEXTS,
    obligations::TEXTS,
    open_law::TEXTS,
    methods::TEXTS,
    describe::TEXTS,
    agreements::TEXTS,
    consultations::TEXTS,
    follow_up::TEXTS,
    prevention::TEXTS,
    thread::TEXTS,
    diary::TEXTS,
    dossier::TEXTS,
    privacy::TEXTS,
];

/// All the words. Errors: the file, and what is wrong with it.
pub fn words() -> Result<Texts, String> {
    Texts::load(SOURCES)
}

/// Removes what has been kept long enough: what the server does at start and every day.
pub async fn purge(platform: &Platform) -> Result<(), DbError> {
    let now = platform.now();
    platform.db.write(move |tx| privacy::store::purge(tx, now)).await.map(|_| ())
}

/// Writes to whoever is to be reminded now: what the server does every quarter of an hour, by day.
pub async fn remind(platform: &Platform) -> Result<Option<diary::Round>, DbError> {
    diary::round(platform).await
}

/// The whole application.
pub fn router(platform: Platform, typeset: Typeset) -> Router {
    let pages = Router::new()
        .route("/", get(pages::home::show))
        .route("/langue/{code}", get(language::choose))
        .route("/mentions", get(pages::about::show))
        .merge(access::routes())
        .merge(sign_in::routes())
        .merge(registry::routes())
        .merge(spaces::routes(findings::store::exchanges))
        .merge(notebooks::routes())
        .merge(findings::routes())
        .merge(obligations::routes(thread::done_here))
        .merge(open_law::pages())
        .merge(methods::routes())
        .merge(describe::routes())
        .merge(agreements::routes(follow_up::store::create_from_clause))
        .merge(consultations::routes())
        .merge(follow_up::routes())
        .merge(prevention::routes(typeset))
        .merge(thread::routes())
        .merge(diary::routes())
        .merge(dossier::routes(typeset))
        .merge(privacy::routes())
        .merge(pages::demonstration::routes(&platform))
        .fallback(errors::not_found)
        .layer(middleware::from_fn(oversize::hear_out))
        .layer(middleware::from_fn_with_state(platform.clone(), limits::spare))
        .layer(middleware::from_fn(guard::same_site))
        .layer(middleware::from_fn_with_state(platform.clone(), errors::draw))
        .layer(DefaultBodyLimit::max(MOST_BYTES));
    let compressed = CompressionLayer::new()
        .quality(tower_http::CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(700).and(NotForContentType::const_new("application/pdf")));
    Router::new()
        .merge(pages)
        // Outside what guards forms: other sites may ask the law, and nothing there knows a cookie.
        .merge(open_law::routes(&platform))
        .route("/assets/{name}", get(assets::show))
        .route("/sante", get(health::show))
        .layer(middleware::from_fn_with_state(platform.clone(), guard::headers))
        .with_state(platform)
        .layer(compressed)
}
