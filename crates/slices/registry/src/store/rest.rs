//! Projects that are set aside, in the database.

use std::collections::BTreeMap;

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

use crate::model::rest::{Rest, RestState};

/// The projects of an organisation that are set aside.
pub fn resting(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<BTreeMap<ProjectId, Rest>, DbError> {
    let all = tx.list(
        "SELECT state, reason, since, review_on, project_id FROM project_rest WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>((row.parse(4)?, read(row)?)),
    )?;
    Ok(all.into_iter().collect())
}

/// Whether a project is set aside, and why.
pub fn rest(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<Rest>, DbError> {
    tx.find(
        "SELECT state, reason, since, review_on FROM project_rest WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Rest, DbError> {
    Ok(Rest { state: row.parse(0)?, reason: row.get(1)?, since: row.parse(2)?, review_on: row.parse(3)? })
}

/// Sets a project aside, or says anew why and until when.
pub fn set_aside(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    rest: &Rest,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO project_rest (organisation_id, project_id, state, reason, since, review_on)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organisation_id, project_id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
           since = excluded.since, review_on = excluded.review_on",
        values![permit.actor().organisation, project, rest.state.code(), &rest.reason, rest.since, rest.review_on],
    )?;
    let kind = match rest.state {
        RestState::Suspended => "project_suspended",
        RestState::Abandoned => "project_abandoned",
    };
    let body = json!({"reason": rest.reason, "review_on": rest.review_on});
    journal::record(tx, &permit.author(), now, &Entry::new(kind, project, body).of(project))
}

/// Takes a project up again. Nothing happens to one that goes on.
pub fn resume(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let gone = tx.execute(
        "DELETE FROM project_rest WHERE organisation_id = $1 AND project_id = $2",
        values![permit.actor().organisation, project],
    )?;
    if gone == 0 {
        return Ok(());
    }
    let entry = Entry::new("project_resumed", project, json!({"reason": reason})).of(project);
    journal::record(tx, &permit.author(), now, &entry)
}
