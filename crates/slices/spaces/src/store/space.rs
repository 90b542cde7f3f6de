//! Spaces in the database.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{OrganisationId, ProjectId, SpaceId, Sphere};
use platform::{DbError, Row, Tx, clock::civil_day, values};
use serde_json::{Value, json};

use crate::model::space::{Closed, Mandate, Space};

/// Opens the three spaces of a new project, one for each sphere in the order of [`Sphere::ALL`]; `names` are their names
/// and who sits there. The social one is statutory; where no text gives it powers, [`open`] each space, or [`describe`] it.
pub fn open_defaults(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    ids: [SpaceId; 3],
    names: &[(String, String); 3],
    now: Timestamp,
) -> Result<(), DbError> {
    for ((sphere, id), words) in Sphere::ALL.iter().zip(ids).zip(names) {
        let is_statutory = *sphere == Sphere::Social;
        let space = Space::new(id, *sphere, words.clone(), is_statutory, civil_day(now));
        open(tx, permit, project, &space, now)?;
    }
    Ok(())
}

/// Opens one space. The database refuses one that would consult without being statutory.
pub fn open(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: &Space,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO space (organisation_id, project_id, space_id, sphere, name, who, is_statutory, level, form,
           mandate_may, mandate_may_not, rhythm_weeks, opened_on, closed_because)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            permit.actor().organisation,
            project,
            space.id,
            space.sphere,
            &space.name,
            &space.who,
            space.is_statutory,
            space.level.code(),
            space.form.code(),
            &space.mandate.may,
            &space.mandate.may_not,
            space.rhythm_weeks.map(i64::from),
            space.opened_on,
            ""
        ],
    )?;
    let mut body = words(space);
    body["sphere"] = json!(space.sphere);
    journal::record(tx, &permit.author(), now, &Entry::new("space_opened", space.id, body).of(project))
}

/// Says again what a space is called, who sits there, what it may do and how often it meets. False when it is not of this
/// project.
pub fn describe(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: &Space,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let Some(former) = find(tx, organisation, project, space.id)? else { return Ok(false) };
    tx.execute(
        "UPDATE space SET name = $4, who = $5, is_statutory = $6, level = $7, form = $8, mandate_may = $9,
           mandate_may_not = $10, rhythm_weeks = $11
         WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3",
        values![
            organisation,
            project,
            space.id,
            &space.name,
            &space.who,
            space.is_statutory,
            space.level.code(),
            space.form.code(),
            &space.mandate.may,
            &space.mandate.may_not,
            space.rhythm_weeks.map(i64::from)
        ],
    )?;
    let body = json!({"from": words(&former), "to": words(space)});
    journal::record(tx, &permit.author(), now, &Entry::new("space_described", space.id, body).of(project))?;
    Ok(true)
}

/// What people say of a space, for the journal.
fn words(space: &Space) -> Value {
    json!({"name": space.name, "who": space.who, "is_statutory": space.is_statutory, "level": space.level,
           "form": space.form, "mandate": space.mandate, "rhythm_weeks": space.rhythm_weeks})
}

/// Closes a space until it is looked at again, or leaves it closed until another day. False when it is not of this project.
pub fn close(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: SpaceId,
    closed: &Closed,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx.execute(
        "UPDATE space SET closed_on = $4, closed_because = $5, next_review_on = $6
         WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3",
        values![permit.actor().organisation, project, space, closed.on, &closed.because, closed.next_review],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let body = json!({"because": closed.because, "next_review": closed.next_review});
    journal::record(tx, &permit.author(), now, &Entry::new("space_closed", space, body).of(project))?;
    Ok(true)
}

/// Opens a closed space again. False when it is open, or not of this project.
pub fn reopen(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: SpaceId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx.execute(
        "UPDATE space SET closed_on = NULL, closed_because = $4, next_review_on = NULL
         WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3 AND closed_on IS NOT NULL",
        values![permit.actor().organisation, project, space, ""],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    journal::record(tx, &permit.author(), now, &Entry::new("space_reopened", space, json!({})).of(project))?;
    Ok(true)
}

/// The spaces of a project, open and closed, in the order of the spheres.
pub fn spaces(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Space>, DbError> {
    let mut spaces = tx.list(
        "SELECT space_id, sphere, name, who, is_statutory, level, form, mandate_may, mandate_may_not, rhythm_weeks,
           opened_on, closed_on, closed_because, next_review_on
         FROM space WHERE organisation_id = $1 AND project_id = $2 ORDER BY space_id",
        values![organisation, project],
        read,
    )?;
    spaces.sort_by_key(|space| space.sphere);
    Ok(spaces)
}

/// A space of this project.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    space: SpaceId,
) -> Result<Option<Space>, DbError> {
    Ok(spaces(tx, organisation, project)?.into_iter().find(|known| known.id == space))
}

fn read(row: &Row<'_>) -> Result<Space, DbError> {
    let rhythm: Option<i64> = row.get(9)?;
    let closed = match (row.parse_opt(11)?, row.parse_opt(13)?) {
        (Some(on), Some(next_review)) => Some(Closed { on, because: row.get(12)?, next_review }),
        _ => None,
    };
    Ok(Space {
        id: row.parse(0)?,
        sphere: row.parse(1)?,
        name: row.get(2)?,
        who: row.get(3)?,
        is_statutory: row.get(4)?,
        level: row.parse(5)?,
        form: row.parse(6)?,
        mandate: Mandate { may: row.get(7)?, may_not: row.get(8)? },
        rhythm_weeks: rhythm.and_then(|weeks| u8::try_from(weeks).ok()),
        opened_on: row.parse(10)?,
        closed,
    })
}
