//! What was published: written in the transaction that publishes, and the memory of every later publication.

use std::collections::BTreeMap;

use access::Permit;
use content::method::Method;
use disclosure::{Floor, LargeEnough};
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{CampaignId, OrganisationId};
use platform::{DbError, Tx, secret, values};
use scoring::{Earlier, Published, Results, Sheet};
use serde_json::json;

use super::results::sheets;
use crate::model::campaign::{Answering, Campaign, CampaignState};

/// A publication of a campaign's results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// One at closing, one more each time the floor is raised.
    pub number: u32,
    pub floor: Floor,
    pub on: Date,
    /// SHA-256 of the values as they were published: the journal has it too.
    pub digest: String,
    pub(super) place: i64,
    pub(super) published: Published,
}

/// The publications of a campaign, oldest first.
pub fn publications(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: CampaignId,
) -> Result<Vec<Publication>, DbError> {
    tx.list(
        "SELECT number, place, floor, published_on, cells, digest FROM publication
         WHERE organisation_id = $1 AND campaign_id = $2 ORDER BY number",
        values![organisation, campaign],
        |row| {
            let number: i64 = row.get(0)?;
            let floor: i64 = row.get(2)?;
            Ok::<_, DbError>(Publication {
                number: u32::try_from(number).unwrap_or(u32::MAX),
                place: row.get(1)?,
                floor: super::campaigns::floor(floor)?,
                on: row.parse(3)?,
                published: row.json(4)?,
                digest: row.get(5)?,
            })
        },
    )
}

/// Publishes the results of a campaign that closes; nothing where too few were asked for statistics, or together.
pub(super) fn publish(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let Some(enough) = counts(campaign) else { return Ok(()) };
    let method = campaign.method()?;
    let earlier = memory(tx, organisation, campaign, None)?;
    let held = sheets(tx, organisation, campaign.id)?;
    let scored = Scored::of(campaign, method, &held);
    let (results, published) = scoring::publish(scored.at(enough, campaign.floor), &earlier)
        .map_err(|error| corrupt(campaign, &error))?;
    keep(tx, permit, campaign, 1, &results, &published, today, now)
}

/// Publishes again at a higher floor, once both keys are turned: it only hides. False when nothing was published, or the
/// floor is not higher.
pub fn raise_floor(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    floor: Floor,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let organisation = permit.actor().organisation;
    let Some(enough) = counts(campaign) else { return Ok(false) };
    let Some(last) = publications(tx, organisation, campaign.id)?.pop() else { return Ok(false) };
    if floor <= last.floor {
        return Ok(false);
    }
    let earlier = memory(tx, organisation, campaign, Some(last.place))?;
    let held = sheets(tx, organisation, campaign.id)?;
    let scored = Scored::of(campaign, campaign.method()?, &held);
    let (results, published) = scoring::again(scored.at(enough, floor), &last.published, &earlier)
        .map_err(|error| corrupt(campaign, &error))?;
    keep(tx, permit, campaign, last.number + 1, &results, &published, today, now)?;
    Ok(true)
}

/// What is read of a campaign: its last publication, at its floor.
pub(super) fn read(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: &Campaign,
    method: &Method,
) -> Result<Option<(Results, Option<Publication>)>, DbError> {
    let Some(enough) = counts(campaign).filter(|_| campaign.state == CampaignState::Closed) else {
        return Ok(None);
    };
    let last = publications(tx, organisation, campaign.id)?.pop();
    let earlier = memory(tx, organisation, campaign, last.as_ref().map(|last| last.place))?;
    let held = sheets(tx, organisation, campaign.id)?;
    let scored = Scored::of(campaign, method, &held);
    let read = match &last {
        Some(last) => scoring::again(scored.at(enough, last.floor), &last.published, &earlier),
        // Closed before publications were kept: nothing was remembered then, nothing is forgotten now.
        None => scoring::publish(scored.at(enough, campaign.floor), &[]),
    };
    let (results, _) = read.map_err(|error| corrupt(campaign, &error))?;
    Ok(Some((results, last)))
}

