//! The organisation's own rule: read by every seat, changed by two keys only.
//!
//! Where nobody is elected, the second key may go to another party. That first change is confirmed by the party that
//! receives the key, since nobody holds it yet; each later one by whoever holds it.

use jiff::Timestamp;
use journal::Entry;
use kernel::{KeyedActId, OrganisationId, Party};
use platform::{DbError, Tx, values};
use serde_json::{Value, json};

use super::{Confirmation, Proposal, Proposed, WhyNot, answer};
use crate::model::{
    act::{Act, Permit},
    key_rule::KeyRule,
};

/// Declared by the organisation in answer to the law's questions: whether a council is elected.
const COUNCIL: (&str, &str) = ("org.cse", "elected");

/// The rule in force.
pub fn of(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<KeyRule, DbError> {
    let kept = tx.find(
        "SELECT second_party,
           (SELECT string_agg(a.act, ' ') FROM key_rule_act a WHERE a.organisation_id = key_rule.organisation_id)
         FROM key_rule WHERE organisation_id = $1",
        values![organisation],
        |row| read(row.parse_opt(0)?, row.get::<Option<String>>(1)?.as_deref()),
    )?;
    Ok(kept.unwrap_or_default())
}

/// The rule that these columns keep: who holds the second key, and the acts that were added, between blanks. The shipped one
/// where nothing is kept.
pub(crate) fn read(second: Option<Party>, added: Option<&str>) -> Result<KeyRule, DbError> {
    let acts: Result<Vec<Act>, _> = added.unwrap_or_default().split_whitespace().map(str::parse).collect();
    let acts = acts.map_err(|error| DbError::Corrupt {
        column: "key_rule_act.act".to_owned(),
        found: added.unwrap_or_default().to_owned(),
        reason: format!("{error}"),
    })?;
    Ok(second.and_then(|second| KeyRule::new(second, acts)).unwrap_or_default())
}

/// Whether the organisation declared an elected council: the second key is then the representatives' and nobody else's.
pub fn has_council(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, DbError> {
    let facts: Option<serde_json::Map<String, Value>> =
        tx.find("SELECT facts FROM organisation WHERE organisation_id = $1", values![organisation], |row| {
            row.json::<serde_json::Map<String, Value>>(0)
        })?;
    let (name, elected) = COUNCIL;
    Ok(facts.is_some_and(|facts| facts.get(name).and_then(Value::as_str) == Some(elected)))
}

/// Whether anybody came in for a party.
fn sits(tx: &mut Tx<'_>, organisation: OrganisationId, party: Party) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM member WHERE organisation_id = $1 AND party = $2 AND joined_at IS NOT NULL AND left_on IS NULL",
        values![organisation, party],
    )
}

/// The parties whose keys change the rule to this one.
pub fn changers(tx: &mut Tx<'_>, organisation: OrganisationId, new: &KeyRule) -> Result<[Party; 2], DbError> {
    let now = of(tx, organisation)?;
    // A key that nobody holds would lock the organisation out of its own rule.
    let is_vacant = !sits(tx, organisation, now.second)?;
    Ok(if is_vacant { new.holders() } else { now.holders() })
}

/// What proposing a change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleProposed {
    Waits,
    /// A change waits already.
    Another,
    /// The rule proposed is the one in force.
    Same,
    /// A council is elected: its key is not given to others.
    Council,
    Not(WhyNot),
}

/// Proposes a change of the rule, with a reason that both parties read.
pub fn propose(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &KeyRule,
    reason: &str,
    place: &str,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<RuleProposed, DbError> {
    let organisation = permit.actor().organisation;
    if of(tx, organisation)? == *new {
        return Ok(RuleProposed::Same);
    }
    if !new.is_usual() && has_council(tx, organisation)? {
        return Ok(RuleProposed::Council);
    }
    let proposal = Proposal {
        project: None,
        subject: organisation.to_string(),
        title: String::new(),
        place: place.to_owned(),
        payload: json!({"rule": new, "reason": reason}),
    };
    Ok(match super::propose(tx, permit, &proposal, fresh, now)? {
        Proposed::First(_) => RuleProposed::Waits,
        Proposed::Waits(_) => RuleProposed::Another,
        Proposed::Not(why) => RuleProposed::Not(why),
    })
}

/// The rule that a proposal carries.
pub fn proposed(payload: &Value) -> Option<KeyRule> {
    let read: KeyRule = serde_json::from_value(payload.get("rule")?.clone()).ok()?;
    KeyRule::new(read.second, read.added)
}

/// The parties between which a waiting change stands, whoever asks.
fn between(tx: &mut Tx<'_>, organisation: OrganisationId, given: &str) -> Result<[Party; 2], DbError> {
    let payload = match KeyedActId::parse(given) {
        Ok(id) => tx.find(
            "SELECT payload FROM keyed_act WHERE organisation_id = $1 AND keyed_act_id = $2 AND act = $3",
            values![organisation, id, Act::ChangeKeyRule.code()],
            |row| row.json::<Value>(0),
        )?,
        Err(_) => None,
    };
    match payload.as_ref().and_then(proposed) {
        Some(new) => changers(tx, organisation, &new),
        None => Ok(of(tx, organisation)?.holders()),
    }
}

/// Gives the second key of a change, which is then in force.
pub fn confirm(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    now: Timestamp,
) -> Result<Option<WhyNot>, DbError> {
    let organisation = permit.actor().organisation;
    let holders = between(tx, organisation, given)?;
    match answer::confirm_among(tx, permit, given, holders, now)? {
        Confirmation::Not(why) => Ok(Some(why)),
        Confirmation::Done(done) => match proposed(&done.payload) {
            Some(new) => replace(tx, permit, &new, &done.payload, now).map(|()| None),
            None => Ok(Some(WhyNot::Changed)),
        },
    }
}

/// Refuses a change, with a reason.
pub fn refuse(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    reason: &str,
    now: Timestamp,
) -> Result<Option<WhyNot>, DbError> {
    let holders = between(tx, permit.actor().organisation, given)?;
    answer::refuse_among(tx, permit, given, reason, holders, now)
}

fn replace(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &KeyRule,
    payload: &Value,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let was = of(tx, organisation)?;
    tx.execute(
        "INSERT INTO key_rule (organisation_id, second_party, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT (organisation_id) DO UPDATE SET second_party = excluded.second_party, changed_at = excluded.changed_at",
        values![organisation, new.second, now],
    )?;
    tx.execute("DELETE FROM key_rule_act WHERE organisation_id = $1", values![organisation])?;
    for act in &new.added {
        tx.execute(
            "INSERT INTO key_rule_act (organisation_id, act) VALUES ($1, $2)",
            values![organisation, act.code()],
        )?;
    }
    let body = json!({"from": was, "to": new, "reason": payload.get("reason")});
    journal::record(tx, &permit.author(), now, &Entry::new("key_rule_changed", organisation, body))
}
