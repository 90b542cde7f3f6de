//! Results: read once the campaign is closed, and only as disclosed values.

use std::collections::BTreeMap;

use content::method::Method;
use kernel::{CampaignId, OrganisationId};
use platform::{DbError, Tx};
use scoring::{Answer, Results, Sheet};

use super::{
    ballot_box,
    publications::{self, Publication},
};
use crate::model::campaign::Campaign;

/// The results of a closed campaign, as they were published; nothing while it is not closed, nor where too few were
/// invited for statistics. Errors: sheets that are not those of this method and these groups.
pub fn results(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: &Campaign,
    method: &Method,
) -> Result<Option<Results>, DbError> {
    Ok(published(tx, organisation, campaign, method)?.map(|(results, _)| results))
}

/// The same, with the publication that they are of; none for a campaign closed before publications were kept.
pub fn published(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: &Campaign,
    method: &Method,
) -> Result<Option<(Results, Option<Publication>)>, DbError> {
    publications::read(tx, organisation, campaign, method)
}

/// The sheets of a campaign, to be scored and never to be shown.
pub(super) fn sheets(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<Sheet>, DbError> {
    let mut sheets = Vec::new();
    for (group, ballots) in ballot_box::all(tx, organisation, campaign)? {
        for line in ballots.sheets.iter() {
            // Never what stands there: it is somebody's answer.
            let answers: BTreeMap<String, Answer> =
                serde_json::from_str(line).map_err(|error| DbError::Corrupt {
                    column: "sheets".to_owned(),
                    found: campaign.to_string(),
                    reason: format!("{:?} in JSON", error.classify()),
                })?;
            sheets.push(Sheet { group: group.code().to_owned(), answers });
        }
    }
    Ok(sheets)
}
