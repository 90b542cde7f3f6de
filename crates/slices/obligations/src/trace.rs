//! What the journal keeps of the law: who went past a closed gate and why, and what each act raised or lifted.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::ProjectId;
use platform::{DbError, Tx};
use serde_json::json;

use crate::{
    model::{
        crossing::Way,
        reading::{Reading, difference, pack},
    },
    store::{self, NewCrossing},
};

/// Writes down that a project went on although a gate was closed, in the words of whoever decided or says it.
pub fn record_crossing(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    crossing: &NewCrossing,
    now: Timestamp,
) -> Result<(), DbError> {
    let NewCrossing { id, way, stage, gate, reason, on, .. } = crossing;
    let body = json!({"crossing": id, "rule": gate.rule, "until": gate.until, "shut_by": gate.texts(), "articles": gate.articles,
                      "stage": stage, "on": on, "reason": reason, "edition": pack().edition});
    let kind = match way {
        Way::Agreed => "gate_crossed",
        Way::Reported => "use_reported",
    };
    journal::record(tx, &permit.author(), now, &Entry::new(kind, project, body).of(project))
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
