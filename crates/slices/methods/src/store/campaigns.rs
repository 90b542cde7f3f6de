//! Preparing, opening, closing. What opening freezes (method, groups, floor) has no statement that could change it.

use access::Permit;
use disclosure::Floor;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{ActivityId, CampaignId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};
use serde_json::{Value as Json, json};

use super::{Issue, ballot_box, letters, publications};
use crate::{
    model::campaign::{Campaign, CampaignState, Group, NewCampaign},
    on_thread,
};

/// Writes a campaign down as proposed. It asks nobody anything until two keys open it.
pub fn prepare(tx: &mut Tx<'_>, permit: &Permit, new: &NewCampaign, now: Timestamp) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute(
        "INSERT INTO campaign (organisation_id, campaign_id, project_id, space_id, method, method_version, title, stage,
           state, floor, closes_on, answering) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        values![
            organisation,
            new.id,
            new.project,
            new.space,
            &new.method,
            &new.method_version,
            &new.title,
            new.stage,
            CampaignState::Prepared.code(),
            new.floor.get(),
            new.closes_on,
            new.answering.code()
        ],
    )?;
    for group in &new.groups {
        tx.execute(
            "INSERT INTO campaign_group (organisation_id, campaign_id, party, label, code_count, by_mail)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![organisation, new.id, group.party, &group.label, group.codes, group.by_mail],
        )?;
    }
    letters::invite(tx, organisation, new.id, &new.letters)?;
    let body = json!({"title": new.title, "method": new.method, "version": new.method_version, "stage": new.stage,
                      "answering": new.answering, "floor": new.floor, "closes_on": new.closes_on, "groups": in_words(&new.groups)});
    journal::record(tx, &permit.author(), now, &Entry::new("campaign_prepared", new.id, body).of(new.project))
}

/// The groups as the journal keeps them.
fn in_words(groups: &[Group]) -> Vec<Json> {
    groups
        .iter()
        .map(|group| json!({"party": group.party, "label": group.label, "codes": group.codes, "by_mail": group.by_mail}))
        .collect()
}

