//! One's own account: name, language, and the sessions that are open.

use jiff::{Timestamp, civil::Date};
use journal::{Author, Entry};
use kernel::{Locale, PersonId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{person, seats, sessions::idle_before};

/// A session as its person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// The beginning of its hash: enough to say which, useless to enter with.
    pub mark: String,
    pub device: String,
    /// Unknown where it was opened before days were kept.
    pub opened_on: Option<Date>,
    pub last_seen_on: Option<Date>,
    pub is_this_one: bool,
    /// What proved who they are: a link, a passkey, a provider.
    pub opened_with: String,
}

/// The sessions that a person has open, the latest first.
pub fn open_sessions(
    tx: &mut Tx<'_>,
    person: PersonId,
    this: &str,
    now: Timestamp,
) -> Result<Vec<OpenSession>, DbError> {
    tx.list(
        "SELECT secret_hash, device, opened_on, last_seen_on, opened_with FROM session
         WHERE person_id = $1 AND expires_at >= $2 AND COALESCE(last_seen_on, $3) >= $3
         ORDER BY last_seen_on DESC, secret_hash",
        values![person, now, idle_before(now)],
        |row| {
            let hash: String = row.get(0)?;
            Ok::<_, DbError>(OpenSession {
                mark: hash.chars().take(MARK).collect(),
                device: row.get(1)?,
                opened_on: row.parse_opt(2)?,
                last_seen_on: row.parse_opt(3)?,
                is_this_one: hash == this,
                opened_with: row.get(4)?,
            })
        },
    )
}

const MARK: usize = 16;

/// Closes one of a person's own sessions, by its mark.
pub fn close_marked(tx: &mut Tx<'_>, person: PersonId, mark: &str) -> Result<u64, DbError> {
    tx.execute(
        "DELETE FROM session WHERE person_id = $1 AND substr(secret_hash, 1, 16) = $2",
        values![person, mark],
    )
}

/// Closes all of a person's sessions but this one.
pub fn close_others(tx: &mut Tx<'_>, person: PersonId, this: &str) -> Result<u64, DbError> {
    tx.execute("DELETE FROM session WHERE person_id = $1 AND secret_hash <> $2", values![person, this])
}

/// Closes all sessions of whoever reads an address, or of everybody: for whoever runs the instance, when a device or the
/// instance itself may be in other hands. Gives how many.
pub fn close_sessions(tx: &mut Tx<'_>, email: Option<&str>) -> Result<u64, DbError> {
    match email {
        Some(email) => tx.execute(
            "DELETE FROM session WHERE person_id IN (SELECT p.person_id FROM person p WHERE p.email = $1)",
            values![email],
        ),
        None => tx.execute("DELETE FROM session", &[]),
    }
}

/// Changes one's own name and language. The name follows at every seat, and each journal says so.
pub fn rename(
    tx: &mut Tx<'_>,
    id: PersonId,
    name: &str,
    locale: Locale,
    now: Timestamp,
) -> Result<(), DbError> {
    let before = person(tx, id)?.ok_or(DbError::Missing)?;
    tx.execute("UPDATE person SET name = $2, locale = $3 WHERE person_id = $1", values![id, name, locale])?;
    if before.name == name {
        return Ok(());
    }
    for seat in seats(tx, id)?.into_iter().filter(|seat| seat.name != name) {
        tx.execute(
            "UPDATE member SET name = $3 WHERE organisation_id = $1 AND member_id = $2",
            values![seat.organisation, seat.member, name],
        )?;
        let author =
            Author { organisation: seat.organisation, member: Some(seat.member), party: Some(seat.party) };
        let body = json!({"from": seat.name, "to": name});
        let entry = Entry::new("member_renamed", seat.member, body).naming(seat.member, &["from", "to"]);
        journal::record(tx, &author, now, &entry)?;
    }
    Ok(())
}
