//! Saying that people work with the system although a gate is closed: a fact, told by one party alone, so that nobody has to
//! write something else. It permits nothing, and raises the alert at once.

use access::Act;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::Stage;
use platform::{PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field};

use super::stage::{Declared, Step, page};
use crate::{
    api::{self, Gate, Reading},
    model::crossing::Way,
};

/// Whether the page asks for it: a gate is closed, and nobody has said so yet.
pub fn is_asked(seat: &ProjectSeat, reading: &Reading) -> bool {
    let closed = matches!(reading.gate(), Gate::Closed(_));
    closed && !reading.is_in_use_too_early() && seat.seat.may(Act::ReportUse)
}

pub fn fields(t: &T, form: &Form) -> Vec<Field> {
    let stages = Stage::ALL.iter().filter(|stage| stage.in_real_conditions());
    let stages = stages.map(|stage| {
        Choice::new(stage.code(), t.say_code("stage", stage)).hint(t.say_code("obl-stage-hint", stage))
    });
    vec![
        Field::radios(t, form, "report-stage", t.say("obl-report-stage"), stages.collect()),
        Field::date(t, form, "report-on", t.say("obl-stage-on")),
        Field::area(t, form, "report-words", t.say("obl-report-words"))
            .hint(t.say("obl-report-words-hint"))
            .most(2_000),
    ]
}

pub async fn report(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::ReportUse)?;
    let organisation = super::organisation(&seat).await?;
    let before = api::reading(&organisation, &seat.project, seat.ctx().today);
    let Some(declared) = read(&seat, &mut form, &before) else {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (now, step) = (seat.ctx().now, Step::of(&seat, &organisation, &before, declared));
    seat.ctx().db().write(move |tx| step.take(tx, &permit, Way::Reported, None, now)).await?;
    Ok(Redirect::to(&format!("{}?etape", seat.path("obligations"))).into_response())
}

fn read(seat: &ProjectSeat, form: &mut Form, reading: &Reading) -> Option<Declared> {
    let t = &seat.ctx().t;
    let stage = form.code(t, "report-stage", Stage::parse);
    if stage.is_some_and(|stage| !stage.in_real_conditions()) {
        form.refuse("report-stage", t.say("form-choose"));
    }
    if !is_asked(seat, reading) {
        form.refuse("report-stage", t.say("obl-report-not-asked"));
    }
    let on = form.date(t, "report-on");
    if on.is_some_and(|on| on > seat.ctx().today) {
        form.refuse("report-on", t.say("obl-stage-in-future"));
    }
    let reason = form.text(t, "report-words", 2_000);
    let crossed = api::gate_closed(reading);
    let (stage, on) = stage.zip(on).filter(|_| !form.is_refused())?;
    Some(Declared { stage, on, reason, crossed })
}
