//! Spaces and what is held in them, in the database. Every change of state is journalled in its own transaction.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, OrganisationId, ProjectId, SpaceId, Sphere};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

use crate::model::{
    activity::{Activity, ActivityKind, ActivityState},
    space::Space,
};

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
    for ((sphere, id), (name, who)) in Sphere::ALL.iter().zip(ids).zip(names) {
        let is_statutory = *sphere == Sphere::Social;
        open(
            tx,
            permit,
            project,
            &Space { id, sphere: *sphere, name: name.clone(), who: who.clone(), is_statutory },
            now,
        )?;
    }
    Ok(())
}

/// Opens one space.
pub fn open(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: &Space,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO space (organisation_id, project_id, space_id, sphere, name, who, is_statutory)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![
            permit.actor().organisation,
            project,
            space.id,
            space.sphere,
            &space.name,
            &space.who,
            space.is_statutory
        ],
    )?;
    let body = json!({"sphere": space.sphere, "name": space.name, "who": space.who, "is_statutory": space.is_statutory});
    journal::record(tx, &permit.author(), now, &Entry::new("space_opened", space.id, body).of(project))
}

/// Renames a space, says who sits there and whether it is statutory. False when it is not of this project.
pub fn describe(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: &Space,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let former = spaces(tx, organisation, project)?.into_iter().find(|known| known.id == space.id);
    let Some(former) = former else { return Ok(false) };
    tx.execute(
        "UPDATE space SET name = $4, who = $5, is_statutory = $6
         WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3",
        values![organisation, project, space.id, &space.name, &space.who, space.is_statutory],
    )?;
    let words = |s: &Space| json!({"name": s.name, "who": s.who, "is_statutory": s.is_statutory});
    let body = json!({"from": words(&former), "to": words(space)});
    journal::record(tx, &permit.author(), now, &Entry::new("space_described", space.id, body).of(project))?;
    Ok(true)
}

/// The spaces of a project, in the order of the spheres.
pub fn spaces(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Space>, DbError> {
    let mut spaces = tx.list(
        "SELECT space_id, sphere, name, who, is_statutory FROM space
         WHERE organisation_id = $1 AND project_id = $2 ORDER BY space_id",
        values![organisation, project],
        |row| {
            Ok::<_, DbError>(Space {
                id: row.parse(0)?,
                sphere: row.parse(1)?,
                name: row.get(2)?,
                who: row.get(3)?,
                is_statutory: row.get(4)?,
            })
        },
    )?;
    spaces.sort_by_key(|space| space.sphere);
    Ok(spaces)
}

/// The times of dialogue of a project, planned, held and cancelled, by day.
pub fn activities(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Activity>, DbError> {
    tx.list(
        "SELECT a.activity_id, a.space_id, s.sphere, a.kind, a.title, a.held_on, a.state, a.source, a.outcome
         FROM activity a JOIN space s
           ON s.organisation_id = a.organisation_id AND s.project_id = a.project_id AND s.space_id = a.space_id
         WHERE a.organisation_id = $1 AND a.project_id = $2 ORDER BY a.held_on, a.activity_id",
        values![organisation, project],
        read_activity,
    )
}

fn read_activity(row: &Row<'_>) -> Result<Activity, DbError> {
    Ok(Activity {
        id: row.parse(0)?,
        space: row.parse(1)?,
        sphere: row.parse(2)?,
        kind: row.parse(3)?,
        title: row.get(4)?,
        on: row.parse(5)?,
        state: row.parse(6)?,
        source: row.get(7)?,
        outcome: row.get(8)?,
    })
}

/// A time of dialogue to write down.
#[derive(Debug, Clone)]
pub struct NewActivity {
    pub id: ActivityId,
    pub space: SpaceId,
    pub kind: ActivityKind,
    pub title: String,
    pub on: Date,
    pub state: ActivityState,
    pub source: Option<String>,
}

/// Writes a time of dialogue down, planned or already held. The space must be of this project (the database checks it).
pub fn plan(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewActivity,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO activity (organisation_id, project_id, activity_id, space_id, kind, title, held_on, state, source,
           outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            permit.actor().organisation,
            project,
            new.id,
            new.space,
            new.kind.code(),
            &new.title,
            new.on,
            new.state.code(),
            new.source.clone(),
            ""
        ],
    )?;
    let body = json!({"space": new.space, "kind": new.kind, "title": new.title, "on": new.on, "state": new.state,
                      "source": new.source});
    journal::record(tx, &permit.author(), now, &Entry::new("activity_planned", new.id, body).of(project))
}

/// Says what became of a time of dialogue: held on that day with that outcome, cancelled, or planned for another day.
/// False when it is not of this project.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn settle(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    activity: ActivityId,
    state: ActivityState,
    on: Date,
    outcome: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx.execute(
        "UPDATE activity SET state = $4, held_on = $5, outcome = $6
         WHERE organisation_id = $1 AND project_id = $2 AND activity_id = $3",
        values![permit.actor().organisation, project, activity, state.code(), on, outcome],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let body = json!({"state": state, "on": on, "outcome": outcome});
    journal::record(tx, &permit.author(), now, &Entry::new("activity_settled", activity, body).of(project))?;
    Ok(true)
}

/// Like [`settle`], for the activity that something drives: `campaign:<id>`, `review:<id>`. False when there is none.
#[expect(clippy::too_many_arguments, reason = "the same act as `settle`, by another name of its subject")]
pub fn settle_source(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    source: &str,
    state: ActivityState,
    on: Date,
    outcome: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let found = tx.find(
        "SELECT activity_id FROM activity WHERE organisation_id = $1 AND project_id = $2 AND source = $3
         ORDER BY activity_id",
        values![permit.actor().organisation, project, source],
        |row| row.parse::<ActivityId>(0),
    )?;
    match found {
        Some(activity) => settle(tx, permit, project, activity, state, on, outcome, now),
        None => Ok(false),
    }
}
