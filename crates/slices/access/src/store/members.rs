//! Members: the seats of an organisation.

use jiff::Timestamp;
use journal::Entry;
use kernel::{Locale, MemberId, OrganisationId, Party, PersonId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{persons::welcome, read_actor};
use crate::{
    keys,
    model::{
        act::Permit,
        member::{Actor, Member},
    },
};

/// Somebody to seat.
#[derive(Debug, Clone)]
pub struct NewMember {
    pub id: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
    pub email: String,
    pub locale: Locale,
}

/// The permit of whoever founds an organisation: somebody to seat where nobody was ever seated. Errors:
/// [`DbError::Missing`] for an organisation that is not there or has, or had, a member: nobody founds it a second time.
pub fn founder(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    new: &NewMember,
    now: Timestamp,
) -> Result<Permit, DbError> {
    let organisation_name: String = tx
        .find(
            "SELECT o.name FROM organisation o WHERE o.organisation_id = $1
               AND NOT EXISTS (SELECT 1 FROM member m WHERE m.organisation_id = o.organisation_id)",
            values![organisation],
            |row| row.get(0),
        )?
        .ok_or(DbError::Missing)?;
    Ok(Permit::founder(Actor {
        organisation,
        organisation_name,
        person: welcome(tx, new, now)?,
        member: new.id,
        party: new.party,
        name: new.name.clone(),
        title: new.title.clone(),
    }))
}

/// What adding a member did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    Seated,
    /// This person sits for this party already.
    Known,
    /// This person sits for the party that holds the other key: nobody holds both.
    HoldsTheOtherKey,
}

/// Seats a person, known or new. Nothing happens unless it says [`Added::Seated`].
pub fn add_member(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &NewMember,
    now: Timestamp,
) -> Result<Added, DbError> {
    let organisation = permit.actor().organisation;
    if let Some(known) = super::person_of_email(tx, &new.email)? {
        let seated = tx.exists(
            "SELECT 1 FROM member WHERE organisation_id = $1 AND person_id = $2 AND party = $3 AND left_on IS NULL",
            values![organisation, known.id, new.party],
        )?;
        if seated {
            return Ok(Added::Known);
        }
        if sits_for_the_other_key(tx, organisation, known.id, new.party)? {
            return Ok(Added::HoldsTheOtherKey);
        }
    }
    let person = welcome(tx, new, now)?;
    tx.execute(
        "INSERT INTO member (organisation_id, member_id, party, name, title, person_id)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![organisation, new.id, new.party, &new.name, &new.title, person],
    )?;
    let body = json!({"name": new.name, "title": new.title, "party": new.party});
    let entry = Entry::new("member_invited", new.id, body).naming(new.id, &["name", "title"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Added::Seated)
}

/// Whether a person who would sit for this party sits for the one whose key completes its own.
pub fn sits_for_the_other_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    party: Party,
) -> Result<bool, DbError> {
    let Some(other) = keys::rule::of(tx, organisation)?.other(party) else { return Ok(false) };
    tx.exists(
        "SELECT 1 FROM member WHERE organisation_id = $1 AND person_id = $2 AND party = $3 AND left_on IS NULL",
        values![organisation, person, other],
    )
}

/// The members of an organisation, by party then name.
pub fn members(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Member>, DbError> {
    let mut members = everybody(tx, organisation)?;
    members.retain(|member| !member.has_left);
    Ok(members)
}

/// The members of an organisation and those who were, by party then name: for the names of who did what.
pub fn everybody(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Member>, DbError> {
    let mut members = tx.list(
        "SELECT m.member_id, m.person_id, m.party, m.name, m.title, p.email, p.locale, m.joined_at, m.left_on
         FROM member m JOIN person p ON p.person_id = m.person_id
         WHERE m.organisation_id = $1 ORDER BY m.name, m.member_id",
        values![organisation],
        |row| {
            Ok::<_, DbError>(Member {
                id: row.parse(0)?,
                person: row.parse(1)?,
                party: row.parse(2)?,
                name: row.get(3)?,
                title: row.get(4)?,
                email: row.get(5)?,
                locale: row.parse(6)?,
                has_joined: row.get::<Option<String>>(7)?.is_some(),
                has_left: row.get::<Option<String>>(8)?.is_some(),
            })
        },
    )?;
    members.sort_by_key(|member| member.party);
    Ok(members)
}

/// One member who holds a seat.
pub fn member(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: MemberId,
) -> Result<Option<Member>, DbError> {
    Ok(members(tx, organisation)?.into_iter().find(|member| member.id == id))
}

/// The parties that have at least one member who signed in or was invited.
pub fn parties(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Party>, DbError> {
    let mut parties: Vec<Party> = members(tx, organisation)?.into_iter().map(|member| member.party).collect();
    parties.dedup();
    Ok(parties)
}

/// A member who holds a seat, as an actor.
pub fn actor(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Option<Actor>, DbError> {
    tx.find(
        "SELECT m.organisation_id, o.name, m.member_id, m.party, m.name, m.title, m.person_id
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE m.organisation_id = $1 AND m.member_id = $2 AND m.left_on IS NULL",
        values![organisation, member],
        read_actor,
    )
}
