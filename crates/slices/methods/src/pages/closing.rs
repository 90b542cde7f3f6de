//! Closing with two keys, which is publishing.

use access::{Act, keys::Turned};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;

use super::{keys, opening};
use crate::{Answering, CampaignState, store};

/// Turns the reader's key; the second one closes the campaign and publishes its results.
pub async fn turn(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, form: Form) -> PageResult {
    let open = super::load(&seat, &id).await?;
    if open.state != CampaignState::Open {
        return Ok(super::to_campaign(&seat, &open, ""));
    }
    let (today, now) = (seat.ctx().today, seat.ctx().now);
    let outcome = match open.answering {
        Answering::Individual => seat.ctx().t.say("methods-outcome"),
        Answering::Collective => seat.ctx().t.say("together-outcome"),
    };
    let closing = open.clone();
    let turned = keys::turn(&seat, &open, Act::CloseCampaign, &form, move |tx, permit| {
        store::close(tx, permit, &closing, &outcome, today, now).map(|_| ())
    })
    .await?;
    match turned {
        Turned::Not(why) => keys::not_turned(&seat, open, why).await,
        Turned::Both => Ok(Redirect::to(&seat.path(&format!("{}/resultats", open.rest()))).into_response()),
        Turned::First | Turned::Already => Ok(super::to_campaign(&seat, &open, "?cle")),
    }
}

/// Refuses the other party's key, with a reason that both read.
pub async fn refuse(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, form: Form) -> PageResult {
    opening::refuse_act(seat, &id, form, Act::CloseCampaign).await
}
