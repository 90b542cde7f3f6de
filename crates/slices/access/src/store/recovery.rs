//! Moving somebody's seats in one organisation to a new address, once two others have vouched for it.

mod outcome;
mod refusal;
mod wait;

use jiff::{SignedDuration, Timestamp, civil::Date};
use journal::{Author, Entry};
use kernel::{MemberId, OrganisationId, Party, PersonId, RecoveryId};
use platform::{DbError, Row, Tx, clock::civil_day, values};
use serde_json::json;

use super::{person, person_of_email, persons::Person};
use crate::{
    keys,
    model::{
        act::Permit,
        recovery::{Lost, Voucher, Vouching},
    },
};

pub use refusal::{contest, contested, refuse_own};
pub use wait::finish;

use outcome::carry_out;
use wait::{begin_waiting, has_time};

/// How long a request waits for two people, and how long its link to the old address works.
pub const RECOVERY_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);
/// How many requests may wait for one person: a mistaken one does not stand in the way, nor fill a mailbox.
const MOST_WAITING: usize = 3;

/// A request to move somebody's seats here to a new address.
#[derive(Debug, Clone)]
pub struct NewRecovery {
    pub id: RecoveryId,
    pub organisation: OrganisationId,
    pub person: PersonId,
    /// The new address, in lower case.
    pub email: String,
    /// The member who asked; nobody: it was asked at the door.
    pub by: Option<(MemberId, Party)>,
    /// The hash of the link that the old address is sent.
    pub contest: String,
}

/// A request as the members of the organisation read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    pub id: RecoveryId,
    pub organisation: OrganisationId,
    pub person: PersonId,
    pub email: String,
    pub asked_on: Date,
    pub outcome: Option<String>,
    /// The name under which the person sits here.
    pub name: String,
    /// Who has vouched, by name.
    pub vouchers: Vec<String>,
    /// Until when time runs, where it takes the place of a second voice.
    pub waits_until: Option<Timestamp>,
    /// Whether the address stays, and it is their passkeys that are lost.
    pub is_renewal: bool,
}

/// The person of this address, if they hold a seat here from which they came in.
pub fn seated_person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
) -> Result<Option<PersonId>, DbError> {
    tx.find(
        "SELECT p.person_id FROM person p JOIN member m ON m.person_id = p.person_id
         WHERE m.organisation_id = $1 AND m.left_on IS NULL AND m.joined_at IS NOT NULL AND p.email = $2",
        values![organisation, email.to_lowercase()],
        |row| row.parse(0),
    )
}

fn sits_here(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM member WHERE organisation_id = $1 AND person_id = $2 AND left_on IS NULL",
        values![organisation, person],
    )
}

/// What a request did.
#[derive(Debug, Clone)]
pub enum Asked {
    /// It waits; the old address is told.
    Waits(Person),
    /// The new address is that of somebody who sits here already.
    Seated,
    /// The same request waits already, or too many do.
    Enough,
}

/// Keeps a request.
pub fn ask(tx: &mut Tx<'_>, new: &NewRecovery, now: Timestamp) -> Result<Asked, DbError> {
    let organisation = new.organisation;
    tx.execute(
        "UPDATE recovery SET outcome = 'expired', email = '' WHERE organisation_id = $1 AND outcome IS NULL
           AND expires_at < $2",
        values![organisation, now],
    )?;
    if let Some(heir) = person_of_email(tx, &new.email)?.filter(|heir| heir.id != new.person)
        && sits_here(tx, organisation, heir.id)?
    {
        return Ok(Asked::Seated);
    }
    let waiting = tx.list(
        "SELECT email FROM recovery WHERE organisation_id = $1 AND person_id = $2 AND outcome IS NULL",
        values![organisation, new.person],
        |row| row.get::<String>(0),
    )?;
    if waiting.len() >= MOST_WAITING || waiting.contains(&new.email) {
        return Ok(Asked::Enough);
    }
    tx.execute(
        "INSERT INTO recovery (organisation_id, recovery_id, person_id, email, asked_by, asked_on, expires_at,
           contest_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            organisation,
            new.id,
            new.person,
            &new.email,
            new.by.map(|(member, _)| member),
            civil_day(now),
            now + RECOVERY_LIFE,
            &new.contest
        ],
    )?;
    let author = Author {
        organisation,
        member: new.by.map(|(member, _)| member),
        party: new.by.map(|(_, party)| party),
    };
    note(tx, &author, now, "recovery_asked", new.id, new.person)?;
    person(tx, new.person)?.map(Asked::Waits).ok_or(DbError::Missing)
}

