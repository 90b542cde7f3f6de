//! What the journal keeps of the law: who went past a closed gate and why, and what each act raised or lifted.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{ProjectId, Stage};
use platform::{DbError, Tx};
use serde_json::json;

use crate::{
    model::{
        gate::GateClosed,
        reading::{Reading, difference, pack},
    },
    store,
};

/// Writes down that a project went on although a gate was closed, in the words of whoever decided it.
pub fn record_crossing(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    stage: Stage,
    gate: &GateClosed,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let body = json!({"rule": gate.rule, "until": gate.until, "articles": gate.articles, "stage": stage, "reason": reason, "edition": pack().edition});
    journal::record(tx, &permit.author(), now, &Entry::new("gate_crossed", project, body).of(project))
}

/// Writes down which rules an act raised and lifted, none when it changed none; and, of a first reading, its edition.
pub fn record_difference(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    before: &Reading,
    after: &Reading,
    now: Timestamp,
) -> Result<(), DbError> {
    store::note_edition(tx, permit.actor().organisation, project, &after.edition, now)?;
    let (raised, lifted) = difference(before, after);
    if raised.is_empty() && lifted.is_empty() {
        return Ok(());
    }
    let body = json!({"raised": raised, "lifted": lifted, "edition": after.edition});
    journal::record(tx, &permit.author(), now, &Entry::new("obligations_changed", project, body).of(project))
}
