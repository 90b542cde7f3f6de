//! Where one other person sits: time takes the place of the second voice.

use jiff::{SignedDuration, Timestamp};
use kernel::{MemberId, RecoveryId};
use platform::{DbError, Tx, values};

use super::{Recovery, Vouched, given, is_taken, outcome::carry_out, waiting};
use crate::{
    model::{
        act::Permit,
        recovery::{Vouching, WAIT},
    },
    store::{person, person_of_email},
};

/// Whether time can run, and a day be left to end the request, before it expires.
pub(super) fn has_time(tx: &mut Tx<'_>, asked: &Recovery, now: Timestamp) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM recovery WHERE organisation_id = $1 AND recovery_id = $2 AND expires_at >= $3",
        values![asked.organisation, asked.id, now + WAIT + SignedDuration::from_hours(24)],
    )
}

pub(super) fn begin_waiting(
    tx: &mut Tx<'_>,
    asked: &Recovery,
    contest: &str,
    now: Timestamp,
) -> Result<Vouched, DbError> {
    let until = now + WAIT;
    tx.execute(
        "UPDATE recovery SET waits_until = $3, second_contest_hash = $4
         WHERE organisation_id = $1 AND recovery_id = $2",
        values![asked.organisation, asked.id, until, contest],
    )?;
    let old = person(tx, asked.person)?.ok_or(DbError::Missing)?;
    Ok(Vouched::Waits { old, until })
}

/// Ends a request for which time took the place of the second voice: by whoever vouched, who must still sit here.
pub fn finish(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: RecoveryId,
    fresh: MemberId,
    now: Timestamp,
) -> Result<Vouched, DbError> {
    let (organisation, actor) = (permit.actor().organisation, permit.actor());
    let asked = waiting(tx, organisation, now)?.into_iter().find(|one| one.id == id);
    let Some((asked, until)) = asked.and_then(|asked| asked.waits_until.map(|until| (asked, until))) else {
        return Ok(Vouched::Gone);
    };
    if actor.person == asked.person {
        return Ok(Vouched::Counted(Vouching::Oneself));
    }
    if !given(tx, organisation, id)?.iter().any(|voucher| voucher.person == actor.person) {
        return Ok(Vouched::Gone);
    }
    if now < until {
        return Ok(Vouched::TooEarly);
    }
    if let Some(heir) = person_of_email(tx, &asked.email)?
        && is_taken(tx, &asked, heir.id)?
    {
        return Ok(Vouched::Seated);
    }
    if !asked.is_renewal && came_in_since(tx, &asked)? {
        return Ok(Vouched::CameIn);
    }
    carry_out(tx, permit, &asked, fresh, now)
}

/// Whether whoever is said to have lost their address has used a session on a later day than that of the request.
fn came_in_since(tx: &mut Tx<'_>, asked: &Recovery) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM session WHERE person_id = $1 AND last_seen_on > $2",
        values![asked.person, asked.asked_on],
    )
}
