//! Saying that a commitment is kept, or that it is not after all.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{CommitmentId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

/// Says that a commitment is kept. False when it was said already, or it is not of this project.
pub fn declare_kept(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    commitment: CommitmentId,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let changed = tx.execute(
        "UPDATE commitment SET kept_on = $4, kept_by_party = $5, kept_by_name = $6, kept_by_member = $7
         WHERE organisation_id = $1 AND project_id = $2 AND commitment_id = $3 AND kept_on IS NULL",
        values![actor.organisation, project, commitment, today, actor.party, &actor.name, actor.member],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    journal::record(
        tx,
        &permit.author(),
        now,
        &Entry::new("commitment_kept", commitment, json!({})).of(project),
    )?;
    Ok(true)
}

/// Says that a commitment is not kept after all: anybody who may say the one may say the other.
pub fn reopen(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    commitment: CommitmentId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let changed = tx.execute(
        "UPDATE commitment SET kept_on = NULL, kept_by_party = NULL, kept_by_name = NULL, kept_by_member = NULL
         WHERE organisation_id = $1 AND project_id = $2 AND commitment_id = $3 AND kept_on IS NOT NULL",
        values![actor.organisation, project, commitment],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    journal::record(
        tx,
        &permit.author(),
        now,
        &Entry::new("commitment_reopened", commitment, json!({})).of(project),
    )?;
    Ok(true)
}
