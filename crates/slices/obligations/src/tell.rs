//! Facts of a project that another slice learns from what people do there.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use kernel::ProjectId;
use platform::{DbError, Tx};
use registry::Facts;
use serde_json::Value as Json;

use crate::{api, trace};

/// Tells facts of a project, in the transaction of the act that brought them; the journal keeps what that raised and lifted.
/// Nothing is written where they say nothing new.
pub fn tell(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    facts: &Facts,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = registry::structure::employer(tx, permit.actor().organisation, today)?;
    let found = registry::store::find_project(tx, organisation.id, project)?.ok_or(DbError::Missing)?;
    let mut changes = facts.clone();
    changes.retain(|name, value| *found.facts.get(name).unwrap_or(&Json::Null) != *value);
    if changes.is_empty() {
        return Ok(());
    }
    let mut told = found.clone();
    told.facts.extend(changes.clone());
    let before = api::reading(&organisation, &found, today);
    let after = api::reading(&organisation, &told, today);
    registry::store::set_facts(tx, permit, &found, &changes, now)?;
    trace::record_difference(tx, permit, project, &before, &after, now)
}
