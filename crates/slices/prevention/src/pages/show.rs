//! What the project adds to the risk document: what waits for a decision, the lines, the actions, the versions.

use access::Act;
use askama::Template;
use axum::http::StatusCode;
use content::law::prevention;
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, render_with};

use super::{
    Before, frame,
    scene::{self, ActionView, DocumentRule, LineView, PlanNotice, ProposalView},
    writes,
};
use crate::model::line::{Line, LineState};

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage {
    page: Page,
    here: String,
    plan: PlanNotice,
    proposals: Vec<ProposalView>,
    lines: Vec<LineView>,
    /// By day, those to do first.
    actions: Vec<ActionView>,
    aside: Vec<LineView>,
    versions: Vec<(i64, String, String)>,
    may_write: bool,
    may_propose: bool,
    may_date: bool,
    may_export: bool,
    rules: Vec<DocumentRule>,
    scales: Vec<(String, String)>,
    provenance: String,
    notice: String,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let before = Before::of(&seat).await?;
    let t = &seat.ctx().t;
    let here = seat.path("prevention");
    let view = |line: &&Line| scene::line(&seat, &before, line);
    let mut kept: Vec<&Line> = before.board.kept().collect();
    kept.sort_by_key(|line| (line.words.assessment.first(), line.number));
    let lines: Vec<LineView> = kept.iter().map(view).collect();
    let is_aside = |line: &&Line| matches!(line.state(), LineState::SetAside | LineState::Merged);
    let of_kept = before.board.actions.iter().filter(|action| kept.iter().any(|line| line.id == action.line));
    let mut actions: Vec<ActionView> = of_kept.map(|one| scene::action(&seat, &before, one)).collect();
    actions.sort_by_key(|action| (!action.is_open, action.due_on, action.number));
    let pack = prevention();
    let versions = before.board.versions.iter().map(|version| {
        let said = [Some(scene::reason(t, version)), scene::consulted(t, version)];
        (version.number, t.day(version.dated_on), said.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    render_with(
        StatusCode::OK,
        &ShowPage {
            plan: scene::plan_notice(&seat, &before),
            proposals: scene::proposals(&seat, &before),
            actions,
            aside: before.board.lines.iter().filter(is_aside).map(|line| view(&line)).collect(),
            versions: versions.collect(),
            may_write: writes(&seat),
            may_propose: seat.seat.may(Act::ProposeRiskLine),
            may_date: seat.seat.may(Act::DateRiskDocument),
            may_export: seat.seat.may(Act::ExportDossier),
            rules: scene::document_rules(t, &before),
            scales: pack
                .scales
                .iter()
                .map(|scale| (obligations::words::text(t, &scale.title), scene::scale(t, scale)))
                .collect(),
            provenance: obligations::words::text(t, &pack.provenance),
            notice: obligations::api::notices(t).notice,
            page: frame(&seat, t.say("prevent-title"), here.clone(), None),
            lines,
            here,
        },
    )
}