/// The journal names whose seats they are, never an address.
fn note(
    tx: &mut Tx<'_>,
    author: &Author,
    now: Timestamp,
    kind: &'static str,
    id: RecoveryId,
    lost: PersonId,
) -> Result<(), DbError> {
    let seats: Vec<MemberId> =
        held(tx, author.organisation, lost)?.into_iter().map(|(seat, _)| seat).collect();
    journal::record(tx, author, now, &Entry::new(kind, id, json!({"seats": seats})))
}

/// The seats that a person holds here.
fn held(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<(MemberId, Party)>, DbError> {
    tx.list(
        "SELECT member_id, party FROM member WHERE organisation_id = $1 AND person_id = $2 AND left_on IS NULL
         ORDER BY member_id",
        values![organisation, person],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )
}

fn read(row: &Row<'_>) -> Result<Recovery, DbError> {
    Ok(Recovery {
        id: row.parse(0)?,
        organisation: row.parse(1)?,
        person: row.parse(2)?,
        email: row.get(3)?,
        asked_on: row.parse(4)?,
        outcome: row.get(5)?,
        name: row.get(6)?,
        vouchers: Vec::new(),
        waits_until: row.parse_opt(7)?,
        is_renewal: row.get::<Option<String>>(8)?.is_some(),
    })
}

/// The requests that wait in an organisation, oldest first.
pub fn waiting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Timestamp,
) -> Result<Vec<Recovery>, DbError> {
    let mut waiting = tx.list(
        "SELECT r.recovery_id, r.organisation_id, r.person_id, r.email, r.asked_on, r.outcome,
           COALESCE((SELECT MIN(m.name) FROM member m
             WHERE m.organisation_id = r.organisation_id AND m.person_id = r.person_id), ''), r.waits_until,
           (SELECT p.person_id FROM person p WHERE p.person_id = r.person_id AND p.email = r.email)
         FROM recovery r WHERE r.organisation_id = $1 AND r.outcome IS NULL AND r.expires_at >= $2
         ORDER BY r.asked_on, r.recovery_id",
        values![organisation, now],
        read,
    )?;
    for one in &mut waiting {
        one.vouchers = vouchers(tx, organisation, one.id)?;
    }
    Ok(waiting)
}

fn vouchers(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    recovery: RecoveryId,
) -> Result<Vec<String>, DbError> {
    tx.list(
        "SELECT m.name FROM recovery_vouch v
         JOIN member m ON m.organisation_id = v.organisation_id AND m.member_id = v.member_id
         WHERE v.organisation_id = $1 AND v.recovery_id = $2 ORDER BY m.name",
        values![organisation, recovery],
        |row| row.get(0),
    )
}

/// What vouching did; with the second, the old address and the seat to send a link to.
#[derive(Debug, Clone)]
pub enum Vouched {
    Counted(Vouching),
    Moved {
        old: Person,
        seat: MemberId,
        vouchers: Vec<String>,
    },
    /// The old passkeys open nothing here any more; the address stays.
    Renewed {
        person: Person,
        seat: MemberId,
        vouchers: Vec<String>,
    },
    /// Time runs in place of a second voice; the address on file is told.
    Waits {
        old: Person,
        until: Timestamp,
    },
    /// Too little is left of the request for time to run.
    TooLate,
    /// Time runs still.
    TooEarly,
    /// Whoever lost their address has come in since.
    CameIn,
    /// The new address has become that of somebody who sits here.
    Seated,
    /// Nothing waits under this identifier.
    Gone,
}

/// Whether the new address is that of somebody else who sits here.
fn is_taken(tx: &mut Tx<'_>, asked: &Recovery, heir: PersonId) -> Result<bool, DbError> {
    Ok(heir != asked.person && sits_here(tx, asked.organisation, heir)?)
}

