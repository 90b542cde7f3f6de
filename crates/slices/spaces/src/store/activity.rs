//! Times of dialogue in the database.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, OrganisationId, ProjectId, SpaceId};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

use crate::model::{
    activity::{Activity, ActivityKind, ActivityState, Round},
    space::Form,
};

/// The times of dialogue of a project, planned, held and cancelled, by day.
pub fn activities(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Activity>, DbError> {
    tx.list(
        "SELECT a.activity_id, a.space_id, s.sphere, a.kind, a.title, a.held_on, a.state, a.source, a.outcome,
           a.form, a.round, a.follows, a.without_understanding
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
        form: row.parse(9)?,
        round: row.parse(10)?,
        follows: row.parse_opt(11)?,
        without_understanding: row.get(12)?,
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

/// What people say of a time of dialogue beside what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    pub form: Form,
    pub round: Round,
    pub follows: Option<ActivityId>,
    pub without_understanding: String,
}

impl Declared {
    /// What goes without saying.
    pub fn usual(kind: ActivityKind) -> Self {
        Self {
            form: kind.usual_form(),
            round: kind.usual_round(),
            follows: None,
            without_understanding: String::new(),
        }
    }
}

/// Writes a time of dialogue down with its usual form and round. The space must be of this project.
pub fn plan(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewActivity,
    now: Timestamp,
) -> Result<(), DbError> {
    plan_as(tx, permit, project, new, &Declared::usual(new.kind), now)
}

/// Writes a time of dialogue down, planned or already held. The database refuses a consultation in an informal space.
/// Errors: [`DbError::Missing`] where the space is not of this project.
pub fn plan_as(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewActivity,
    declared: &Declared,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let is_statutory = tx.get(
        "SELECT is_statutory FROM space WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3",
        values![organisation, project, new.space],
        |row| row.get::<bool>(0),
    )?;
    tx.execute(
        "INSERT INTO activity (organisation_id, project_id, activity_id, space_id, kind, title, held_on, state, source,
           outcome, is_statutory, form, round, follows, without_understanding)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        values![
            organisation,
            project,
            new.id,
            new.space,
            new.kind.code(),
            &new.title,
            new.on,
            new.state.code(),
            new.source.clone(),
            "",
            is_statutory,
            declared.form.code(),
            declared.round.code(),
            declared.follows,
            &declared.without_understanding
        ],
    )?;
    let body = json!({"space": new.space, "kind": new.kind, "title": new.title, "on": new.on, "state": new.state,
                      "source": new.source, "form": declared.form, "round": declared.round,
                      "follows": declared.follows, "without_understanding": declared.without_understanding});
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

/// Like [`settle`], saying again which form and which round it is.
#[expect(clippy::too_many_arguments, reason = "one act in the words of the form that asks for it")]
pub fn settle_as(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    activity: ActivityId,
    state: ActivityState,
    on: Date,
    outcome: &str,
    declared: &Declared,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx.execute(
        "UPDATE activity SET state = $4, held_on = $5, outcome = $6, form = $7, round = $8, follows = $9,
           without_understanding = $10
         WHERE organisation_id = $1 AND project_id = $2 AND activity_id = $3",
        values![
            permit.actor().organisation,
            project,
            activity,
            state.code(),
            on,
            outcome,
            declared.form.code(),
            declared.round.code(),
            declared.follows,
            &declared.without_understanding
        ],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let body = json!({"state": state, "on": on, "outcome": outcome, "form": declared.form, "round": declared.round,
                      "follows": declared.follows, "without_understanding": declared.without_understanding});
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
