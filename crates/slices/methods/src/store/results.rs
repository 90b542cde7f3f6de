//! Results: read once the campaign is closed, and only as disclosed values.

use std::collections::BTreeMap;

use content::method::Method;
use disclosure::LargeEnough;
use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};
use scoring::{Answer, Results, Sheet};

use crate::model::campaign::{Campaign, CampaignState};

/// The results of a closed campaign; nothing while it is not closed, nor where too few were invited for statistics.
/// Errors: sheets that are not those of this method and these groups.
pub fn results(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: &Campaign,
    method: &Method,
) -> Result<Option<Results>, DbError> {
    if campaign.state != CampaignState::Closed {
        return Ok(None);
    }
    let Ok(enough) = LargeEnough::of(campaign.invited()) else { return Ok(None) };
    let sheets = tx.list(
        "SELECT group_party, answers FROM answer_sheet WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY sheet_id",
        values![organisation, campaign.id],
        |row| {
            let group: Party = row.parse(0)?;
            let answers: BTreeMap<String, Answer> = row.json(1)?;
            Ok::<_, DbError>(Sheet { group: group.code().to_owned(), answers })
        },
    )?;
    let groups: Vec<String> = campaign.groups.iter().map(|group| group.party.code().to_owned()).collect();
    let scored = scoring::results(enough, campaign.floor, &groups, &method.for_scoring(), &sheets);
    scored.map(Some).map_err(|error| DbError::Corrupt {
        column: "answer_sheet".to_owned(),
        // Never what stands there: it is somebody's answer.
        found: campaign.id.to_string(),
        reason: error.to_string(),
    })
}
