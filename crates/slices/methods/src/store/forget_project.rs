//! The campaigns of a project, removed with it: what opening froze and what was published go only so, and the database itself
//! looks for the two keys.

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

/// Removes every row of a project that two keys delete.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM publication WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM collective_answer WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM collective_session WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM ballot_box WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM campaign_information WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM token_key WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM invitation WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM invited_address WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM answer_code WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM campaign_group WHERE organisation_id = $1
           AND campaign_id IN (SELECT x.campaign_id FROM campaign x WHERE x.organisation_id = $1 AND x.project_id = $2)",
        "DELETE FROM campaign WHERE organisation_id = $1 AND project_id = $2",
    ] {
        tx.execute(statement, values![organisation, project])?;
    }
    Ok(())
}
