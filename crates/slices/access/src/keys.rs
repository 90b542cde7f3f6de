//! The two keys (commitment 4): an act that binds both parties is done only when a member of management and a member of
//! the staff representatives have each turned theirs.
//!
//! A page shows [`state`]; its handler calls [`turn`], and does the act itself, in the same transaction, when the answer is
//! [`Turned::Both`]. A proposal expires after fourteen days, and may be refused with a reason.

use jiff::{SignedDuration, Timestamp};
use journal::Entry;
use kernel::{KeyedActId, OrganisationId, Party, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::model::act::{Act, Permit};

/// How long a proposal waits for the second key.
pub const WAITS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// A first key, turned and waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: KeyedActId,
    pub party: Party,
    pub by: String,
    pub expires_at: Timestamp,
}

/// Where an act of two keys stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyState {
    /// No key turned.
    Idle,
    Waiting(Waiting),
    /// The last proposal was refused.
    Refused {
        party: Party,
        reason: String,
    },
}

/// What turning a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// The first: the other party's is awaited.
    First,
    /// Both are turned: do the act now, in this transaction.
    Both,
    /// This party's key was turned already.
    Already,
}

/// Where the act stands on this subject.
pub fn state(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    act: Act,
    subject: &str,
    now: Timestamp,
) -> Result<KeyState, DbError> {
    let last = tx.find(
        "SELECT k.keyed_act_id, k.proposed_party, m.name, k.expires_at, k.outcome, k.reason
         FROM keyed_act k JOIN member m ON m.organisation_id = k.organisation_id AND m.member_id = k.proposed_by
         WHERE k.organisation_id = $1 AND k.subject = $2 AND k.act = $3 ORDER BY k.proposed_at DESC, k.keyed_act_id DESC LIMIT 1",
        values![organisation, subject, act.code()],
        |row| {
            let waiting =
                Waiting { id: row.parse(0)?, party: row.parse(1)?, by: row.get(2)?, expires_at: row.parse(3)? };
            Ok::<_, DbError>((waiting, row.get::<Option<String>>(4)?, row.get::<Option<String>>(5)?))
        },
    )?;
    Ok(match last {
        Some((waiting, None, _)) if waiting.expires_at >= now => KeyState::Waiting(waiting),
        Some((waiting, Some(outcome), reason)) if outcome == "refused" => KeyState::Refused {
            party: waiting.party.other_key().unwrap_or(waiting.party),
            reason: reason.unwrap_or_default(),
        },
        _ => KeyState::Idle,
    })
}

/// Turns the actor's key. The journal keeps both turns.
pub fn turn(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    subject: &str,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Turned, DbError> {
    let actor = permit.actor();
    let act = permit.act();
    match state(tx, actor.organisation, act, subject, now)? {
        KeyState::Waiting(waiting) if waiting.party == actor.party => Ok(Turned::Already),
        KeyState::Waiting(waiting) => {
            settle(tx, permit, &waiting, "confirmed", None)?;
            let body = json!({"act": act, "proposed_by": waiting.party});
            journal::record(
                tx,
                &permit.author(),
                now,
                &Entry::new("key_confirmed", subject, body).of(project),
            )?;
            Ok(Turned::Both)
        }
        KeyState::Idle | KeyState::Refused { .. } => {
            tx.execute(
                "INSERT INTO keyed_act (organisation_id, keyed_act_id, act, subject, proposed_by, proposed_party,
                   proposed_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                values![actor.organisation, fresh, act.code(), subject, actor.member, actor.party, now, now + WAITS],
            )?;
            let body = json!({"act": act});
            journal::record(tx, &permit.author(), now, &Entry::new("key_turned", subject, body).of(project))?;
            Ok(Turned::First)
        }
    }
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
    let KeyState::Waiting(waiting) = state(tx, actor.organisation, permit.act(), subject, now)? else {
        return Ok(false);
    };
    if waiting.party == actor.party {
        return Ok(false);
    }
    settle(tx, permit, &waiting, "refused", Some(reason))?;
    let body = json!({"act": permit.act(), "reason": reason});
    journal::record(tx, &permit.author(), now, &Entry::new("key_refused", subject, body).of(project))?;
    Ok(true)
}

fn settle(
    tx: &mut Tx<'_>,
    permit: &Permit,
    waiting: &Waiting,
    outcome: &str,
    reason: Option<&str>,
) -> Result<(), DbError> {
    tx.execute(
        "UPDATE keyed_act SET outcome = $3, answered_by = $4, reason = $5
         WHERE organisation_id = $1 AND keyed_act_id = $2",
        values![permit.actor().organisation, waiting.id, outcome, permit.actor().member, reason],
    )?;
    Ok(())
}
