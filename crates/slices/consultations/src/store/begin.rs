//! Opening a consultation, and what all those of a project tell the law.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::ProjectId;
use obligations::api::{CROSSED, Council, Reading};
use platform::{DbError, Tx, values};
use registry::{Facts, Organisation, Project};
use serde_json::{Value, json};

use super::read::all_of_project;
use crate::model::{
    consultation::{Consultation, ConsultationId, Level},
    told::{governing, told},
};

/// A consultation to open.
#[derive(Debug, Clone)]
pub struct NewConsultation {
    pub id: ConsultationId,
    pub council: Council,
    pub object: String,
    pub level: Level,
    pub place: String,
    /// Whether it is a further one: without it, one that is there stands.
    pub is_further: bool,
    /// Whether people rightly work with the system already.
    pub is_use_allowed: bool,
}

/// Opens a consultation, and says which number it has. The same one sent twice is opened once.
pub fn begin(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    new: &NewConsultation,
    today: Date,
    now: Timestamp,
) -> Result<i64, DbError> {
    let actor = permit.actor();
    let all = all_of_project(tx, actor.organisation, project)?;
    let known = all.iter().find(|known| known.id == new.id).or(all.last().filter(|_| !new.is_further));
    if let Some(known) = known {
        return Ok(known.number);
    }
    let number = all.last().map_or(1, |last| last.number + 1);
    let is_use_allowed = new.is_use_allowed && number > 1;
    tx.execute(
        "INSERT INTO consultation (organisation_id, consultation_id, project_id, number, council, object, level, place,
           is_use_allowed, begun_on, by_party, by_name, by_member)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        values![
            actor.organisation,
            new.id,
            project,
            number,
            new.council.code(),
            &new.object,
            new.level.code(),
            &new.place,
            is_use_allowed,
            today,
            actor.party,
            &actor.name,
            actor.member
        ],
    )?;
    let body = json!({"council": new.council, "number": number, "object": new.object, "level": new.level, "place": new.place});
    let entry = Entry::new("consultation_begun", new.id, body).of(project);
    journal::record(tx, &permit.author(), now, &entry)?;
    if is_use_allowed {
        // A gate that was gone past before, and has opened since, is no use before this consultation.
        let facts = Facts::from([(CROSSED.to_owned(), Value::Null)]);
        obligations::api::tell(tx, permit, project, &facts, today, now)?;
    }
    tell(tx, permit, project, today, now)?;
    Ok(number)
}

/// The consultation that an act is of, and the project it is held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Of {
    pub project: ProjectId,
    /// Nothing for the latest one.
    pub number: Option<i64>,
}

pub(super) fn find(tx: &mut Tx<'_>, permit: &Permit, of: Of) -> Result<Option<Consultation>, DbError> {
    let mut all = all_of_project(tx, permit.actor().organisation, of.project)?;
    Ok(match of.number {
        Some(number) => all.into_iter().find(|known| known.number == number),
        None => all.pop(),
    })
}

/// Tells the law what the consultations of a project now say, by the one after which a decision may be taken last.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let all = all_of_project(tx, organisation, project)?;
    let employer = registry::structure::employer(tx, organisation, today)?;
    let stands = registry::store::find_project(tx, organisation, project)?.ok_or(DbError::Missing)?;
    let opens_on = |one: &Consultation| read_by(&employer, &stands, &all, one, today).opens_on();
    let read = governing(&all, opens_on).ok_or(DbError::Missing)?;
    obligations::api::tell(tx, permit, project, &told(&all, read), today, now)
}

/// The law's reading of a project by one of its consultations.
pub fn read_by(
    employer: &Organisation,
    project: &Project,
    all: &[Consultation],
    read: &Consultation,
    today: Date,
) -> Reading {
    let mut read_so = project.clone();
    read_so.facts.extend(told(all, read));
    obligations::api::reading(employer, &read_so, today)
}
