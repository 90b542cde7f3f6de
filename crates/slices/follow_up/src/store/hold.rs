//! Holding a review.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{Party, ProjectId, ReviewId};
use platform::{DbError, Tx, values};
use serde_json::json;
use spaces::ActivityState;

use super::{create::source, read::commitments};
use crate::model::review::Outcome;

/// What a review concluded.
#[derive(Debug, Clone)]
pub struct NewOutcome {
    pub review: ReviewId,
    pub held_on: Date,
    pub outcome: Outcome,
    pub note: String,
    pub present: Vec<Party>,
}

/// What concluding a review did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concluded {
    Done,
    /// Somebody had written its conclusion already: it stands.
    Already,
}

/// Writes the conclusion of a review down, and on the thread. What was concluded is never rewritten.
pub fn hold_review(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewOutcome,
    outcome_in_words: &str,
    now: Timestamp,
) -> Result<Concluded, DbError> {
    let actor = permit.actor();
    let all = commitments(tx, actor.organisation, project)?;
    let found =
        all.iter().find_map(|c| c.reviews.iter().find(|r| r.id == new.review).map(|review| (c, review)));
    let (commitment, review) = found.ok_or(DbError::Missing)?;
    if review.held.is_some() {
        return Ok(Concluded::Already);
    }
    tx.execute(
        "UPDATE review SET held_on = $3, outcome = $4, note = $5, present = $6, by_party = $7, by_name = $8,
           by_member = $9
         WHERE organisation_id = $1 AND review_id = $2",
        values![
            actor.organisation,
            new.review,
            new.held_on,
            new.outcome.code(),
            &new.note,
            json!(new.present).to_string(),
            actor.party,
            &actor.name,
            actor.member
        ],
    )?;
    let body = json!({"commitment": commitment.id, "horizon": review.horizon, "due_on": review.due_on,
                      "held_on": new.held_on, "outcome": new.outcome, "note": new.note, "present": new.present});
    journal::record(tx, &permit.author(), now, &Entry::new("review_held", new.review, body).of(project))?;
    let held = ActivityState::Held;
    let source = source(new.review);
    spaces::store::settle_source(tx, permit, project, &source, held, new.held_on, outcome_in_words, now)?;
    Ok(Concluded::Done)
}
