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
    let found = tx.find(
        "SELECT consultation_id, project_id, number, council, begun_on, by_party, by_name FROM consultation
         WHERE organisation_id = $1 AND project_id = $2 ORDER BY number DESC LIMIT 1",
        values![organisation, project],
        |row| {
            Ok::<_, DbError>(Consultation {
                id: row.parse(0)?,
                project: row.parse(1)?,
                number: row.get(2)?,
                council: row.parse(3)?,
                begun: done(row, 4)?,
                parts: BTreeMap::new(),
                questions: Vec::new(),
                events: Vec::new(),
            })
        },
    )?;
    let Some(mut found) = found else { return Ok(None) };
    found.parts = parts(tx, organisation, found.id)?;
    found.questions = questions(tx, organisation, found.id)?;
    found.events = events(tx, organisation, found.id)?;
    Ok(Some(found))
}

/// Who and when: a day, a party and a name, in three columns.
fn done(row: &Row<'_>, first: usize) -> Result<Done, DbError> {
    Ok(Done { on: row.parse(first)?, party: row.parse(first + 1)?, name: row.get(first + 2)? })
}

fn parts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    consultation: ConsultationId,
) -> Result<BTreeMap<Part, Written>, DbError> {
    let rows = tx.list(
        "SELECT part, words, written_on, by_party, by_name FROM consultation_part
         WHERE organisation_id = $1 AND consultation_id = $2",
        values![organisation, consultation],
        |row| Ok::<_, DbError>((row.parse(0)?, Written { words: row.get(1)?, by: done(row, 2)? })),
    )?;
    Ok(rows.into_iter().collect())
}

fn questions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    consultation: ConsultationId,
) -> Result<Vec<Question>, DbError> {
    tx.list(
        "SELECT question_id, number, words, asked_on, by_party, by_name, answer, answered_on, answer_party, answer_name
         FROM consultation_question WHERE organisation_id = $1 AND consultation_id = $2 ORDER BY number",
        values![organisation, consultation],
        |row| {
            let answer: Option<String> = row.get(6)?;
            let answer = match answer {
                Some(words) => Some((words, done(row, 7)?)),
                None => None,
            };
            Ok(Question { id: row.parse(0)?, number: row.get(1)?, words: row.get(2)?, asked: done(row, 3)?, answer })
        },
    )
}

fn events(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    consultation: ConsultationId,
) -> Result<Vec<Event>, DbError> {
    tx.list(
        "SELECT event_id, number, kind, happened_on, words, outcome, recorded_on, by_party, by_name, corrects,
           taken_back_on, taken_back_party, taken_back_name, taken_back_why
         FROM consultation_event WHERE organisation_id = $1 AND consultation_id = $2 ORDER BY number",
        values![organisation, consultation],
        |row| {
            let why: Option<String> = row.get(13)?;
            let taken_back = match why {
                Some(why) => Some(TakenBack { why, by: done(row, 10)? }),
                None => None,
            };
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
            })
        },
    )
}
