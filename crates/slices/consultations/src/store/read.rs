//! Reading a consultation: one query per table, put together here.

use std::collections::BTreeMap;

use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};

use crate::model::{
    consultation::{Consultation, ConsultationId, Done, Event, Question, TakenBack, Written},
    part::Part,
};

/// The latest consultation of a project.
pub fn of_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<Consultation>, DbError> {
    Ok(all_of_project(tx, organisation, project)?.pop())
}

/// Every consultation of a project, by number.
pub fn all_of_project(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Consultation>, DbError> {
    let mut all = tx.list(
        "SELECT consultation_id, project_id, number, council, object, level, place, is_use_allowed, begun_on, by_party, by_name
         FROM consultation WHERE organisation_id = $1 AND project_id = $2 ORDER BY number",
        values![organisation, project],
        |row| {
            Ok::<_, DbError>(Consultation {
                id: row.parse(0)?,
                project: row.parse(1)?,
                number: row.get(2)?,
                council: row.parse(3)?,
                object: row.get(4)?,
                level: row.parse(5)?,
                place: row.get(6)?,
                is_use_allowed: row.get(7)?,
                begun: done(row, 8)?,
                parts: BTreeMap::new(),
                questions: Vec::new(),
                events: Vec::new(),
            })
        },
    )?;
    if all.is_empty() {
        return Ok(all);
    }
    let (parts, questions, events) = (
        parts(tx, organisation, project)?,
        questions(tx, organisation, project)?,
        events(tx, organisation, project)?,
    );
    for one in &mut all {
        let id = one.id;
        let of_it = parts.iter().filter(|(of, ..)| *of == id);
        one.parts = of_it.map(|(_, part, written)| (*part, written.clone())).collect();
        one.questions = questions.iter().filter(|(of, _)| *of == id).map(|(_, one)| one.clone()).collect();
        one.events = events.iter().filter(|(of, _)| *of == id).map(|(_, one)| one.clone()).collect();
    }
    Ok(all)
}

/// Who and when: a day, a party and a name, in three columns.
fn done(row: &Row<'_>, first: usize) -> Result<Done, DbError> {
    Ok(Done { on: row.parse(first)?, party: row.parse(first + 1)?, name: row.get(first + 2)? })
}

fn parts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(ConsultationId, Part, Written)>, DbError> {
    tx.list(
        "SELECT x.consultation_id, x.part, x.words, x.written_on, x.by_party, x.by_name
         FROM consultation_part x JOIN consultation c
           ON c.organisation_id = x.organisation_id AND c.consultation_id = x.consultation_id
         WHERE x.organisation_id = $1 AND c.project_id = $2",
        values![organisation, project],
        |row| Ok((row.parse(0)?, row.parse(1)?, Written { words: row.get(2)?, by: done(row, 3)? })),
    )
}

fn questions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(ConsultationId, Question)>, DbError> {
    tx.list(
        "SELECT x.question_id, x.number, x.words, x.asked_on, x.by_party, x.by_name, x.answer, x.answered_on,
           x.answer_party, x.answer_name, x.consultation_id
         FROM consultation_question x JOIN consultation c
           ON c.organisation_id = x.organisation_id AND c.consultation_id = x.consultation_id
         WHERE x.organisation_id = $1 AND c.project_id = $2 ORDER BY x.number",
        values![organisation, project],
        |row| {
            let answer: Option<String> = row.get(6)?;
            let answer = match answer {
                Some(words) => Some((words, done(row, 7)?)),
                None => None,
            };
            let (id, number, words) = (row.parse(0)?, row.get(1)?, row.get(2)?);
            Ok((row.parse(10)?, Question { id, number, words, asked: done(row, 3)?, answer }))
        },
    )
}

fn events(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<(ConsultationId, Event)>, DbError> {
    tx.list(
        "SELECT x.event_id, x.number, x.kind, x.happened_on, x.words, x.outcome, x.recorded_on, x.by_party, x.by_name,
           x.corrects, x.taken_back_on, x.taken_back_party, x.taken_back_name, x.taken_back_why, x.about, x.joined_on,
           x.joined_party, x.joined_name, x.consultation_id
         FROM consultation_event x JOIN consultation c
           ON c.organisation_id = x.organisation_id AND c.consultation_id = x.consultation_id
         WHERE x.organisation_id = $1 AND c.project_id = $2 ORDER BY x.number",
        values![organisation, project],
        |row| Ok((row.parse(18)?, event(row)?)),
    )
}

fn event(row: &Row<'_>) -> Result<Event, DbError> {
    let why: Option<String> = row.get(13)?;
    let taken_back = match why {
        Some(why) => Some(TakenBack { why, by: done(row, 10)? }),
        None => None,
    };
    let joined_on: Option<String> = row.get(15)?;
    Ok(Event {
        id: row.parse(0)?,
        number: row.get(1)?,
        kind: row.parse(2)?,
        on: row.parse(3)?,
        words: row.get(4)?,
        outcome: row.parse_opt(5)?,
        recorded: done(row, 6)?,
        corrects: row.parse_opt(9)?,
        taken_back,
        about: row.parse_opt(14)?,
        joined: if joined_on.is_some() { Some(done(row, 15)?) } else { None },
    })
}
