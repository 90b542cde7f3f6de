//! The least floor of an organisation's campaigns: how many people a group must have for what it said to be shown. Five for
//! everybody; an organisation may ask for more, with two keys, and never less again: the database refuses it too.

use access::Permit;
use disclosure::Floor;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::OrganisationId;
use platform::{DbError, Tx, values};
use serde_json::json;

/// The least floor that a campaign of this organisation may open under, and since when it is higher than everybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeastFloor {
    pub floor: Floor,
    pub raised_on: Option<Date>,
}

/// Where nobody has asked for more.
const EVERYBODYS: LeastFloor = LeastFloor { floor: Floor::DEFAULT, raised_on: None };

/// The least floor of an organisation.
pub fn least(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<LeastFloor, DbError> {
    let raised = tx.find(
        "SELECT floor, raised_on FROM organisation_floor WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>((row.get::<i64>(0)?, row.parse::<Date>(1)?)),
    )?;
    let Some((stored, on)) = raised else { return Ok(EVERYBODYS) };
    let floor = u32::try_from(stored).ok().and_then(|n| Floor::new(n).ok());
    // A floor that somebody lowered in the database lets nothing through: it is an error, not a rule.
    let floor = floor.ok_or_else(|| DbError::Corrupt {
        column: "floor".to_owned(),
        found: stored.to_string(),
        reason: "a floor is five at least".to_owned(),
    })?;
    Ok(LeastFloor { floor, raised_on: Some(on) })
}

/// Raises it, once both keys are turned. False where it is not higher than the one that stands.
pub fn raise(
    tx: &mut Tx<'_>,
    permit: &Permit,
    floor: Floor,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let before = least(tx, organisation)?.floor;
    if floor <= before {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO organisation_floor (organisation_id, floor, raised_on) VALUES ($1, $2, $3)
         ON CONFLICT (organisation_id) DO UPDATE SET floor = excluded.floor, raised_on = excluded.raised_on",
        values![organisation, floor.get(), today],
    )?;
    let body = json!({"from": before, "to": floor});
    journal::record(tx, &permit.author(), now, &Entry::new("least_floor_raised", organisation, body))?;
    Ok(true)
}