/// Vouches for the new address. The second voice that counts moves the seats, in the same transaction; where there can be
/// none, time begins to run, and `contest` is the hash of the link by which the address on file ends it.
pub fn vouch(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: RecoveryId,
    fresh: MemberId,
    contest: &str,
    now: Timestamp,
) -> Result<Vouched, DbError> {
    let (organisation, actor) = (permit.actor().organisation, permit.actor());
    let Some(asked) = waiting(tx, organisation, now)?.into_iter().find(|one| one.id == id) else {
        return Ok(Vouched::Gone);
    };
    let heir = person_of_email(tx, &asked.email)?;
    if let Some(heir) = heir.as_ref().filter(|heir| heir.id != actor.person)
        && is_taken(tx, &asked, heir.id)?
    {
        return Ok(Vouched::Seated);
    }
    let lost = Lost {
        person: asked.person,
        parties: held(tx, organisation, asked.person)?.into_iter().map(|(_, party)| party).collect(),
        keyed: keys::rule::of(tx, organisation)?.holders().to_vec(),
        heir: heir.map(|heir| heir.id),
    };
    let sitting = sitting(tx, organisation, asked.asked_on)?;
    let given = given(tx, organisation, id)?;
    let own = sitting.iter().find(|(seat, _)| *seat == actor.member).map(|(_, voucher)| *voucher);
    let by = own.unwrap_or(Voucher { person: actor.person, party: actor.party, was_there: false });
    let everybody: Vec<Voucher> = sitting.iter().map(|(_, voucher)| *voucher).collect();
    let vouching = Vouching::of(&lost, &everybody, &given, by);
    if !matches!(vouching, Vouching::First | Vouching::Second | Vouching::Alone) {
        return Ok(Vouched::Counted(vouching));
    }
    if vouching == Vouching::Alone && !has_time(tx, &asked, now)? {
        return Ok(Vouched::TooLate);
    }
    tx.execute(
        "INSERT INTO recovery_vouch (organisation_id, recovery_id, person_id, member_id) VALUES ($1, $2, $3, $4)",
        values![organisation, id, actor.person, actor.member],
    )?;
    note(tx, &permit.author(), now, "recovery_vouched", id, asked.person)?;
    match vouching {
        Vouching::Alone => begin_waiting(tx, &asked, contest, now),
        Vouching::Second => carry_out(tx, permit, &asked, fresh, now),
        _ => Ok(Vouched::Counted(vouching)),
    }
}

/// Everybody who has come in here, seat by seat.
fn sitting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    asked_on: Date,
) -> Result<Vec<(MemberId, Voucher)>, DbError> {
    tx.list(
        "SELECT member_id, person_id, party, joined_at FROM member
         WHERE organisation_id = $1 AND left_on IS NULL AND joined_at IS NOT NULL ORDER BY member_id",
        values![organisation],
        |row| {
            let joined: Timestamp = row.parse(3)?;
            let was_there = civil_day(joined) < asked_on;
            Ok::<_, DbError>((
                row.parse(0)?,
                Voucher { person: row.parse(1)?, party: row.parse(2)?, was_there },
            ))
        },
    )
}

/// Who has vouched and still sits here.
fn given(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    recovery: RecoveryId,
) -> Result<Vec<Voucher>, DbError> {
    tx.list(
        "SELECT v.person_id, m.party FROM recovery_vouch v
         JOIN member m ON m.organisation_id = v.organisation_id AND m.member_id = v.member_id
         WHERE v.organisation_id = $1 AND v.recovery_id = $2 AND m.left_on IS NULL",
        values![organisation, recovery],
        |row| Ok::<_, DbError>(Voucher { person: row.parse(0)?, party: row.parse(1)?, was_there: true }),
    )
}

/// Takes one's own voice back while the request waits. False when there was none.
pub fn withdraw(tx: &mut Tx<'_>, permit: &Permit, id: RecoveryId, now: Timestamp) -> Result<bool, DbError> {
    let (organisation, actor) = (permit.actor().organisation, permit.actor());
    let Some(asked) = waiting(tx, organisation, now)?.into_iter().find(|one| one.id == id) else {
        return Ok(false);
    };
    let gone = tx.execute(
        "DELETE FROM recovery_vouch WHERE organisation_id = $1 AND recovery_id = $2 AND person_id = $3",
        values![organisation, id, actor.person],
    )?;
    if gone == 1 {
        // Time runs for a voice: without it, it begins anew.
        tx.execute(
            "UPDATE recovery SET waits_until = NULL, second_contest_hash = NULL
             WHERE organisation_id = $1 AND recovery_id = $2",
            values![organisation, id],
        )?;
        note(tx, &permit.author(), now, "recovery_withdrawn", id, asked.person)?;
    }
    Ok(gone == 1)
}
