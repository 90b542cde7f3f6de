//! Erasing a person, in every slice that keeps their name.

use access::store::NOBODY;
use jiff::Timestamp;
use kernel::{Party, PersonId};
use platform::{DbError, Tx};

/// A key that only this person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastKey {
    pub party: Party,
    pub organisation: String,
}

/// What erasing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasure {
    Done,
    /// What was typed is not the address of the account.
    OtherAddress,
}

/// The keys that nobody will hold any more once this person is gone.
pub fn last_keys(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<LastKey>, DbError> {
    let mut last = Vec::new();
    for seat in access::store::seats(tx, person)?.into_iter().filter(|seat| seat.party.holds_a_key()) {
        let members = access::store::members(tx, seat.organisation)?;
        let others = members
            .iter()
            .any(|member| member.party == seat.party && member.person != person && member.has_joined);
        if !others {
            last.push(LastKey { party: seat.party, organisation: seat.organisation_name });
        }
    }
    Ok(last)
}

/// Erases a person who has typed the address of their account.
pub fn erase(tx: &mut Tx<'_>, person: PersonId, typed: &str, now: Timestamp) -> Result<Erasure, DbError> {
    let known = access::store::person(tx, person)?.ok_or(DbError::Missing)?;
    if known.email != typed.trim().to_lowercase() {
        return Ok(Erasure::OtherAddress);
    }
    let held = access::store::erase_person(tx, person, now)?;
    diary::store::forget(tx, person, &held)?;
    for seat in held {
        agreements::store::forget(tx, &seat)?;
        follow_up::store::forget(tx, &seat)?;
        for name in &seat.names {
            prevention::store::forget(tx, seat.organisation, seat.party, name, NOBODY)?;
        }
        obligations::store::forget(tx, &seat)?;
        consultations::store::forget(tx, &seat)?;
    }
    sign_in::store::forget(tx, person)?;
    // An address may have been invited where its reader has no seat.
    for organisation in journal::organisations(tx)? {
        methods::store::forget_address(tx, organisation, &known.email)?;
    }
    Ok(Erasure::Done)
}
