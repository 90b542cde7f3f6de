//! Raising the floor of what is published: only ever upwards, with two keys.

use access::{
    Act,
    keys::{self, KeyState, Turned, Waiting},
};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use disclosure::Floor;
use kernel::KeyedActId;
use platform::{PageError, PageResult, T, clock::civil_day, form::Form};
use registry::ProjectSeat;
use serde_json::json;
use ui::{Field, Notice, Page, Tone, render_with};

use crate::{Campaign, model::campaign::MOST_FLOOR, store};

#[derive(Template)]
#[template(path = "floor.html")]
struct FloorPage {
    page: Page,
    floor: Floor,
    /// What waits for the second key, in words.
    waiting: Option<String>,
    /// The proposal that this form confirms.
    key: Option<String>,
    is_own: bool,
    may: bool,
    field: Field,
    results: String,
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let (campaign, floor) = published(&seat, &id).await?;
    let notice = seat
        .ctx()
        .here
        .ends_with("?cle")
        .then(|| Notice { tone: Tone::Ok, text: seat.ctx().t.say("methods-done-key") });
    page(&seat, &campaign, floor, None, StatusCode::OK, notice).await
}

/// A campaign whose results are published, and their floor; any other has no such page.
async fn published(seat: &ProjectSeat, id: &str) -> PageResult<(Campaign, Floor)> {
    let campaign = super::load(seat, id).await?;
    let (organisation, of) = (seat.project.organisation, campaign.id);
    let all = seat.ctx().db().read(move |tx| store::publications(tx, organisation, of)).await?;
    let last = all.last().ok_or(PageError::NotFound)?;
    Ok((campaign, last.floor))
}

async fn page(
    seat: &ProjectSeat,
    campaign: &Campaign,
    floor: Floor,
    form: Option<Form>,
    status: StatusCode,
    notice: Option<Notice>,
) -> PageResult {
    let t = &seat.ctx().t;
    let (organisation, subject, now) = (seat.project.organisation, campaign.id.to_string(), seat.ctx().now);
    let read = move |tx: &mut platform::Tx<'_>| keys::state(tx, organisation, Act::RaiseFloor, &subject, now);
    let waiting = match seat.ctx().db().read(read).await? {
        KeyState::Waiting(waiting) => Some(waiting),
        KeyState::Idle | KeyState::Refused { .. } => None,
    };
    let proposed = waiting.as_ref().and_then(|waiting| waiting.payload["floor"].as_u64());
    let form = form.unwrap_or_else(|| Form::with(proposed.map(|floor| ("floor", floor.to_string()))));
    let own = seat.seat.actor.party;
    let page = FloorPage {
        page: Page { notice, ..seat.page(t.say("floor-title"), "methods") },
        floor,
        is_own: waiting.as_ref().is_some_and(|waiting| waiting.party == own),
        key: waiting.as_ref().filter(|waiting| waiting.awaited == own).map(|waiting| waiting.id.to_string()),
        waiting: waiting.as_ref().zip(proposed).map(|(waiting, floor)| in_words(t, waiting, floor)),
        may: seat.seat.may(Act::RaiseFloor),
        field: Field::number(t, &form, "floor", t.say("floor-new")).hint(t.one(
            "floor-new-hint",
            "most",
            MOST_FLOOR,
        )),
        results: seat.path(&format!("{}/resultats", campaign.rest())),
    };
    render_with(status, &page)
}

/// A proposal that waits, as a page says it.
pub(super) fn in_words(t: &T, waiting: &Waiting, floor: u64) -> String {
    let fields = [
        ("party", t.say_code("party", waiting.party).into()),
        ("awaited", t.say_code("party", waiting.awaited).into()),
        ("until", t.day(civil_day(waiting.expires_at)).into()),
        ("floor", floor.to_string().into()),
    ];
    t.with("floor-waiting", &fields)
}

/// Turns the reader's key for a higher floor; the second one publishes again, at that floor.
pub async fn raise(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RaiseFloor)?;
    let (campaign, floor) = published(&seat, &id).await?;
    let asked = form.number(&seat.ctx().t, "floor", i64::from(floor.get()) + 1, MOST_FLOOR.into());
    let Some(higher) = higher(floor, asked).filter(|_| !form.is_refused()) else {
        return page(&seat, &campaign, floor, Some(form), StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let proposal = keys::Proposal {
        project: Some(campaign.project),
        subject: campaign.id.to_string(),
        title: campaign.title.clone(),
        place: seat.path(&rest(&campaign)),
        payload: json!({"campaign": campaign.id, "floor": higher.get()}),
    };
    let (fresh, given): (KeyedActId, String) = (seat.ctx().new_id(), form.value("key").to_owned());
    let (raised, today, now) = (campaign.clone(), seat.ctx().today, seat.ctx().now);
    let work = move |tx: &mut platform::Tx<'_>| {
        let turned = keys::turn_for(tx, &permit, &proposal, &given, fresh, now)?;
        if turned == Turned::Both {
            store::raise_floor(tx, &permit, &raised, higher, today, now)?;
        }
        Ok::<_, platform::DbError>(turned)
    };
    match seat.ctx().db().write(work).await? {
        Turned::Not(why) => {
            let notice = Notice { tone: Tone::Alert, text: seat.ctx().t.say_code("keys-not", why) };
            page(&seat, &campaign, floor, Some(form), StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
        }
        Turned::Both => {
            Ok(Redirect::to(&seat.path(&format!("{}/resultats", campaign.rest()))).into_response())
        }
        Turned::First | Turned::Already => {
            Ok(Redirect::to(&seat.path(&format!("{}?cle", rest(&campaign)))).into_response())
        }
    }
}

/// The floor that was asked for, where it is higher than this one.
pub(super) fn higher(floor: Floor, asked: i64) -> Option<Floor> {
    let asked = u32::try_from(asked).ok()?;
    floor.raised_to(asked).ok().filter(|higher| *higher > floor)
}

/// Its page, as the end of an address under the project.
fn rest(campaign: &Campaign) -> String {
    format!("{}/seuil", campaign.rest())
}
