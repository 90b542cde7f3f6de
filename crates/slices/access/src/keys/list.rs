//! What waits for a key, and what became of what was proposed.

use jiff::Timestamp;
use kernel::{KeyedActId, MemberId, OrganisationId, Party};
use platform::{DbError, Row, Tx, values};
use serde_json::Value;

use super::rule;
use crate::model::act::Act;

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Waiting,
    Confirmed,
    Refused,
    Expired,
    /// Another proposal took its place.
    Superseded,
    /// Whoever proposed it no longer holds their seat.
    Fallen,
    /// Whoever proposed it took it back.
    Withdrawn,
}

impl Outcome {
    /// The end of the key of its words.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Superseded => "superseded",
            Self::Fallen => "fallen",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A proposal, as the list shows it.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: KeyedActId,
    pub act: Act,
    pub title: String,
    pub place: String,
    pub by: String,
    pub by_member: MemberId,
    pub party: Party,
    pub proposed_at: Timestamp,
    pub expires_at: Timestamp,
    pub outcome: Outcome,
    pub answered_by: Option<String>,
    pub answered_party: Option<Party>,
    pub reason: Option<String>,
    pub payload: Value,
    /// Whose key it waits for; none where it waits for none.
    pub awaited: Option<Party>,
}

/// The proposals of an organisation, newest first.
pub fn all(tx: &mut Tx<'_>, organisation: OrganisationId, now: Timestamp) -> Result<Vec<Listed>, DbError> {
    let mut listed = tx.list(
        "SELECT k.keyed_act_id, k.act, k.title, k.place, m.name, k.proposed_party, k.proposed_at, k.expires_at,
           k.outcome, a.name, k.answered_party, k.reason, k.payload, m.left_on, k.proposed_by
         FROM keyed_act k JOIN member m ON m.organisation_id = k.organisation_id AND m.member_id = k.proposed_by
         LEFT JOIN member a ON a.organisation_id = k.organisation_id AND a.member_id = k.answered_by
         WHERE k.organisation_id = $1 ORDER BY k.proposed_at DESC, k.keyed_act_id DESC LIMIT 100",
        values![organisation],
        |row| read(row, now),
    )?;
    let rule = rule::of(tx, organisation)?;
    for one in listed.iter_mut().filter(|one| one.outcome == Outcome::Waiting) {
        let change = rule::proposed(&one.payload).filter(|_| one.act == Act::ChangeKeyRule);
        let holders = match change {
            Some(new) => rule::changers(tx, organisation, &new)?,
            None => rule.holders(),
        };
        one.awaited = holders
            .contains(&one.party)
            .then(|| holders.into_iter().find(|holder| *holder != one.party))
            .flatten();
    }
    Ok(listed)
}

fn read(row: &Row<'_>, now: Timestamp) -> Result<Listed, DbError> {
    let expires_at: Timestamp = row.parse(7)?;
    let outcome: Option<String> = row.get(8)?;
    Ok(Listed {
        id: row.parse(0)?,
        act: row.parse(1)?,
        title: row.get(2)?,
        place: row.get(3)?,
        by: row.get(4)?,
        by_member: row.parse(14)?,
        party: row.parse(5)?,
        proposed_at: row.parse(6)?,
        expires_at,
        outcome: match outcome.as_deref() {
            Some("confirmed") => Outcome::Confirmed,
            Some("refused") => Outcome::Refused,
            Some("fallen") => Outcome::Fallen,
            Some("withdrawn") => Outcome::Withdrawn,
            Some(_) => Outcome::Superseded,
            None if row.get::<Option<String>>(13)?.is_some() => Outcome::Fallen,
            _ if expires_at < now => Outcome::Expired,
            _ => Outcome::Waiting,
        },
        answered_by: row.get(9)?,
        answered_party: row.parse_opt(10)?,
        reason: row.get(11)?,
        payload: row.json(12)?,
        awaited: None,
    })
}
