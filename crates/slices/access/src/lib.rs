//! Who: people, and the seats they hold: each in one organisation, for one party; sign-in by one-time link, sessions, and
//! the two keys.
//!
//! Invariants: an organisation's pages are reached only through [`Seat`], which checks the organisation of the address
//! against the reader's own; what changes state takes a [`Permit`], which only this crate makes; a secret is kept only
//! as its hash; a page never says whether an address is known; nobody sits for both parties that hold a key; a session
//! whose person has not shown that the address is theirs opens one organisation only.
//!
//! The line of management ([`line`]) is told to hide: what workers and line managers say is given by no query to whoever
//! stands above them ([`Reader`]), and no page shows the line.
//!
//! To add an act: a line in [`Act`] and in [`Act::parties`], a Fluent line `act-…`.

pub mod keys;
pub mod line;
pub mod model;
pub mod pages;
mod reader;
mod seat;
pub mod store;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::act::{Act, Permit};
pub use model::key_rule::KeyRule;
pub use model::member::{Actor, Member};
pub use model::opening::Opening;
pub use model::standing::Session;
pub use pages::link::BACK;
pub use pages::places::PATH as PLACES;
pub use reader::Reader;
pub use seat::{Seat, Visitor, home, people, show_again};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "access", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "session";

pub fn routes() -> Router<Platform> {
    Router::new()
        .route("/connexion", get(pages::sign_in::show).post(pages::sign_in::send))
        .route("/connexion/secours", get(pages::recovery::explain))
        .route("/connexion/secours/{org}", get(pages::recovery::door).post(pages::recovery::ask_at_the_door))
        .route("/contester/{secret}", get(pages::recovery::show_contest).post(pages::recovery::contest))
        .route("/lien/{secret}", get(pages::link::show).post(pages::link::enter))
        .route("/deconnexion", post(pages::sign_in::leave))
        .route("/compte", get(pages::account::show).post(pages::account::save))
        .route("/compte/information", post(pages::account::informed))
        .route("/compte/sessions", post(pages::account::close))
        .route("/compte/autres-sessions", post(pages::account::close_others))
        .route("/places", get(pages::places::everywhere))
        .route("/structures/{org}/place", get(pages::places::show).post(pages::places::choose))
        .route("/structures/{org}/personnes", get(pages::members::show).post(pages::members::invite))
        .route(
            "/structures/{org}/personnes/{member}/retirer",
            get(pages::removal::show).post(pages::removal::remove),
        )
        .route("/structures/{org}/secours", get(pages::recovery::show).post(pages::recovery::vouch))
        .route(
            "/structures/{org}/personnes/{member}/secours",
            get(pages::recovery::show_for).post(pages::recovery::ask_for),
        )
        .route("/structures/{org}/personnes/{member}/lien", post(pages::members::send_again))
        .route("/structures/{org}/hierarchie", get(pages::line::show).post(pages::line::add))
        .route("/structures/{org}/hierarchie/retrait", post(pages::line::remove))
        .route("/structures/{org}/hierarchie/effacement", post(pages::line::erase))
        .route(
            "/structures/{org}/hierarchie/fichier",
            post(pages::line::replace).layer(DefaultBodyLimit::max(2 * model::line::MOST_BYTES)),
        )
        .route("/structures/{org}/cles", get(pages::keys::show).post(pages::keys::propose))
        .route("/structures/{org}/cles/{keyed_act}/confirmer", post(pages::keys::confirm))
        .route("/structures/{org}/cles/{keyed_act}/refuser", post(pages::keys::refuse))
        .route("/structures/{org}/cles/{keyed_act}/retirer", post(pages::keys::withdraw))
}
