//! Results: read once the campaign is closed, and only as disclosed values.

use std::collections::BTreeMap;

use content::method::Method;
use kernel::{CampaignId, OrganisationId, Party};
use platform::{DbError, Tx, values};
use scoring::{Answer, Results, Sheet};

use super::publications::{self, Publication};
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
    tx.list(
        "SELECT group_party, answers FROM answer_sheet WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY sheet_id",
        values![organisation, campaign],
        |row| {
            let group: Party = row.parse(0)?;
            let answers: BTreeMap<String, Answer> = row.json(1)?;
            Ok::<_, DbError>(Sheet { group: group.code().to_owned(), answers })
        },
    )
}
