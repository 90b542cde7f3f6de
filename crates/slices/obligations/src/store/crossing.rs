//! What went past a closed gate: written down once, and kept.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use kernel::{OrganisationId, Party, ProjectId, Stage};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::{
    model::{
        crossing::{Crossing, CrossingId, Way},
        gate::GateClosed,
    },
    trace,
};

/// A crossing to write down.
#[derive(Debug, Clone)]
pub struct NewCrossing {
    pub id: CrossingId,
    pub way: Way,
    pub stage: Stage,
    pub on: Date,
    pub gate: GateClosed,
    pub reason: String,
    /// Whose key was the first, where two were turned.
    pub first_party: Option<Party>,
}

/// Writes a crossing down, and in the journal.
pub fn cross(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewCrossing,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    tx.execute(
        "INSERT INTO gate_crossing (organisation_id, crossing_id, project_id, way, stage, began_on, shut_by, reason,
           recorded_on, by_party, by_name, by_member, first_party)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        values![
            actor.organisation,
            new.id,
            project,
            new.way.code(),
            new.stage,
            new.on,
            json!(new.gate.texts()).to_string(),
            &new.reason,
            today,
            actor.party,
            &actor.name,
            actor.member,
            new.first_party.map(Party::code)
        ],
    )?;
    trace::record_crossing(tx, permit, project, new, now)
}

/// Every crossing of a project, oldest first.
pub fn crossings(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Crossing>, DbError> {
    tx.list(
        "SELECT crossing_id, way, stage, began_on, shut_by, reason, recorded_on, by_party, by_name, first_party
         FROM gate_crossing WHERE organisation_id = $1 AND project_id = $2 ORDER BY recorded_on, crossing_id",
        values![organisation, project],
        |row| {
            Ok(Crossing {
                id: row.parse(0)?,
                way: row.parse(1)?,
                stage: row.parse(2)?,
                began_on: row.parse(3)?,
                shut_by: row.json(4)?,
                reason: row.get(5)?,
                recorded_on: row.parse(6)?,
                party: row.parse(7)?,
                name: row.get(8)?,
                first_party: row.parse_opt(9)?,
            })
        },
    )
}
