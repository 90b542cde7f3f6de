//! What each party prepared for a project, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM notebook_note WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
    )?;
    Ok(())
}
