//! Reading the journal: each reader is given the openings that are theirs to read, and no other.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use kernel::{MemberId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, clock::civil_day, values};

use crate::{
    model::{
        record::Record,
        seal::{self, AUTHOR, Kept, Nature, Opening},
        verify::{self, ChainHead, FORM},
    },
    store::head,
};

/// Who reads: it decides which openings they are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// A member, from whom what these others said is hidden, up to a day: `access` says whose.
    Member { hidden: BTreeMap<MemberId, Date> },
    /// Whoever runs the instance: the chain and its proof, and no opening. What is taken from the command line is kept for
    /// years, out of reach of any erasure, by somebody to whom nothing of it was said.
    Operator,
}

impl Reader {
    /// Whether this reader is given the opening of a record of this day.
    fn opens(&self, kept: &Kept, on: Date) -> bool {
        match self {
            Self::Operator => false,
            Self::Member { hidden } => {
                kept.nature != Nature::Speech || hidden.get(&kept.of).is_none_or(|until| on > *until)
            }
        }
    }
}

/// A stored line, and what its reader may know of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// As its reader reads it: what was opened stands in its place; what was not is absent.
    pub record: Record,
    /// How many of its seals this reader is not given, or were erased.
    pub withheld: usize,
    /// The bytes that the hash covers.
    pub text: String,
    pub hash: String,
    /// What this reader is given, in the order of the fields.
    pub openings: Vec<Opening>,
}

/// The records of an organisation, oldest first; of one project only where it is named.
pub fn lines(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: Option<ProjectId>,
    reader: &Reader,
) -> Result<Vec<Line>, DbError> {
    let read = |row: &Row<'_>| Ok::<_, DbError>((row.json::<Record>(0)?, row.get(0)?, row.get(1)?));
    let stored: Vec<(Record, String, String)> = match project {
        None => tx.list(
            "SELECT line, hash FROM journal_record WHERE organisation_id = $1 ORDER BY number",
            values![organisation],
            read,
        )?,
        Some(project) => tx.list(
            "SELECT line, hash FROM journal_record WHERE organisation_id = $1 AND project_id = $2 ORDER BY number",
            values![organisation, project],
            read,
        )?,
    };
    let mut kept = kept(tx, organisation)?;
    let opened = |(record, text, hash): (Record, String, String)| {
        // A moment that cannot be read is of the first day: hidden from whoever anything is hidden from.
        let on = record.at.parse().map_or(Date::MIN, |at: Timestamp| civil_day(at));
        let mut kept = kept.remove(&record.number).unwrap_or_default();
        kept.retain(|kept| reader.opens(kept, on));
        opened(record, text, hash, kept.into_iter().map(|kept| kept.opening).collect())
    };
    Ok(stored.into_iter().map(opened).collect())
}

/// Every opening of an organisation, by the number of its record.
fn kept(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<BTreeMap<i64, Vec<Kept>>, DbError> {
    let kept = tx.list(
        "SELECT number, field, member_id, nature, salt, words FROM journal_opening
         WHERE organisation_id = $1 ORDER BY number, field",
        values![organisation],
        |row| {
            let opening = Opening { field: row.get(1)?, salt: row.get(4)?, text: row.get(5)? };
            let kept = Kept { of: row.parse(2)?, nature: row.parse(3)?, opening };
            Ok::<_, DbError>((row.get::<i64>(0)?, kept))
        },
    )?;
    let mut by_number: BTreeMap<i64, Vec<Kept>> = BTreeMap::new();
    for (number, kept) in kept {
        by_number.entry(number).or_default().push(kept);
    }
    Ok(by_number)
}

/// A line with what its reader is given in its place.
fn opened(mut record: Record, text: String, hash: String, openings: Vec<Opening>) -> Line {
    let withheld = seal::seals(&record.body).len().saturating_sub(openings.len());
    for opening in &openings {
        seal::open(&mut record.body, opening);
        if opening.field == AUTHOR {
            record.member = MemberId::parse(&opening.text).ok();
        }
    }
    seal::drop_closed(&mut record.body);
    Line { record, withheld, text, hash, openings }
}

/// The journal of these organisations as a file that [`verify::verify`] checks offline, with the openings that are this
/// reader's.
pub fn export(tx: &mut Tx<'_>, organisations: &[OrganisationId], reader: &Reader) -> Result<String, DbError> {
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
        for line in lines(tx, *organisation, None, reader)? {
            file += &verify::line(&line.hash, &line.text);
            file.extend(line.openings.iter().map(Opening::line));
        }
    }
    let seal = verify::seal(&file);
    Ok(file + &seal)
}
