//! What the law asks of this project today: everything, in order, with reasons.

use access::Act;
use askama::Template;
use content::law::RuleScope;
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use crate::{
    api::{self, GateNotice, Later, Notices, OpenQuestion, VerdictGroup},
    verdict,
};

#[derive(Template)]
#[template(path = "obligations.html")]
struct ObligationsPage {
    page: Page,
    facts: String,
    stage: String,
    /// Where the body that sits here is consulted.
    consultation: Option<(String, String)>,
    may_edit: bool,
    may_move: bool,
    gate: Option<GateNotice>,
    groups: Vec<VerdictGroup>,
    base: Vec<VerdictGroup>,
    base_count: usize,
    open: Vec<OpenQuestion>,
    later: Vec<Later>,
    notices: Notices,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let t = &seat.ctx().t;
    let base = verdict::groups(&reading, t, RuleScope::Base);
    let mut page = seat.page(t.say("obl-title"), "obligations");
    if let Some((tone, key)) = announcement(&seat.ctx().here) {
        page = page.announcing(tone, t.say(key));
    }
    render(&ObligationsPage {
        facts: seat.path("obligations/faits"),
        stage: seat.path("etape"),
        consultation: api::council(&reading)
            .map(|council| (t.say_code("obl-consultation", council), seat.path("consultation"))),
        may_edit: seat.seat.may(Act::EditProject),
        may_move: seat.seat.may(Act::MoveStage),
        gate: api::gate_notice(&reading, t),
        groups: verdict::groups(&reading, t, RuleScope::Project),
        base_count: base.iter().map(|group| group.verdicts.len()).sum(),
        base,
        open: api::open_questions(&reading, t),
        later: api::later(&reading, t),
        notices: api::notices(t),
        page,
    })
}

/// What the last act did. A declared stage may have raised an alert: saying that all is well would not do.
fn announcement(here: &str) -> Option<(Tone, &'static str)> {
    let (_, query) = here.split_once('?')?;
    match query {
        "faits" => Some((Tone::Ok, "obl-facts-changed")),
        "etape" => Some((Tone::Info, "obl-stage-moved")),
        _ => None,
    }
}
