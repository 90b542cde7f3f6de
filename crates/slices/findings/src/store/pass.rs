//! What passes between spaces, and what meetings take up.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, FindingId, ProjectId, SpaceId};
use platform::{DbError, Tx, values};
use serde_json::json;
use spaces::ActivityState;

use super::{
    credit::{is_unnamed, signed},
    link, subject, unlink,
};
use crate::model::{
    rules::{Done, Refusal},
    wording::{Passing, repeats},
};

/// Passes a finding to another space, in words chosen for those who sit there.
pub fn pass(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    passing: &Passing,
    today: Date,
    now: Timestamp,
) -> Result<Done, DbError> {
    let allowed = subject(tx, permit, project, id)?.and_then(|finding| finding.passable(passing, today));
    let allowed = allowed.and(receivable(tx, permit, project, passing, today)?);
    if let Err(refusal) = allowed {
        return Ok(Err(refusal));
    }
    let (actor, Passing { to, words, answer_due }) = (permit.actor(), passing);
    tx.execute(
        "INSERT INTO transmission (organisation_id, project_id, finding_id, space_id, words, by_party, passed_by, passed_on,
           answer_due) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![actor.organisation, project, id, *to, words, actor.party, actor.member, today, *answer_due],
    )?;
    let ends = (("finding", id.to_string()), ("space", to.to_string()));
    link(tx, actor.organisation, project, ends.0, ends.1, "passed_to", today)?;
    let body = json!({"to": to, "words": words, "answer_due": answer_due});
    let is_unnamed = is_unnamed(tx, permit, project, id)?;
    let entry = Entry::new("finding_passed", id, body).of(project);
    let (author, entry) = signed(permit, is_unnamed, entry, &["words"]);
    journal::record(tx, &author, now, &entry)?;
    Ok(Ok(()))
}

/// Whether the space is one of the project where somebody may still answer, and the words no note that the author's own
/// party keeps for itself.
pub(super) fn receivable(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    passing: &Passing,
    today: Date,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    match spaces::store::find(tx, actor.organisation, project, passing.to)? {
        None => return Ok(Err(Refusal::Unknown)),
        Some(space) if !space.is_open() => return Ok(Err(Refusal::ClosedSpace)),
        Some(_) => {}
    }
    let notes = notebooks::store::notes(tx, actor, project, today)?;
    let copied = notes.iter().any(|note| repeats(&passing.words, &note.words));
    Ok(if copied { Err(Refusal::FromNotebook) } else { Ok(()) })
}

/// Takes back what was passed to a space by mistake, while nobody there has answered. The journal keeps both acts.
pub fn withdraw(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    to: SpaceId,
    now: Timestamp,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    let allowed =
        subject(tx, permit, project, id)?.and_then(|finding| finding.withdrawable_by(to, actor.party));
    if let Err(refusal) = allowed {
        return Ok(Err(refusal));
    }
    tx.execute(
        "DELETE FROM transmission
         WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3 AND space_id = $4",
        values![actor.organisation, project, id, to],
    )?;
    let ends = (("finding", id.to_string()), ("space", to.to_string()));
    unlink(tx, actor.organisation, project, ends.0, ends.1, "passed_to")?;
    let body = json!({"to": to});
    let entry = Entry::new("transmission_withdrawn", id, body).of(project).confiding(&[]);
    let is_unnamed = is_unnamed(tx, permit, project, id)?;
    let (author, entry) = signed(permit, is_unnamed, entry, &[]);
    journal::record(tx, &author, now, &entry)?;
    Ok(Ok(()))
}

/// Keeps that a meeting that was held took a finding up.
pub fn discuss(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    meeting: ActivityId,
    now: Timestamp,
) -> Result<Done, DbError> {
    let organisation = permit.actor().organisation;
    let finding = match subject(tx, permit, project, id)? {
        Ok(finding) => finding,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let meetings = spaces::store::activities(tx, organisation, project)?;
    let Some(held) = meetings.iter().find(|activity| activity.id == meeting) else {
        return Ok(Err(Refusal::Unknown));
    };
    if held.state != ActivityState::Held || held.on < finding.recorded_on {
        return Ok(Err(Refusal::NotHeldSince));
    }
    let known = tx.exists(
        "SELECT 1 FROM link WHERE organisation_id = $1 AND project_id = $2 AND from_kind = $3 AND from_id = $4
           AND to_kind = $5 AND to_id = $6",
        values![organisation, project, "finding", id, "activity", meeting],
    )?;
    if known {
        return Ok(Ok(()));
    }
    let ends = (("finding", id.to_string()), ("activity", meeting.to_string()));
    link(tx, organisation, project, ends.0, ends.1, "taken_up_in", held.on)?;
    let body = json!({"activity": meeting, "title": held.title, "on": held.on});
    let entry = Entry::new("finding_discussed", id, body).of(project).confiding(&[]);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Ok(()))
}
