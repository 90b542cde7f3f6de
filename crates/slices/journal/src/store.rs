//! The journal's chain: only ever added to. Beside it, the openings of what it seals: they may be erased.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::{MemberId, OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

use crate::model::{
    record::{Author, Entry, GENESIS, Record, hash},
    seal::{AUTHOR, Kept, Nature},
};

/// Adds a record to the chain of the author's organisation, in the transaction of the act.
pub fn record(tx: &mut Tx<'_>, author: &Author, at: Timestamp, entry: &Entry) -> Result<(), DbError> {
    let organisation = author.organisation;
    tx.execute(
        "INSERT INTO journal_head (organisation_id, number, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
        values![organisation, GENESIS],
    )?;
    let head = head(tx, organisation)?;
    let mut record = Record::after(head.number, head.hash, author, at, entry);
    let kept = record.seal(entry, || tx.fresh_secret());
    let line = serde_json::to_string(&record).map_err(|error| DbError::Corrupt {
        column: "line".into(),
        found: entry.kind.into(),
        reason: error.to_string(),
    })?;
    let hash = hash(&line);
    tx.execute(
        "INSERT INTO journal_record (organisation_id, number, project_id, kind, line, hash)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![organisation, record.number, entry.project, entry.kind, line, &hash],
    )?;
    tx.execute(
        "UPDATE journal_head SET number = $2, hash = $3 WHERE organisation_id = $1",
        values![organisation, record.number, hash],
    )?;
    kept.iter().try_for_each(|kept| keep(tx, organisation, record.number, kept))
}

fn keep(tx: &mut Tx<'_>, organisation: OrganisationId, number: i64, kept: &Kept) -> Result<(), DbError> {
    let opening = &kept.opening;
    tx.execute(
        "INSERT INTO journal_opening (organisation_id, number, field, member_id, nature, salt, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![
            organisation,
            number,
            &opening.field,
            kept.of,
            kept.nature.code(),
            &opening.salt,
            &opening.text
        ],
    )?;
    Ok(())
}

/// What names a member in the chain, in these fields: every name they have borne.
pub fn named(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
    fields: &[&str],
) -> Result<BTreeSet<String>, DbError> {
    let named = tx.list(
        "SELECT field, words FROM journal_opening WHERE organisation_id = $1 AND member_id = $2 AND nature = $3",
        values![organisation, member, Nature::Person.code()],
        |row| Ok::<_, DbError>((row.get::<String>(0)?, row.get::<String>(1)?)),
    )?;
    Ok(named.into_iter().filter(|(field, _)| fields.contains(&&**field)).map(|(_, words)| words).collect())
}

/// Erases what names a member, and that it was they who spoke: the chain keeps its proof, and no longer says who. What they
/// said stays, under the name of their party. Gives the number of openings erased.
pub fn forget(tx: &mut Tx<'_>, organisation: OrganisationId, member: MemberId) -> Result<u64, DbError> {
    tx.execute(
        "DELETE FROM journal_opening WHERE organisation_id = $1 AND member_id = $2 AND (nature = $3 OR field = $4)",
        values![organisation, member, Nature::Person.code(), AUTHOR],
    )
}

/// Erases every opening of a project: its words, and whom its lines name. The lines stay, and go on proving. Gives the number
/// of openings erased.
pub fn forget_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<u64, DbError> {
    tx.execute(
        "DELETE FROM journal_opening WHERE organisation_id = $1 AND number IN (SELECT r.number FROM journal_record r
           WHERE r.organisation_id = $1 AND r.project_id = $2)",
        values![organisation, project],
    )
}

/// The last record of a chain: its number and hash, which each party may keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    pub hash: String,
}

/// The head of an organisation's chain; number 0 before the first record.
pub fn head(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Head, DbError> {
    let found = tx.find(
        "SELECT number, hash FROM journal_head WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>(Head { number: row.get(0)?, hash: row.get(1)? }),
    )?;
    Ok(found.unwrap_or_else(|| Head { number: 0, hash: GENESIS.to_owned() }))
}

/// Every organisation that has a journal.
pub fn organisations(tx: &mut Tx<'_>) -> Result<Vec<OrganisationId>, DbError> {
    tx.list("SELECT organisation_id FROM journal_head ORDER BY organisation_id", &[], |row| row.parse(0))
}
