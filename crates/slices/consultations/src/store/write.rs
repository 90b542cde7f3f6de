//! Writing a consultation: its file, its events and what puts them right.

use std::collections::BTreeMap;

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use platform::{DbError, Tx, values};
use serde_json::{Value, json};

use super::{
    begin::{Of, find, tell},
    questions::proof,
};
use crate::model::{
    consultation::{Consultation, EventId, NotSo},
    event::{EventKind, Outcome, Side},
    part::Part,
};

/// Writes parts of the file over; an empty one goes. Errors: the file has been handed over.
pub fn write_parts(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    parts: &BTreeMap<Part, String>,
    today: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
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
                "INSERT INTO consultation_part (organisation_id, consultation_id, part, words, written_on, by_party, by_name, by_member)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                values![actor.organisation, found.id, part.code(), *words, today, actor.party, &actor.name, actor.member],
            )?;
        }
    }
    if !changed.is_empty() {
        let parts: Vec<&Part> = changed.iter().map(|(part, _)| *part).collect();
        let entry = Entry::new("consultation_file_written", found.id, json!({"parts": parts})).of(of.project);
        journal::record(tx, &permit.author(), now, &entry)?;
    }
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
    /// The meeting that it is of.
    pub about: Option<EventId>,
}

/// Writes an event down, and tells the law its fact. The same one sent twice is written once.
pub fn record(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    side: Side,
    new: &NewEvent,
    at: At,
) -> Result<Result<(), NotSo>, DbError> {
    let At { today, now, deemed } = at;
    let Some(found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
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
    let entry = Entry::new(new.kind.journal_kind(), new.id, body).of(of.project).confiding(&["words"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    tell(tx, permit, of.project, today, now).map(Ok)
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
           outcome, recorded_on, by_party, by_name, corrects, about, by_member)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
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
            corrects,
            new.about,
            actor.member
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
    of: Of,
    side: Side,
    correction: &Correction,
    at: At,
) -> Result<Result<(), NotSo>, DbError> {
    let At { today, now, .. } = at;
    let actor = permit.actor();
    let Some(mut found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
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
        "UPDATE consultation_event SET taken_back_on = $3, taken_back_why = $4, taken_back_party = $5, taken_back_name = $6,
           taken_back_member = $7
         WHERE organisation_id = $1 AND event_id = $2",
        values![actor.organisation, wrong.id, today, &correction.why, actor.party, &actor.name, actor.member],
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
        Entry::new("consultation_corrected", wrong.id, body).of(of.project).confiding(&["why", "instead"]);
    journal::record(tx, &permit.author(), now, &entry)?;
    tell(tx, permit, of.project, today, now).map(Ok)
}

/// Says the same as the other side, of what both say together.
pub fn join(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    side: Side,
    event: EventId,
    at: At,
) -> Result<Result<(), NotSo>, DbError> {
    let At { today, now, .. } = at;
    let actor = permit.actor();
    let Some(found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
    let known = found.events.iter().find(|known| known.id == event && known.kind.is_joint());
    let Some(known) = known.filter(|known| known.taken_back.is_none()) else {
        return Ok(Err(NotSo::Unknown));
    };
    if known.joined.is_some() {
        return Ok(Ok(()));
    }
    if Side::of(known.recorded.party) == Some(side) {
        return Ok(Err(NotSo::OtherSide));
    }
    tx.execute(
        "UPDATE consultation_event SET joined_on = $3, joined_party = $4, joined_name = $5, joined_member = $6
         WHERE organisation_id = $1 AND event_id = $2",
        values![actor.organisation, event, today, actor.party, &actor.name, actor.member],
    )?;
    let body = json!({"event": known.kind, "words_sha256": proof(&event.to_string(), &known.words)});
    let entry = Entry::new("consultation_joined", event, body).of(of.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(Ok(()))
}
