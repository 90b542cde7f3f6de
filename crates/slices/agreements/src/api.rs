//! What other slices may ask: the text of a project, and to be told when an article is adopted.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use kernel::{ActivityId, CommitmentId, ProjectId, ReviewId, TriggerId};
use platform::{DbError, Tx};

pub use crate::model::{
    adoption::{Standing, needed},
    clause::{Agreement, AgreementKind, Clause, ClauseState, Direction, Terms, Version},
    position::{Position, PositionKind},
};
pub use crate::store::{agreement, find_clause};

/// What is done, in the transaction of the last consent, when an article is adopted. `app` connects `follow_up`.
pub type OnAdopted = fn(&mut Tx<'_>, &Permit, &Adopted, Timestamp) -> Result<(), DbError>;

/// An article that has just been adopted, and what its follow-up needs.
#[derive(Debug, Clone)]
pub struct Adopted {
    pub project: ProjectId,
    /// As adopted: its state, its last consent and its day are in it.
    pub clause: Clause,
    pub seeds: Seeds,
    pub today: Date,
}

/// What an adoption brings into being: identifiers and words, made before the transaction, which may run more than once.
#[derive(Debug, Clone)]
pub struct Seeds {
    pub commitment: CommitmentId,
    pub trigger: TriggerId,
    /// Short, medium, long term.
    pub reviews: [ReviewId; 3],
    pub activities: [ActivityId; 3],
    /// The titles of the three reviews on the thread.
    pub review_titles: [String; 3],
    /// What the finding is told it became: « article 2 de l’accord de méthode ».
    pub label: String,
}

/// A value and its unit as the language writes them: « 15 % », « 3 signalements ».
pub use crate::pages::quantity;
