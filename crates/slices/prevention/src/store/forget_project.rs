//! What a project added to the risk document, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM prevention_version WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM prevention_action WHERE organisation_id = $1 AND project_id = $2",
        "DELETE FROM prevention_remark WHERE organisation_id = $1
           AND line_id IN (SELECT x.line_id FROM prevention_line x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM prevention_line WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
