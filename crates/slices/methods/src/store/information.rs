//! What those who answer are told, kept as it stood when the campaign opened.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{CampaignId, OrganisationId};
use platform::{DbError, Tx, secret, values};
use serde_json::json;

use crate::model::{campaign::Campaign, information::Told};

/// Freezes what is told, in the transaction that opens the campaign. The journal keeps the digest of its words.
pub fn freeze(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    told: &Told,
    now: Timestamp,
) -> Result<(), DbError> {
    let words = json!(told.words).to_string();
    let digest = secret::digest(&words);
    tx.execute(
        "INSERT INTO campaign_information (organisation_id, campaign_id, version, since, words, digest)
         VALUES ($1, $2, $3, $4, $5, $6)",
        values![permit.actor().organisation, campaign.id, told.version, told.since, &words, &digest],
    )?;
    let body = json!({"version": told.version, "since": told.since, "digest": digest});
    let entry = Entry::new("information_frozen", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)
}

/// What was frozen, with the digest of its words; nothing before opening, nor for a campaign opened before it was kept.
pub fn frozen(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Option<(Told, String)>, DbError> {
    tx.find(
        "SELECT version, since, words, digest FROM campaign_information
         WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign],
        |row| {
            let told =
                Told { version: row.get(0)?, since: row.parse(1)?, words: row.json(2)?, is_frozen: true };
            Ok::<_, DbError>((told, row.get(3)?))
        },
    )
}
