//! Reading commitments: one query per table, put together here.

use kernel::{CommitmentId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};

use crate::model::{
    commitment::{Commitment, Kept, Reading, Trigger},
    review::{Held, Review},
};

/// The commitments of a project, by the number of their article.
pub fn commitments(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Commitment>, DbError> {
    let mut commitments = tx.list(
        "SELECT c.commitment_id, c.clause_id, c.clause_number, c.what, c.owner, c.owner_party, c.due_on, c.made_on,
           c.indicator, c.unit, c.kept_on, c.kept_by_party, c.kept_by_name, t.trigger_id, t.threshold, t.direction,
           t.space_id, t.fired_on
         FROM commitment c
         JOIN reversal_trigger t ON t.organisation_id = c.organisation_id AND t.commitment_id = c.commitment_id
         WHERE c.organisation_id = $1 AND c.project_id = $2 ORDER BY c.clause_number, c.commitment_id",
        values![organisation, project],
        read_commitment,
    )?;
    let spaces = spaces::store::spaces(tx, organisation, project)?;
    for commitment in &mut commitments {
        let trigger = &mut commitment.trigger;
        let space = spaces.iter().find(|space| space.id == trigger.space);
        trigger.space_name = space.map(|space| space.name.clone()).unwrap_or_default();
    }
    for (id, reading) in readings(tx, organisation, project)? {
        if let Some(commitment) = commitments.iter_mut().find(|commitment| commitment.id == id) {
            add(&mut commitment.readings, reading);
        }
    }
    for (id, review) in reviews(tx, organisation, project)? {
        if let Some(commitment) = commitments.iter_mut().find(|commitment| commitment.id == id) {
            commitment.reviews.push(review);
        }
    }
    Ok(commitments)
}

/// One commitment of a project.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    commitment: CommitmentId,
) -> Result<Option<Commitment>, DbError> {
    Ok(commitments(tx, organisation, project)?.into_iter().find(|known| known.id == commitment))
}

fn read_commitment(row: &Row<'_>) -> Result<Commitment, DbError> {
    let kept = match row.parse_opt(10)? {
        None => None,
        Some(on) => Some(Kept { on, by_party: row.parse(11)?, by_name: row.get(12)? }),
    };
    Ok(Commitment {
        id: row.parse(0)?,
        clause: row.parse(1)?,
        clause_number: row.get(2)?,
        what: row.get(3)?,
        owner: row.get(4)?,
        owner_party: row.parse(5)?,
        due_on: row.parse(6)?,
        made_on: row.parse(7)?,
        indicator: row.get(8)?,
        unit: row.get(9)?,
        kept,
        readings: Vec::new(),
        trigger: Trigger {
            id: row.parse(13)?,
            threshold: row.get(14)?,
            direction: row.parse(15)?,
            space: row.parse(16)?,
            space_name: String::new(),
            fired_on: row.parse_opt(17)?,
        },
        reviews: Vec::new(),
    })
}

/// Adds a reading after the others, or in place of the one it corrects.
fn add(readings: &mut Vec<Reading>, mut reading: Reading) {
    match readings.last_mut() {
        Some(last) if last.on == reading.on => {
            reading.corrects = Some(last.value);
            *last = reading;
        }
        _ => readings.push(reading),
    }
}

fn readings(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(CommitmentId, Reading)>, DbError> {
    tx.list(
        "SELECT r.commitment_id, r.read_on, r.measured, r.by_party, r.by_name
         FROM indicator_reading r
         JOIN commitment c ON c.organisation_id = r.organisation_id AND c.commitment_id = r.commitment_id
         WHERE c.organisation_id = $1 AND c.project_id = $2 ORDER BY r.read_on, r.number",
        values![organisation, project],
        |row| {
            let reading = Reading {
                on: row.parse(1)?,
                value: row.get(2)?,
                by_party: row.parse(3)?,
                by_name: row.get(4)?,
                corrects: None,
            };
            Ok::<_, DbError>((row.parse(0)?, reading))
        },
    )
}

fn reviews(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(CommitmentId, Review)>, DbError> {
    tx.list(
        "SELECT v.commitment_id, v.review_id, v.horizon, v.due_on, v.held_on, v.outcome, v.note, v.present, v.by_party,
           v.by_name
         FROM review v
         JOIN commitment c ON c.organisation_id = v.organisation_id AND c.commitment_id = v.commitment_id
         WHERE c.organisation_id = $1 AND c.project_id = $2 ORDER BY v.due_on, v.review_id",
        values![organisation, project],
        |row| Ok((row.parse(0)?, read_review(row)?)),
    )
}

fn read_review(row: &Row<'_>) -> Result<Review, DbError> {
    let held = match row.parse_opt(4)? {
        None => None,
        Some(on) => Some(Held {
            on,
            outcome: row.parse(5)?,
            note: row.get(6)?,
            present: row.json(7)?,
            by_party: row.parse(8)?,
            by_name: row.get(9)?,
        }),
    };
    Ok(Review { id: row.parse(1)?, horizon: row.parse(2)?, due_on: row.parse(3)?, held })
}
