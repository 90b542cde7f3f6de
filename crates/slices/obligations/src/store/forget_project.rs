//! What is kept of the obligations of a project, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM law_edition WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM gate_crossing WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM evidence WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
