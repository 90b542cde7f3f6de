//! Reading and writing what is said of obligations.

mod crossing;
mod edition;
mod forget;
mod forget_project;

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

pub use crossing::{NewCrossing, cross, crossings};
pub use edition::{NotedEdition, adopt_edition, note_edition, noted_edition};
pub use forget::forget;
pub use forget_project::forget_project;

use crate::model::evidence::{Claim, Evidence, EvidenceId, Said};

/// Something to say of an obligation.
#[derive(Debug, Clone)]
pub struct NewEvidence {
    pub id: EvidenceId,
    pub rule: String,
    pub claim: Claim,
    pub act: Option<String>,
    pub title: String,
    pub kept_at: String,
    pub dated_on: Date,
    pub words: String,
}

/// All that was said of the obligations of a project, oldest first.
pub fn evidence(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Evidence>, DbError> {
    tx.list(
        "SELECT evidence_id, rule, claim, act, title, kept_at, dated_on, words, added_on, by_party, by_name,
           withdrawn_on, withdrawn_party, withdrawn_name, withdrawn_why
         FROM evidence WHERE organisation_id = $1 AND project_id = $2 ORDER BY added_on, evidence_id",
        values![organisation, project],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Evidence, DbError> {
    let why: Option<String> = row.get(14)?;
    let withdrawn = match why {
        Some(why) => Some((why, said(row, 11)?)),
        None => None,
    };
    Ok(Evidence {
        id: row.parse(0)?,
        rule: row.get(1)?,
        claim: row.parse(2)?,
        act: row.get(3)?,
        title: row.get(4)?,
        kept_at: row.get(5)?,
        dated_on: row.parse(6)?,
        words: row.get(7)?,
        added: said(row, 8)?,
        withdrawn,
    })
}

fn said(row: &Row<'_>, first: usize) -> Result<Said, DbError> {
    Ok(Said { on: row.parse(first)?, party: row.parse(first + 1)?, name: row.get(first + 2)? })
}

/// Says something of an obligation. The same sent twice is said once.
pub fn give(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewEvidence,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    let known = tx.exists(
        "SELECT 1 FROM evidence WHERE organisation_id = $1 AND evidence_id = $2",
        values![actor.organisation, new.id],
    )?;
    if known {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO evidence (organisation_id, evidence_id, project_id, rule, claim, act, title, kept_at, dated_on, words,
           added_on, by_party, by_name, by_member)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            actor.organisation,
            new.id,
            project,
            &new.rule,
            new.claim.code(),
            new.act.clone(),
            &new.title,
            &new.kept_at,
            new.dated_on,
            &new.words,
            today,
            actor.party,
            &actor.name,
            actor.member
        ],
    )?;
    let body = json!({"rule": new.rule, "claim": new.claim, "act": new.act, "title": new.title, "kept_at": new.kept_at,
                      "dated_on": new.dated_on, "words": new.words});
    journal::record(tx, &permit.author(), now, &Entry::new("evidence_given", new.id, body).of(project))
}

/// Takes back what the actor's party said, with a reason. False when it is not theirs, or was taken back already.
pub fn withdraw(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: EvidenceId,
    why: &str,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let changed = tx.execute(
        "UPDATE evidence SET withdrawn_on = $5, withdrawn_why = $6, withdrawn_party = $4, withdrawn_name = $7,
           withdrawn_member = $8
         WHERE organisation_id = $1 AND project_id = $2 AND evidence_id = $3 AND by_party = $4 AND withdrawn_on IS NULL",
        values![actor.organisation, project, id, actor.party, today, why, &actor.name, actor.member],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let entry = Entry::new("evidence_withdrawn", id, json!({"why": why})).of(project);
    journal::record(tx, &permit.author(), now, &entry).map(|()| true)
}
