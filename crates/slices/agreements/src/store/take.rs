//! Taking a position; adoption follows from the last one that was needed, in the same transaction.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ClauseId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{read::find_clause, write::settle};
use crate::{
    api::{Adopted, OnAdopted, Seeds},
    model::{
        clause::{Clause, ClauseState},
        position::{PositionKind, in_force},
    },
};

/// A position to take, on the version that was read.
#[derive(Debug, Clone)]
pub struct NewPosition {
    pub seen: i64,
    pub kind: PositionKind,
    /// Never empty for an objection: the form sees to it.
    pub reason: String,
}

/// What taking a position did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Recorded,
    /// It was the last consent needed.
    Adopted,
    /// The party said just that already.
    Already,
    /// The article was rewritten since it was read: nobody consents to a text they have not seen.
    Stale,
    /// It is adopted or withdrawn.
    Closed,
}

/// Takes the party's position. When it was the last consent needed, adopts the article and has its commitment, trigger and
/// reviews made, all or nothing; a second submission finds the article adopted and changes nothing.
#[expect(clippy::too_many_arguments, reason = "one act, with what its consequence needs")]
pub fn take_position(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    clause: ClauseId,
    new: &NewPosition,
    seeds: &Seeds,
    on_adopted: OnAdopted,
    today: Date,
    now: Timestamp,
) -> Result<Taken, DbError> {
    let (organisation, party) = (permit.actor().organisation, permit.actor().party);
    let found = find_clause(tx, organisation, project, clause)?.ok_or(DbError::Missing)?;
    if !found.is_proposed() {
        return Ok(Taken::Closed);
    }
    if found.version != new.seen {
        return Ok(Taken::Stale);
    }
    if found.position_of(party).is_some_and(|held| held.kind == new.kind && held.reason == new.reason) {
        return Ok(Taken::Already);
    }
    insert(tx, permit, &found, new, today)?;
    let body = json!({"version": new.seen, "position": new.kind, "reason": new.reason});
    journal::record(tx, &permit.author(), now, &Entry::new("position_taken", clause, body).of(project))?;

    let clause = find_clause(tx, organisation, project, clause)?.ok_or(DbError::Missing)?;
    let keys = access::keys::rule::of(tx, organisation)?;
    if !clause.standing(&keys, &access::store::parties(tx, organisation)?).is_adopted() {
        return Ok(Taken::Recorded);
    }
    adopt(tx, permit, Adopted { project, clause, seeds: seeds.clone(), today }, on_adopted, now)?;
    Ok(Taken::Adopted)
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    clause: &Clause,
    new: &NewPosition,
    today: Date,
) -> Result<(), DbError> {
    let actor = permit.actor();
    let before = clause.spoken.iter().filter(|p| p.version == new.seen && p.party == actor.party).count();
    let number = i64::try_from(before).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO clause_position (organisation_id, clause_id, version, party, number, kind, reason, by_name, taken_on,
           by_member) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            actor.organisation,
            clause.id,
            new.seen,
            actor.party,
            number,
            new.kind.code(),
            &new.reason,
            &actor.name,
            today,
            actor.member
        ],
    )?;
    Ok(())
}

fn adopt(
    tx: &mut Tx<'_>,
    permit: &Permit,
    mut adopted: Adopted,
    on_adopted: OnAdopted,
    now: Timestamp,
) -> Result<(), DbError> {
    let (project, today) = (adopted.project, adopted.today);
    settle(tx, permit.actor().organisation, adopted.clause.id, ClauseState::Adopted, today)?;
    adopted.clause.state = ClauseState::Adopted;
    adopted.clause.settled_on = Some(today);
    let clause = &adopted.clause;
    let consents: Vec<_> = in_force(&clause.spoken, clause.version).iter().map(|p| p.party).collect();
    let body = json!({"number": clause.number, "version": clause.version, "consents": consents});
    journal::record(tx, &permit.author(), now, &Entry::new("clause_adopted", clause.id, body).of(project))?;
    if let Some(finding) = clause.finding {
        let rest = rest(clause.id);
        findings::store::commit(tx, permit, project, finding, &adopted.seeds.label, &rest, today, now)?;
    }
    on_adopted(tx, permit, &adopted, now)
}

/// The end of an article's address under its project.
pub fn rest(clause: ClauseId) -> String {
    format!("accords/articles/{clause}")
}
