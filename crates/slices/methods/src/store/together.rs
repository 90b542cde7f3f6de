//! What was answered together: written while the campaign is open, by whoever holds the pen in the room.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Row, Tx, values};
use scoring::Answer;
use serde_json::json;

use crate::model::{
    campaign::{Answering, Campaign, CampaignState},
    together::{Attendance, Outcome, Together},
};

/// What is written of the session so far.
pub fn together(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Together, DbError> {
    let present = tx.find(
        "SELECT parties, people FROM collective_session WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign],
        |row| Ok::<_, DbError>((row.json::<Vec<Party>>(0)?, row.parse::<Attendance>(1)?)),
    )?;
    let outcomes = tx.list(
        "SELECT question, answer, one_view, other_view FROM collective_answer
         WHERE organisation_id = $1 AND campaign_id = $2 ORDER BY question",
        values![organisation, campaign],
        outcome,
    )?;
    let (parties, people) = present.map_or((Vec::new(), None), |(parties, people)| (parties, Some(people)));
    Ok(Together { parties, people, outcomes: outcomes.into_iter().collect() })
}

fn outcome(row: &Row<'_>) -> Result<(String, Outcome), DbError> {
    let (question, one, other): (String, String, String) = (row.get(0)?, row.get(2)?, row.get(3)?);
    let outcome = match row.parse_opt::<Answer>(1)? {
        Some(answer) => Outcome::Agreed { answer, words: one },
        None => Outcome::Differ { one, other },
    };
    Ok((question, outcome))
}

/// Writes down who is in the room. False when the campaign is not one that is answered together now.
pub fn attend(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    parties: &[Party],
    people: Attendance,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    if !is_in_session(tx, organisation, campaign.id)? {
        return Ok(false);
    }
    let codes: Vec<&str> = parties.iter().map(|party| party.code()).collect();
    tx.execute(
        "INSERT INTO collective_session (organisation_id, campaign_id, parties, people) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, campaign_id) DO UPDATE SET parties = excluded.parties, people = excluded.people",
        values![organisation, campaign.id, json!(codes).to_string(), people.code()],
    )?;
    let body = json!({"parties": codes, "people": people});
    let entry = Entry::new("session_attended", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(true)
}

/// Writes down what a question became. False when the campaign is not one that is answered together now.
pub fn answer_together(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    question: &str,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    if !is_in_session(tx, organisation, campaign.id)? {
        return Ok(false);
    }
    let (answer, one, other) = match outcome {
        Outcome::Agreed { answer, words } => (Some(answer.code()), words.as_str(), ""),
        Outcome::Differ { one, other } => (None, one.as_str(), other.as_str()),
    };
    tx.execute(
        "INSERT INTO collective_answer (organisation_id, campaign_id, question, answer, one_view, other_view)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organisation_id, campaign_id, question)
         DO UPDATE SET answer = excluded.answer, one_view = excluded.one_view, other_view = excluded.other_view",
        values![organisation, campaign.id, question, answer, one, other],
    )?;
    // The words stay in their table, where they can be corrected until closing.
    let body = json!({"question": question, "agreed": answer.is_some()});
    let entry = Entry::new("answered_together", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(true)
}

fn is_in_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM campaign WHERE organisation_id = $1 AND campaign_id = $2 AND state = $3 AND answering = $4",
        values![organisation, campaign, CampaignState::Open.code(), Answering::Collective.code()],
    )
}
