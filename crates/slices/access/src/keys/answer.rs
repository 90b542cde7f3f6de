//! The second key: confirming what was proposed, or refusing it with a reason.

use jiff::Timestamp;
use kernel::{KeyedActId, MemberId, OrganisationId, Party, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::{Value, json};

use super::{KeyState, Proposal, Turned, WhyNot, is_one_person, record, rule, state};
use crate::model::act::{Act, Permit};

/// An act whose two keys are turned: do what its payload says, in this transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    pub id: KeyedActId,
    pub project: Option<ProjectId>,
    pub subject: String,
    pub payload: Value,
    /// Whose key was the first.
    pub proposed_by: Party,
}

/// What giving the second key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    Done(Confirmed),
    /// Nothing is done; the journal keeps the try.
    Not(WhyNot),
}

/// A proposal as it is kept.
pub(super) struct Kept {
    pub id: KeyedActId,
    pub act: Act,
    pub subject: String,
    pub title: String,
    pub project: Option<ProjectId>,
    pub by: MemberId,
    party: Party,
    pub expires_at: Timestamp,
    pub is_settled: bool,
    payload: Value,
    /// Whether the seat from which it was proposed has ended.
    pub is_left: bool,
}

pub(super) fn kept(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    given: &str,
) -> Result<Option<Kept>, DbError> {
    let Ok(id) = KeyedActId::parse(given) else { return Ok(None) };
    tx.find(
        "SELECT k.keyed_act_id, k.act, k.subject, k.project_id, k.proposed_by, k.proposed_party, k.expires_at, k.outcome,
           k.payload, m.left_on, k.title
         FROM keyed_act k JOIN member m ON m.organisation_id = k.organisation_id AND m.member_id = k.proposed_by
         WHERE k.organisation_id = $1 AND k.keyed_act_id = $2",
        values![organisation, id],
        |row| {
            Ok(Kept {
                id: row.parse(0)?,
                act: row.parse(1)?,
                subject: row.get(2)?,
                project: row.parse_opt(3)?,
                by: row.parse(4)?,
                party: row.parse(5)?,
                expires_at: row.parse(6)?,
                is_settled: row.get::<Option<String>>(7)?.is_some(),
                payload: row.json(8)?,
                is_left: row.get::<Option<String>>(9)?.is_some(),
                title: row.get(10)?,
            })
        },
    )
}

/// The act that a proposal of this organisation is of, and how its page names what it is about.
pub fn about(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    given: &str,
) -> Result<Option<(Act, String)>, DbError> {
    Ok(kept(tx, organisation, given)?.map(|kept| (kept.act, kept.title)))
}

/// Turns the second key of the proposal that the form carries.
pub fn confirm(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    now: Timestamp,
) -> Result<Confirmation, DbError> {
    let holders = rule::of(tx, permit.actor().organisation)?.holders();
    confirm_among(tx, permit, given, holders, now)
}

/// Like [`confirm`], for a proposal on this subject and no other.
pub fn confirm_on(
    tx: &mut Tx<'_>,
    permit: &Permit,
    subject: &str,
    given: &str,
    now: Timestamp,
) -> Result<Confirmation, DbError> {
    let found = kept(tx, permit.actor().organisation, given)?;
    if found.is_some_and(|kept| kept.subject != subject) {
        return void(tx, permit, given, WhyNot::Unknown, now).map(Confirmation::Not);
    }
    confirm(tx, permit, given, now)
}

/// Like [`confirm`], between these two parties.
pub(super) fn confirm_among(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    holders: [Party; 2],
    now: Timestamp,
) -> Result<Confirmation, DbError> {
    match answerable(tx, permit, given, holders, now)? {
        Ok(kept) => {
            settle(tx, permit, kept.id, "confirmed", None, now)?;
            let body = json!({"act": kept.act, "key": kept.id, "proposed_by": kept.party});
            record(tx, permit, "key_confirmed", &kept.subject, body, kept.project, now)?;
            let Kept { id, project, subject, payload, party: proposed_by, .. } = kept;
            Ok(Confirmation::Done(Confirmed { id, project, subject, payload, proposed_by }))
        }
        Err(why) => void(tx, permit, given, why, now).map(Confirmation::Not),
    }
}

