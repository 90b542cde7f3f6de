//! Dating a version: what stands is kept as it stands, and the law is told the day.

use access::{Permit, Reader};
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::ProjectId;
use platform::{DbError, Tx, secret, values};
use registry::Facts;
use serde_json::json;

use super::read;
use crate::model::snapshot::{Reason, Snapshot, VersionId};

/// The fact from which the law counts the next update and how long a version is kept.
const UPDATED_ON: &str = "event.duerp_updated_on";

/// A version to date.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub id: VersionId,
    pub dated_on: Date,
    pub reason: Reason,
    pub words: String,
    /// The body that sits; nothing where none does.
    pub council: Option<String>,
    pub consulted: Option<(Date, String)>,
    pub plan: Option<String>,
}

/// What became of a version to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    Done,
    /// No line is kept: there is nothing to date.
    Empty,
    /// The version before is of a later day.
    BeforeTheLast,
}

/// Keeps what stands as a version. The same sent twice is dated once.
pub fn date_version(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewVersion,
    articles: &dyn Fn(&str) -> Vec<String>,
    today: Date,
    now: Timestamp,
) -> Result<Dated, DbError> {
    let actor = permit.actor();
    let board = read::board(tx, Reader::nobody_in_particular(actor.organisation), project)?;
    if board.versions.iter().any(|version| version.id == new.id) {
        return Ok(Dated::Done);
    }
    let last = board.versions.first();
    if last.is_some_and(|last| last.dated_on > new.dated_on) {
        return Ok(Dated::BeforeTheLast);
    }
    let taken = Snapshot::of(new.plan.clone(), &board.lines, &board.actions, articles);
    if taken.lines.is_empty() {
        return Ok(Dated::Empty);
    }
    let number = last.map_or(1, |last| last.number + 1);
    let body = json!(taken).to_string();
    let digest = secret::digest(&body);
    insert(tx, permit, project, new, number, (&body, &digest))?;
    let consulted = new.consulted.as_ref();
    let told = json!({"number": number, "dated_on": new.dated_on, "reason": new.reason, "words": new.words,
                      "lines": taken.lines.len(), "consulted_on": consulted.map(|(on, _)| on),
                      "consulted_words": consulted.map(|(_, words)| words), "body_sha256": digest});
    let entry = Entry::new("prevention_version_dated", new.id, told).of(project);
    journal::record(tx, &permit.author(), now, &entry)?;
    let facts = Facts::from([(UPDATED_ON.to_owned(), json!(new.dated_on))]);
    obligations::api::tell(tx, permit, project, &facts, today, now)?;
    Ok(Dated::Done)
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewVersion,
    number: i64,
    (body, digest): (&str, &str),
) -> Result<(), DbError> {
    let actor = permit.actor();
    let (consulted_on, said) = match &new.consulted {
        Some((on, said)) => (Some(*on), said.as_str()),
        None => (None, ""),
    };
    tx.execute(
        "INSERT INTO prevention_version (organisation_id, version_id, project_id, number, dated_on, reason, words, council,
           consulted_on, consulted_words, body, digest, by_party, by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            actor.organisation,
            new.id,
            project,
            number,
            new.dated_on,
            new.reason.code(),
            &new.words,
            new.council.clone(),
            consulted_on,
            said,
            body,
            digest,
            actor.party,
            &actor.name
        ],
    )?;
    Ok(())
}
