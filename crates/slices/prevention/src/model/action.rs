//! What will be done about a line: who, by when, with what, and how one will know.

use jiff::civil::Date;
use kernel::{CommitmentId, Id, codes};

use super::line::{By, LineId};

pub mod mark {
    pub enum RiskAction {}
}

pub type ActionId = Id<mark::RiskAction>;

codes! {
    /// Where an action stands; late follows from the day.
    pub enum ActionState("state of an action") {
        Planned = "planned",
        Late = "late",
        Done = "done",
    }
}

/// What a person writes of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionWords {
    pub what: String,
    /// A function or a seat rather than a name.
    pub owner: String,
    pub due_on: Date,
    pub conditions: String,
    pub resources: String,
    pub indicator: String,
    pub cost: String,
    /// A commitment of the project that carries it.
    pub commitment: Option<CommitmentId>,
    pub done_on: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    pub line: LineId,
    pub number: i64,
    pub version: i64,
    pub words: ActionWords,
    pub written: By,
}

impl Action {
    pub fn state(&self, today: Date) -> ActionState {
        match self.words.done_on {
            Some(_) => ActionState::Done,
            None if self.words.due_on < today => ActionState::Late,
            None => ActionState::Planned,
        }
    }
}
