//! The passkeys of a person. The organisations they belong to read in their journals that one came or went, not which.

use jiff::{Timestamp, civil::Date};
use journal::{Author, Entry};
use kernel::PersonId;
use platform::{DbError, Row, Tx, values};
use serde_json::json;

use crate::model::passkey::{Passkey, PasskeyId};

/// A passkey to keep.
#[derive(Debug, Clone)]
pub struct NewPasskey {
    pub id: PasskeyId,
    pub person: PersonId,
    /// As the device names it, in base64url.
    pub credential_id: String,
    pub name: String,
    /// JSON: its public key and counter.
    pub credential: String,
    pub today: Date,
}

fn read_passkey(row: &Row<'_>) -> Result<Passkey, DbError> {
    Ok(Passkey { id: row.parse(0)?, name: row.get(1)?, added_on: row.parse(2)?, used_on: row.parse_opt(3)? })
}

/// The passkeys of a person, oldest first, each with what a ceremony needs of it.
pub fn list(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(Passkey, String)>, DbError> {
    tx.list(
        "SELECT passkey_id, name, added_on, used_on, credential FROM passkey WHERE person_id = $1
         ORDER BY added_on, passkey_id",
        values![person],
        |row| Ok((read_passkey(row)?, row.get(4)?)),
    )
}

/// One passkey of this person.
pub fn find(tx: &mut Tx<'_>, person: PersonId, id: PasskeyId) -> Result<Option<Passkey>, DbError> {
    tx.find(
        "SELECT passkey_id, name, added_on, used_on FROM passkey WHERE person_id = $1 AND passkey_id = $2",
        values![person, id],
        read_passkey,
    )
}

/// The passkey that a device answers with, if it is this person's: its identifier, and its JSON.
pub fn passkey_of_credential(
    tx: &mut Tx<'_>,
    person: PersonId,
    credential_id: &str,
) -> Result<Option<(PasskeyId, String)>, DbError> {
    tx.find(
        "SELECT passkey_id, credential FROM passkey WHERE person_id = $1 AND credential_id = $2",
        values![person, credential_id],
        |row| Ok((row.parse(0)?, row.get(1)?)),
    )
}

/// Keeps a passkey. False when somebody has it already.
pub fn add(tx: &mut Tx<'_>, new: &NewPasskey, now: Timestamp) -> Result<bool, DbError> {
    if tx.exists("SELECT 1 FROM passkey WHERE credential_id = $1", values![&new.credential_id])? {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO passkey (passkey_id, person_id, credential_id, name, credential, added_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![new.id, new.person, &new.credential_id, &new.name, &new.credential, new.today],
    )?;
    tell(tx, new.person, "passkey_added", now)?;
    Ok(true)
}

/// Keeps what a use changes: the counter, and the day.
pub fn used(tx: &mut Tx<'_>, id: PasskeyId, credential: &str, today: Date) -> Result<(), DbError> {
    tx.execute(
        "UPDATE passkey SET credential = $2, used_on = $3 WHERE passkey_id = $1",
        values![id, credential, today],
    )?;
    Ok(())
}

pub fn rename(tx: &mut Tx<'_>, person: PersonId, id: PasskeyId, name: &str) -> Result<bool, DbError> {
    let done = tx.execute(
        "UPDATE passkey SET name = $3 WHERE person_id = $1 AND passkey_id = $2",
        values![person, id, name],
    )?;
    Ok(done == 1)
}

pub fn remove(tx: &mut Tx<'_>, person: PersonId, id: PasskeyId, now: Timestamp) -> Result<bool, DbError> {
    let done =
        tx.execute("DELETE FROM passkey WHERE person_id = $1 AND passkey_id = $2", values![person, id])?;
    if done == 1 {
        tell(tx, person, "passkey_removed", now)?;
    }
    Ok(done == 1)
}

/// Writes down that somebody showed a key of this person's and could not prove to hold it. Who tried is not known.
pub fn refused(tx: &mut Tx<'_>, person: PersonId, now: Timestamp) -> Result<(), DbError> {
    let mut seats = access::store::seats(tx, person)?;
    seats.dedup_by_key(|seat| seat.organisation);
    for seat in seats {
        let author = Author { organisation: seat.organisation, member: None, party: None };
        journal::record(tx, &author, now, &Entry::new("passkey_refused", seat.member, json!({})))?;
    }
    Ok(())
}

/// A line in the journal of each organisation in which the person has a seat: one for each organisation.
fn tell(tx: &mut Tx<'_>, person: PersonId, kind: &'static str, now: Timestamp) -> Result<(), DbError> {
    let mut seats = access::store::seats(tx, person)?;
    seats.dedup_by_key(|seat| seat.organisation);
    for seat in seats {
        let author =
            Author { organisation: seat.organisation, member: Some(seat.member), party: Some(seat.party) };
        journal::record(tx, &author, now, &Entry::new(kind, seat.member, json!({})))?;
    }
    Ok(())
}
