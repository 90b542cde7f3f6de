//! Answering, with reasons.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{FindingId, ProjectId, ResponseId, SpaceId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::subject;
use crate::model::rules::Done;

/// Answers a finding of another party, with reasons; every answer that was awaited is given by it.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn respond(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    response: ResponseId,
    text: &str,
    reasons: &str,
    today: Date,
    now: Timestamp,
) -> Result<Done, DbError> {
    match subject(tx, permit, project, id)? {
        Ok(finding) => {
            let all: Vec<SpaceId> = finding.waiting().map(|transmission| transmission.to_space).collect();
            respond_for(tx, permit, project, id, response, text, reasons, &all, today, now)
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Answers a finding of another party, with reasons, for the spaces in whose name the answer is given.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn respond_for(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    response: ResponseId,
    text: &str,
    reasons: &str,
    answers_for: &[SpaceId],
    today: Date,
    now: Timestamp,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    if let Err(refusal) =
        subject(tx, permit, project, id)?.and_then(|finding| finding.answerable_by(actor.party))
    {
        return Ok(Err(refusal));
    }
    tx.execute(
        "INSERT INTO response (organisation_id, project_id, finding_id, response_id, party, given_by, words, reasons,
           given_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![actor.organisation, project, id, response, actor.party, actor.member, text, reasons, today],
    )?;
    for space in answers_for {
        tx.execute(
            "UPDATE transmission SET response_id = $5 WHERE organisation_id = $1 AND project_id = $2
               AND finding_id = $3 AND space_id = $4 AND response_id IS NULL",
            values![actor.organisation, project, id, *space, response],
        )?;
    }
    let body = json!({"response": response, "text": text, "reasons": reasons, "answers_for": answers_for});
    let entry = Entry::new("finding_answered", id, body).of(project).confiding(&["text", "reasons"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Ok(()))
}
