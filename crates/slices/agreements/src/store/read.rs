//! Reading a text: one query per table, put together here.

use kernel::{AgreementId, ClauseId, OrganisationId, Party, ProjectId};
use platform::{DbError, Row, Tx, values};

use crate::model::{
    adoption::needed,
    clause::{Agreement, Clause, ClauseState, Terms, Version},
    position::{Position, in_force},
};

/// The text of a project, if somebody has begun it.
pub fn agreement(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<Agreement>, DbError> {
    let found = tx.find(
        "SELECT agreement_id, kind, title, begun_on FROM agreement WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
        |row| {
            Ok::<_, DbError>(Agreement {
                id: row.parse(0)?,
                kind: row.parse(1)?,
                title: row.get(2)?,
                begun_on: row.parse(3)?,
                clauses: Vec::new(),
                needed: Vec::new(),
            })
        },
    )?;
    let Some(mut agreement) = found else { return Ok(None) };
    agreement.clauses = clauses(tx, organisation, agreement.id)?;
    agreement.needed =
        needed(&access::keys::rule::of(tx, organisation)?, &access::store::parties(tx, organisation)?);
    Ok(Some(agreement))
}

/// An article of a project's text.
pub fn find_clause(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    clause: ClauseId,
) -> Result<Option<Clause>, DbError> {
    let Some(agreement) = agreement(tx, organisation, project)? else { return Ok(None) };
    Ok(agreement.clauses.into_iter().find(|known| known.id == clause))
}

/// What the `clause` table holds.
struct Head {
    id: ClauseId,
    number: i64,
    finding: Option<kernel::FindingId>,
    version: i64,
    state: ClauseState,
    proposed_by: Party,
    settled_on: Option<jiff::civil::Date>,
}

fn clauses(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agreement: AgreementId,
) -> Result<Vec<Clause>, DbError> {
    let heads = tx.list(
        "SELECT clause_id, number, finding_id, version, state, proposed_by, settled_on FROM clause
         WHERE organisation_id = $1 AND agreement_id = $2 ORDER BY number",
        values![organisation, agreement],
        |row| {
            Ok::<_, DbError>(Head {
                id: row.parse(0)?,
                number: row.get(1)?,
                finding: row.parse_opt(2)?,
                version: row.get(3)?,
                state: row.parse(4)?,
                proposed_by: row.parse(5)?,
                settled_on: row.parse_opt(6)?,
            })
        },
    )?;
    let versions = versions(tx, organisation, agreement)?;
    let positions = positions(tx, organisation, agreement)?;
    Ok(heads.into_iter().filter_map(|head| assemble(agreement, head, &versions, &positions)).collect())
}

fn versions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agreement: AgreementId,
) -> Result<Vec<(ClauseId, Version)>, DbError> {
    tx.list(
        "SELECT v.clause_id, v.version, v.title, v.body, v.what, v.owner, v.owner_party, v.due_on, v.indicator, v.unit,
           v.threshold, v.direction, v.trigger_space_id, v.short_on, v.medium_on, v.long_on, v.reason, v.by_party,
           v.by_name, v.written_on
         FROM clause_version v JOIN clause c ON c.organisation_id = v.organisation_id AND c.clause_id = v.clause_id
         WHERE c.organisation_id = $1 AND c.agreement_id = $2 ORDER BY v.clause_id, v.version",
        values![organisation, agreement],
        |row| Ok((row.parse(0)?, version(row)?)),
    )
}

fn version(row: &Row<'_>) -> Result<Version, DbError> {
    let terms = Terms {
        what: row.get(4)?,
        owner: row.get(5)?,
        owner_party: row.parse(6)?,
        due_on: row.parse(7)?,
        indicator: row.get(8)?,
        unit: row.get(9)?,
        threshold: row.get(10)?,
        direction: row.parse(11)?,
        trigger_space: row.parse(12)?,
        short_on: row.parse(13)?,
        medium_on: row.parse(14)?,
        long_on: row.parse(15)?,
    };
    Ok(Version {
        number: row.get(1)?,
        title: row.get(2)?,
        text: row.get(3)?,
        terms,
        reason: row.get(16)?,
        by_party: row.parse(17)?,
        by_name: row.get(18)?,
        written_on: row.parse(19)?,
    })
}

fn positions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agreement: AgreementId,
) -> Result<Vec<(ClauseId, Position)>, DbError> {
    tx.list(
        "SELECT p.clause_id, p.version, p.party, p.kind, p.reason, p.by_name, p.taken_on
         FROM clause_position p JOIN clause c ON c.organisation_id = p.organisation_id AND c.clause_id = p.clause_id
         WHERE c.organisation_id = $1 AND c.agreement_id = $2
         ORDER BY p.clause_id, p.version, p.taken_on, p.party, p.number",
        values![organisation, agreement],
        |row| {
            let position = Position {
                version: row.get(1)?,
                party: row.parse(2)?,
                kind: row.parse(3)?,
                reason: row.get(4)?,
                by_name: row.get(5)?,
                on: row.parse(6)?,
            };
            Ok::<_, DbError>((row.parse(0)?, position))
        },
    )
}

/// An article, from its head, its versions and its positions. Nothing where the version in force is missing, which the
/// transaction that writes both never lets happen.
fn assemble(
    agreement: AgreementId,
    head: Head,
    versions: &[(ClauseId, Version)],
    positions: &[(ClauseId, Position)],
) -> Option<Clause> {
    let mut versions: Vec<Version> =
        versions.iter().filter(|(id, _)| *id == head.id).map(|(_, v)| v.clone()).collect();
    versions.retain(|version| version.number <= head.version);
    let spoken: Vec<Position> =
        positions.iter().filter(|(id, _)| *id == head.id).map(|(_, p)| p.clone()).collect();
    let (first, current) = (versions.first()?.written_on, versions.last()?.clone());
    Some(Clause {
        id: head.id,
        agreement,
        number: head.number,
        title: current.title,
        text: current.text,
        finding: head.finding,
        version: head.version,
        state: head.state,
        proposed_by: head.proposed_by,
        proposed_on: first,
        settled_on: head.settled_on,
        terms: current.terms,
        positions: in_force(&spoken, head.version),
        spoken,
        versions,
    })
}
