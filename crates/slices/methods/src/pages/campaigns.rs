//! The campaigns of a project; what a first one would bring, when there is none.

use access::Act;
use askama::Template;
use content::method::{Answering, Method};
use platform::{PageResult, T};
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use crate::{CampaignState, SELF_DIAGNOSTIC, api, words};

#[derive(Template)]
#[template(path = "campaigns.html")]
struct CampaignsPage {
    page: Page,
    method: &'static Method,
    minutes_alone: Option<String>,
    campaigns: Vec<Line>,
    new: String,
    questions: String,
    may_prepare: bool,
    /// Two campaigns are closed: they may be read side by side.
    has_two: bool,
    compare: String,
}

/// One campaign of the list.
struct Line {
    title: String,
    href: String,
    state: CampaignState,
    stage: String,
    groups: String,
    dates: String,
}

impl CampaignsPage {
    fn summary(&self) -> &str {
        self.method.summary(self.page.t.locale())
    }

    fn maturity(&self) -> &str {
        self.method.maturity_text(self.page.t.locale())
    }

    fn result_is(&self) -> &[String] {
        self.method.result_is(self.page.t.locale())
    }
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let (organisation, project) = (seat.project.organisation, seat.project.id);
    let campaigns = seat.ctx().db().read(move |tx| api::campaigns(tx, organisation, project)).await?;
    let t = &seat.ctx().t;
    let method = words::method(SELF_DIAGNOSTIC)?;
    let mut page = seat.page(t.say("methods-title"), "methods");
    if seat.ctx().here.ends_with("?abandonnee") {
        page = page.announcing(Tone::Ok, t.say("methods-abandoned"));
    }
    render(&CampaignsPage {
        method,
        minutes_alone: minutes(method, Answering::Alone, t),
        campaigns: campaigns.iter().map(|campaign| line(&seat, campaign)).collect(),
        new: seat.path("diagnostics/nouveau"),
        questions: seat.path("diagnostics/questions"),
        may_prepare: seat.seat.may(Act::PrepareCampaign),
        has_two: campaigns.iter().filter(|known| known.state == CampaignState::Closed).count() > 1,
        compare: seat.path("diagnostics/comparer"),
        page,
    })
}

/// What answering takes, where the pack says it.
pub fn minutes(method: &Method, answering: Answering, t: &T) -> Option<String> {
    method.minutes(answering).map(|minutes| t.minutes(minutes.minutes.into()))
}

fn line(seat: &ProjectSeat, campaign: &crate::Campaign) -> Line {
    let t = &seat.ctx().t;
    let names: Vec<String> = campaign.groups.iter().map(|group| group.name(t)).collect();
    let (key, day) = match (campaign.state, campaign.closed_on) {
        (CampaignState::Closed, Some(on)) => ("methods-closed-on", on),
        _ => ("methods-closes-on", campaign.closes_on),
    };
    Line {
        title: campaign.title.clone(),
        href: seat.path(&campaign.rest()),
        state: campaign.state,
        stage: t.say_code("stage", campaign.stage),
        groups: names.join(" · "),
        dates: t.one(key, "day", t.day(day)),
    }
}
