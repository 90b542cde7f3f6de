//! Single-use codes: made in one batch, kept as digests.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Tx, secret, values};
use serde_json::json;

use super::ballot_box::{self, BallotBox};
use crate::model::{
    campaign::{Campaign, CampaignState},
    coarse::Coarse,
    code::Code,
};

/// What the database keeps of a code: its SHA-256. 128 bits of chance need no stretching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeDigest(String);

impl CodeDigest {
    pub fn of(code: Code) -> Self {
        Self(secret::digest(&code.canonical()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A code to keep, for somebody of a group.
#[derive(Debug, Clone)]
pub struct NewCode {
    pub group: Party,
    pub digest: CodeDigest,
}

/// Whether codes were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeCodes {
    Done,
    /// Somebody has answered. To give every group as many codes as it has people left would tell how many of each
    /// group answered; to give more would let somebody answer twice.
    AnswersCameIn,
    /// Not open, or the closing day has passed.
    NotOpen,
}

/// Replaces the codes of an open campaign that nobody has answered yet. The journal keeps how many, for which groups.
pub fn make_codes(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    codes: &[NewCode],
    today: Date,
    now: Timestamp,
) -> Result<MadeCodes, DbError> {
    let organisation = permit.actor().organisation;
    if used(tx, organisation, campaign.id)? > 0 {
        return Ok(MadeCodes::AnswersCameIn);
    }
    let made = tx.execute(
        "UPDATE campaign SET codes_made_on = $3, codes_made_by = $4
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = $5 AND closes_on >= $3",
        values![organisation, campaign.id, today, permit.actor().party, CampaignState::Open.code()],
    )?;
    if made == 0 {
        return Ok(MadeCodes::NotOpen);
    }
    tx.execute(
        "DELETE FROM answer_code WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign.id],
    )?;
    for code in codes {
        tx.execute(
            "INSERT INTO answer_code (organisation_id, campaign_id, code_hash, group_party) VALUES ($1, $2, $3, $4)",
            values![organisation, campaign.id, code.digest.as_str(), code.group],
        )?;
    }
    let groups: Vec<_> =
        campaign.groups.iter().map(|g| json!({"party": g.party, "codes": g.on_paper()})).collect();
    let body = json!({"codes": codes.len(), "groups": groups, "again": campaign.codes_made_on.is_some()});
    journal::record(
        tx,
        &permit.author(),
        now,
        &Entry::new("codes_made", campaign.id, body).of(campaign.project),
    )?;
    Ok(MadeCodes::Done)
}

/// How many have answered, all groups and both ways together, in steps.
pub fn answered(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Coarse, DbError> {
    count(tx, organisation, campaign, |ballots| ballots.codes.len() + ballots.tokens.len()).map(Coarse::of)
}

/// Whether a code on paper has answered, once five have answered at least: from then on everybody knows that some did.
pub fn codes_are_in_use(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<bool, DbError> {
    Ok(Coarse::of(used(tx, organisation, campaign)?) != Coarse::Few)
}

fn used(tx: &mut Tx<'_>, organisation: OrganisationId, campaign: CampaignId) -> Result<u32, DbError> {
    count(tx, organisation, campaign, |ballots| ballots.codes.len())
}

/// Sums over the boxes of a campaign.
fn count(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
    lines: impl Fn(&BallotBox) -> usize,
) -> Result<u32, DbError> {
    let boxes = ballot_box::all(tx, organisation, campaign)?;
    let lines: usize = boxes.iter().map(|(_, ballots)| lines(ballots)).sum();
    Ok(u32::try_from(lines).unwrap_or(u32::MAX))
}
