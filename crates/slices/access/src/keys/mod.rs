//! The two keys (commitment 4): an act that binds both parties is done only when each of the two parties that hold a key
//! has turned its own, by two different people.
//!
//! A page shows [`state`]; its handler calls [`turn_for`], and does the act itself, in the same transaction, when the
//! answer is [`Turned::Both`]. A proposal says what would be done (its payload), waits fourteen days, and may be refused
//! with a reason. Where the second key is given on another page than the first, [`propose`] and [`confirm`].
//!
//! To hold one more act with two keys: a line in `keys.toml`, and a handler that proposes and confirms.

mod answer;
mod fallen;
mod forget_project;
pub mod list;
pub mod rule;
mod withdrawn;

use jiff::{SignedDuration, Timestamp};
use journal::Entry;
use kernel::{KeyedActId, MemberId, OrganisationId, Party, ProjectId, codes};
use platform::{DbError, Row, Tx, values};
use serde_json::{Value, json};

pub(crate) use answer::void;
pub use answer::{Confirmation, Confirmed, about, confirm, confirm_on, refuse, refuse_given};
pub use fallen::{Fallen, fall};

pub use forget_project::forget_project;
pub use withdrawn::{Withdrawn, withdraw};

use crate::model::{
    act::{Act, Permit},
    key_rule::KeyRule,
};

/// How long a proposal waits for the second key.
pub const WAITS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// A first key, turned and waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: KeyedActId,
    pub party: Party,
    /// The party whose key is awaited.
    pub awaited: Party,
    pub by: String,
    pub by_member: MemberId,
    pub expires_at: Timestamp,
    /// What would be done.
    pub payload: Value,
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

/// What would be done, and where it is read.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub project: Option<ProjectId>,
    /// The identifier of what the act is about.
    pub subject: String,
    /// How its page names it, for the list of what waits.
    pub title: String,
    /// The page on which it is read and answered.
    pub place: String,
    /// What the second key confirms: identifiers and settings, never what somebody said.
    pub payload: Value,
}

codes! {
    /// Why a key did not turn.
    pub enum WhyNot("reason") {
        /// No such proposal here: forged, or of another act.
        Unknown = "unknown",
        /// Confirmed or refused already: replayed.
        Settled = "settled",
        Expired = "expired",
        /// The party holds no key of this act.
        NotHolder = "not_holder",
        /// The proposal is this party's own.
        OwnParty = "own_party",
        /// The same person, in another seat.
        SamePerson = "same_person",
        /// Whoever turned the first key no longer holds their seat.
        Left = "left",
        /// What would be done is no longer what was proposed.
        Changed = "changed",
        /// Somebody else proposed it: only whoever did takes it back.
        NotOwn = "not_own",
    }
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
    /// Nothing turned; the journal keeps the try.
    Not(WhyNot),
}

/// Where whoever made a proposal takes it back.
pub fn withdrawal(organisation: OrganisationId, proposal: KeyedActId) -> String {
    format!("{}/{proposal}/retirer", crate::seat::keys(organisation))
}

/// Where the act stands on this subject.
pub fn state(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    act: Act,
    subject: &str,
    now: Timestamp,
) -> Result<KeyState, DbError> {
    let rule = rule::of(tx, organisation)?;
    state_under(tx, &rule, organisation, act, subject, now)
}

fn state_under(
    tx: &mut Tx<'_>,
    rule: &KeyRule,
    organisation: OrganisationId,
    act: Act,
    subject: &str,
    now: Timestamp,
) -> Result<KeyState, DbError> {
    let last = tx.find(
        "SELECT k.keyed_act_id, k.proposed_party, m.name, k.expires_at, k.payload, k.outcome, k.reason, k.answered_party, m.left_on,
           k.proposed_by
         FROM keyed_act k JOIN member m ON m.organisation_id = k.organisation_id AND m.member_id = k.proposed_by
         WHERE k.organisation_id = $1 AND k.subject = $2 AND k.act = $3
         ORDER BY k.proposed_at DESC, (k.outcome IS NULL) DESC, k.keyed_act_id DESC LIMIT 1",
        values![organisation, subject, act.code()],
        |row| read_state(row, rule, now),
    )?;
    Ok(last.unwrap_or(KeyState::Idle))
}

fn read_state(row: &Row<'_>, rule: &KeyRule, now: Timestamp) -> Result<KeyState, DbError> {
    let (party, outcome): (Party, Option<String>) = (row.parse(1)?, row.get(5)?);
    let other = rule.other(party).unwrap_or(party);
    let expires_at: Timestamp = row.parse(3)?;
    Ok(match outcome.as_deref() {
        // A first key of a party that no longer holds one opens nothing, nor one turned from a seat that has ended.
        None if expires_at >= now && rule.holds(party) && row.get::<Option<String>>(8)?.is_none() => {
            KeyState::Waiting(Waiting {
                id: row.parse(0)?,
                party,
                awaited: other,
                by: row.get(2)?,
                by_member: row.parse(9)?,
                expires_at,
                payload: row.json(4)?,
            })
        }
        Some("refused") => KeyState::Refused {
            party: row.parse_opt(7)?.unwrap_or(other),
            reason: row.get::<Option<String>>(6)?.unwrap_or_default(),
        },
        _ => KeyState::Idle,
    })
}

