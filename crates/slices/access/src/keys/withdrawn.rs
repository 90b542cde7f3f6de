//! Whoever turned a first key takes it back, as long as the second is not turned.

use jiff::Timestamp;
use kernel::ProjectId;
use platform::{DbError, Tx};
use serde_json::json;

use super::{WhyNot, answer, is_one_person, record};
use crate::model::{act::Act, act::Permit};

/// What taking a proposal back did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withdrawn {
    Done {
        act: Act,
        title: String,
        project: Option<ProjectId>,
    },
    /// Nothing is taken back; the journal keeps the try.
    Not(WhyNot),
}

/// Takes back the proposal that the form carries: only the person who made it does, from whichever seat.
pub fn withdraw(tx: &mut Tx<'_>, permit: &Permit, given: &str, now: Timestamp) -> Result<Withdrawn, DbError> {
    let actor = permit.actor();
    let kept = answer::kept(tx, actor.organisation, given)?.filter(|kept| kept.act == permit.act());
    let why = match &kept {
        None => Some(WhyNot::Unknown),
        Some(kept) if kept.is_left => Some(WhyNot::Left),
        Some(kept) if kept.is_settled => Some(WhyNot::Settled),
        Some(kept) if kept.expires_at < now => Some(WhyNot::Expired),
        Some(kept) if !is_one_person(tx, actor.organisation, kept.by, actor.member)? => Some(WhyNot::NotOwn),
        Some(_) => None,
    };
    let Some(kept) = kept.filter(|_| why.is_none()) else {
        let why = why.unwrap_or(WhyNot::Unknown);
        return answer::void(tx, permit, given, why, now).map(Withdrawn::Not);
    };
    answer::settle(tx, permit, kept.id, "withdrawn", None, now)?;
    let body = json!({"act": kept.act, "key": kept.id});
    record(tx, permit, "key_withdrawn", &kept.subject, body, kept.project, now)?;
    Ok(Withdrawn::Done { act: kept.act, title: kept.title, project: kept.project })
}
