//! Moving a project to another stage; going past a closed gate takes a written reason.

use access::{Act, Permit};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::Stage;
use platform::{DbError, PageResult, T, form::Form};
use registry::{Facts, Project, ProjectSeat};
use serde_json::json;
use ui::{Choice, Field, Page, Tone, render_with};

use crate::{
    api::{self, Gate, GateClosed, GateNotice, Reading},
    model::{case::stage_code, reading::IN_USE_TOO_EARLY},
    trace,
};

#[derive(Template)]
#[template(path = "stage.html")]
struct StagePage {
    page: Page,
    back: String,
    action: String,
    may_move: bool,
    gate: Option<GateNotice>,
    fields: Vec<Field>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let form =
        Form::with([("stage", seat.project.stage.code().to_owned()), ("on", seat.ctx().today.to_string())]);
    page(&seat, &reading, &form, StatusCode::OK)
}

fn page(seat: &ProjectSeat, reading: &Reading, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let mut page = seat.page(t.say("obl-stage-title"), "obligations");
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    render_with(
        status,
        &StagePage {
            back: seat.path("obligations"),
            action: seat.path("etape"),
            may_move: seat.seat.may(Act::MoveStage),
            gate: api::gate_notice(reading, t).filter(|_| !matches!(reading.gate(), Gate::Open)),
            fields: fields(t, form, reading),
            page,
        },
    )
}

fn fields(t: &T, form: &Form, reading: &Reading) -> Vec<Field> {
    let stages = Stage::ALL.iter().map(|stage| {
        Choice::new(stage.code(), t.say_code("stage", stage)).hint(t.say_code("obl-stage-hint", stage))
    });
    let reason = Field::area(t, form, "reason", t.say("obl-stage-reason")).most(2_000);
    let reason = match reading.gate() {
        Gate::Closed(_) => reason.hint(t.say("obl-stage-reason-gate")),
        _ => reason.hint(t.say("obl-stage-reason-hint")).optional(t),
    };
    vec![
        Field::radios(t, form, "stage", t.say("obl-stage-which"), stages.collect()),
        Field::date(t, form, "on", t.say("obl-stage-on")).hint(t.say("obl-stage-on-hint")),
        reason,
    ]
}

pub async fn declare(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::MoveStage)?;
    let organisation = super::organisation(&seat).await?;
    let (today, t) = (seat.ctx().today, &seat.ctx().t);
    let before = api::reading(&organisation, &seat.project, today);
    let Some(declared) = read(&mut form, t, &seat.project, &before, today) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let changes = facts_of(&declared);
    let mut moved = Project { stage: declared.stage, ..seat.project.clone() };
    moved.facts.extend(changes.clone());
    let after = api::reading(&organisation, &moved, today);
    let (project, now) = (seat.project.clone(), seat.ctx().now);
    let write = move |tx: &mut platform::Tx<'_>| -> Result<(), DbError> {
        registry::store::move_stage(
            tx,
            &permit,
            &project,
            declared.stage,
            declared.on,
            &declared.reason,
            now,
        )?;
        registry::store::set_facts(tx, &permit, &project, &changes, now)?;
        record(tx, &permit, &project, &declared, now)?;
        trace::record_difference(tx, &permit, project.id, &before, &after, now)
    };
    seat.ctx().db().write(write).await?;
    Ok(Redirect::to(&format!("{}?etape", seat.path("obligations"))).into_response())
}

/// What is declared.
struct Declared {
    stage: Stage,
    on: Date,
    reason: String,
    /// The gate that is gone past.
    crossed: Option<GateClosed>,
}

/// Reads the form; a stage of real work behind a closed gate is not declared without a reason.
fn read(form: &mut Form, t: &T, project: &Project, reading: &Reading, today: Date) -> Option<Declared> {
    let stage = form.code(t, "stage", Stage::parse);
    let on = form.date(t, "on");
    if on.is_some_and(|on| on > today) {
        form.refuse("on", t.say("obl-stage-in-future"));
    }
    if stage == Some(project.stage) {
        form.refuse("stage", t.say("obl-stage-same"));
    }
    let crossed = api::gate_closed(reading).filter(|_| stage.is_some_and(Stage::in_real_conditions));
    let reason = form.optional_text(t, "reason", 2_000);
    if crossed.is_some() && reason.is_empty() {
        form.refuse("reason", t.say("obl-stage-reason-needed"));
    }
    let (stage, on) = stage.zip(on).filter(|_| !form.is_refused())?;
    Some(Declared { stage, on, reason, crossed })
}

/// The stage in the law's words, and whether people work with the system before the gate is open.
fn facts_of(declared: &Declared) -> Facts {
    Facts::from([
        ("project.stage".to_owned(), json!(stage_code(declared.stage))),
        (IN_USE_TOO_EARLY.to_owned(), json!(declared.crossed.is_some())),
    ])
}

fn record(
    tx: &mut platform::Tx<'_>,
    permit: &Permit,
    project: &Project,
    declared: &Declared,
    now: jiff::Timestamp,
) -> Result<(), DbError> {
    match &declared.crossed {
        Some(gate) => {
            trace::record_crossing(tx, permit, project.id, declared.stage, gate, &declared.reason, now)
        }
        None => Ok(()),
    }
}
