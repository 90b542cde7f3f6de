//! Drafts, by the hash of the secret that only the visitor's browser holds. Kept thirty days after the last answer.

use jiff::{ToSpan, civil::Date};
use platform::{DbError, Tx, values};

use crate::model::{
    draft::{Draft, Given},
    question::Question,
};

/// How long a draft is kept after its last answer.
pub const DAYS: i32 = 30;

/// A draft; empty when there is none. One that an older version wrote and that cannot be read any more is begun anew.
pub fn draft(tx: &mut Tx<'_>, hash: &str, today: Date) -> Result<Draft, DbError> {
    let found = tx.find(
        "SELECT answers FROM project_draft WHERE secret_hash = $1 AND expires_on >= $2",
        values![hash, today],
        |row| row.get::<String>(0),
    )?;
    Ok(found.and_then(|answers| serde_json::from_str(&answers).ok()).unwrap_or_default())
}

/// Keeps what was given to a question, beside the rest. Drafts that nobody came back to go.
pub fn keep(
    tx: &mut Tx<'_>,
    hash: &str,
    question: Question,
    given: Given,
    today: Date,
) -> Result<Draft, DbError> {
    purge(tx, today)?;
    let mut draft = draft(tx, hash, today)?;
    draft.keep(question, given);
    let answers = serde_json::json!(draft).to_string();
    tx.execute(
        "INSERT INTO project_draft (secret_hash, answers, expires_on) VALUES ($1, $2, $3)
         ON CONFLICT (secret_hash) DO UPDATE SET answers = $2, expires_on = $3",
        values![hash, answers, today.saturating_add(DAYS.days())],
    )?;
    Ok(draft)
}

/// Removes the drafts that nobody came back to. Gives how many.
pub fn purge(tx: &mut Tx<'_>, today: Date) -> Result<u64, DbError> {
    tx.execute("DELETE FROM project_draft WHERE expires_on < $1", values![today])
}

pub fn forget(tx: &mut Tx<'_>, hash: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM project_draft WHERE secret_hash = $1", values![hash])?;
    Ok(())
}
