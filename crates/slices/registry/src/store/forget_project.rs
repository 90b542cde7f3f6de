//! Deleting a project: what is written first, and what goes last.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{KeyedActId, OrganisationId, Party, ProjectId};
use platform::{DbError, Tx, clock::civil_day, values};
use serde_json::json;

/// What is known of a project that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    pub on: Date,
    /// The two parties that turned a key.
    pub parties: [Party; 2],
}

/// Writes down that both keys deleted a project: before anything of it goes, since the database lets go of what it froze
/// only for a project that is written down here.
pub fn note_deletion(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    key: KeyedActId,
    proposed_by: Party,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    tx.execute(
        "INSERT INTO project_deletion (organisation_id, project_id, deleted_on, proposed_party, confirmed_party)
         VALUES ($1, $2, $3, $4, $5)",
        values![actor.organisation, project, civil_day(now), proposed_by, actor.party],
    )?;
    let entry = Entry::new("project_deleted", project, json!({"key": key, "proposed_by": proposed_by}));
    journal::record(tx, &permit.author(), now, &entry.of(project))
}

/// Whether a project of this organisation was deleted, when and by whom.
pub fn deletion(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<Deletion>, DbError> {
    tx.find(
        "SELECT deleted_on, proposed_party, confirmed_party FROM project_deletion
         WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
        |row| Ok(Deletion { on: row.parse(0)?, parties: [row.parse(1)?, row.parse(2)?] }),
    )
}

/// Removes the project itself, once every other slice has let go of it.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM system WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM project_rest WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM project_stage WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM project WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