/// Drops a campaign that nobody has opened. False when it is no longer only prepared.
pub fn abandon(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let prepared = tx.exists(
        "SELECT 1 FROM campaign WHERE organisation_id = $1 AND campaign_id = $2 AND state = $3",
        values![organisation, campaign.id, CampaignState::Prepared.code()],
    )?;
    if !prepared {
        return Ok(false);
    }
    letters::erase(tx, organisation, campaign.id)?;
    tx.execute(
        "DELETE FROM campaign_group WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign.id],
    )?;
    tx.execute(
        "DELETE FROM campaign WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign.id],
    )?;
    let body = json!({"title": campaign.title});
    let entry = Entry::new("campaign_abandoned", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(true)
}

/// Opens a campaign, once both keys are turned, keeps what its letters need, and puts it on the thread. False when it was not only prepared.
pub fn open(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    issue: &Issue,
    activity: ActivityId,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let sent_on = (!issue.letters.is_empty()).then_some(today);
    let opened = tx.execute(
        "UPDATE campaign SET state = $3, opened_on = $4, letters_sent_on = $6
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = $5",
        values![
            organisation,
            campaign.id,
            CampaignState::Open.code(),
            today,
            CampaignState::Prepared.code(),
            sent_on
        ],
    )?;
    if opened == 0 {
        return Ok(false);
    }
    ballot_box::set_out(tx, organisation, campaign.id, campaign.groups.iter().map(|group| group.party))?;
    letters::issue(tx, organisation, campaign.id, issue)?;
    on_thread::opened(tx, permit, campaign, activity, now)?;
    let body = json!({"answering": campaign.answering, "floor": campaign.floor, "closes_on": campaign.closes_on, "groups": in_words(&campaign.groups)});
    let entry = Entry::new("campaign_opened", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(true)
}

/// Closes and so publishes a campaign, once both keys are turned. Its codes and letters go, and its boxes are written
/// again with their sheets alone. False when it was not open.
pub fn close(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    outcome: &str,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let closed = tx.execute(
        "UPDATE campaign SET state = $3, closed_on = $4
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = $5",
        values![organisation, campaign.id, CampaignState::Closed.code(), today, CampaignState::Open.code()],
    )?;
    if closed == 0 {
        return Ok(false);
    }
    tx.execute(
        "DELETE FROM answer_code WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign.id],
    )?;
    let refused = letters::refused(tx, organisation, campaign.id)?;
    letters::erase(tx, organisation, campaign.id)?;
    ballot_box::empty_of_rights(tx, organisation, campaign.id)?;
    on_thread::closed(tx, permit, campaign, outcome, today, now)?;
    // No count here: what may be shown of it is for the results to say.
    let entry = Entry::new("campaign_closed", campaign.id, json!({"on": today, "refused": refused}))
        .of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)?;
    publications::publish(tx, permit, campaign, today, now)?;
    Ok(true)
}

/// The campaigns of a project, newest first.
pub fn campaigns(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Campaign>, DbError> {
    // Ids are made from the time, so their order is that of preparation.
    let mut campaigns = tx.list(
        "SELECT campaign_id, project_id, space_id, method, method_version, title, stage, state, floor, closes_on,
           opened_on, closed_on, codes_made_on, codes_made_by, answering, letters_sent_on
         FROM campaign WHERE organisation_id = $1 AND project_id = $2 ORDER BY campaign_id DESC",
        values![organisation, project],
        read_campaign,
    )?;
    for campaign in &mut campaigns {
        campaign.groups = groups(tx, organisation, campaign.id)?;
    }
    Ok(campaigns)
}

/// A campaign of this organisation.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Option<Campaign>, DbError> {
    let found = tx.find(
        "SELECT campaign_id, project_id, space_id, method, method_version, title, stage, state, floor, closes_on,
           opened_on, closed_on, codes_made_on, codes_made_by, answering, letters_sent_on
         FROM campaign WHERE organisation_id = $1 AND campaign_id = $2",
        values![organisation, campaign],
        read_campaign,
    )?;
    let Some(mut found) = found else { return Ok(None) };
    found.groups = groups(tx, organisation, found.id)?;
    Ok(Some(found))
}

fn read_campaign(row: &Row<'_>) -> Result<Campaign, DbError> {
    Ok(Campaign {
        id: row.parse(0)?,
        project: row.parse(1)?,
        space: row.parse(2)?,
        method: row.get(3)?,
        method_version: row.get(4)?,
        title: row.get(5)?,
        stage: row.parse(6)?,
        state: row.parse(7)?,
        floor: floor(row.get(8)?)?,
        closes_on: row.parse(9)?,
        opened_on: row.parse_opt(10)?,
        closed_on: row.parse_opt(11)?,
        codes_made_on: row.parse_opt(12)?,
        codes_made_by: row.parse_opt(13)?,
        answering: row.parse(14)?,
        letters_sent_on: row.parse_opt(15)?,
        groups: Vec::new(),
    })
}

/// A floor that somebody lowered in the database shows nothing: it is an error, not a rule.
pub(super) fn floor(stored: i64) -> Result<Floor, DbError> {
    let read = u32::try_from(stored).map_err(|error| error.to_string());
    read.and_then(|n| Floor::new(n).map_err(|error| error.to_string())).map_err(|reason| DbError::Corrupt {
        column: "floor".to_owned(),
        found: stored.to_string(),
        reason,
    })
}

fn groups(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<Group>, DbError> {
    let mut groups = tx.list(
        "SELECT party, label, code_count, by_mail FROM campaign_group WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY party",
        values![organisation, campaign],
        |row| {
            let (codes, by_mail): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok::<_, DbError>(Group {
                party: row.parse(0)?,
                label: row.get(1)?,
                codes: u32::try_from(codes).unwrap_or(0),
                by_mail: u32::try_from(by_mail).unwrap_or(0),
            })
        },
    )?;
    groups.sort_by_key(|group| group.party);
    Ok(groups)
}
