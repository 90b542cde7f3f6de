//! Writing a consultation: its file, its questions, its events and what puts them right.

use std::collections::BTreeMap;

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::ProjectId;
use obligations::api::Council;
use platform::{DbError, Tx, secret, values};
use serde_json::{Value, json};

use super::read::of_project;
use crate::model::{
    consultation::{Consultation, ConsultationId, EventId, NotSo, QuestionId},
    event::{EventKind, Outcome, Side},
    part::Part,
};

/// Opens the consultation of a project. One that is there stands.
pub fn begin(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: ConsultationId,
    council: Council,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    if of_project(tx, actor.organisation, project)?.is_some() {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO consultation (organisation_id, consultation_id, project_id, number, council, begun_on, by_party, by_name)
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7)",
        values![actor.organisation, id, project, council.code(), today, actor.party, &actor.name],
    )?;
    let entry = Entry::new("consultation_begun", id, json!({"council": council})).of(project);
    journal::record(tx, &permit.author(), now, &entry)
}

/// Writes parts of the file over; an empty one goes. Errors: the file has been handed over.
pub fn write_parts(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    parts: &BTreeMap<Part, String>,
    today: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = of_project(tx, actor.organisation, project)? else { return Ok(Err(NotSo::Unknown)) };
    if found.has(EventKind::HandedOver) {
        return Ok(Err(NotSo::Already));
    }
    let stands =
        |part: &Part| found.parts.get(part).map(|written| written.words.as_str()).unwrap_or_default();
    let changed: Vec<(&Part, &String)> =
        parts.iter().filter(|(part, words)| stands(part) != words.as_str()).collect();
    for (part, words) in &changed {
        let key = values![actor.organisation, found.id, part.code()];
        tx.execute(
            "DELETE FROM consultation_part WHERE organisation_id = $1 AND consultation_id = $2 AND part = $3",
            key,
        )?;
        if !words.is_empty() {
            tx.execute(
                "INSERT INTO consultation_part (organisation_id, consultation_id, part, words, written_on, by_party, by_name)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values![actor.organisation, found.id, part.code(), *words, today, actor.party, &actor.name],
            )?;
        }
    }
    if !changed.is_empty() {
        let parts: Vec<&Part> = changed.iter().map(|(part, _)| *part).collect();
        let entry = Entry::new("consultation_file_written", found.id, json!({"parts": parts})).of(project);
        journal::record(tx, &permit.author(), now, &entry)?;
    }
    Ok(Ok(()))
}

/// Asks a question. The same one sent twice is asked once.
pub fn ask(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: QuestionId,
    words: &str,
    on: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = of_project(tx, actor.organisation, project)? else { return Ok(Err(NotSo::Unknown)) };
    if found.questions.iter().any(|known| known.id == id) {
        return Ok(Ok(()));
    }
    let number = found.questions.last().map_or(1, |last| last.number + 1);
    tx.execute(
        "INSERT INTO consultation_question
           (organisation_id, question_id, consultation_id, number, words, asked_on, by_party, by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![actor.organisation, id, found.id, number, words, on, actor.party, &actor.name],
    )?;
    let body = json!({"number": number, "on": on, "words_sha256": proof(&id.to_string(), words)});
    let entry = Entry::new("consultation_question_asked", id, body).of(project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Ok(()))
}

/// Answers a question, once.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    id: QuestionId,
    words: &str,
    on: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = of_project(tx, actor.organisation, project)? else { return Ok(Err(NotSo::Unknown)) };
    let Some(question) = found.questions.iter().find(|known| known.id == id) else {
        return Ok(Err(NotSo::Unknown));
    };
    if question.answer.is_some() {
        return Ok(Err(NotSo::Already));
    }
    if on < question.asked.on {
        return Ok(Err(NotSo::TooEarly));
    }
    tx.execute(
        "UPDATE consultation_question SET answer = $3, answered_on = $4, answer_party = $5, answer_name = $6
         WHERE organisation_id = $1 AND question_id = $2",
        values![actor.organisation, id, words, on, actor.party, &actor.name],
    )?;
    let proof = proof(&id.to_string(), words);
    let body = json!({"number": question.number, "on": on, "words_sha256": proof});
    let entry = Entry::new("consultation_question_answered", id, body).of(project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Ok(()))
}

/// When something is written down, and whether the law's limit has passed by then.
#[derive(Debug, Clone, Copy)]
pub struct At {
    pub today: Date,
    pub now: Timestamp,
    pub deemed: bool,
}

/// Something to write down.
#[derive(Debug, Clone)]
pub struct NewEvent {
    pub id: EventId,
    pub kind: EventKind,
    pub on: Date,
    pub words: String,
    pub outcome: Option<Outcome>,
}

