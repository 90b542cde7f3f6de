//! The consultations of a project, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM consultation_event WHERE organisation_id = $1
           AND consultation_id IN (SELECT x.consultation_id FROM consultation x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM consultation_question WHERE organisation_id = $1
           AND consultation_id IN (SELECT x.consultation_id FROM consultation x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM consultation_part WHERE organisation_id = $1
           AND consultation_id IN (SELECT x.consultation_id FROM consultation x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM consultation WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
