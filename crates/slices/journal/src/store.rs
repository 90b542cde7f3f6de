//! The journal's tables: only ever added to.

use jiff::Timestamp;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

use crate::model::{
    record::{Author, Entry, GENESIS, Record, hash},
    verify::{self, ChainHead, FORM},
};

/// Adds a record to the chain of the author's organisation, in the transaction of the act.
pub fn record(tx: &mut Tx<'_>, author: &Author, at: Timestamp, entry: &Entry) -> Result<(), DbError> {
    let organisation = author.organisation;
    tx.execute(
        "INSERT INTO journal_head (organisation_id, number, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
        values![organisation, GENESIS],
    )?;
    let head = head(tx, organisation)?;
    let record = Record::after(head.number, head.hash, author, at, entry);
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
    Ok(())
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

/// A stored line and its hash.
#[derive(Debug, Clone)]
pub struct Line {
    pub record: Record,
    pub text: String,
    pub hash: String,
}

/// The records of an organisation, oldest first; of one project only where it is named.
pub fn lines(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: Option<ProjectId>,
) -> Result<Vec<Line>, DbError> {
    let read =
        |row: &platform::Row<'_>| Ok(Line { record: row.json(0)?, text: row.get(0)?, hash: row.get(1)? });
    match project {
        None => tx.list(
            "SELECT line, hash FROM journal_record WHERE organisation_id = $1 ORDER BY number",
            values![organisation],
            read,
        ),
        Some(project) => tx.list(
            "SELECT line, hash FROM journal_record WHERE organisation_id = $1 AND project_id = $2 ORDER BY number",
            values![organisation, project],
            read,
        ),
    }
}

/// Every organisation that has a journal.
pub fn organisations(tx: &mut Tx<'_>) -> Result<Vec<OrganisationId>, DbError> {
    tx.list("SELECT organisation_id FROM journal_head ORDER BY organisation_id", &[], |row| row.parse(0))
}

/// The journal of these organisations as a file that [`verify::verify`] checks offline.
pub fn export(tx: &mut Tx<'_>, organisations: &[OrganisationId]) -> Result<String, DbError> {
    let mut file = String::new();
    for organisation in organisations {
        let head = head(tx, *organisation)?;
        let organisation_text = organisation.to_string();
        let chain = ChainHead {
            trinome_journal: FORM,
            organisation: organisation_text,
            records: head.number,
            head: head.hash,
        };
        file += &serde_json::to_string(&chain).unwrap_or_default();
        file.push('\n');
        for line in lines(tx, *organisation, None)? {
            file += &verify::line(&line.hash, &line.text);
        }
    }
    let seal = verify::seal(&file);
    Ok(file + &seal)
}