/// Writes an event down, and tells the law its fact. The same one sent twice is written once.
pub fn record(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    side: Side,
    new: &NewEvent,
    at: At,
) -> Result<Result<(), NotSo>, DbError> {
    let At { today, now, deemed } = at;
    let organisation = permit.actor().organisation;
    let Some(found) = of_project(tx, organisation, project)? else { return Ok(Err(NotSo::Unknown)) };
    if found.events.iter().any(|known| known.id == new.id) {
        return Ok(Ok(()));
    }
    if let Err(not_so) = found.check(new.kind, side, new.on, deemed, today) {
        return Ok(Err(not_so));
    }
    insert(tx, permit, &found, new, None, today)?;
    let mut body = in_journal(new.kind, new);
    if new.kind == EventKind::HandedOver {
        body["file"] = json!(
            found
                .parts
                .iter()
                .map(|(part, written)| (part.code(), proof(part.code(), &written.words)))
                .collect::<BTreeMap<_, _>>()
        );
    }
    let entry = Entry::new(new.kind.journal_kind(), new.id, body).of(project).confiding(&["words"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    tell(tx, permit, project, today, now).map(Ok)
}

/// The journal is read by every party: what the two sides say to each other stands there as a proof, beside which the text
/// that they keep can be laid, and never as words.
fn proof(of: &str, words: &str) -> String {
    secret::digest(&format!("{of} {words}"))
}

/// What the journal says of an event.
fn in_journal(kind: EventKind, new: &NewEvent) -> Value {
    if kind.is_public() {
        return json!({"id": new.id, "on": new.on, "words": new.words, "outcome": new.outcome});
    }
    json!({"id": new.id, "on": new.on, "words_sha256": proof(&new.id.to_string(), &new.words)})
}

fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    consultation: &Consultation,
    new: &NewEvent,
    corrects: Option<EventId>,
    today: Date,
) -> Result<(), DbError> {
    let actor = permit.actor();
    let number = consultation.events.last().map_or(1, |last| last.number + 1);
    tx.execute(
        "INSERT INTO consultation_event (organisation_id, event_id, consultation_id, number, kind, happened_on, words,
           outcome, recorded_on, by_party, by_name, corrects)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values![
            actor.organisation,
            new.id,
            consultation.id,
            number,
            new.kind.code(),
            new.on,
            &new.words,
            new.outcome.map(Outcome::code),
            today,
            actor.party,
            &actor.name,
            corrects
        ],
    )?;
    Ok(())
}

/// What is wrong in an event, and what is right.
#[derive(Debug, Clone)]
pub struct Correction {
    pub event: EventId,
    pub why: String,
    /// The event as it should have been; nothing where it did not happen.
    pub instead: Option<NewEvent>,
}

/// Takes an event back with a reason, and writes down what is right. Whoever may record it may put it right.
pub fn correct(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    side: Side,
    correction: &Correction,
    at: At,
) -> Result<Result<(), NotSo>, DbError> {
    let At { today, now, .. } = at;
    let actor = permit.actor();
    let Some(mut found) = of_project(tx, actor.organisation, project)? else {
        return Ok(Err(NotSo::Unknown));
    };
    let Some(wrong) = found.events.iter().find(|event| event.id == correction.event).cloned() else {
        return Ok(Err(NotSo::Unknown));
    };
    if wrong.taken_back.is_some() {
        return Ok(Err(NotSo::Already));
    }
    if Side::of(wrong.recorded.party) != Some(side) {
        return Ok(Err(NotSo::OtherSide));
    }
    if let Some(new) = &correction.instead
        && let Err(not_so) = found.check_day(wrong.kind, new.on, today)
    {
        return Ok(Err(not_so));
    }
    tx.execute(
        "UPDATE consultation_event SET taken_back_on = $3, taken_back_why = $4, taken_back_party = $5, taken_back_name = $6
         WHERE organisation_id = $1 AND event_id = $2",
        values![actor.organisation, wrong.id, today, &correction.why, actor.party, &actor.name],
    )?;
    if let Some(new) = &correction.instead {
        insert(tx, permit, &found, new, Some(wrong.id), today)?;
        found.events.retain(|event| event.id != wrong.id);
    }
    let instead = correction.instead.as_ref().map(|new| in_journal(wrong.kind, new));
    let mut body = json!({"event": wrong.kind, "was_on": wrong.on, "instead": instead});
    if wrong.kind.is_public() {
        body["why"] = json!(correction.why);
    } else {
        body["why_sha256"] = json!(proof(&wrong.id.to_string(), &correction.why));
    }
    let entry =
        Entry::new("consultation_corrected", wrong.id, body).of(project).confiding(&["why", "instead"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    tell(tx, permit, project, today, now).map(Ok)
}

/// Tells the law what the events now say.
fn tell(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let found = of_project(tx, permit.actor().organisation, project)?.ok_or(DbError::Missing)?;
    obligations::api::tell(tx, permit, project, &found.facts(), today, now)
}
