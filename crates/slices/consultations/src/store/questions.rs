//! Questions of one side, answers of the other.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use platform::{DbError, Tx, secret, values};
use serde_json::json;

use super::begin::{Of, find};
use crate::model::consultation::{NotSo, QuestionId};

/// Asks a question. The same one sent twice is asked once.
pub fn ask(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    id: QuestionId,
    words: &str,
    on: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
    if found.questions.iter().any(|known| known.id == id) {
        return Ok(Ok(()));
    }
    let number = found.questions.last().map_or(1, |last| last.number + 1);
    tx.execute(
        "INSERT INTO consultation_question
           (organisation_id, question_id, consultation_id, number, words, asked_on, by_party, by_name, by_member)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![actor.organisation, id, found.id, number, words, on, actor.party, &actor.name, actor.member],
    )?;
    let said = Said { kind: "consultation_question_asked", id, number, words, on };
    in_question(tx, permit, of, &said, now).map(Ok)
}

/// Answers a question, once.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    id: QuestionId,
    words: &str,
    on: Date,
    now: Timestamp,
) -> Result<Result<(), NotSo>, DbError> {
    let actor = permit.actor();
    let Some(found) = find(tx, permit, of)? else { return Ok(Err(NotSo::Unknown)) };
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
        "UPDATE consultation_question SET answer = $3, answered_on = $4, answer_party = $5, answer_name = $6,
           answer_member = $7
         WHERE organisation_id = $1 AND question_id = $2",
        values![actor.organisation, id, words, on, actor.party, &actor.name, actor.member],
    )?;
    let said = Said { kind: "consultation_question_answered", id, number: question.number, words, on };
    in_question(tx, permit, of, &said, now).map(Ok)
}

/// What was asked or answered.
struct Said<'a> {
    kind: &'static str,
    id: QuestionId,
    number: i64,
    words: &'a str,
    on: Date,
}

/// Writes in the journal that something was asked or answered, its words as a proof.
fn in_question(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: Of,
    said: &Said<'_>,
    now: Timestamp,
) -> Result<(), DbError> {
    let body = json!({"number": said.number, "on": said.on, "words_sha256": proof(&said.id.to_string(), said.words)});
    journal::record(tx, &permit.author(), now, &Entry::new(said.kind, said.id, body).of(of.project))
}

/// The journal is read by every party: what the two sides say to each other stands there as a proof, beside which the text
/// that they keep can be laid, and never as words.
pub(super) fn proof(of: &str, words: &str) -> String {
    secret::digest(&format!("{of} {words}"))
}
