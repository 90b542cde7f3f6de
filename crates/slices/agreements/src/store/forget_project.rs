//! The text of a project, removed with it.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM clause_position WHERE organisation_id = $1
           AND clause_id IN (SELECT c.clause_id FROM clause c JOIN agreement a ON a.organisation_id = c.organisation_id
             AND a.agreement_id = c.agreement_id WHERE c.organisation_id = $1 AND a.project_id = $2)",
        "DELETE FROM clause_version WHERE organisation_id = $1
           AND clause_id IN (SELECT c.clause_id FROM clause c JOIN agreement a ON a.organisation_id = c.organisation_id
             AND a.agreement_id = c.agreement_id WHERE c.organisation_id = $1 AND a.project_id = $2)",
        "DELETE FROM clause WHERE organisation_id = $1
           AND agreement_id IN (SELECT x.agreement_id FROM agreement x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM agreement WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
