//! What goes: with a person, and by itself when its time has come.

use access::store::Held;
use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{MemberId, OrganisationId, PersonId};
use platform::{DbError, Tx, clock::civil_day, values};

use super::{Address, choices};
use crate::model::reminder::Choices;

/// How long after the day of a date what was told of it is kept: long enough for the date to move back.
pub const KEPT_DAYS: i64 = 90;

/// All that is kept of a person here, for themselves.
#[derive(Debug, Clone)]
pub struct Kept {
    pub choices: Choices,
    pub addresses: Vec<Address>,
    /// Organisation, date, its day, how many days before it was told, when.
    pub told: Vec<(OrganisationId, String, Date, i64, Date)>,
    /// Organisation, date, its day, how many times it has changed: what their calendars last said.
    pub entries: Vec<(OrganisationId, String, Date, i64)>,
}

pub fn kept(tx: &mut Tx<'_>, person: PersonId, seats: &[Held]) -> Result<Kept, DbError> {
    let mut kept =
        Kept { choices: choices(tx, person)?, addresses: Vec::new(), told: Vec::new(), entries: Vec::new() };
    let mut told_in: Option<OrganisationId> = None;
    for seat in seats {
        let organisation = seat.organisation;
        if let Some(actor) = access::store::actor(tx, organisation, seat.member)? {
            kept.addresses.extend(super::addresses_of(tx, &actor)?);
        }
        kept.entries.extend(tx.list(
            "SELECT entry, day, sequence FROM calendar_entry WHERE organisation_id = $1 AND member_id = $2
             ORDER BY entry",
            values![organisation, seat.member],
            |row| Ok::<_, DbError>((organisation, row.get(0)?, row.parse(1)?, row.get(2)?)),
        )?);
        // Seats come by organisation.
        if told_in.replace(organisation) != Some(organisation) {
            kept.told.extend(tx.list(
                "SELECT entry, day, lead, told_on FROM reminder_told WHERE organisation_id = $1 AND person_id = $2
                 ORDER BY entry, day, lead",
                values![organisation, person],
                |row| Ok::<_, DbError>((organisation, row.get(0)?, row.parse(1)?, row.get(2)?, row.parse(3)?)),
            )?);
        }
    }
    Ok(kept)
}

/// Forgets a person who erases themselves.
pub fn forget(tx: &mut Tx<'_>, person: PersonId, seats: &[Held]) -> Result<(), DbError> {
    for seat in seats {
        for statement in [
            "DELETE FROM calendar_address WHERE organisation_id = $1 AND member_id = $2",
            "DELETE FROM calendar_entry WHERE organisation_id = $1 AND member_id = $2",
        ] {
            tx.execute(statement, values![seat.organisation, seat.member])?;
        }
        tx.execute(
            "DELETE FROM reminder_told WHERE organisation_id = $1 AND person_id = $2",
            values![seat.organisation, person],
        )?;
    }
    tx.execute("DELETE FROM reminder_choice WHERE person_id = $1", values![person])?;
    tx.execute("DELETE FROM reminder_round WHERE person_id = $1", values![person])?;
    Ok(())
}

/// Removes, in an organisation, the addresses of seats that ended or were handed to somebody else, what their calendars
/// said, and what was told of dates long past.
pub fn purge(tx: &mut Tx<'_>, organisation: OrganisationId, now: Timestamp) -> Result<(), DbError> {
    let seats: Vec<(MemberId, PersonId)> = access::store::members(tx, organisation)?
        .into_iter()
        .map(|member| (member.id, member.person))
        .collect();
    let known = tx.list(
        "SELECT DISTINCT member_id, person_id FROM calendar_address WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )?;
    for (member, person) in known.into_iter().filter(|holder| !seats.contains(holder)) {
        forget_seat(tx, organisation, member, person)?;
    }
    let before = civil_day(now - SignedDuration::from_hours(24 * KEPT_DAYS));
    tx.execute(
        "DELETE FROM reminder_told WHERE organisation_id = $1 AND day < $2",
        values![organisation, before],
    )?;
    tx.execute(
        "DELETE FROM calendar_entry WHERE organisation_id = $1 AND day < $2",
        values![organisation, civil_day(now - SignedDuration::from_hours(24 * 400))],
    )?;
    Ok(())
}

/// Removes what a seat kept for somebody who holds it no more.
fn forget_seat(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
    person: PersonId,
) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM calendar_address WHERE organisation_id = $1 AND member_id = $2 AND person_id = $3",
        values![organisation, member, person],
    )?;
    tx.execute(
        "DELETE FROM calendar_entry WHERE organisation_id = $1 AND member_id = $2",
        values![organisation, member],
    )?;
    Ok(())
}
