//! A person who erases themselves, and what goes by itself when its time has come.

use std::collections::BTreeSet;

use jiff::Timestamp;
use journal::{Author, Entry};
use kernel::{MemberId, OrganisationId, Party, PersonId};
use platform::{DbError, Tx, clock::civil_day, values};
use serde_json::json;

use crate::keys;

/// A seat that somebody held, under the name they bore there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub organisation: OrganisationId,
    pub member: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
    pub organisation_name: String,
    pub has_left: bool,
    /// Every name they have borne there, for what other slices keep by name.
    pub names: BTreeSet<String>,
}

/// Every seat that a person holds or has held.
pub fn held(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Held>, DbError> {
    let mut seats = tx.list(
        "SELECT m.organisation_id, m.member_id, m.party, m.name, m.title, o.name, m.left_on
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE m.person_id = $1 ORDER BY m.organisation_id, m.member_id",
        values![person],
        |row| {
            Ok::<_, DbError>(Held {
                organisation: row.parse(0)?,
                member: row.parse(1)?,
                party: row.parse(2)?,
                name: row.get(3)?,
                title: row.get(4)?,
                organisation_name: row.get(5)?,
                has_left: row.get::<Option<String>>(6)?.is_some(),
                names: BTreeSet::new(),
            })
        },
    )?;
    for seat in &mut seats {
        seat.names = journal::named(tx, seat.organisation, seat.member, &["name", "from", "to"])?;
        seat.names.insert(seat.name.clone());
    }
    Ok(seats)
}

/// What stands where a name stood.
pub const NOBODY: &str = "—";

/// Erases a person: their name, address, seats, sessions and links, and what names them in each journal. The rows stay, for
/// what was done from them. Gives the seats as they were, so that other slices erase the name too.
pub fn erase_person(tx: &mut Tx<'_>, person: PersonId, now: Timestamp) -> Result<Vec<Held>, DbError> {
    let seats = held(tx, person)?;
    for seat in &seats {
        tx.execute(
            "UPDATE member SET name = $3, title = '', left_on = COALESCE(left_on, $4)
             WHERE organisation_id = $1 AND member_id = $2",
            values![seat.organisation, seat.member, NOBODY, civil_day(now)],
        )?;
        super::removal::forget_ways_in(tx, seat.organisation, seat.member)?;
        journal::forget(tx, seat.organisation, seat.member)?;
        let author =
            Author { organisation: seat.organisation, member: Some(seat.member), party: Some(seat.party) };
        journal::record(tx, &author, now, &Entry::new("member_erased", seat.member, json!({})))?;
        keys::fall(tx, &author, seat.member, now)?;
    }
    tx.execute("DELETE FROM session WHERE person_id = $1", values![person])?;
    tx.execute("DELETE FROM sign_in_link WHERE person_id = $1", values![person])?;
    tx.execute(
        "DELETE FROM recovery_vouch WHERE person_id = $1
           OR recovery_id IN (SELECT recovery_id FROM recovery WHERE recovery.person_id = $1
             OR recovery.email = (SELECT p.email FROM person p WHERE p.person_id = $1))",
        values![person],
    )?;
    tx.execute(
        "DELETE FROM recovery WHERE person_id = $1 OR email = (SELECT p.email FROM person p WHERE p.person_id = $1)",
        values![person],
    )?;
    tx.execute("DELETE FROM information_shown WHERE person_id = $1", values![person])?;
    keep_hiding(tx, &seats, person)?;
    // An address is unique, and none is left: the identifier is no address.
    tx.execute(
        "UPDATE person SET name = $2, email = person_id WHERE person_id = $1",
        values![person, NOBODY],
    )?;
    Ok(seats)
}

/// The line of management is known by address, and goes on hiding what an erased person said: it knows them by their
/// identifier from now on, under each address they had.
fn keep_hiding(tx: &mut Tx<'_>, seats: &[Held], person: PersonId) -> Result<(), DbError> {
    let addresses: Vec<String> = tx.list(
        "SELECT email FROM person WHERE person_id = $1 UNION SELECT email FROM former_address WHERE person_id = $1",
        values![person],
        |row| row.get(0),
    )?;
    let organisations: BTreeSet<OrganisationId> = seats.iter().map(|seat| seat.organisation).collect();
    for organisation in organisations {
        for address in &addresses {
            for statement in [
                "INSERT INTO line_of_management (organisation_id, subordinate, superior)
                 SELECT organisation_id, CASE WHEN subordinate = $2 THEN $3 ELSE subordinate END,
                   CASE WHEN superior = $2 THEN $3 ELSE superior END
                 FROM line_of_management WHERE organisation_id = $1 AND (subordinate = $2 OR superior = $2)
                 ON CONFLICT DO NOTHING",
                "INSERT INTO line_above (organisation_id, subordinate, superior, until_on)
                 SELECT organisation_id, CASE WHEN subordinate = $2 THEN $3 ELSE subordinate END,
                   CASE WHEN superior = $2 THEN $3 ELSE superior END, until_on
                 FROM line_above WHERE organisation_id = $1 AND (subordinate = $2 OR superior = $2)
                 ORDER BY until_on DESC ON CONFLICT DO NOTHING",
            ] {
                tx.execute(statement, values![organisation, address, person])?;
            }
            for statement in [
                "DELETE FROM line_of_management WHERE organisation_id = $1 AND (subordinate = $2 OR superior = $2)",
                "DELETE FROM line_above WHERE organisation_id = $1 AND (subordinate = $2 OR superior = $2)",
            ] {
                tx.execute(statement, values![organisation, address])?;
            }
        }
    }
    tx.execute("DELETE FROM former_address WHERE person_id = $1", values![person])?;
    Ok(())
}

/// Removes the links, the sessions and the requests to recover an address whose time has come. Gives how many links and
/// sessions.
pub fn purge(tx: &mut Tx<'_>, now: Timestamp) -> Result<(u64, u64), DbError> {
    let links =
        tx.execute("DELETE FROM sign_in_link WHERE expires_at < $1", values![super::links::forgotten(now)])?;
    let sessions = super::sessions::remove_ended(tx, now)?;
    tx.execute(
        "DELETE FROM recovery_vouch WHERE recovery_id IN (SELECT recovery_id FROM recovery WHERE expires_at < $1)",
        values![now],
    )?;
    tx.execute("DELETE FROM recovery WHERE expires_at < $1", values![now])?;
    Ok((links, sessions))
}
