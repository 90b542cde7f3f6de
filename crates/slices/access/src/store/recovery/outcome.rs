//! What comes of a request that was vouched for: the seats move, or the passkeys are struck out.

use jiff::Timestamp;
use kernel::MemberId;
use platform::{DbError, Tx, values};

use super::{Recovery, Vouched, held, note, vouchers};
use crate::{
    line,
    model::act::Permit,
    store::{NewMember, passkey_rule::strike_passkeys, person, persons::welcome, removal::forget_ways_in},
};

pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    permit: &Permit,
    asked: &Recovery,
    fresh: MemberId,
    now: Timestamp,
) -> Result<Vouched, DbError> {
    if asked.is_renewal { renew(tx, permit, asked, now) } else { move_seats(tx, permit, asked, fresh, now) }
}

/// The address stays: the passkeys are struck out here, and the next one that its reader adds opens the seats.
fn renew(tx: &mut Tx<'_>, permit: &Permit, asked: &Recovery, now: Timestamp) -> Result<Vouched, DbError> {
    let organisation = asked.organisation;
    let person = person(tx, asked.person)?.ok_or(DbError::Missing)?;
    let Some((seat, _)) = held(tx, organisation, asked.person)?.first().copied() else {
        return Ok(Vouched::Gone);
    };
    note(tx, &permit.author(), now, "passkeys_struck", asked.id, asked.person)?;
    strike_passkeys(tx, organisation, asked.person)?;
    settle(tx, asked)?;
    let vouchers = vouchers(tx, organisation, asked.id)?;
    Ok(Vouched::Renewed { person, seat, vouchers })
}

/// This request is done, and the others for the same person have lost their matter.
fn settle(tx: &mut Tx<'_>, asked: &Recovery) -> Result<(), DbError> {
    tx.execute(
        "UPDATE recovery SET outcome = 'superseded', email = '' WHERE organisation_id = $1 AND person_id = $2
           AND outcome IS NULL",
        values![asked.organisation, asked.person],
    )?;
    tx.execute(
        "UPDATE recovery SET outcome = 'done', email = '' WHERE organisation_id = $1 AND recovery_id = $2",
        values![asked.organisation, asked.id],
    )?;
    Ok(())
}

/// Hands the seats of this organisation, and of no other, to whoever reads the new address. The old one is out of it.
fn move_seats(
    tx: &mut Tx<'_>,
    permit: &Permit,
    asked: &Recovery,
    fresh: MemberId,
    now: Timestamp,
) -> Result<Vouched, DbError> {
    let organisation = asked.organisation;
    let old = person(tx, asked.person)?.ok_or(DbError::Missing)?;
    let seats = held(tx, organisation, asked.person)?;
    let Some((seat, party)) = seats.first().copied() else { return Ok(Vouched::Gone) };
    let heir = NewMember {
        id: fresh,
        party,
        name: asked.name.clone(),
        title: String::new(),
        email: asked.email.clone(),
        locale: old.locale,
    };
    let heir = welcome(tx, &heir, now)?;
    // Who stands above whom is told by address: whoever takes the seats stands where their holder stood.
    line::keep_address_of(tx, heir, asked.person)?;
    // Before the seats move: the journal names them by who held them.
    note(tx, &permit.author(), now, "recovery_done", asked.id, asked.person)?;
    for (seat, _) in &seats {
        forget_ways_in(tx, organisation, *seat)?;
    }
    tx.execute(
        "UPDATE member SET person_id = $3 WHERE organisation_id = $1 AND person_id = $2 AND left_on IS NULL",
        values![organisation, asked.person, heir],
    )?;
    tx.execute(
        "DELETE FROM session WHERE only_organisation_id = $1 AND person_id = $2",
        values![organisation, asked.person],
    )?;
    settle(tx, asked)?;
    let vouchers = vouchers(tx, organisation, asked.id)?;
    Ok(Vouched::Moved { old, seat, vouchers })
}
