//! Ending a seat: what was done from it stays.

use jiff::Timestamp;
use journal::Entry;
use kernel::{MemberId, OrganisationId};
use platform::{DbError, Tx, clock::civil_day, values};
use serde_json::json;

use super::everybody;
use crate::{
    Act,
    keys::{self, Fallen},
    model::{act::Permit, member::Member, removal::Removal},
};

/// The member, and whether their seat may be ended by this actor. Nothing when nobody holds such a seat.
pub fn removal(
    tx: &mut Tx<'_>,
    permit: &Permit,
    member: MemberId,
) -> Result<Option<(Member, Removal)>, DbError> {
    let actor = permit.actor();
    let all = everybody(tx, actor.organisation)?;
    let Some(target) = all.iter().find(|held| held.id == member && !held.has_left) else { return Ok(None) };
    let rule = keys::rule::of(tx, actor.organisation)?;
    let may_invite = Act::InviteMember.is_open_under(&rule, actor.party);
    let removal = Removal::of(target, &all, &rule, (actor.member, actor.party), may_invite);
    Ok(Some((target.clone(), removal)))
}

/// Ends a seat where that is open; the person is out of this organisation at once, wherever they are signed in, and what they
/// proposed alone falls: it is given back, for those who are told.
pub fn remove_member(
    tx: &mut Tx<'_>,
    permit: &Permit,
    member: MemberId,
    now: Timestamp,
) -> Result<Option<(Removal, Vec<Fallen>)>, DbError> {
    let Some((target, removal)) = removal(tx, permit, member)? else { return Ok(None) };
    let mut fallen = Vec::new();
    if removal == Removal::Open {
        let organisation = permit.actor().organisation;
        tx.execute(
            "UPDATE member SET left_on = $3 WHERE organisation_id = $1 AND member_id = $2",
            values![organisation, member, civil_day(now)],
        )?;
        forget_ways_in(tx, organisation, member)?;
        let kind = if permit.actor().member == member { "member_left" } else { "member_removed" };
        let body = json!({"party": target.party});
        journal::record(tx, &permit.author(), now, &Entry::new(kind, member, body))?;
        fallen = keys::fall(tx, &permit.author(), member, now)?;
    }
    Ok(Some((removal, fallen)))
}

/// No session has this seat taken any more, and no link leads to it.
pub(super) fn forget_ways_in(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM session_seat WHERE organisation_id = $1 AND member_id = $2",
        values![organisation, member],
    )?;
    tx.execute(
        "DELETE FROM sign_in_link WHERE seat_organisation_id = $1 AND seat_member_id = $2",
        values![organisation, member],
    )?;
    Ok(())
}
