//! Organisations and projects in the database.

mod forget_project;
mod rest;

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{Headcount, MemberId, OrganisationId, Party, ProjectId, Stage};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

pub use forget_project::{Deletion, deletion, forget_project, note_deletion};
pub use rest::{rest, resting, resume, set_aside};

use crate::model::{
    organisation::{Organisation, OrganisationKind},
    project::{Facts, Project, StageChange},
};

/// The first member of a new organisation.
#[derive(Debug, Clone)]
pub struct Founder {
    pub member: MemberId,
    pub party: Party,
    pub name: String,
    pub title: String,
    pub email: String,
    pub locale: kernel::Locale,
}

/// Creates an organisation and its first member, and gives that member the permit to start its first project.
pub fn found(
    tx: &mut Tx<'_>,
    new: &Organisation,
    founder: &Founder,
    now: Timestamp,
) -> Result<Permit, DbError> {
    tx.execute(
        "INSERT INTO organisation (organisation_id, name, kind, headcount, facts, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![new.id, &new.name, new.kind.code(), new.headcount, json!(new.facts).to_string(), now],
    )?;
    let member = access::store::NewMember {
        id: founder.member,
        party: founder.party,
        name: founder.name.clone(),
        title: founder.title.clone(),
        email: founder.email.clone(),
        locale: founder.locale,
    };
    let permit = access::store::founder(tx, new.id, &member, now)?;
    let body = json!({"name": new.name, "kind": new.kind, "headcount": new.headcount});
    journal::record(tx, &permit.author(), now, &Entry::new("organisation_created", new.id, body))?;
    access::store::add_member(tx, &permit, &member, now)?;
    Ok(permit)
}

/// Adds a project; its first stage begins on `today`.
pub fn add_project(tx: &mut Tx<'_>, permit: &Permit, new: &Project, today: Date) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO project (organisation_id, project_id, title, purpose, concerned, stage, facts, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            new.organisation,
            new.id,
            &new.title,
            &new.purpose,
            new.concerned,
            new.stage,
            json!(new.facts).to_string(),
            new.created_at
        ],
    )?;
    begin_stage(tx, new.organisation, new.id, new.stage, today)?;
    let body = json!({"title": new.title, "purpose": new.purpose, "stage": new.stage, "facts": new.facts});
    journal::record(
        tx,
        &permit.author(),
        new.created_at,
        &Entry::new("project_described", new.id, body).of(new.id),
    )
}

fn begin_stage(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    stage: Stage,
    on: Date,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO project_stage (organisation_id, project_id, began_on, stage) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        values![organisation, project, on, stage],
    )?;
    Ok(())
}

/// Moves a project to another stage, on a day, with a reason where one was asked for. `project.stage` follows in the facts.
pub fn move_stage(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: &Project,
    stage: Stage,
    on: Date,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "UPDATE project SET stage = $3 WHERE organisation_id = $1 AND project_id = $2",
        values![project.organisation, project.id, stage],
    )?;
    begin_stage(tx, project.organisation, project.id, stage, on)?;
    let body = json!({"from": project.stage, "to": stage, "on": on, "reason": reason});
    journal::record(tx, &permit.author(), now, &Entry::new("stage_moved", project.id, body).of(project.id))
}

/// Replaces some facts of a project; the journal keeps what each was and became.
pub fn set_facts(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: &Project,
    changes: &Facts,
    now: Timestamp,
) -> Result<(), DbError> {
    let mut facts = project.facts.clone();
    facts.extend(changes.clone());
    tx.execute(
        "UPDATE project SET facts = $3 WHERE organisation_id = $1 AND project_id = $2",
        values![project.organisation, project.id, json!(facts).to_string()],
    )?;
    let was: Facts = changes
        .keys()
        .map(|name| (name.clone(), project.facts.get(name).cloned().unwrap_or(serde_json::Value::Null)))
        .collect();
    let body = json!({"from": was, "to": changes});
    journal::record(tx, &permit.author(), now, &Entry::new("facts_changed", project.id, body).of(project.id))
}

/// An organisation. Errors: [`DbError::Missing`].
pub fn organisation(tx: &mut Tx<'_>, id: OrganisationId) -> Result<Organisation, DbError> {
    tx.get(
        "SELECT organisation_id, name, kind, headcount, facts FROM organisation WHERE organisation_id = $1",
        values![id],
        |row| {
            let headcount: Option<i64> = row.get(3)?;
            Ok(Organisation {
                id: row.parse(0)?,
                name: row.get(1)?,
                kind: row.parse::<OrganisationKind>(2)?,
                headcount: headcount.and_then(|n| Headcount::try_from(n).ok()),
                facts: row.json(4)?,
            })
        },
    )
}

fn read_project(row: &Row<'_>) -> Result<Project, DbError> {
    let concerned: Option<i64> = row.get(4)?;
    Ok(Project {
        organisation: row.parse(0)?,
        id: row.parse(1)?,
        title: row.get(2)?,
        purpose: row.get(3)?,
        concerned: concerned.and_then(|n| u32::try_from(n).ok()),
        stage: row.parse(5)?,
        facts: row.json(6)?,
        created_at: row.parse(7)?,
        stages: Vec::new(),
    })
}

/// A project of this organisation, with the days it changed stage. One statement: a glance may ask it.
pub fn find_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<Project>, DbError> {
    let mut found = None;
    tx.list(
        "SELECT p.organisation_id, p.project_id, p.title, p.purpose, p.concerned, p.stage, p.facts, p.created_at,
           s.began_on, s.stage
         FROM project p LEFT JOIN project_stage s ON s.organisation_id = p.organisation_id AND s.project_id = p.project_id
         WHERE p.organisation_id = $1 AND p.project_id = $2 ORDER BY s.began_on",
        values![organisation, project],
        |row| {
            let found = match &mut found {
                Some(found) => found,
                None => found.insert(read_project(row)?),
            };
            if let Some(began_on) = row.parse_opt(8)? {
                found.stages.push(StageChange { began_on, stage: row.parse(9)? });
            }
            Ok::<_, DbError>(())
        },
    )?;
    Ok(found)
}

/// The organisation's projects, newest first, without their stage history.
pub fn projects(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Project>, DbError> {
    tx.list(
        "SELECT organisation_id, project_id, title, purpose, concerned, stage, facts, created_at FROM project
         WHERE organisation_id = $1 ORDER BY created_at DESC, project_id",
        values![organisation],
        read_project,
    )
}

/// Where a project is, for the command line, which knows no organisation.
pub fn locate_project(tx: &mut Tx<'_>, project: ProjectId) -> Result<Option<OrganisationId>, DbError> {
    tx.find("SELECT organisation_id FROM project WHERE project_id = $1", values![project], |row| row.parse(0))
}
