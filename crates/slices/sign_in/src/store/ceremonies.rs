//! Ceremonies under way: begun by one browser, taken once.

use jiff::Timestamp;
use kernel::PersonId;
use platform::{DbError, Tx, values};

use crate::model::ceremony::Ceremony;

/// What was remembered when a ceremony began.
#[derive(Debug, Clone)]
pub struct Begun {
    pub person: Option<PersonId>,
    /// JSON.
    pub state: String,
}

/// Remembers what a browser has begun, under the hash of its handle.
pub fn begin(
    tx: &mut Tx<'_>,
    ceremony: Ceremony,
    handle_hash: &str,
    begun: &Begun,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute("DELETE FROM sign_in_attempt WHERE expires_at < $1", values![now])?;
    tx.execute(
        "INSERT INTO sign_in_attempt (handle_hash, ceremony, person_id, state, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        values![handle_hash, ceremony.code(), begun.person, &begun.state, now + ceremony.life()],
    )?;
    Ok(())
}

/// Takes a ceremony: what comes of it, it can not be taken again. Nothing when there is none, or it is too late.
pub fn take(
    tx: &mut Tx<'_>,
    ceremony: Ceremony,
    handle_hash: &str,
    now: Timestamp,
) -> Result<Option<Begun>, DbError> {
    let begun = tx.find(
        "SELECT person_id, state FROM sign_in_attempt
         WHERE handle_hash = $1 AND ceremony = $2 AND expires_at >= $3",
        values![handle_hash, ceremony.code(), now],
        |row| Ok::<_, DbError>(Begun { person: row.parse_opt(0)?, state: row.get(1)? }),
    )?;
    tx.execute("DELETE FROM sign_in_attempt WHERE handle_hash = $1", values![handle_hash])?;
    Ok(begun)
}
