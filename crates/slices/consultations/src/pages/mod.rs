//! The pages of a consultation: where it stands, its file, and the forms of each side.

pub mod correct;
pub mod file;
pub mod forms;
pub mod meetings;
pub mod others;
pub mod questions;
pub mod record;
pub mod scene;
pub mod show;

use kernel::Party;
use obligations::api::{Council, Gate, Reading};
use platform::{DbError, PageError, PageResult, T};
use registry::{Organisation, ProjectSeat};

use crate::{
    model::{
        consultation::{Consultation, EventId, Level},
        event::{EventKind, Side},
    },
    store::{self, At, Of},
};

/// Which consultation of the project a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Latest,
    Number(i64),
    /// The one in which this was recorded.
    Holding(EventId),
}

impl Which {
    /// As an address or a form says it; the latest where it says nothing. Errors: it is no number.
    pub fn parse(text: &str) -> PageResult<Self> {
        match text {
            "" => Ok(Self::Latest),
            number => number.parse().map(Self::Number).map_err(|_| PageError::NotFound),
        }
    }
}

/// A consultation before its reader: what the law says, what was done, and what the reader is of it.
pub struct Before {
    pub organisation: Organisation,
    /// The project as the law reads it by this consultation.
    pub reading: Reading,
    /// The project as the law reads it by all of them.
    pub whole: Reading,
    pub council: Council,
    pub consultation: Option<Consultation>,
    /// Every one of the project, by number.
    pub all: Vec<Consultation>,
    pub side: Option<Side>,
    /// Whether the law deems the opinion given.
    pub deemed: bool,
    /// Whether the reader reads what the two sides say to each other, or days and outcomes only.
    pub reads_words: bool,
}

impl Before {
    /// Reads all of it. Errors: nobody to consult sits here, so that there is no such page; or there is no such consultation.
    pub async fn of(seat: &ProjectSeat, which: Which) -> PageResult<Self> {
        let (org, project, today) = (seat.project.organisation, seat.project.id, seat.ctx().today);
        let read = seat.ctx().db().read(move |tx| {
            let employer = registry::structure::employer(tx, org, today)?;
            Ok::<_, DbError>((employer, store::all_of_project(tx, org, project)?))
        });
        let (organisation, all) = read.await?;
        let holds = |known: &&Consultation| match which {
            Which::Latest => true,
            Which::Number(number) => known.number == number,
            Which::Holding(event) => known.events.iter().any(|known| known.id == event),
        };
        let consultation = all.iter().rev().find(holds).cloned();
        if consultation.is_none() && which != Which::Latest {
            return Err(PageError::NotFound);
        }
        let whole = obligations::api::reading(&organisation, &seat.project, today);
        let reading = consultation.as_ref().map_or_else(
            || whole.clone(),
            |one| store::read_by(&organisation, &seat.project, &all, one, today),
        );
        let known = consultation.as_ref().map(|consultation| consultation.council);
        let council = obligations::api::council(&reading).or(known).ok_or(PageError::NotFound)?;
        let party = seat.seat.actor.party;
        let opined = consultation.as_ref().is_some_and(|c| c.has(EventKind::OpinionGiven));
        let side = Side::of(party);
        Ok(Self {
            deemed: !opined && obligations::api::gate(&reading) == Gate::Open,
            reads_words: side.is_some() || matches!(party, Party::Facilitator | Party::Prevention),
            organisation,
            reading,
            whole,
            council,
            consultation,
            all,
            side,
        })
    }

    /// The consultation that was begun. Errors: none was.
    pub fn begun(&self) -> PageResult<&Consultation> {
        self.consultation.as_ref().ok_or(PageError::NotFound)
    }

    /// What its forms carry: which one they are of.
    pub fn number(&self) -> String {
        self.consultation.as_ref().map(|known| known.number.to_string()).unwrap_or_default()
    }

    /// What acts are of.
    pub fn acts_on(&self, seat: &ProjectSeat) -> Of {
        Of { project: seat.project.id, number: self.consultation.as_ref().map(|known| known.number) }
    }

    /// Its address, with what the page then says.
    pub fn address(&self, seat: &ProjectSeat, says: &str) -> String {
        let number = self.consultation.as_ref().map(|known| known.number);
        address(seat, number.filter(|_| self.all.len() > 1), says)
    }

    pub fn at(&self, seat: &ProjectSeat) -> At {
        At { today: seat.ctx().today, now: seat.ctx().now, deemed: self.deemed }
    }

    /// What the body is called here.
    pub fn council_name(&self, t: &T) -> String {
        match &self.consultation {
            Some(consultation) => body_name(t, consultation),
            None => t.say_code("council", self.council),
        }
    }
}

/// The address of a consultation; of the latest where no number is given.
pub fn address(seat: &ProjectSeat, number: Option<i64>, says: &str) -> String {
    let number = number.map(|number| format!("numero={number}"));
    let query: Vec<String> = number.into_iter().chain((!says.is_empty()).then(|| says.to_owned())).collect();
    let here = seat.path("consultation");
    if query.is_empty() { here } else { format!("{here}?{}", query.join("&")) }
}

/// What the body that is consulted is called: where an undertaking has several, which of them.
pub fn body_name(t: &T, consultation: &Consultation) -> String {
    match consultation.level {
        Level::Whole => t.say_code("council", consultation.council),
        Level::Central => t.say("council-central"),
        Level::Establishment if consultation.place.is_empty() => t.say("council-establishment"),
        Level::Establishment => t.one("council-establishment-of", "place", consultation.place.clone()),
    }
}
