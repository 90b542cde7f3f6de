//! Members, links and sessions. Every change of state is journalled in its own transaction.

use jiff::{SignedDuration, Timestamp};
use journal::Entry;
use kernel::{Locale, MemberId, OrganisationId, Party};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::model::{
    act::Permit,
    member::{Actor, Member},
};

/// How long a one-time link works.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);
/// How long a session lives.
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Somebody to add.
#[derive(Debug, Clone)]
pub struct NewMember {
    pub id: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
    pub email: String,
    pub locale: Locale,
}

/// Adds a member; nothing happens when the organisation already has one of this address and party.
pub fn add_member(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &NewMember,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let known = tx.exists(
        "SELECT 1 FROM member WHERE organisation_id = $1 AND email = $2 AND party = $3",
        values![organisation, &new.email, new.party],
    )?;
    if known {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO member (organisation_id, member_id, party, name, title, email, locale)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![organisation, new.id, new.party, &new.name, &new.title, &new.email, new.locale],
    )?;
    let body = json!({"name": new.name, "title": new.title, "party": new.party});
    journal::record(tx, &permit.author(), now, &Entry::new("member_invited", new.id, body))?;
    Ok(true)
}

/// The members of an organisation, by party then name.
pub fn members(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Member>, DbError> {
    let mut members = tx.list(
        "SELECT member_id, party, name, title, email, locale, joined_at FROM member
         WHERE organisation_id = $1 ORDER BY name, member_id",
        values![organisation],
        |row| {
            Ok::<_, DbError>(Member {
                id: row.parse(0)?,
                party: row.parse(1)?,
                name: row.get(2)?,
                title: row.get(3)?,
                email: row.get(4)?,
                locale: row.parse(5)?,
                has_joined: row.get::<Option<String>>(6)?.is_some(),
            })
        },
    )?;
    members.sort_by_key(|member| member.party);
    Ok(members)
}

/// The parties that have at least one member who signed in or was invited.
pub fn parties(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Party>, DbError> {
    let mut parties: Vec<Party> = members(tx, organisation)?.into_iter().map(|member| member.party).collect();
    parties.dedup();
    Ok(parties)
}

/// A member who may be sent a link: where, and in which language.
#[derive(Debug, Clone)]
pub struct Addressee {
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub member: MemberId,
    pub email: String,
    pub locale: Locale,
}

fn addressee(row: &platform::Row<'_>) -> Result<Addressee, DbError> {
    Ok(Addressee {
        organisation: row.parse(0)?,
        organisation_name: row.get(1)?,
        member: row.parse(2)?,
        email: row.get(3)?,
        locale: row.parse(4)?,
    })
}

/// Everybody of this address, in whichever organisation: the only query by address, hence instance-wide.
pub fn addressees(tx: &mut Tx<'_>, email: &str) -> Result<Vec<Addressee>, DbError> {
    tx.list(
        "SELECT m.organisation_id, o.name, m.member_id, m.email, m.locale
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id WHERE m.email = $1",
        values![email],
        addressee,
    )
}

/// One member of an organisation.
pub fn one_addressee(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Option<Addressee>, DbError> {
    tx.find(
        "SELECT m.organisation_id, o.name, m.member_id, m.email, m.locale
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE m.organisation_id = $1 AND m.member_id = $2",
        values![organisation, member],
        addressee,
    )
}

/// Keeps the hash of a one-time link.
pub fn keep_link(tx: &mut Tx<'_>, hash: &str, to: &Addressee, now: Timestamp) -> Result<(), DbError> {
    tx.execute("DELETE FROM sign_in_link WHERE expires_at < $1", values![now])?;
    tx.execute(
        "INSERT INTO sign_in_link (secret_hash, organisation_id, member_id, expires_at) VALUES ($1, $2, $3, $4)",
        values![hash, to.organisation, to.member, now + LINK_LIFE],
    )?;
    Ok(())
}

/// Who a link is for, if it still works; it is not used up.
pub fn link_owner(tx: &mut Tx<'_>, hash: &str, now: Timestamp) -> Result<Option<Actor>, DbError> {
    let found = tx.find(
        "SELECT organisation_id, member_id FROM sign_in_link WHERE secret_hash = $1 AND expires_at >= $2",
        values![hash, now],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )?;
    match found {
        Some((organisation, member)) => actor(tx, organisation, member),
        None => Ok(None),
    }
}

/// Uses a link up and opens a session. Nothing when the link no longer works.
pub fn enter(tx: &mut Tx<'_>, link: &str, session: &str, now: Timestamp) -> Result<Option<Actor>, DbError> {
    let Some(actor) = link_owner(tx, link, now)? else { return Ok(None) };
    tx.execute("DELETE FROM sign_in_link WHERE secret_hash = $1", values![link])?;
    open_session(tx, &actor, session, now)?;
    Ok(Some(actor))
}

/// Opens a session for somebody who has proved who they are.
pub fn open_session(tx: &mut Tx<'_>, actor: &Actor, session: &str, now: Timestamp) -> Result<(), DbError> {
    tx.execute("DELETE FROM session WHERE expires_at < $1", values![now])?;
    tx.execute(
        "INSERT INTO session (secret_hash, organisation_id, member_id, expires_at) VALUES ($1, $2, $3, $4)",
        values![session, actor.organisation, actor.member, now + SESSION_LIFE],
    )?;
    let first = tx.execute(
        "UPDATE member SET joined_at = $3 WHERE organisation_id = $1 AND member_id = $2 AND joined_at IS NULL",
        values![actor.organisation, actor.member, now],
    )?;
    if first == 1 {
        let author = journal::Author {
            organisation: actor.organisation,
            member: Some(actor.member),
            party: Some(actor.party),
        };
        journal::record(tx, &author, now, &Entry::new("member_joined", actor.member, json!({})))?;
    }
    Ok(())
}

pub fn close_session(tx: &mut Tx<'_>, session: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM session WHERE secret_hash = $1", values![session])?;
    Ok(())
}

/// Who a session belongs to, if it lives.
pub fn actor_of_session(tx: &mut Tx<'_>, session: &str, now: Timestamp) -> Result<Option<Actor>, DbError> {
    tx.find(
        "SELECT m.organisation_id, o.name, m.member_id, m.party, m.name, m.title
         FROM session s
         JOIN member m ON m.organisation_id = s.organisation_id AND m.member_id = s.member_id
         JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE s.secret_hash = $1 AND s.expires_at >= $2",
        values![session, now],
        read_actor,
    )
}

/// A member, as an actor.
pub fn actor(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Option<Actor>, DbError> {
    tx.find(
        "SELECT m.organisation_id, o.name, m.member_id, m.party, m.name, m.title
         FROM member m JOIN organisation o ON o.organisation_id = m.organisation_id
         WHERE m.organisation_id = $1 AND m.member_id = $2",
        values![organisation, member],
        read_actor,
    )
}

fn read_actor(row: &platform::Row<'_>) -> Result<Actor, DbError> {
    Ok(Actor {
        organisation: row.parse(0)?,
        organisation_name: row.get(1)?,
        member: row.parse(2)?,
        party: row.parse(3)?,
        name: row.get(4)?,
        title: row.get(5)?,
    })
}
