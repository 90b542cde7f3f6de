//! Writing the value of an indicator down; past the threshold, going back is put on the table in the same transaction.

use access::Permit;
use findings::{FindingKind, store::NewFinding};
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, CommitmentId, FindingId, ProjectId, ReviewId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{
    create::{Planned, plan},
    read::find,
};
use crate::model::{commitment::Commitment, firing::meets_by, review::Horizon};

/// A value to write down, with what is needed should it fire the trigger.
#[derive(Debug, Clone)]
pub struct NewReading {
    pub on: Date,
    pub value: i64,
    pub finding: FindingId,
    pub review: ReviewId,
    pub activity: ActivityId,
    /// The words of the finding, of where it comes from, and of the meeting.
    pub finding_text: String,
    pub finding_origin: String,
    pub review_title: String,
}

/// What writing a value down did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    Recorded,
    /// That value was already there for that day.
    Already,
    /// Past the threshold: going back is on the table.
    Fired,
}

/// Writes a value down. A second value for the same day corrects the first, which is kept.
pub fn read_indicator(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    commitment: CommitmentId,
    new: &NewReading,
    today: Date,
    now: Timestamp,
) -> Result<Measured, DbError> {
    let found = find(tx, permit.actor().organisation, project, commitment)?.ok_or(DbError::Missing)?;
    let known = found.readings.iter().find(|reading| reading.on == new.on).map(|reading| reading.value);
    if known == Some(new.value) {
        return Ok(Measured::Already);
    }
    insert(tx, permit, commitment, new, now)?;
    let body = json!({"on": new.on, "value": new.value, "unit": found.unit, "corrects": known});
    journal::record(tx, &permit.author(), now, &Entry::new("indicator_read", commitment, body).of(project))?;

    if !found.situation().fires(new.on, new.value) {
        return Ok(Measured::Recorded);
    }
    fire(tx, permit, project, &found, new, today, now)?;
    Ok(Measured::Fired)
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    commitment: CommitmentId,
    new: &NewReading,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    let before: i64 = tx.get(
        "SELECT COUNT(*) FROM indicator_reading WHERE organisation_id = $1 AND commitment_id = $2 AND read_on = $3",
        values![actor.organisation, commitment, new.on],
        |row| row.get(0),
    )?;
    tx.execute(
        "INSERT INTO indicator_reading (organisation_id, commitment_id, read_on, number, measured, by_party, by_name,
           recorded_at, by_member) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            actor.organisation,
            commitment,
            new.on,
            before,
            new.value,
            actor.party,
            &actor.name,
            now,
            actor.member
        ],
    )?;
    Ok(())
}

/// Puts going back on the table: a finding in the trigger's space, a review there within fifteen days.
fn fire(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    commitment: &Commitment,
    new: &NewReading,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let (organisation, trigger) = (permit.actor().organisation, &commitment.trigger);
    tx.execute(
        "UPDATE reversal_trigger SET fired_on = $3 WHERE organisation_id = $1 AND trigger_id = $2",
        values![organisation, trigger.id, today],
    )?;
    let due_on = meets_by(today);
    let body = json!({"commitment": commitment.id, "value": new.value, "read_on": new.on, "unit": commitment.unit,
                      "threshold": trigger.threshold, "direction": trigger.direction, "space": trigger.space,
                      "meets_by": due_on, "finding": new.finding});
    journal::record(tx, &permit.author(), now, &Entry::new("trigger_fired", trigger.id, body).of(project))?;
    let all = spaces::store::spaces(tx, organisation, project)?;
    let finding = NewFinding {
        id: new.finding,
        space: spaces::standing_in(&all, trigger.space),
        kind: FindingKind::UnexpectedEffect,
        text: new.finding_text.clone(),
        origin: new.finding_origin.clone(),
        origin_ref: Some(format!("trigger:{}", trigger.id)),
        context: String::new(),
        is_credited: true,
        pass_to: None,
    };
    let _nothing_to_pass = findings::store::record(tx, permit, project, &finding, today, now)?;
    let planned = Planned {
        review: new.review,
        activity: new.activity,
        commitment: commitment.id,
        horizon: Horizon::Called,
        due_on,
        space: trigger.space,
        title: &new.review_title,
    };
    plan(tx, permit, project, &planned, today, now)
}
