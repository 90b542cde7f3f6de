//! A campaign on the thread: the time of dialogue that it is, planned when it opens and held when it closes.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use kernel::{ActivityId, OrganisationId, ProjectId, Sphere};
use platform::{DbError, Tx};
use spaces::{ActivityKind, ActivityState, Space, store::NewActivity};

use crate::model::campaign::Campaign;

/// The spaces of a project, and those where a campaign of this sphere can be held.
pub struct Places {
    pub all: Vec<Space>,
    /// The open spaces of that sphere, else all open ones.
    pub open: Vec<Space>,
}

pub fn places(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    sphere: Sphere,
) -> Result<Places, DbError> {
    let all = spaces::store::spaces(tx, organisation, project)?;
    let open: Vec<Space> = all.iter().filter(|space| space.is_open()).cloned().collect();
    let own: Vec<Space> = open.iter().filter(|space| space.sphere == sphere).cloned().collect();
    Ok(Places { all, open: if own.is_empty() { open } else { own } })
}

/// The campaign is open: it stands on the thread on the day it will close.
pub fn opened(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    activity: ActivityId,
    now: Timestamp,
) -> Result<(), DbError> {
    let new = NewActivity {
        id: activity,
        space: campaign.space,
        kind: ActivityKind::Campaign,
        title: campaign.title.clone(),
        on: campaign.closes_on,
        state: ActivityState::Planned,
        source: Some(campaign.source()),
    };
    spaces::store::plan(tx, permit, campaign.project, &new, now)
}

/// The campaign is closed: it was held, today.
pub fn closed(
    tx: &mut Tx<'_>,
    permit: &Permit,
    campaign: &Campaign,
    outcome: &str,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let (project, source) = (campaign.project, campaign.source());
    spaces::store::settle_source(tx, permit, project, &source, ActivityState::Held, today, outcome, now)?;
    Ok(())
}
