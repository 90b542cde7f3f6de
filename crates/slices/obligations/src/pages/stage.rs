//! Moving a project to another stage; going past a closed gate takes two keys and a written reason.

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
use kernel::{Party, Stage};
use platform::{DbError, PageResult, T, form::Form};
use registry::{Facts, Organisation, Project, ProjectSeat};
use serde_json::json;
use ui::{Choice, Field, Page, Tone, render_with};

use super::{
    stage_keys::{self, StageProposed},
    stage_report,
};
use crate::{
    api::{self, Gate, GateClosed, GateNotice, Reading},
    model::{
        case::stage_code,
        crossing::{CrossingId, Way},
        gate::CROSSED,
        reading::IN_USE_TOO_EARLY,
    },
    store::{self, NewCrossing},
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
    /// What going past the gate takes, and whose keys; empty where it is open.
    gate_rule: String,
    fields: Vec<Field>,
    /// Saying that people work with the system already; empty where nothing is closed, and for who may not.
    report: Vec<Field>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let form =
        Form::with([("stage", seat.project.stage.code().to_owned()), ("on", seat.ctx().today.to_string())]);
    page(&seat, &reading, &form, StatusCode::OK).await
}

pub(super) async fn page(
    seat: &ProjectSeat,
    reading: &Reading,
    form: &Form,
    status: StatusCode,
) -> PageResult {
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
            gate_rule: match reading.gate() {
                Gate::Closed(_) => {
                    let [first, second] = seat.seat.keys.holders().map(|party| t.say_code("party", party));
                    t.two("obl-stage-gate-rule", "first", first, "second", second)
                }
                _ => String::new(),
            },
            report: if stage_report::is_asked(seat, reading) {
                stage_report::fields(t, form)
            } else {
                Vec::new()
            },
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
    if form.has("report", "oui") {
        return stage_report::report(seat, form).await;
    }
    let given = form.value("key").to_owned();
    let act = if given.is_empty() { Act::MoveStage } else { stage_keys::act_of(&seat, &given).await? };
    let permit = seat.seat.permit(act)?;
    let sent = if given.is_empty() { None } else { stage_keys::sent(&seat, &given).await? };
    let organisation = super::organisation(&seat).await?;
    let before = api::reading(&organisation, &seat.project, seat.ctx().today);
    let shut = match sent {
        Some(sent) => {
            form = sent.form;
            Some(sent.shut)
        }
        None if !given.is_empty() => return not_turned(&seat, &before, permit, given).await,
        None => None,
    };
    let t = &seat.ctx().t;
    let Some(declared) = read(&mut form, t, &seat.project, &before, seat.ctx().today) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let Some(shut) = shut else {
        return first_or_alone(&seat, before, &organisation, permit, form, declared).await;
    };
    // What the first key was turned for is what the second one confirms; a gate that has opened since is not gone past.
    if declared.crossed.as_ref().is_some_and(|gate| stage_keys::shut_codes(gate) != shut) {
        form.refuse("stage", t.say_code("keys-not", WhyNot::Changed));
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    write(&seat, permit, before, &organisation, declared, given).await
}

/// Declares a stage without a second key, or turns the first one: past a closed gate, always.
async fn first_or_alone(
    seat: &ProjectSeat,
    before: Reading,
    organisation: &Organisation,
    permit: Permit,
    form: Form,
    declared: Declared,
) -> PageResult {
    let crossed = declared.crossed.as_ref();
    if crossed.is_none() && !seat.seat.keys.takes_two_keys(Act::MoveStage) {
        return write(seat, permit, before, organisation, declared, String::new()).await;
    }
    let permit = if crossed.is_some() { seat.seat.permit(Act::CrossGate)? } else { permit };
    let mut form = form;
    let t = &seat.ctx().t;
    match stage_keys::propose(seat, permit, &form, crossed).await? {
        Proposed::First(_) => return Ok(Redirect::to(&seat.path("etape")).into_response()),
        Proposed::Waits(_) => form.refuse("stage", t.say("obl-stage-another")),
        Proposed::Not(why) => form.refuse("stage", t.say_code("keys-not", why)),
    }
    page(seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What was given is no proposal that waits: the journal keeps the try, and the page says why.
async fn not_turned(seat: &ProjectSeat, before: &Reading, permit: Permit, given: String) -> PageResult {
    let now = seat.ctx().now;
    let work = move |tx: &mut platform::Tx<'_>| stage_keys::confirm(tx, &permit, &given, false, now);
    let why = seat.ctx().db().write(work).await?.err().unwrap_or(WhyNot::Unknown);
    refused(seat, before, why).await
}

async fn refused(seat: &ProjectSeat, before: &Reading, why: WhyNot) -> PageResult {
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
    let (now, step) = (seat.ctx().now, Step::of(seat, organisation, &before, declared));
    let write = move |tx: &mut platform::Tx<'_>| -> Result<Option<WhyNot>, DbError> {
        let mut first = None;
        if !given.is_empty() {
            match stage_keys::confirm(tx, &permit, &given, true, now)? {
                Ok(done) => first = Some(done.proposed_by),
                Err(why) => return Ok(Some(why)),
            }
        }
        step.take(tx, &permit, Way::Agreed, first, now).map(|()| None)
    };
    match seat.ctx().db().write(write).await? {
        None => Ok(Redirect::to(&format!("{}?etape", seat.path("obligations"))).into_response()),
        Some(why) => refused(seat, &before, why).await,
    }
}

/// What is declared.
pub(super) struct Declared {
    pub stage: Stage,
    pub on: Date,
    pub reason: String,
    /// The gate that is gone past.
    pub crossed: Option<GateClosed>,
}

/// A step to another stage, ready to be written: a transaction may run twice.
pub(super) struct Step {
    project: Project,
    declared: Declared,
    changes: Facts,
    before: Reading,
    after: Reading,
    crossing: CrossingId,
    today: Date,
}

impl Step {
    pub fn of(seat: &ProjectSeat, organisation: &Organisation, before: &Reading, declared: Declared) -> Self {
        let changes = facts_of(&declared);
        let mut moved = Project { stage: declared.stage, ..seat.project.clone() };
        moved.facts.extend(changes.clone());
        let today = seat.ctx().today;
        Self {
            after: api::reading(organisation, &moved, today),
            before: before.clone(),
            project: seat.project.clone(),
            crossing: seat.ctx().new_id(),
            declared,
            changes,
            today,
        }
    }

    /// Writes the stage, its facts, what was gone past, and what the law then raises and lifts.
    pub fn take(
        &self,
        tx: &mut platform::Tx<'_>,
        permit: &Permit,
        way: Way,
        first_party: Option<Party>,
        now: jiff::Timestamp,
    ) -> Result<(), DbError> {
        let Declared { stage, on, reason, crossed } = &self.declared;
        let project = &self.project;
        if *stage != project.stage {
            registry::store::move_stage(tx, permit, project, *stage, *on, reason, now)?;
        }
        registry::store::set_facts(tx, permit, project, &self.changes, now)?;
        if let Some(gate) = crossed.clone() {
            let (id, stage, on, reason) = (self.crossing, *stage, *on, reason.clone());
            let new = NewCrossing { id, way, stage, on, gate, reason, first_party };
            store::cross(tx, permit, project.id, &new, self.today, now)?;
        }
        trace::record_difference(tx, permit, project.id, &self.before, &self.after, now)
    }
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

/// The stage in the law's words, whether people work with the system before the gate is open, and since when.
fn facts_of(declared: &Declared) -> Facts {
    let crossed = declared.crossed.as_ref().map(|_| declared.on.to_string());
    Facts::from([
        ("project.stage".to_owned(), json!(stage_code(declared.stage))),
        (IN_USE_TOO_EARLY.to_owned(), json!(declared.crossed.is_some())),
        (CROSSED.to_owned(), json!(crossed)),
    ])
}
