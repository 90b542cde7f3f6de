//! The least floor of the organisation's new campaigns: only ever raised, with two keys.

use access::{
    Act, Seat,
    keys::{self, KeyState, Turned, Waiting},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{KeyedActId, OrganisationId};
use platform::{DbError, PageResult, Tx, form::Form};
use registry::floor::LeastFloor;
use serde_json::json;
use ui::{Field, Notice, Page, Tone, render_with};

use super::floor::{higher, in_words};
use crate::model::campaign::MOST_FLOOR;

#[derive(Template)]
#[template(path = "least_floor.html")]
struct LeastFloorPage {
    page: Page,
    least: LeastFloor,
    /// What waits for the second key, in words.
    waiting: Option<String>,
    /// The proposal that this form confirms.
    key: Option<String>,
    is_own: bool,
    may: bool,
    field: Field,
    back: String,
}

/// The page of an organisation.
fn address(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/seuil")
}

/// What a key is turned on: the organisation, apart from the results of any campaign.
fn subject(organisation: OrganisationId) -> String {
    format!("least-floor:{organisation}")
}

async fn least(seat: &Seat) -> Result<LeastFloor, DbError> {
    let organisation = seat.organisation();
    seat.ctx.db().read(move |tx| registry::floor::least(tx, organisation)).await
}

pub async fn show(seat: Seat) -> PageResult {
    let least = least(&seat).await?;
    let t = &seat.ctx.t;
    let said = seat.ctx.here.split_once('?').and_then(|(_, done)| match done {
        "cle" => Some(t.say("methods-done-key")),
        "releve" => Some(t.say("least-floor-done")),
        _ => None,
    });
    let notice = said.map(|text| Notice { tone: Tone::Ok, text });
    page(&seat, least, None, StatusCode::OK, notice).await
}

async fn page(
    seat: &Seat,
    least: LeastFloor,
    form: Option<Form>,
    status: StatusCode,
    notice: Option<Notice>,
) -> PageResult {
    let t = &seat.ctx.t;
    let waiting = waiting(seat).await?;
    let proposed = waiting.as_ref().and_then(|waiting| waiting.payload["floor"].as_u64());
    let form = form.unwrap_or_else(|| Form::with(proposed.map(|floor| ("floor", floor.to_string()))));
    let own = seat.actor.party;
    let page = LeastFloorPage {
        page: Page { notice, here: address(seat.organisation()), ..seat.page(t.say("least-floor-title")) },
        least,
        is_own: waiting.as_ref().is_some_and(|waiting| waiting.party == own),
        key: waiting.as_ref().filter(|waiting| waiting.awaited == own).map(|waiting| waiting.id.to_string()),
        waiting: waiting.as_ref().zip(proposed).map(|(waiting, floor)| in_words(t, waiting, floor)),
        may: seat.may(Act::RaiseFloor),
        field: Field::number(t, &form, "floor", t.say("floor-new")).hint(t.one(
            "floor-new-hint",
            "most",
            MOST_FLOOR,
        )),
        back: format!("/structures/{}/structure", seat.organisation()),
    };
    render_with(status, &page)
}

async fn waiting(seat: &Seat) -> Result<Option<Waiting>, DbError> {
    let (organisation, now) = (seat.organisation(), seat.ctx.now);
    let read =
        move |tx: &mut Tx<'_>| keys::state(tx, organisation, Act::RaiseFloor, &subject(organisation), now);
    Ok(match seat.ctx.db().read(read).await? {
        KeyState::Waiting(waiting) => Some(waiting),
        KeyState::Idle | KeyState::Refused { .. } => None,
    })
}

/// Turns the reader's key for a higher least floor; the second one raises it.
pub async fn raise(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::RaiseFloor)?;
    let least = least(&seat).await?;
    let asked = form.number(&seat.ctx.t, "floor", i64::from(least.floor.get()) + 1, MOST_FLOOR.into());
    let Some(higher) = higher(least.floor, asked).filter(|_| !form.is_refused()) else {
        return page(&seat, least, Some(form), StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let organisation = seat.organisation();
    let proposal = keys::Proposal {
        project: None,
        subject: subject(organisation),
        title: seat.ctx.t.one("least-floor-of", "floor", higher.get()),
        place: address(organisation),
        payload: json!({"floor": higher.get()}),
    };
    let (fresh, given): (KeyedActId, String) = (seat.ctx.new_id(), form.value("key").to_owned());
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    let work = move |tx: &mut Tx<'_>| {
        let turned = keys::turn_for(tx, &permit, &proposal, &given, fresh, now)?;
        if turned == Turned::Both {
            registry::floor::raise(tx, &permit, higher, today, now)?;
        }
        Ok::<_, DbError>(turned)
    };
    let done = match seat.ctx.db().write(work).await? {
        Turned::Not(why) => {
            let notice = Notice { tone: Tone::Alert, text: seat.ctx.t.say_code("keys-not", why) };
            return page(&seat, least, Some(form), StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await;
        }
        Turned::Both => "releve",
        Turned::First | Turned::Already => "cle",
    };
    Ok(Redirect::to(&format!("{}?{done}", address(organisation))).into_response())
}
