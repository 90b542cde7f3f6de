//! One code, one answer: who comes with a code, and the sheet they leave.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{CodeDigest, SheetId, find};
use crate::model::campaign::Campaign;

/// Where a code leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub organisation: OrganisationId,
    pub campaign: Campaign,
    pub group: Party,
}

/// What a code opens today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// The code may answer.
    Open(Place),
    /// The code has answered.
    Used(Place),
    /// The closing day has passed.
    Closed(Place),
    /// No such code: mistyped, replaced, or of a campaign that is closed.
    Unknown,
}

/// What a code opens. The one look-up without an organisation: a code does not say which it belongs to.
pub fn knock(tx: &mut Tx<'_>, code: &CodeDigest, today: Date) -> Result<Door, DbError> {
    let known = tx.find(
        "SELECT organisation_id, campaign_id, group_party, is_used FROM answer_code WHERE code_hash = $1",
        values![code.as_str()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?, row.get::<bool>(3)?)),
    )?;
    let Some((organisation, campaign, group, is_used)) = known else { return Ok(Door::Unknown) };
    let Some(campaign) = find(tx, organisation, campaign)? else { return Ok(Door::Unknown) };
    let open = campaign.takes_answers(today);
    let place = Place { organisation, campaign, group };
    Ok(match (is_used, open) {
        (true, _) => Door::Used(place),
        (false, true) => Door::Open(place),
        (false, false) => Door::Closed(place),
    })
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    Done,
    /// This code has answered: the same sheet sent twice over a slow line, most often.
    Already,
    /// The code opens nothing, or no longer.
    Refused,
}

/// Uses a code up and keeps the sheet, both or neither. Leaves no line in the journal: it would tell the moment.
pub fn hand_in(
    tx: &mut Tx<'_>,
    code: &CodeDigest,
    answers: &BTreeMap<String, Answer>,
    sheet: SheetId,
    today: Date,
) -> Result<HandedIn, DbError> {
    let place = match knock(tx, code, today)? {
        Door::Open(place) => place,
        Door::Used(_) => return Ok(HandedIn::Already),
        Door::Closed(_) | Door::Unknown => return Ok(HandedIn::Refused),
    };
    // The database arbitrates between two that come at once: only one changes the row.
    let used = tx.execute(
        "UPDATE answer_code SET is_used = $4
         WHERE organisation_id = $1 AND campaign_id = $2 AND code_hash = $3 AND is_used = $5",
        values![place.organisation, place.campaign.id, code.as_str(), true, false],
    )?;
    if used == 0 {
        return Ok(HandedIn::Already);
    }
    let answers = serde_json::json!(answers).to_string();
    tx.execute(
        "INSERT INTO answer_sheet (organisation_id, campaign_id, sheet_id, group_party, answers)
         VALUES ($1, $2, $3, $4, $5)",
        values![place.organisation, place.campaign.id, sheet, place.group, answers],
    )?;
    Ok(HandedIn::Done)
}
