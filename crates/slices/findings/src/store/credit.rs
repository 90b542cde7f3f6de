//! Whose name stands beside what was said: its author's if they like, nobody's if they like.
//!
//! The row keeps who wrote it, because the line of management hides by author; no page, no file and no line of the journal
//! says it.

use access::Permit;
use jiff::Timestamp;
use journal::{Author, Entry};
use kernel::{FindingId, MemberId, OrganisationId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::model::rules::{Done, Refusal};

/// Who wrote a finding down, and whether their name is shown.
pub fn credit(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    id: FindingId,
) -> Result<Option<(MemberId, bool)>, DbError> {
    tx.find(
        "SELECT recorded_by, is_credited FROM finding
         WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![organisation, project, id],
        |row| Ok((row.parse(0)?, row.get(1)?)),
    )
}

/// Shows the author's name or leaves it out, at their own wish and at nobody else's. No line names them.
pub fn set_credit(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
    is_credited: bool,
    now: Timestamp,
) -> Result<Done, DbError> {
    let actor = permit.actor();
    match credit(tx, actor.organisation, project, id)? {
        Some((author, _)) if author == actor.member => {}
        _ => return Ok(Err(Refusal::Unknown)),
    }
    tx.execute(
        "UPDATE finding SET is_credited = $4 WHERE organisation_id = $1 AND project_id = $2 AND finding_id = $3",
        values![actor.organisation, project, id, is_credited],
    )?;
    let entry = Entry::new("finding_credit_changed", id, json!({"credited": is_credited})).of(project);
    journal::record(tx, &nobody(permit), now, &entry)?;
    Ok(Ok(()))
}

/// The party, without who spoke for it.
fn nobody(permit: &Permit) -> Author {
    Author { member: None, ..permit.author() }
}

/// Who the journal says did something with a finding, and its words sealed where they are said in confidence: no name where
/// it is its author who wants none.
pub(super) fn signed(
    permit: &Permit,
    is_unnamed: bool,
    entry: Entry,
    words: &'static [&'static str],
) -> (Author, Entry) {
    if is_unnamed {
        let actor = permit.actor();
        (nobody(permit), entry.quoting(actor.member, actor.party, words))
    } else {
        (permit.author(), entry.confiding(words))
    }
}

/// Whether it is its own author who acts, and wants no name.
pub(super) fn is_unnamed(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: FindingId,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let credit = credit(tx, actor.organisation, project, id)?;
    Ok(credit.is_some_and(|(author, is_credited)| author == actor.member && !is_credited))
}
