//! Forgetting a project.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Forgets a project that two keys deleted: its addresses, and what was said of its dates.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM calendar_address WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM calendar_entry WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM reminder_told WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
