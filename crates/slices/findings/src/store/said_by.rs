//! What one member said, for themselves to take away.

use jiff::civil::Date;
use kernel::{MemberId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};
use serde::Serialize;

/// A finding or a response, as its author may take it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    pub project: ProjectId,
    pub id: String,
    pub words: String,
    /// Where a finding comes from, or why a response is given.
    pub more: String,
    pub on: Date,
}

/// The findings and the responses of a member, oldest first.
pub fn said_by(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Vec<Said>, DbError> {
    let mut said = tx.list(
        "SELECT project_id, finding_id, words, CASE WHEN context = '' THEN origin ELSE origin || ' · ' || context END,
           recorded_on FROM finding
         WHERE organisation_id = $1 AND recorded_by = $2",
        values![organisation, member],
        read,
    )?;
    said.extend(tx.list(
        "SELECT project_id, response_id, words, reasons, given_on FROM response
         WHERE organisation_id = $1 AND given_by = $2",
        values![organisation, member],
        read,
    )?);
    said.extend(tx.list(
        "SELECT project_id, finding_id, words, space_id, passed_on FROM transmission
         WHERE organisation_id = $1 AND passed_by = $2",
        values![organisation, member],
        read,
    )?);
    said.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    Ok(said)
}

fn read(row: &Row<'_>) -> Result<Said, DbError> {
    Ok(Said {
        project: row.parse(0)?,
        id: row.get(1)?,
        words: row.get(2)?,
        more: row.get(3)?,
        on: row.parse(4)?,
    })
}
