//! What was kept of a project, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM review WHERE organisation_id = $1
           AND commitment_id IN (SELECT x.commitment_id FROM commitment x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM indicator_reading WHERE organisation_id = $1
           AND commitment_id IN (SELECT x.commitment_id FROM commitment x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM reversal_trigger WHERE organisation_id = $1
           AND commitment_id IN (SELECT x.commitment_id FROM commitment x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM commitment WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
