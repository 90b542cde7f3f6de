//! The consultation of the committee, from its information file to what followed the opinion.
//!
//! Management prepares the file from the project and hands it over; representatives acknowledge it, ask, appoint an expert
//! and give the opinion; each event has its day, and tells the law its fact, so that every date moves at once. What is
//! recorded is never rewritten: it is taken back with a reason, and what is right is added.
//!
//! Invariants: a body that nobody has is never shown; each side records only what is its own to do, and never before what
//! it follows from; the file does not change once it is handed over; the clock is the law's reading, never a count of ours;
//! what is said between the two sides is read by them and whoever helps them, days and the opinion by all. A project may have
//! several: the law reads it by the one after which a decision may be taken last, and what a judge stops in one is stopped.
//!
//! To add an event: a line in [`EventKind`] and in each of its tables, Fluent lines `consult-event-…`, `consult-do-…` and
//! `journal-kind-consultation-…`. To add a part of the file: a line in [`Part`], Fluent lines `consult-part-…`.

pub mod model;
pub mod pages;
pub mod store;

use axum::{
    Router,
    routing::{get, post},
};
use platform::{Platform, texts::Source};

pub use model::consultation::{Consultation, Event, Question, Written};
pub use model::event::{EventKind, Outcome, Side};
pub use model::part::Part;

/// What an event is called: « Avis du CSE »; with the number of a consultation that is not the first.
pub fn title(t: &platform::T, kind: EventKind, of: &Consultation) -> String {
    numbered(t, pages::forms::label(t, "consult-event", kind, &pages::body_name(t, of)), of)
}

/// What is to be done so that it happens: « Confirmer la réception du dossier ».
pub fn to_do(t: &platform::T, kind: EventKind, of: &Consultation) -> String {
    numbered(t, pages::forms::label(t, "consult-do", kind, &pages::body_name(t, of)), of)
}

/// What a consultation is called: « Consultation n° 2 : CSE ».
pub fn name(t: &platform::T, of: &Consultation) -> String {
    match of.number {
        1 => t.one("consult-title", "council", pages::body_name(t, of)),
        number => t.two("consult-title-number", "number", number, "council", pages::body_name(t, of)),
    }
}

fn numbered(t: &platform::T, title: String, of: &Consultation) -> String {
    match of.number {
        1 => title,
        number => t.two("consult-numbered", "title", title, "number", number),
    }
}

/// Where a consultation is read, under the address of its project.
pub fn rest(of: &Consultation) -> String {
    format!("consultation?numero={}", of.number)
}

/// The slice's words.
pub const TEXTS: Source = Source {
    name: "consultations",
    fr: include_str!("../texts/fr.ftl"),
    en: include_str!("../texts/en.ftl"),
};

pub fn routes() -> Router<Platform> {
    use pages::{correct, file, questions, record, show};
    const HERE: &str = "/structures/{org}/projets/{project}/consultation";
    Router::new()
        .route(HERE, get(show::show).post(show::begin))
        .route(&format!("{HERE}/information"), get(file::show).post(file::write))
        .route(&format!("{HERE}/etapes"), post(record::record))
        .route(&format!("{HERE}/questions"), post(questions::ask))
        .route(&format!("{HERE}/reponses"), post(questions::answer))
        .route(&format!("{HERE}/corriger"), get(correct::show).post(correct::correct))
}
