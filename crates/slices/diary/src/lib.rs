//! What is coming, told to each person: the calendar that their own program reads, and the reminders by mail.
//!
//! Both are made of the same dates ([`gather`]): those that the thread shows that reader, read from [`thread::Whole`] as that
//! reader may see it, so that the line of management hides here what it hides there. No notebook, no answer to a
//! questionnaire and no word of a finding is among them: of a campaign there is its last day, of a finding that an answer is
//! awaited, where.
//!
//! Invariants: the address of a calendar is a secret, kept as its digest only; it opens nothing once its seat has ended, was
//! handed to somebody else, or comes in with a passkey only and the address was made otherwise. The same dates give the same
//! text, and a date that moves is the same date with a higher SEQUENCE. A person gets at most one letter a day, never twice
//! for the same date and lead, one week's letter a week at most; a node takes one person at a time before it writes to them.
//!
//! To add a kind of date: a line in [`model::entry::Kind`], where it is read in `gather`, its words under `diary-kind-`.

mod gather;
mod letter;
pub mod model;
pub mod pages;
mod round;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use gather::entries;
pub use round::{Round, round};

/// The slice's words.
pub const TEXTS: Source =
    Source { name: "diary", fr: include_str!("../texts/fr.ftl"), en: include_str!("../texts/en.ftl") };

/// Where somebody chooses their reminders and finds their calendars.
pub const REMINDERS: &str = "/compte/rappels";

pub fn routes() -> Router<Platform> {
    use pages::{address, feed, reminders, stop};
    Router::new()
        .route("/compte/rappels", get(reminders::show).post(reminders::save))
        .route("/rappels/{secret}", get(stop::show).post(stop::stop))
        .route("/calendrier/{secret}", get(feed::show))
        .route("/structures/{org}/calendrier", get(address::show).post(address::make))
        .route("/structures/{org}/calendrier/retrait", post(address::remove))
        .route(
            "/structures/{org}/projets/{project}/calendrier",
            get(address::show_project).post(address::make_for_project),
        )
        .route("/structures/{org}/projets/{project}/calendrier/retrait", post(address::remove_of_project))
}
