//! The spaces of a project and what is held in them, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM dialogue_watch WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM alert_aside WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM space_member WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM activity WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM space WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
