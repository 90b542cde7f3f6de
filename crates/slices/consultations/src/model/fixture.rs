//! Consultations for the unit tests of the model.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kernel::{Id, Party};
use obligations::api::Council;

use super::{
    consultation::{Consultation, Done, Event, Level},
    event::EventKind,
};

pub const TODAY: Date = date(2026, 11, 30);

pub fn by(on: Date) -> Done {
    Done { on, party: Party::Management, name: "Sylvie".to_owned() }
}

pub fn id<T: ?Sized>(number: i64) -> Id<T> {
    Id::parse(&format!("{number:032}")).expect("an id")
}

pub fn with(events: &[(EventKind, Date)]) -> Consultation {
    let events = events.iter().zip(1..).map(|((kind, on), number)| Event {
        id: id(number),
        number,
        kind: *kind,
        on: *on,
        words: String::new(),
        outcome: None,
        recorded: by(*on),
        corrects: None,
        taken_back: None,
        about: None,
        joined: None,
    });
    Consultation {
        id: id(1),
        project: id(2),
        number: 1,
        council: Council::Cse,
        object: String::new(),
        level: Level::Whole,
        place: String::new(),
        is_use_allowed: false,
        begun: by(date(2026, 10, 1)),
        parts: BTreeMap::new(),
        questions: Vec::new(),
        events: events.collect(),
    }
}