/// Confirms a proposal where what would be done now is what was proposed.
pub(super) fn confirm_same(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    same: &Proposal,
    now: Timestamp,
) -> Result<Turned, DbError> {
    let found = kept(tx, permit.actor().organisation, given)?;
    let why = match found {
        Some(kept) if kept.subject != same.subject => Some(WhyNot::Unknown),
        Some(kept) if kept.payload != same.payload => Some(WhyNot::Changed),
        _ => None,
    };
    if let Some(why) = why {
        return void(tx, permit, given, why, now).map(Turned::Not);
    }
    Ok(match confirm(tx, permit, given, now)? {
        Confirmation::Done(_) => Turned::Both,
        Confirmation::Not(why) => Turned::Not(why),
    })
}

/// The proposal, if this member's is the key that it waits for.
fn answerable(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    holders: [Party; 2],
    now: Timestamp,
) -> Result<Result<Kept, WhyNot>, DbError> {
    let actor = permit.actor();
    let Some(kept) = kept(tx, actor.organisation, given)?.filter(|kept| kept.act == permit.act()) else {
        return Ok(Err(WhyNot::Unknown));
    };
    if !holders.contains(&actor.party) || !holders.contains(&kept.party) {
        return Ok(Err(WhyNot::NotHolder));
    }
    if kept.is_left {
        return Ok(Err(WhyNot::Left));
    }
    if kept.is_settled {
        return Ok(Err(WhyNot::Settled));
    }
    if kept.expires_at < now {
        return Ok(Err(WhyNot::Expired));
    }
    if kept.party == actor.party {
        return Ok(Err(WhyNot::OwnParty));
    }
    if is_one_person(tx, actor.organisation, kept.by, actor.member)? {
        return Ok(Err(WhyNot::SamePerson));
    }
    Ok(Ok(kept))
}

/// Refuses a waiting proposal, with a reason that both parties read. False when nothing waits for this party.
pub fn refuse(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    subject: &str,
    reason: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    match state(tx, actor.organisation, permit.act(), subject, now)? {
        KeyState::Waiting(waiting) if waiting.awaited == actor.party => {
            settle(tx, permit, waiting.id, "refused", Some(reason), now)?;
            let body = json!({"act": permit.act(), "key": waiting.id, "reason": reason});
            record(tx, permit, "key_refused", subject, body, Some(project), now)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Refuses the proposal that the form carries; says why where it is not for this member to refuse.
pub fn refuse_given(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    reason: &str,
    now: Timestamp,
) -> Result<Option<WhyNot>, DbError> {
    let holders = rule::of(tx, permit.actor().organisation)?.holders();
    refuse_among(tx, permit, given, reason, holders, now)
}

/// Like [`refuse_given`], between these two parties.
pub(super) fn refuse_among(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    reason: &str,
    holders: [Party; 2],
    now: Timestamp,
) -> Result<Option<WhyNot>, DbError> {
    match answerable(tx, permit, given, holders, now)? {
        Ok(kept) => {
            settle(tx, permit, kept.id, "refused", Some(reason), now)?;
            let body = json!({"act": kept.act, "key": kept.id, "reason": reason});
            record(tx, permit, "key_refused", &kept.subject, body, kept.project, now)?;
            Ok(None)
        }
        Err(why) => void(tx, permit, given, why, now).map(Some),
    }
}

/// Leaves a line about a key that turned nothing, and gives the reason back.
pub(crate) fn void(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    why: WhyNot,
    now: Timestamp,
) -> Result<WhyNot, DbError> {
    // What was sent may be anything: an identifier is kept, the rest only said to be none.
    let id = KeyedActId::parse(given).ok();
    let body = json!({"act": permit.act(), "key": id, "reason": why});
    record(tx, permit, "key_void", &id.map(|id| id.to_string()).unwrap_or_default(), body, None, now)?;
    Ok(why)
}

pub(super) fn settle(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: KeyedActId,
    outcome: &str,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    tx.execute(
        "UPDATE keyed_act SET outcome = $3, answered_by = $4, reason = $5, answered_party = $6, answered_at = $7
         WHERE organisation_id = $1 AND keyed_act_id = $2",
        values![actor.organisation, id, outcome, actor.member, reason, actor.party, now],
    )?;
    Ok(())
}
