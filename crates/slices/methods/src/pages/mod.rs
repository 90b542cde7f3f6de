//! The pages of a campaign for members, and those of whoever answers.

pub mod answer;
pub mod campaign;
pub mod campaigns;
pub mod closing;
pub mod codes;
pub mod compare;
pub mod facilitation;
pub mod floor;
pub mod information;
pub mod invitation;
mod keys;
pub mod least_floor;
pub mod letters;
pub mod new;
pub mod opening;
pub mod questions;
pub mod results;
pub mod together;
pub mod together_question;

use axum::response::{IntoResponse, Redirect, Response};
use kernel::CampaignId;
use platform::{PageError, PageResult};
use registry::ProjectSeat;

use crate::{Campaign, api};

/// The organisation, the project and the campaign of an address.
pub type CampaignPath = axum::extract::Path<(String, String, String)>;

/// The campaign of the address, if it is of this project.
async fn load(seat: &ProjectSeat, campaign: &str) -> PageResult<Campaign> {
    let id = CampaignId::parse(campaign).map_err(|_| PageError::NotFound)?;
    let (organisation, project) = (seat.project.organisation, seat.project.id);
    let found = seat.ctx().db().read(move |tx| api::find(tx, organisation, project, id)).await?;
    found.ok_or(PageError::NotFound)
}

/// Back to the page of the campaign, saying what was done.
fn to_campaign(seat: &ProjectSeat, campaign: &Campaign, done: &str) -> Response {
    Redirect::to(&format!("{}{done}", seat.path(&campaign.rest()))).into_response()
}
