//! One right, one answer: who comes with a code or a token, and the sheet they leave.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};
use scoring::Answer;

use super::{
    CodeDigest,
    ballot_box::{self, BallotBox, Of},
    find,
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
        "SELECT c.organisation_id, c.campaign_id, c.group_party, replace(b.used_codes, c.code_hash, '') <> b.used_codes
         FROM answer_code c JOIN ballot_box b ON b.organisation_id = c.organisation_id
           AND b.campaign_id = c.campaign_id AND b.group_party = c.group_party
         WHERE c.code_hash = $1",
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
        "SELECT 1 FROM ballot_box WHERE organisation_id = $1 AND campaign_id = $2 AND group_party = $3
           AND replace(spent_tokens, $4, '') <> spent_tokens",
        values![place.organisation, place.campaign.id, group, token.digest()],
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

/// Uses a right up and keeps the sheet, in one row that holds no order. Leaves no line in the journal: it would tell the
/// moment.
pub fn hand_in(
    tx: &mut Tx<'_>,
    right: &Right,
    answers: &BTreeMap<String, Answer>,
    today: Date,
) -> Result<HandedIn, DbError> {
    let place = match knock(tx, right, today)? {
        Door::Open(place) => place,
        Door::Used(_) => return Ok(HandedIn::Already),
        Door::Closed(_) | Door::Forged | Door::Unknown => return Ok(HandedIn::Refused),
    };
    let of = Of { organisation: place.organisation, campaign: place.campaign.id, group: place.group };
    let mut ballots = ballot_box::take(tx, of)?;
    if !use_up(&mut ballots, right) {
        return Ok(HandedIn::Already);
    }
    ballots.sheets.put(serde_json::json!(answers).to_string());
    ballot_box::put_back(tx, of, &ballots)?;
    Ok(HandedIn::Done)
}

/// False when it was used: the database lets only one of two that come at once put the box back.
fn use_up(ballots: &mut BallotBox, right: &Right) -> bool {
    match right {
        Right::Code(code) => ballots.codes.put_once(code.as_str()),
        Right::Token(token) => ballots.tokens.put_once(&token.digest()),
    }
}
