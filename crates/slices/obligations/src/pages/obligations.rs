//! What the law asks of this project today: everything, in order, with reasons.

use access::Act;
use askama::Template;
use content::law::RuleScope;
use platform::{DbError, PageResult};
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use crate::{
    api::{self, GateNotice, Notices, Status, VerdictGroup},
    verdict::{self, Doubt, Met, Verdict},
};

#[derive(Template)]
#[template(path = "obligations.html")]
struct ObligationsPage {
    page: Page,
    facts: String,
    stage: String,
    what_if: String,
    evidence: String,
    /// Where the body that sits here is consulted.
    consultation: Option<(String, String)>,
    may_edit: bool,
    /// Whether the page of the stage has something to do for the reader.
    may_move: bool,
    gate: Option<GateNotice>,
    /// That the rule base has had another edition since somebody last looked.
    edition: Option<String>,
    editions: String,
    /// What went past a closed gate, and stays written.
    crossings: Vec<api::CrossingLine>,
    groups: Vec<VerdictGroup>,
    base: Vec<VerdictGroup>,
    base_count: usize,
    doubts: Vec<Doubt>,
    upcoming: Vec<Verdict>,
    conditional: Vec<Verdict>,
    notices: Notices,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let t = &seat.ctx().t;
    let (org, project) = (seat.seat.organisation(), seat.project.id);
    let read = seat.ctx().db().read(move |tx| {
        let evidence = crate::store::evidence(tx, org, project)?;
        Ok::<_, DbError>((evidence, crate::store::crossings(tx, org, project)?))
    });
    let (evidence, crossings) = read.await?;
    let statuses = api::statuses(&reading, &evidence, t, seat.ctx().today);
    let noted = super::editions::noted(&seat).await?;
    let with_states = |scope| with_states(verdict::groups(&reading, t, scope), &statuses, &seat);
    let base = with_states(RuleScope::Base);
    let mut page = seat.page(t.say("obl-title"), "obligations");
    if let Some((tone, key)) = announcement(&seat.ctx().here) {
        page = page.announcing(tone, t.say(key));
    }
    render(&ObligationsPage {
        facts: seat.path("obligations/faits"),
        stage: seat.path("etape"),
        what_if: seat.path("obligations/et-si"),
        consultation: api::council(&reading)
            .map(|council| (t.say_code("obl-consultation", council), seat.path("consultation"))),
        may_edit: seat.seat.may(Act::EditProject),
        may_move: [Act::MoveStage, Act::ReportUse].into_iter().any(|act| seat.seat.may(act)),
        gate: api::gate_notice(&reading, t),
        edition: super::editions::notice(t, noted.as_ref()),
        editions: seat.path("obligations/editions"),
        crossings: api::crossing_lines(&crossings, t),
        groups: with_states(RuleScope::Project),
        evidence: seat.path("obligations/preuves"),
        base_count: base.iter().map(|group| group.verdicts.len()).sum(),
        base,
        doubts: verdict::doubts(&reading, t),
        upcoming: verdict::upcoming(&reading, t),
        conditional: verdict::conditional(&reading, t),
        notices: api::notices(t),
        page,
    })
}

/// The groups, each obligation with where it stands.
fn with_states(mut groups: Vec<VerdictGroup>, statuses: &[Status], seat: &ProjectSeat) -> Vec<VerdictGroup> {
    for verdict in groups.iter_mut().flat_map(|group| &mut group.verdicts) {
        let status = statuses.iter().find(|status| status.rule == verdict.rule);
        verdict.met = status.map(|status| Met {
            class: status.state.class(),
            said: status.said.clone(),
            by: status
                .lines
                .iter()
                .filter(|line| line.withdrawn.is_none())
                .map(|line| line.title.clone())
                .collect(),
            href: format!("{}?regle={}", seat.path("obligations/preuves"), status.rule),
        });
    }
    groups
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
