//! The pages of a consultation: where it stands, its file, and the forms of each side.

pub mod correct;
pub mod file;
pub mod forms;
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
        consultation::Consultation,
        event::{EventKind, Side},
    },
    store::{self, At},
};

/// A consultation before its reader: what the law says, what was done, and what the reader is of it.
pub struct Before {
    pub organisation: Organisation,
    pub reading: Reading,
    pub council: Council,
    pub consultation: Option<Consultation>,
    pub side: Option<Side>,
    /// Whether the law deems the opinion given.
    pub deemed: bool,
    /// Whether the reader reads what the two sides say to each other, or days and outcomes only.
    pub reads_words: bool,
}

impl Before {
    /// Reads all of it. Errors: nobody to consult sits here, so that there is no such page.
    pub async fn of(seat: &ProjectSeat) -> PageResult<Self> {
        let (org, project, today) = (seat.project.organisation, seat.project.id, seat.ctx().today);
        let read = seat.ctx().db().read(move |tx| {
            let employer = registry::structure::employer(tx, org, today)?;
            Ok::<_, DbError>((employer, store::of_project(tx, org, project)?))
        });
        let (organisation, consultation) = read.await?;
        let reading = obligations::api::reading(&organisation, &seat.project, seat.ctx().today);
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
            council,
            consultation,
            side,
        })
    }

    /// The consultation that was begun. Errors: none was.
    pub fn begun(&self) -> PageResult<&Consultation> {
        self.consultation.as_ref().ok_or(PageError::NotFound)
    }

    pub fn at(&self, seat: &ProjectSeat) -> At {
        At { today: seat.ctx().today, now: seat.ctx().now, deemed: self.deemed }
    }

    /// What the body is called here.
    pub fn council_name(&self, t: &T) -> String {
        t.say_code("council", self.council)
    }
}
