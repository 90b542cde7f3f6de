//! Opening with two keys, refusing to, and dropping a proposal.

use access::{Act, keys::Turned};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::ActivityId;
use platform::{DbError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Notice, Tone};

use super::{campaign, information, keys, letters};
use crate::{Campaign, CampaignState, model::campaign::check_closing_day, store};

/// Turns the reader's key; the second one opens the campaign.
pub async fn turn(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, form: Form) -> PageResult {
    let prepared = super::load(&seat, &id).await?;
    let (today, now) = (seat.ctx().today, seat.ctx().now);
    if prepared.state != CampaignState::Prepared {
        return Ok(super::to_campaign(&seat, &prepared, ""));
    }
    if let Some(text) = cannot_open(&seat, &prepared).await? {
        let notice = Notice { tone: Tone::Alert, text };
        return campaign::page(
            &seat,
            prepared,
            &Form::default(),
            StatusCode::UNPROCESSABLE_ENTITY,
            Some(notice),
        )
        .await;
    }
    let activity: ActivityId = seat.ctx().new_id();
    let opening = prepared.clone();
    seat.seat.permit(Act::OpenCampaign)?;
    // Made before anybody knows whether this key is the second: the transaction may run twice, and draws nothing itself.
    let post = letters::write(&seat, &prepared).await?;
    let (told, _) = information::told(seat.ctx(), seat.project.organisation, &prepared).await?;
    let issue = post.issue(&seat, &prepared).await?;
    let turned = keys::turn(&seat, &prepared, Act::OpenCampaign, &form, move |tx, permit| {
        if store::open(tx, permit, &opening, &issue, activity, today, now)? {
            store::freeze(tx, permit, &opening, &told, now)?;
        }
        Ok(())
    })
    .await?;
    match turned {
        Turned::Not(why) => keys::not_turned(&seat, prepared, why).await,
        Turned::Both => {
            post.send(&seat, &prepared);
            Ok(super::to_campaign(&seat, &prepared, "?ouverte"))
        }
        Turned::First | Turned::Already => Ok(super::to_campaign(&seat, &prepared, "?cle")),
    }
}

/// Why a campaign that was prepared some time ago can no longer open, if it cannot.
async fn cannot_open(seat: &ProjectSeat, prepared: &Campaign) -> PageResult<Option<String>> {
    let t = &seat.ctx().t;
    if check_closing_day(prepared.closes_on, seat.ctx().today).is_err() {
        return Ok(Some(t.say("methods-refused-past-open")));
    }
    let (organisation, project, space) = (seat.project.organisation, prepared.project, prepared.space);
    let read = move |tx: &mut platform::Tx<'_>| {
        let least = registry::floor::least(tx, organisation)?.floor;
        Ok::<_, DbError>((spaces::store::find(tx, organisation, project, space)?, least))
    };
    let (found, least) = seat.ctx().db().read(read).await?;
    if prepared.floor < least {
        return Ok(Some(t.one("methods-refused-least-floor", "floor", least.get())));
    }
    let closed = found.filter(|space| !space.is_open());
    Ok(closed.map(|space| t.one("methods-refused-closed-space", "space", space.name)))
}

/// Refuses the other party's key, with a reason that both read.
pub async fn refuse(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, form: Form) -> PageResult {
    refuse_act(seat, &id, form, Act::OpenCampaign).await
}

pub(super) async fn refuse_act(seat: ProjectSeat, id: &str, mut form: Form, act: Act) -> PageResult {
    seat.seat.permit(act)?;
    let campaign = super::load(&seat, id).await?;
    let reason = form.text(&seat.ctx().t, "reason", 500);
    if form.is_refused() {
        return campaign::page(&seat, campaign, &form, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    }
    let done = if keys::refuse(&seat, &campaign, act, reason).await? { "?refusee" } else { "" };
    Ok(super::to_campaign(&seat, &campaign, done))
}

/// Drops a campaign that nobody has opened.
pub async fn abandon(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let permit = seat.seat.permit(Act::PrepareCampaign)?;
    let campaign = super::load(&seat, &id).await?;
    let now = seat.ctx().now;
    let dropped = campaign.clone();
    if seat.ctx().db().write(move |tx| store::abandon(tx, &permit, &dropped, now)).await? {
        return Ok(Redirect::to(&seat.path("diagnostics?abandonnee")).into_response());
    }
    Ok(super::to_campaign(&seat, &campaign, ""))
}
