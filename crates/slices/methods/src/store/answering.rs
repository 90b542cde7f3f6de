//! One right, one answer: who comes with a code or a token, and the sheet they leave.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{
    CodeDigest, SheetId, find,
    mixing::{self, Of, mix},
};
use crate::model::{
    campaign::Campaign,
    token::{PublicKey, Token},
};

/// What somebody comes with.
#[derive(Debug, Clone)]
pub enum Right {
    Code(CodeDigest),
    Token(Token),
}

impl From<CodeDigest> for Right {
    fn from(code: CodeDigest) -> Self {
        Self::Code(code)
    }
}

/// Where a right leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub organisation: OrganisationId,
    pub campaign: Campaign,
    pub group: Party,
}

/// What a right opens today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// It may answer.
    Open(Place),
    /// It has answered.
    Used(Place),
    /// The closing day has passed.
    Closed(Place),
    /// The token was not signed with the key it names.
    Forged,
    /// No such right: mistyped, replaced, or of a campaign that is closed.
    Unknown,
}

/// What a right opens. A code or a token does not say which organisation it belongs to.
pub fn knock(tx: &mut Tx<'_>, right: &Right, today: Date) -> Result<Door, DbError> {
    match right {
        Right::Code(code) => knock_with_code(tx, code, today),
        Right::Token(token) => knock_with_token(tx, token, today),
    }
}

fn knock_with_code(tx: &mut Tx<'_>, code: &CodeDigest, today: Date) -> Result<Door, DbError> {
    let known = tx.find(
        "SELECT organisation_id, campaign_id, group_party, is_used FROM answer_code WHERE code_hash = $1",
        values![code.as_str()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?, row.get::<bool>(3)?)),
    )?;
    let Some((organisation, campaign, group, is_used)) = known else { return Ok(Door::Unknown) };
    let Some(campaign) = find(tx, organisation, campaign)? else { return Ok(Door::Unknown) };
    Ok(door(Place { organisation, campaign, group }, is_used, today))
}

fn knock_with_token(tx: &mut Tx<'_>, token: &Token, today: Date) -> Result<Door, DbError> {
    let known = tx.find(
        "SELECT organisation_id, campaign_id, group_party, public_key FROM token_key WHERE key_id = $1",
        values![token.key()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?, row.get::<String>(3)?)),
    )?;
    let Some((organisation, id, group, key)) = known else { return Ok(Door::Unknown) };
    if !PublicKey::parse(&key).is_some_and(|key| token.is_signed_by(&key)) {
        return Ok(Door::Forged);
    }
    let Some(campaign) = find(tx, organisation, id)? else { return Ok(Door::Unknown) };
    let place = Place { organisation, campaign, group };
    let is_used = tx.exists(
        "SELECT 1 FROM spent_token WHERE organisation_id = $1 AND campaign_id = $2 AND token_hash = $3",
        values![place.organisation, place.campaign.id, token.digest()],
    )?;
    Ok(door(place, is_used, today))
}

fn door(place: Place, is_used: bool, today: Date) -> Door {
    match (is_used, place.campaign.takes_answers(today)) {
        (true, _) => Door::Used(place),
        (false, true) => Door::Open(place),
        (false, false) => Door::Closed(place),
    }
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    Done,
    /// This right has answered: the same sheet sent twice over a slow line, most often.
    Already,
    /// The right opens nothing, or no longer.
    Refused,
}

/// Uses a right up and keeps the sheet, both or neither, and mixes both with the others of their group. Leaves no line in
/// the journal: it would tell the moment.
pub fn hand_in(
    tx: &mut Tx<'_>,
    right: &Right,
    answers: &BTreeMap<String, Answer>,
    fresh: &mut dyn FnMut() -> SheetId,
    today: Date,
) -> Result<HandedIn, DbError> {
    let place = match knock(tx, right, today)? {
        Door::Open(place) => place,
        Door::Used(_) => return Ok(HandedIn::Already),
        Door::Closed(_) | Door::Forged | Door::Unknown => return Ok(HandedIn::Refused),
    };
    if !use_up(tx, right, &place, fresh)? {
        return Ok(HandedIn::Already);
    }
    let answers = serde_json::json!(answers).to_string();
    let sheet = fresh();
    tx.execute(
        "INSERT INTO answer_sheet (organisation_id, campaign_id, sheet_id, group_party, answers)
         VALUES ($1, $2, $3, $4, $5)",
        values![place.organisation, place.campaign.id, sheet, place.group, answers],
    )?;
    mix(tx, &mixing::SHEETS, of(&place), &sheet.to_string(), fresh)?;
    Ok(HandedIn::Done)
}

fn of(place: &Place) -> Of {
    Of { organisation: place.organisation, campaign: place.campaign.id, group: place.group }
}

/// The database arbitrates between two that come at once: only one changes the row, or writes it.
fn use_up(
    tx: &mut Tx<'_>,
    right: &Right,
    place: &Place,
    fresh: &mut dyn FnMut() -> SheetId,
) -> Result<bool, DbError> {
    let (organisation, campaign) = (place.organisation, place.campaign.id);
    match right {
        Right::Code(code) => {
            let used = tx.execute(
                "UPDATE answer_code SET is_used = $4
                 WHERE organisation_id = $1 AND campaign_id = $2 AND code_hash = $3 AND is_used = $5",
                values![organisation, campaign, code.as_str(), true, false],
            )?;
            mix(tx, &mixing::CODES, of(place), code.as_str(), fresh)?;
            Ok(used > 0)
        }
        Right::Token(token) => {
            let digest = token.digest();
            let used = tx.execute(
                "INSERT INTO spent_token (organisation_id, campaign_id, token_hash, group_party)
                 VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                values![organisation, campaign, &digest, place.group],
            )?;
            mix(tx, &mixing::TOKENS, of(place), &digest, fresh)?;
            Ok(used > 0)
        }
    }
}
