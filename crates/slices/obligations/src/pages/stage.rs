//! Moving a project to another stage; going past a closed gate takes a written reason.

use access::{
    Act, Permit,
    keys::{Proposed, WhyNot},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::Stage;
use platform::{DbError, PageResult, T, form::Form};
use registry::{Facts, Organisation, Project, ProjectSeat};
use serde_json::json;
use ui::{Choice, Field, Page, Tone, render_with};

use super::stage_keys::{self, StageProposed};
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
    /// A stage that waits for the other party's key.
    proposed: Option<StageProposed>,
    /// Whether declaring is turning a first key.
    takes_two_keys: bool,
    gate: Option<GateNotice>,
    fields: Vec<Field>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let form =
        Form::with([("stage", seat.project.stage.code().to_owned()), ("on", seat.ctx().today.to_string())]);
    page(&seat, &reading, &form, StatusCode::OK).await
}

async fn page(seat: &ProjectSeat, reading: &Reading, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let mut page = seat.page(t.say("obl-stage-title"), "obligations");
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let proposed = stage_keys::proposed(seat).await?;
    render_with(
        status,
        &StagePage {
            proposed,
            takes_two_keys: seat.seat.keys.takes_two_keys(Act::MoveStage),
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
    let given = form.value("key").to_owned();
    let sent = if given.is_empty() { None } else { stage_keys::sent(&seat, &given).await? };
    let is_read = sent.is_some();
    if let Some(sent) = sent {
        form = sent;
    }
    let organisation = super::organisation(&seat).await?;
    let before = api::reading(&organisation, &seat.project, seat.ctx().today);
    if !given.is_empty() && !is_read {
        return not_turned(&seat, &before, permit, given).await;
    }
    let Some(declared) = read(&mut form, &seat.ctx().t, &seat.project, &before, seat.ctx().today) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if given.is_empty() && seat.seat.keys.takes_two_keys(Act::MoveStage) {
        return first_key(&seat, &before, permit, form).await;
    }
    write(&seat, permit, before, &organisation, declared, given).await
}

/// Turns the first key for what the form says.
async fn first_key(seat: &ProjectSeat, before: &Reading, permit: Permit, mut form: Form) -> PageResult {
    let t = &seat.ctx().t;
    match stage_keys::propose(seat, permit, &form).await? {
        Proposed::First(_) => return Ok(Redirect::to(&seat.path("etape")).into_response()),
        Proposed::Waits(_) => form.refuse("stage", t.say("obl-stage-another")),
        Proposed::Not(why) => form.refuse("stage", t.say_code("keys-not", why)),
    }
    page(seat, before, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What was given is no proposal that waits: the journal keeps the try, and the page says why.
async fn not_turned(seat: &ProjectSeat, before: &Reading, permit: Permit, given: String) -> PageResult {
    let now = seat.ctx().now;
    let work = move |tx: &mut platform::Tx<'_>| stage_keys::confirm(tx, &permit, &given, false, now);
    let why = seat.ctx().db().write(work).await?.unwrap_or(WhyNot::Unknown);
    let mut form = Form::default();
    form.refuse("stage", seat.ctx().t.say_code("keys-not", why));
    page(seat, before, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Declares the stage; where a proposal is given, in the transaction of its second key.
async fn write(
    seat: &ProjectSeat,
    permit: Permit,
    before: Reading,
    organisation: &Organisation,
    declared: Declared,
    given: String,
) -> PageResult {
    let changes = facts_of(&declared);
    let mut moved = Project { stage: declared.stage, ..seat.project.clone() };
    moved.facts.extend(changes.clone());
    let after = api::reading(organisation, &moved, seat.ctx().today);
    let (project, now) = (seat.project.clone(), seat.ctx().now);
    let earlier = before.clone();
    let write = move |tx: &mut platform::Tx<'_>| -> Result<Option<WhyNot>, DbError> {
        if !given.is_empty()
            && let Some(why) = stage_keys::confirm(tx, &permit, &given, true, now)?
        {
            return Ok(Some(why));
        }
        let Declared { stage, on, reason, .. } = &declared;
        registry::store::move_stage(tx, &permit, &project, *stage, *on, reason, now)?;
        registry::store::set_facts(tx, &permit, &project, &changes, now)?;
        record(tx, &permit, &project, &declared, now)?;
        trace::record_difference(tx, &permit, project.id, &earlier, &after, now).map(|()| None)
    };
    match seat.ctx().db().write(write).await? {
        None => Ok(Redirect::to(&format!("{}?etape", seat.path("obligations"))).into_response()),
        Some(why) => {
            let mut form = Form::default();
            form.refuse("stage", seat.ctx().t.say_code("keys-not", why));
            page(seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
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