/// Turns the actor's key for what needs no more words than its subject.
pub fn turn(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    subject: &str,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Turned, DbError> {
    let proposal = Proposal {
        project: Some(project),
        subject: subject.to_owned(),
        title: String::new(),
        place: String::new(),
        payload: json!({}),
    };
    turn_for(tx, permit, &proposal, "", fresh, now)
}

/// Turns the actor's key: the first one where nothing waits, the second one where the other party proposed the very same.
///
/// `given` is the proposal that the form shows, empty where it shows none: a form that shows one confirms that one or
/// nothing. The journal keeps each turn, and each try that turned nothing.
pub fn turn_for(
    tx: &mut Tx<'_>,
    permit: &Permit,
    proposal: &Proposal,
    given: &str,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Turned, DbError> {
    let (actor, act) = (permit.actor(), permit.act());
    if !given.is_empty() {
        return answer::confirm_same(tx, permit, given, proposal, now);
    }
    match state(tx, actor.organisation, act, &proposal.subject, now)? {
        KeyState::Waiting(waiting) if waiting.party == actor.party => Ok(Turned::Already),
        KeyState::Waiting(waiting) if waiting.payload == proposal.payload => {
            answer::confirm_same(tx, permit, &waiting.id.to_string(), proposal, now)
        }
        KeyState::Waiting(_) | KeyState::Idle | KeyState::Refused { .. } => {
            first(tx, permit, proposal, fresh, now)
        }
    }
}

/// What proposing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposed {
    /// The first key is turned.
    First(KeyedActId),
    /// A proposal of this act on this subject waits already.
    Waits(Waiting),
    Not(WhyNot),
}

/// Turns the first key of an act whose second is given by [`confirm`]. One proposal of an act waits at a time on a subject.
pub fn propose(
    tx: &mut Tx<'_>,
    permit: &Permit,
    proposal: &Proposal,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Proposed, DbError> {
    let actor = permit.actor();
    if let KeyState::Waiting(waiting) = state(tx, actor.organisation, permit.act(), &proposal.subject, now)? {
        return Ok(Proposed::Waits(waiting));
    }
    Ok(match first(tx, permit, proposal, fresh, now)? {
        Turned::Not(why) => Proposed::Not(why),
        _ => Proposed::First(fresh),
    })
}

fn first(
    tx: &mut Tx<'_>,
    permit: &Permit,
    proposal: &Proposal,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Turned, DbError> {
    let (actor, act) = (permit.actor(), permit.act());
    if !rule::of(tx, actor.organisation)?.holds(actor.party) {
        return answer::void(tx, permit, &proposal.subject, WhyNot::NotHolder, now).map(Turned::Not);
    }
    // What waits on the same subject says something else: both keys are then asked for what is proposed now.
    tx.execute(
        "UPDATE keyed_act SET outcome = 'superseded', answered_at = $4
         WHERE organisation_id = $1 AND act = $2 AND subject = $3 AND outcome IS NULL AND expires_at >= $4",
        values![actor.organisation, act.code(), &proposal.subject, now],
    )?;
    tx.execute(
        "INSERT INTO keyed_act (organisation_id, keyed_act_id, act, subject, proposed_by, proposed_party,
           proposed_at, expires_at, project_id, title, place, payload)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values![
            actor.organisation,
            fresh,
            act.code(),
            &proposal.subject,
            actor.member,
            actor.party,
            now,
            now + WAITS,
            proposal.project,
            &proposal.title,
            &proposal.place,
            proposal.payload.to_string()
        ],
    )?;
    let body = json!({"act": act, "key": fresh, "proposed": proposal.payload});
    record(tx, permit, "key_turned", &proposal.subject, body, proposal.project, now)?;
    Ok(Turned::First)
}

/// A line of the journal about a key, in the project where it is of one.
fn record(
    tx: &mut Tx<'_>,
    permit: &Permit,
    kind: &'static str,
    subject: &str,
    body: Value,
    project: Option<ProjectId>,
    now: Timestamp,
) -> Result<(), DbError> {
    let entry = Entry::new(kind, subject, body);
    let entry = match project {
        Some(project) => entry.of(project),
        None => entry,
    };
    journal::record(tx, &permit.author(), now, &entry)
}

/// Whether two members are one person: the same one in two seats turns one key.
fn is_one_person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    one: MemberId,
    other: MemberId,
) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM member a JOIN member b ON b.organisation_id = a.organisation_id AND b.person_id = a.person_id
         WHERE a.organisation_id = $1 AND a.member_id = $2 AND b.member_id = $3",
        values![organisation, one, other],
    )
}
