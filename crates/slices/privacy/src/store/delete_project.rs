//! Deleting a project, once both keys are turned: each slice forgets its own, from the highest to the lowest.

use access::{
    Permit,
    keys::{self, Confirmation, WhyNot},
};
use jiff::Timestamp;
use kernel::ProjectId;
use platform::{DbError, Tx};

/// What turning the second key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deleted {
    /// The project is gone; its lines in the journal go on proving.
    Done,
    /// Nothing is deleted; the journal keeps the try.
    Not(WhyNot),
}

/// Turns the second key of the proposal that the form carries, and deletes the project in the same transaction.
pub fn delete_project(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    given: &str,
    now: Timestamp,
) -> Result<Deleted, DbError> {
    let organisation = permit.actor().organisation;
    let done = match keys::confirm_on(tx, permit, &project.to_string(), given, now)? {
        Confirmation::Not(why) => return Ok(Deleted::Not(why)),
        Confirmation::Done(done) => done,
    };
    // First, while the keys are still there: the database lets go of what it froze only for a project written down so.
    registry::store::note_deletion(tx, permit, project, done.id, done.proposed_by, now)?;
    diary::store::forget_project(tx, organisation, project)?;
    prevention::store::forget_project(tx, organisation, project)?;
    follow_up::store::forget_project(tx, organisation, project)?;
    agreements::store::forget_project(tx, organisation, project)?;
    consultations::store::forget_project(tx, organisation, project)?;
    methods::store::forget_project(tx, organisation, project)?;
    obligations::store::forget_project(tx, organisation, project)?;
    findings::store::forget_project(tx, organisation, project)?;
    notebooks::store::forget_project(tx, organisation, project)?;
    spaces::store::forget_project(tx, organisation, project)?;
    registry::store::forget_project(tx, organisation, project)?;
    keys::forget_project(tx, organisation, project)?;
    journal::forget_project(tx, organisation, project)?;
    Ok(Deleted::Done)
}