/// The proof that a campaign has statistics.
fn counts(campaign: &Campaign) -> Option<LargeEnough> {
    LargeEnough::of(campaign.invited()).ok().filter(|_| campaign.answering == Answering::Individual)
}

/// What scoring is given, apart from the floor.
struct Scored<'a> {
    groups: Vec<String>,
    questions: Vec<scoring::Question>,
    sheets: &'a [Sheet],
}

impl<'a> Scored<'a> {
    fn of(campaign: &Campaign, method: &Method, sheets: &'a [Sheet]) -> Self {
        Self { groups: groups(campaign), questions: method.for_scoring(), sheets }
    }

    fn at(&self, enough: LargeEnough, floor: Floor) -> scoring::Campaign<'_> {
        let Self { groups, questions, sheets } = self;
        scoring::Campaign { enough, floor, groups, questions, sheets }
    }
}

fn groups(campaign: &Campaign) -> Vec<String> {
    campaign.groups.iter().map(|group| group.party.code().to_owned()).collect()
}

/// What was published of the same method in this project before `place`, latest first.
fn memory(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    campaign: &Campaign,
    place: Option<i64>,
) -> Result<Vec<Earlier>, DbError> {
    let mut earlier: BTreeMap<i64, Earlier> = BTreeMap::new();
    for other in super::campaigns(tx, organisation, campaign.project)? {
        if other.id == campaign.id || other.method != campaign.method {
            continue;
        }
        let Some(enough) = counts(&other) else { continue };
        let all = publications(tx, organisation, other.id)?;
        let (Some(first), Some(last)) = (all.first(), all.last()) else { continue };
        if place.is_some_and(|place| first.place >= place) {
            continue;
        }
        // The first says what everybody could read; the last, from how many it may be read again today.
        let published = Published { floor: last.floor, ..first.published.clone() };
        let sheets = sheets(tx, organisation, other.id)?;
        let then = Earlier { id: other.id.to_string(), enough, groups: groups(&other), sheets, published };
        earlier.insert(first.place, then);
    }
    Ok(earlier.into_values().rev().collect())
}

/// Writes a publication down: which cells, under which floor, and a digest of the values, which the journal seals.
#[expect(clippy::too_many_arguments, reason = "a publication is all of this, at once")]
fn keep(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    number: u32,
    results: &Results,
    published: &Published,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let place = place(tx, organisation, campaign.id)?;
    let digest = digest(results);
    tx.execute(
        "INSERT INTO publication (organisation_id, campaign_id, number, place, floor, published_on, cells, digest)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            organisation,
            campaign.id,
            number,
            place,
            published.floor.get(),
            today,
            json!(published).to_string(),
            &digest
        ],
    )?;
    let body = json!({"number": number, "floor": published.floor, "cells_shown": published.shown(), "digest": digest});
    let entry = Entry::new("results_published", campaign.id, body).of(campaign.project);
    journal::record(tx, &permit.author(), now, &entry)
}

/// Where the campaign stands among those that were published: where it stood first.
fn place(tx: &mut Tx<'_>, organisation: OrganisationId, campaign: CampaignId) -> Result<i64, DbError> {
    let own = tx.find(
        "SELECT place FROM publication WHERE organisation_id = $1 AND campaign_id = $2 AND number = 1",
        values![organisation, campaign],
        |row| row.get::<i64>(0),
    )?;
    if let Some(place) = own {
        return Ok(place);
    }
    let last = tx.get(
        "SELECT COALESCE(MAX(place), 0) FROM publication WHERE organisation_id = $1",
        values![organisation],
        |row| row.get::<i64>(0),
    )?;
    Ok(last + 1)
}

/// The digest of the values as they are published: disclosed ones only.
pub fn digest(results: &Results) -> String {
    secret::digest(&json!(results).to_string())
}

fn corrupt(campaign: &Campaign, error: &scoring::CannotScore) -> DbError {
    DbError::Corrupt {
        column: "sheets".to_owned(),
        // Never what stands there: it is somebody's answer.
        found: campaign.id.to_string(),
        reason: error.to_string(),
    }
}
