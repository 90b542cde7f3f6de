//! Writing an article, rewriting it, taking it back.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{AgreementId, ClauseId, FindingId, OrganisationId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::{Value, json};

use super::read::{agreement, find_clause};
use crate::model::clause::{AgreementKind, ClauseState, Terms};

/// The text that an article opens when the project has none yet.
#[derive(Debug, Clone)]
pub struct Begin {
    pub id: AgreementId,
    pub kind: AgreementKind,
    pub title: String,
}

/// An article to propose.
#[derive(Debug, Clone)]
pub struct NewClause {
    pub id: ClauseId,
    pub finding: Option<FindingId>,
    pub written: NewVersion,
}

/// What somebody writes: the first version or a later one.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub title: String,
    pub text: String,
    pub terms: Terms,
    /// Why this version; empty for the first.
    pub reason: String,
}

/// Proposes an article, in the project's text or in a new one. The same article proposed twice is proposed once.
pub fn propose(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    begin: &Begin,
    new: &NewClause,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let known = tx.exists(
        "SELECT 1 FROM clause WHERE organisation_id = $1 AND clause_id = $2",
        values![organisation, new.id],
    )?;
    if known {
        return Ok(());
    }
    let (agreement, last) = match agreement(tx, organisation, project)? {
        Some(agreement) => (agreement.id, agreement.clauses.last().map_or(0, |clause| clause.number)),
        None => (begin_text(tx, permit, project, begin, today, now)?, 0),
    };
    let number = last + 1;
    tx.execute(
        "INSERT INTO clause (organisation_id, clause_id, agreement_id, number, finding_id, version, state, proposed_by)
         VALUES ($1, $2, $3, $4, $5, 1, $6, $7)",
        values![
            organisation,
            new.id,
            agreement,
            number,
            new.finding,
            ClauseState::Proposed.code(),
            permit.actor().party
        ],
    )?;
    insert_version(tx, permit, new.id, 1, &new.written, today)?;
    if let Some(finding) = new.finding {
        let (from, to) = (("finding", finding.to_string()), ("clause", new.id.to_string()));
        findings::store::link(tx, organisation, project, from, to, "written_in", today)?;
    }
    let mut body = content(&new.written);
    body["number"] = json!(number);
    body["finding"] = json!(new.finding);
    journal::record(tx, &permit.author(), now, &Entry::new("clause_proposed", new.id, body).of(project))
}

fn begin_text(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    begin: &Begin,
    today: Date,
    now: Timestamp,
) -> Result<AgreementId, DbError> {
    tx.execute(
        "INSERT INTO agreement (organisation_id, agreement_id, project_id, kind, title, begun_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![permit.actor().organisation, begin.id, project, begin.kind.code(), &begin.title, today],
    )?;
    let body = json!({"kind": begin.kind, "title": begin.title});
    journal::record(tx, &permit.author(), now, &Entry::new("agreement_begun", begin.id, body).of(project))?;
    Ok(begin.id)
}

/// What came of an amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amended {
    Done,
    /// Somebody else rewrote it since it was read: nothing is lost, nothing is overwritten.
    Stale,
    /// It is adopted or withdrawn.
    Closed,
    /// Nothing was changed: the positions taken on it stand.
    Same,
}

/// Writes a new version of a proposed article. Positions start again; those on earlier versions are kept.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn amend(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    clause: ClauseId,
    seen: i64,
    written: &NewVersion,
    today: Date,
    now: Timestamp,
) -> Result<Amended, DbError> {
    let organisation = permit.actor().organisation;
    let found = find_clause(tx, organisation, project, clause)?.ok_or(DbError::Missing)?;
    if !found.is_proposed() {
        return Ok(Amended::Closed);
    }
    if found.version != seen {
        return Ok(Amended::Stale);
    }
    if (&found.title, &found.text, &found.terms) == (&written.title, &written.text, &written.terms) {
        return Ok(Amended::Same);
    }
    let version = seen + 1;
    tx.execute(
        "UPDATE clause SET version = $3 WHERE organisation_id = $1 AND clause_id = $2",
        values![organisation, clause, version],
    )?;
    insert_version(tx, permit, clause, version, written, today)?;
    let mut body = content(written);
    body["version"] = json!(version);
    body["reason"] = json!(written.reason);
    journal::record(tx, &permit.author(), now, &Entry::new("clause_amended", clause, body).of(project))?;
    Ok(Amended::Done)
}

/// Takes a proposed article back. False when it is no longer proposed, or another party proposed it.
pub fn withdraw(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    clause: ClauseId,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let found = find_clause(tx, organisation, project, clause)?.ok_or(DbError::Missing)?;
    if !found.is_proposed() || found.proposed_by != permit.actor().party {
        return Ok(false);
    }
    settle(tx, organisation, clause, ClauseState::Withdrawn, today)?;
    let body = json!({"number": found.number, "version": found.version});
    journal::record(tx, &permit.author(), now, &Entry::new("clause_withdrawn", clause, body).of(project))?;
    Ok(true)
}

pub(super) fn settle(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    clause: ClauseId,
    state: ClauseState,
    today: Date,
) -> Result<(), DbError> {
    tx.execute(
        "UPDATE clause SET state = $3, settled_on = $4 WHERE organisation_id = $1 AND clause_id = $2",
        values![organisation, clause, state.code(), today],
    )?;
    Ok(())
}

fn insert_version(
    tx: &mut Tx<'_>,
    permit: &Permit,
    clause: ClauseId,
    version: i64,
    written: &NewVersion,
    today: Date,
) -> Result<(), DbError> {
    let (actor, terms) = (permit.actor(), &written.terms);
    tx.execute(
        "INSERT INTO clause_version (organisation_id, clause_id, version, title, body, what, owner, owner_party, due_on,
           indicator, unit, threshold, direction, trigger_space_id, short_on, medium_on, long_on, reason, by_party, by_name,
           written_on, by_member)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        values![
            actor.organisation,
            clause,
            version,
            &written.title,
            &written.text,
            &terms.what,
            &terms.owner,
            terms.owner_party,
            terms.due_on,
            &terms.indicator,
            &terms.unit,
            terms.threshold,
            terms.direction.code(),
            terms.trigger_space,
            terms.short_on,
            terms.medium_on,
            terms.long_on,
            &written.reason,
            actor.party,
            &actor.name,
            today,
            actor.member
        ],
    )?;
    Ok(())
}

/// What the journal keeps of a version: all of it, so that who consented to what can be proved.
fn content(written: &NewVersion) -> Value {
    let terms = &written.terms;
    json!({
        "title": written.title, "text": written.text, "what": terms.what, "owner": terms.owner,
        "owner_party": terms.owner_party, "due_on": terms.due_on, "indicator": terms.indicator, "unit": terms.unit,
        "threshold": terms.threshold, "direction": terms.direction, "trigger_space": terms.trigger_space,
        "reviews": [terms.short_on, terms.medium_on, terms.long_on],
    })
}
