//! Who does what by when, how it is watched, and when it is looked at again.

use agreements::model::clause::Direction;
use jiff::civil::Date;
use kernel::{ClauseId, CommitmentId, Party, SpaceId, TriggerId, codes};

use super::{
    firing::{self, Situation},
    review::Review,
};

codes! {
    /// Where a commitment stands. *Late* is never stored: it follows from the day.
    pub enum CommitmentState("commitment state") {
        Open = "open",
        Late = "late",
        Kept = "kept",
    }
}

/// A commitment that an adopted article made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    pub id: CommitmentId,
    pub clause: ClauseId,
    pub clause_number: i64,
    /// What is committed to, in one sentence.
    pub what: String,
    pub owner: String,
    pub owner_party: Party,
    pub due_on: Date,
    pub made_on: Date,
    /// Who said it was kept, and when; nothing while it is open.
    pub kept: Option<Kept>,
    /// What is watched, in words, and its unit.
    pub indicator: String,
    pub unit: String,
    /// One per day, oldest first.
    pub readings: Vec<Reading>,
    pub trigger: Trigger,
    /// By the day they are due.
    pub reviews: Vec<Review>,
}

/// A commitment said to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub on: Date,
    pub by_party: Party,
    pub by_name: String,
}

/// The value of an indicator on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub on: Date,
    pub value: i64,
    pub by_party: Party,
    pub by_name: String,
    /// The value it corrects, where somebody had written another for that day.
    pub corrects: Option<i64>,
}

/// What puts going back on the table (*clause de retour*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    pub id: TriggerId,
    pub threshold: i64,
    pub direction: Direction,
    /// The space that is convened.
    pub space: SpaceId,
    pub space_name: String,
    /// The last time it fired.
    pub fired_on: Option<Date>,
}

impl Commitment {
    pub fn state(&self, today: Date) -> CommitmentState {
        match &self.kept {
            Some(_) => CommitmentState::Kept,
            None if self.due_on < today => CommitmentState::Late,
            None => CommitmentState::Open,
        }
    }

    pub fn last_reading(&self) -> Option<&Reading> {
        self.readings.last()
    }

    /// Whether the last value is past the threshold.
    pub fn is_past_threshold(&self) -> bool {
        self.last_reading()
            .is_some_and(|last| self.trigger.direction.is_past(self.trigger.threshold, last.value))
    }

    /// Whether the last value is close to the threshold without being past it.
    pub fn is_near_threshold(&self) -> bool {
        let trigger = &self.trigger;
        self.last_reading()
            .is_some_and(|last| firing::is_near(trigger.direction, trigger.threshold, last.value))
    }

    /// The review that the trigger called and that is still awaited: going back is on the table.
    pub fn on_the_table(&self) -> Option<&Review> {
        self.reviews.iter().find(|review| review.is_called() && review.held.is_none())
    }

    /// What decides whether a reading fires the trigger.
    pub fn situation(&self) -> Situation {
        let called = self.reviews.iter().filter(|review| review.is_called());
        Situation {
            threshold: self.trigger.threshold,
            direction: self.trigger.direction,
            made_on: self.made_on,
            answered_on: called.filter_map(|review| review.held.as_ref()).map(|held| held.on).max(),
            on_the_table: self.on_the_table().is_some(),
        }
    }

    /// The next review to hold.
    pub fn next_review(&self) -> Option<&Review> {
        self.reviews.iter().find(|review| review.held.is_none())
    }
}
