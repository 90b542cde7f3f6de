//! Leaving an organisation, or ending the seat of somebody of one's own party: what it does is said before it is done.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::MemberId;
use platform::{
    PageError, PageResult,
    error::{By, Refusal},
};
use ui::{Page, render_with};

use super::{holders::tell_fallen, places};
use crate::{
    Act, Seat,
    model::{member::Member, removal::Removal},
    seat::people,
    store,
};

#[derive(Template)]
#[template(path = "removal.html")]
struct RemovalPage {
    page: Page,
    member: Member,
    is_oneself: bool,
    is_last_key: bool,
    back: String,
}

pub async fn show(seat: Seat, Path((_, member)): Path<(String, String)>) -> PageResult {
    page(&seat, &member, StatusCode::OK).await
}

async fn page(seat: &Seat, member: &str, status: StatusCode) -> PageResult {
    let permit = seat.permit(Act::RemoveMember)?;
    let member = MemberId::parse(member).map_err(|_| PageError::NotFound)?;
    let found = seat.ctx.db().read(move |tx| store::removal(tx, &permit, member)).await?;
    let (member, removal) = found.ok_or(PageError::NotFound)?;
    if removal == Removal::OfAnotherParty {
        return Err(not_theirs(seat));
    }
    let is_oneself = member.id == seat.actor.member;
    let title = if is_oneself { "removal-leave-title" } else { "removal-remove-title" };
    let page = seat.page(seat.ctx.t.say(title));
    let (is_last_key, back) = (removal == Removal::LastKey, people(seat.organisation()));
    render_with(status, &RemovalPage { page, member, is_oneself, is_last_key, back })
}

fn not_theirs(seat: &Seat) -> PageError {
    let (organisation, actor) = (seat.organisation(), &seat.actor);
    let by = By { organisation, member: actor.member, party: actor.party };
    PageError::Forbidden { organisation, by, reason: Refusal::OtherParty }
}

pub async fn remove(seat: Seat, Path((_, member)): Path<(String, String)>) -> PageResult {
    let permit = seat.permit(Act::RemoveMember)?;
    let id = MemberId::parse(&member).map_err(|_| PageError::NotFound)?;
    let now = seat.ctx.now;
    let done = seat.ctx.db().write(move |tx| store::remove_member(tx, &permit, id, now)).await?;
    let (removal, fallen) = done.ok_or(PageError::NotFound)?;
    tell_fallen(&seat.ctx, seat.organisation(), seat.actor.member, &fallen).await?;
    match removal {
        Removal::Open if id == seat.actor.member => Ok(Redirect::to(places::PATH).into_response()),
        Removal::Open => Ok(Redirect::to(&format!("{}?retire", people(seat.organisation()))).into_response()),
        Removal::OfAnotherParty => Err(not_theirs(&seat)),
        Removal::LastKey => page(&seat, &member, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
