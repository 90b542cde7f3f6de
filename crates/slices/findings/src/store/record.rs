//! Writing a finding down, correcting its words, and keeping what it became.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{FindingId, MemberId, OrganisationId, ProjectId, SpaceId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{
    credit::{is_unnamed, signed},
    link, pass,
    pass::receivable,
    subject,
};
use crate::model::{
    finding::FindingKind,
    link::origin,
    rules::{Done, Refusal},
    wording::{Passing, repeats},
};

/// A finding to write down.
#[derive(Debug, Clone)]
pub struct NewFinding {
    pub id: FindingId,
    pub space: SpaceId,
    pub kind: FindingKind,
    pub text: String,
    pub origin: String,
    pub origin_ref: Option<String>,
    /// Where and in which conditions; may be empty.
    pub context: String,
    /// Whether its author's name is shown.
    pub is_credited: bool,
    /// Where it passes at once, in which words.
    pub pass_to: Option<Passing>,
}

/// Writes a finding down, in the name of the actor's party. What it comes from is linked to it; the space must be of this
/// project (the database checks it). Where it cannot pass as asked (see [`pass`]), nothing is written.
pub fn record(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewFinding,
    today: Date,
    now: Timestamp,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    if let Err(refusal) = passable_at_once(tx, permit, project, new, today)? {
        return Ok(Err(refusal));
    }
    tx.execute(
        "INSERT INTO finding (organisation_id, project_id, finding_id, space_id, kind, words, origin, origin_ref,
           recorded_on, recorded_by, party, context, is_credited)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        values![
            actor.organisation,
            project,
            new.id,
            new.space,
            new.kind.code(),
            &new.text,
            &new.origin,
            new.origin_ref.clone(),
            today,
            actor.member,
            actor.party,
            &new.context,
            new.is_credited
        ],
    )?;
    if let Some((kind, id)) = new.origin_ref.as_deref().and_then(origin) {
        let to = ("finding", new.id.to_string());
        link(tx, actor.organisation, project, (kind, id.to_owned()), to, "gave", today)?;
    }
    let body = json!({"space": new.space, "kind": new.kind, "text": new.text, "origin": new.origin,
                      "origin_ref": new.origin_ref, "context": new.context});
    let entry = Entry::new("finding_recorded", new.id, body).of(project);
    let (author, entry) = signed(permit, !new.is_credited, entry, &["text", "origin", "context"]);
    journal::record(tx, &author, now, &entry)?;
    match &new.pass_to {
        Some(passing) => pass(tx, permit, project, new.id, passing, today, now),
        None => Ok(Ok(())),
    }
}

/// What [`pass`] would say of a finding that is not written down yet.
fn passable_at_once(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewFinding,
    today: Date,
) -> Result<Done, DbError> {
    let Some(passing) = &new.pass_to else { return Ok(Ok(())) };
    if passing.to == new.space {
        return Ok(Err(Refusal::SameSpace));
    }
    if repeats(&passing.words, &new.text) {
        return Ok(Err(Refusal::NotReworded));
    }
    if passing.answer_due < today {
        return Ok(Err(Refusal::DueInThePast));
    }
    receivable(tx, permit, project, passing, today)
}

/// Corrects the words of a finding that nobody has answered. The journal keeps the former ones.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn reword(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    kind: FindingKind,
    text: &str,
    today: Date,
    now: Timestamp,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    let finding = match subject(tx, permit, project, id)? {
        Ok(finding) => finding,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Err(refusal) = finding.rewordable_by(actor.party) {
        return Ok(Err(refusal));
    }
    tx.execute(
        "UPDATE finding SET words = $4, kind = $5, reworded_on = $6
         WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![actor.organisation, project, id, text, kind.code(), today],
    )?;
    let body =
        json!({"from": {"kind": finding.kind, "text": finding.text}, "to": {"kind": kind, "text": text}});
    let is_unnamed = is_unnamed(tx, permit, project, id)?;
    let entry = Entry::new("finding_reworded", id, body).of(project);
    let (by, entry) = signed(permit, is_unnamed, entry, &["to/text"]);
    let entry = entry.quoting(author(tx, actor.organisation, project, id)?, finding.party, &["from/text"]);
    journal::record(tx, &by, now, &entry)?;
    Ok(Ok(()))
}

/// Who wrote a finding down.
fn author(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    id: FindingId,
) -> Result<MemberId, DbError> {
    tx.get(
        "SELECT recorded_by FROM finding WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![organisation, project, id],
        |row| row.parse(0),
    )
}

/// Keeps what a finding became once a clause that answers it is adopted. False when it is not of this project. The link
/// from finding to clause is made by whoever drafts the clause.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the slice that asks for it")]
pub fn commit(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    label: &str,
    href_rest: &str,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx.execute(
        "UPDATE finding SET fate_label = $4, fate_rest = $5, fate_on = $6
         WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![permit.actor().organisation, project, id, label, href_rest, today],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let body = json!({"label": label});
    journal::record(tx, &permit.author(), now, &Entry::new("finding_committed", id, body).of(project))?;
    Ok(true)
}
