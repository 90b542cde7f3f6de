//! One campaign, until it is closed: its rules, its keys, its sheet of codes.

use access::{Act, keys::KeyState};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Notice, Page, Tone, render_with};

use super::keys::{self, Keys};
use crate::{Answering, Campaign, CampaignState, Group, model::coarse::Coarse, store};

#[derive(Template)]
#[template(path = "campaign.html")]
struct CampaignPage {
    page: Page,
    campaign: Campaign,
    answered: Option<Coarse>,
    keys: Option<Keys>,
    here: String,
    questions: String,
    information: String,
    may_abandon: bool,
    may_print: bool,
    may_renew: bool,
    /// One letter again, where the reader may send it.
    lost: Option<Field>,
    is_over: bool,
    /// The codes would lead to an address that no telephone can open.
    is_local: bool,
}

impl CampaignPage {
    fn stands_alone(&self, group: &Group) -> bool {
        group.can_be_shown(self.campaign.floor)
    }

    /// Whether two groups at least may come to be shown, so that a difference of views can be.
    fn has_a_gap_to_show(&self) -> bool {
        self.campaign.groups.iter().filter(|group| self.stands_alone(group)).count() >= 2
    }

    fn answered_said(&self) -> Option<String> {
        self.answered.map(|coarse| coarse.said(&self.page.t))
    }

    /// When the letters left.
    fn letters_sent(&self) -> Option<String> {
        let (on, n) = (self.campaign.letters_sent_on?, self.campaign.by_mail());
        Some(self.page.t.two("methods-letters-sent", "n", n, "day", self.page.t.day(on)))
    }

    /// When the sheet was made, and by which party.
    fn sheet_made(&self) -> Option<String> {
        let t = &self.page.t;
        let (on, by) = (self.campaign.codes_made_on?, self.campaign.codes_made_by?);
        Some(t.two("methods-codes-made", "day", t.day(on), "party", t.say_code("party", by)))
    }
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = super::load(&seat, &id).await?;
    if campaign.state == CampaignState::Closed {
        return Ok(Redirect::to(&seat.path(&format!("{}/resultats", campaign.rest()))).into_response());
    }
    let done = seat.ctx().here.split_once('?').map(|(_, done)| done.to_owned());
    let t = &seat.ctx().t;
    let notice = done.as_deref().and_then(|done| match done {
        "lettres" => Some(Notice { tone: Tone::Ok, text: t.say("methods-done-letters") }),
        "lettre" => Some(Notice { tone: Tone::Ok, text: t.say("methods-done-letter") }),
        "cle" => Some(Notice { tone: Tone::Ok, text: t.say("methods-done-key") }),
        "ouverte" => Some(Notice { tone: Tone::Ok, text: t.say("methods-done-open") }),
        "refusee" => Some(Notice { tone: Tone::Ok, text: t.say("methods-done-refused") }),
        _ => None,
    });
    page(&seat, campaign, &Form::default(), StatusCode::OK, notice).await
}

/// The page, with a form to correct or something to announce.
pub async fn page(
    seat: &ProjectSeat,
    campaign: Campaign,
    form: &Form,
    status: StatusCode,
    notice: Option<Notice>,
) -> PageResult {
    let keys = keys::state(seat, &campaign).await?;
    let untouched = matches!(keys, None | Some((_, KeyState::Idle | KeyState::Refused { .. })));
    let may_abandon =
        campaign.state == CampaignState::Prepared && untouched && seat.seat.may(Act::PrepareCampaign);
    let today = seat.ctx().today;
    let answered = answered(seat, &campaign).await?;
    let codes_can_be_made = campaign.takes_answers(today) && !codes_are_in_use(seat, &campaign).await?;
    let may_open = seat.seat.may(Act::OpenCampaign);
    let page = CampaignPage {
        // While it runs, the page looks again by itself: the step reached, or the results once it is closed.
        page: Page {
            notice,
            script: campaign.state == CampaignState::Open,
            ..seat.page(campaign.title.clone(), "methods")
        },
        answered,
        keys: keys.map(|(act, state)| Keys::new(seat, &campaign, act, state, form)),
        here: seat.path(&campaign.rest()),
        questions: seat.path("diagnostics/questions"),
        information: seat.path(&super::information::rest(&campaign)),
        may_abandon,
        may_print: codes_can_be_made && may_open,
        // From the first step on, everybody knows that letters were used: new ones would be refused.
        may_renew: campaign.takes_answers(today) && answered == Some(Coarse::Few) && may_open,
        lost: (campaign.takes_answers(today) && campaign.by_mail() > 0 && may_open).then(|| {
            Field::email(&seat.ctx().t, form, "email", seat.ctx().t.say("methods-letter-lost-address"))
        }),
        is_over: campaign.closes_on < today,
        is_local: seat.ctx().platform.settings.is_loopback(),
        campaign,
    };
    render_with(status, &page)
}

async fn answered(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Option<Coarse>> {
    if campaign.state != CampaignState::Open {
        return Ok(None);
    }
    let (organisation, id) = (seat.project.organisation, campaign.id);
    Ok(Some(seat.ctx().db().read(move |tx| store::answered(tx, organisation, id)).await?))
}

async fn codes_are_in_use(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<bool> {
    let (organisation, id) = (seat.project.organisation, campaign.id);
    Ok(seat.ctx().db().read(move |tx| store::codes_are_in_use(tx, organisation, id)).await?)
}
