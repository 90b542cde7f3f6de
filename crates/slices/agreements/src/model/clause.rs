//! A text, its articles, and what each article commits to.

use access::KeyRule;
use jiff::civil::Date;
use kernel::{AgreementId, ClauseId, FindingId, Party, SpaceId, codes};

use super::{
    adoption::{Standing, needed, standing},
    position::Position,
};

codes! {
    /// What kind of text is written.
    pub enum AgreementKind("agreement kind") {
        MethodAgreement = "method_agreement",
        Charter = "charter",
        ActionPlan = "action_plan",
    }
}

codes! {
    /// Where an article stands.
    pub enum ClauseState("clause state") {
        Proposed = "proposed",
        Adopted = "adopted",
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// On which side of the threshold the indicator becomes a reason to meet.
    pub enum Direction("direction") {
        Above = "above",
        Below = "below",
    }
}

impl Direction {
    /// Whether a value is past the threshold, on the side that matters. The threshold itself is not past.
    pub const fn is_past(self, threshold: i64, value: i64) -> bool {
        match self {
            Self::Above => value > threshold,
            Self::Below => value < threshold,
        }
    }
}

/// The text of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub id: AgreementId,
    pub kind: AgreementKind,
    pub title: String,
    pub begun_on: Date,
    /// In the order of their numbers, withdrawn ones included: a number is never given twice.
    pub clauses: Vec<Clause>,
    /// The parties whose consent adopts an article today.
    pub needed: Vec<Party>,
}

impl Agreement {
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
}

/// An article of the text, at its version in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    pub id: ClauseId,
    pub agreement: AgreementId,
    pub number: i64,
    pub title: String,
    pub text: String,
    pub finding: Option<FindingId>,
    pub version: i64,
    pub state: ClauseState,
    /// The party that proposed it: only it may withdraw it.
    pub proposed_by: Party,
    pub proposed_on: Date,
    /// The day it was adopted or withdrawn.
    pub settled_on: Option<Date>,
    pub terms: Terms,
    /// One per party that has spoken on the version in force: the last it took.
    pub positions: Vec<Position>,
    /// Every position ever taken, on every version, oldest first.
    pub spoken: Vec<Position>,
    /// Oldest first; the last is the version in force.
    pub versions: Vec<Version>,
}

impl Clause {
    /// Who consents, objects, has not spoken, among the parties that have a member.
    pub fn standing(&self, keys: &KeyRule, present: &[Party]) -> Standing {
        standing(&needed(keys, present), &self.positions)
    }

    pub fn is_proposed(&self) -> bool {
        self.state == ClauseState::Proposed
    }

    pub fn is_adopted(&self) -> bool {
        self.state == ClauseState::Adopted
    }

    /// The position of a party on the version in force.
    pub fn position_of(&self, party: Party) -> Option<&Position> {
        self.positions.iter().find(|position| position.party == party)
    }
}

/// What an article commits to, how it is watched, and when it is looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What is committed to, in one sentence.
    pub what: String,
    /// The name of who answers for it.
    pub owner: String,
    pub owner_party: Party,
    pub due_on: Date,
    /// What is watched, in words.
    pub indicator: String,
    /// « % », « jours », « commandes ».
    pub unit: String,
    /// In the indicator's unit.
    pub threshold: i64,
    pub direction: Direction,
    /// The space that is convened when the threshold is passed.
    pub trigger_space: SpaceId,
    pub short_on: Date,
    pub medium_on: Date,
    pub long_on: Date,
}

/// An article as somebody wrote it, at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub title: String,
    pub text: String,
    pub terms: Terms,
    /// Why this version, in the words of who wrote it; empty for the first.
    pub reason: String,
    pub by_party: Party,
    pub by_name: String,
    pub written_on: Date,
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn the_threshold_itself_is_not_past_the_threshold() {
        assert!(!Direction::Above.is_past(15, 15) && Direction::Above.is_past(15, 16));
        assert!(!Direction::Below.is_past(15, 15) && Direction::Below.is_past(15, 14));
        assert!(!Direction::Above.is_past(15, 14) && !Direction::Below.is_past(15, 16));
    }
}
