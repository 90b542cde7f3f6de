//! One-time links: by e-mail, to a person; an invitation leads to its seat.

use jiff::{SignedDuration, Timestamp};
use journal::{Author, Entry};
use kernel::{Locale, MemberId, OrganisationId, PersonId};
use platform::{DbError, Tx, values};
use serde_json::json;

use super::{NewSession, actor, close_session, open_session, person, person_of_email, seats};
use crate::model::member::Actor;

/// How long a one-time link works.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_hours(72);
/// How long what is left of it is kept, so that who tries it too late, or twice, leaves a line.
pub const LINK_KEPT: SignedDuration = SignedDuration::from_hours(144);

/// The links that are kept no more expired before this moment.
pub(super) fn forgotten(now: Timestamp) -> Timestamp {
    now - (LINK_KEPT - LINK_LIFE)
}

/// Somebody who may be sent a link: where, in which language, and what it opens.
#[derive(Debug, Clone)]
pub struct Addressee {
    pub person: PersonId,
    pub email: String,
    pub locale: Locale,
    /// The seat that the link leads to; none: the person has several and chooses.
    pub seat: Option<(OrganisationId, MemberId)>,
    /// The organisation that the letter names.
    pub organisation_name: Option<String>,
}

/// Who to send a link to at this address: nobody when it is unknown, or when its person holds no seat any more.
pub fn addressee(tx: &mut Tx<'_>, email: &str) -> Result<Option<Addressee>, DbError> {
    let Some(person) = person_of_email(tx, email)? else { return Ok(None) };
    let seats = seats(tx, person.id)?;
    let Some(first) = seats.first() else { return Ok(None) };
    let one = seats.iter().all(|seat| seat.organisation == first.organisation);
    Ok(Some(Addressee {
        person: person.id,
        email: person.email,
        locale: person.locale,
        seat: one.then_some((first.organisation, first.member)),
        organisation_name: one.then(|| first.organisation_name.clone()),
    }))
}

/// One member of an organisation: the link leads to that seat.
pub fn one_addressee(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Option<Addressee>, DbError> {
    let Some(seat) = actor(tx, organisation, member)? else { return Ok(None) };
    Ok(person(tx, seat.person)?.map(|person| Addressee {
        person: person.id,
        email: person.email,
        locale: person.locale,
        seat: Some((organisation, member)),
        organisation_name: Some(seat.organisation_name),
    }))
}

/// Keeps the hash of a one-time link.
pub fn keep_link(tx: &mut Tx<'_>, hash: &str, to: &Addressee, now: Timestamp) -> Result<(), DbError> {
    tx.execute("DELETE FROM sign_in_link WHERE expires_at < $1", values![forgotten(now)])?;
    let (organisation, member) = to.seat.unzip();
    tx.execute(
        "INSERT INTO sign_in_link (secret_hash, person_id, seat_organisation_id, seat_member_id, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        values![hash, to.person, organisation, member, now + LINK_LIFE],
    )?;
    Ok(())
}

/// Who a link is for.
#[derive(Debug, Clone)]
pub struct LinkOwner {
    pub name: String,
    /// The seat to take first.
    pub seat: Actor,
    /// Whether they then choose where to go.
    pub chooses: bool,
}

/// Who a link is for, if it still works; it is not used up. A link to a seat that is no longer held opens nothing.
pub fn link_owner(tx: &mut Tx<'_>, hash: &str, now: Timestamp) -> Result<Option<LinkOwner>, DbError> {
    let found = tx.find(
        "SELECT l.person_id, p.name, l.seat_organisation_id, l.seat_member_id
         FROM sign_in_link l JOIN person p ON p.person_id = l.person_id
         WHERE l.secret_hash = $1 AND l.expires_at >= $2 AND NOT l.is_used",
        values![hash, now],
        |row| {
            let seat = row.parse_opt::<OrganisationId>(2)?.zip(row.parse_opt::<MemberId>(3)?);
            Ok::<_, DbError>((row.parse::<PersonId>(0)?, row.get::<String>(1)?, seat))
        },
    )?;
    let Some((person, name, seat)) = found else { return Ok(None) };
    if let Some((organisation, member)) = seat {
        let seat = actor(tx, organisation, member)?.filter(|seat| seat.person == person);
        return Ok(seat.map(|seat| LinkOwner { name: seat.name.clone(), seat, chooses: false }));
    }
    let first = seats(tx, person)?.into_iter().next();
    Ok(first.map(|seat| LinkOwner { name, seat, chooses: true }))
}

/// Uses a link up and opens a session; the one that this browser held is closed. Nothing when the link no longer works.
pub fn enter(
    tx: &mut Tx<'_>,
    link: &str,
    session: &NewSession,
    former: Option<&str>,
    now: Timestamp,
) -> Result<Option<LinkOwner>, DbError> {
    let Some(owner) = link_owner(tx, link, now)? else { return Ok(None) };
    tx.execute("UPDATE sign_in_link SET is_used = TRUE WHERE secret_hash = $1", values![link])?;
    if let Some(former) = former {
        close_session(tx, former)?;
    }
    open_session(tx, &owner.seat, session, now)?;
    Ok(Some(owner))
}

/// Writes down, once a link, that somebody tried one that is used up or came too late: a line in the journal of each
/// organisation in which its person sits. Who tried is not known; a link that nobody was ever sent is of no organisation.
pub fn note_dead(tx: &mut Tx<'_>, hash: &str, now: Timestamp) -> Result<(), DbError> {
    let dead = tx.find(
        "SELECT person_id, is_used FROM sign_in_link
         WHERE secret_hash = $1 AND NOT is_told AND (is_used OR expires_at < $2)",
        values![hash, now],
        |row| Ok::<_, DbError>((row.parse::<PersonId>(0)?, row.get::<bool>(1)?)),
    )?;
    let Some((person, is_used)) = dead else { return Ok(()) };
    tx.execute("UPDATE sign_in_link SET is_told = TRUE WHERE secret_hash = $1", values![hash])?;
    let reason = if is_used { "used" } else { "expired" };
    let mut seats = seats(tx, person)?;
    seats.dedup_by_key(|seat| seat.organisation);
    for seat in seats {
        let author = Author { organisation: seat.organisation, member: None, party: None };
        let entry = Entry::new("link_refused", seat.member, json!({"reason": reason}));
        journal::record(tx, &author, now, &entry)?;
    }
    Ok(())
}
