//! Persons: an address, a name, a language, and the seats they hold.

use jiff::Timestamp;
use kernel::{Locale, PersonId};
use platform::{DbError, Row, Tx, values};

use super::{NewMember, read_actor};
use crate::model::{member::Actor, standing::Session};

/// Somebody, whichever organisations they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    pub locale: Locale,
}

fn read_person(row: &Row<'_>) -> Result<Person, DbError> {
    Ok(Person { id: row.parse(0)?, email: row.get(1)?, name: row.get(2)?, locale: row.parse(3)? })
}

pub fn person(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<Person>, DbError> {
    tx.find(
        "SELECT person_id, email, name, locale FROM person WHERE person_id = $1",
        values![id],
        read_person,
    )
}

/// Who reads this address: the only query by address, hence instance-wide.
pub fn person_of_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<Person>, DbError> {
    tx.find(
        "SELECT person_id, email, name, locale FROM person WHERE email = $1",
        values![email.to_lowercase()],
        read_person,
    )
}

/// The person of a new seat: who reads that address already, else somebody new. A name and a language that are known
/// are not changed by who invites.
pub fn welcome(tx: &mut Tx<'_>, new: &NewMember, now: Timestamp) -> Result<PersonId, DbError> {
    if let Some(known) = person_of_email(tx, &new.email)? {
        return Ok(known.id);
    }
    let id = PersonId::of_first_seat(new.id);
    tx.execute(
        "INSERT INTO person (person_id, email, name, locale, created_at) VALUES ($1, $2, $3, $4, $5)",
        values![id, new.email.to_lowercase(), &new.name, new.locale, now],
    )?;
    Ok(id)
}

/// The seats a person holds, in whichever organisations: by name of organisation, then by party.
pub fn seats(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Actor>, DbError> {
    let mut seats = tx.list(
        "SELECT m.organisation_id, o.name, m.member_id, m.party, m.name, m.title, m.person_id
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE m.person_id = $1 AND m.left_on IS NULL",
        values![person],
        read_actor,
    )?;
    seats.sort_by(|a, b| {
        let key = |seat: &Actor| (seat.organisation_name.clone(), seat.organisation, seat.party, seat.member);
        key(a).cmp(&key(b))
    });
    Ok(seats)
}

/// The seats that a session opens: all that its person holds, unless their address is still to be proved.
pub fn seats_of_session(tx: &mut Tx<'_>, session: &Session) -> Result<Vec<Actor>, DbError> {
    let mut seats = seats(tx, session.person)?;
    seats.retain(|seat| session.only_in.is_none_or(|only| seat.organisation == only));
    Ok(seats)
}
