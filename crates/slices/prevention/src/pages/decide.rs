//! Setting a line aside, merging it, taking it up again, and saying something of it.

use access::Act;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{DbError, PageError, PageResult, form::Form};
use registry::ProjectSeat;

use super::{
    Before, WORDS,
    line::{over, page},
    target::Target,
};
use crate::{
    model::line::{LineId, RemarkId},
    store::{self, Written},
};

fn gone(seat: &ProjectSeat, done: &str) -> PageResult {
    Ok(Redirect::to(&format!("{}?fait={done}", seat.path("prevention"))).into_response())
}

/// The page of the line again, with what was refused.
fn refused(seat: &ProjectSeat, before: &Before, target: &Target, form: &Form) -> PageResult {
    let form = over(seat, before, target, form);
    page(seat, before, target, &form, StatusCode::UNPROCESSABLE_ENTITY, None)
}

pub async fn set_aside(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::WriteRiskDocument)?;
    let before = Before::of(&seat).await?;
    let target = decided(&before, &form)?;
    let t = &seat.ctx().t;
    let why = form.text(t, "why", WORDS);
    if form.is_refused() {
        return refused(&seat, &before, &target, &form);
    }
    let fresh = LineId::parse(form.value("line")).unwrap_or_else(|_| seat.ctx().new_id());
    let mut words = target.words(t);
    if words.unit.is_empty() {
        words.unit = t.say("prevent-unit-none");
    }
    let new = target.new_line(fresh, words, 0);
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done = seat
        .ctx()
        .db()
        .write(move |tx| store::set_aside(tx, &permit, project, &new, &why, today, now))
        .await
        .map_err(PageError::from)?;
    if done == Written::Done { gone(&seat, "ecarte") } else { Err(PageError::NotFound) }
}

/// What may be set aside or merged: a line, or what a rule proposes.
fn decided(before: &Before, form: &Form) -> PageResult<Target> {
    match Target::of(before, form)? {
        target @ (Target::Line(_) | Target::Proposal(_)) => Ok(target),
        Target::Finding(_) | Target::New => Err(PageError::NotFound),
    }
}

pub async fn merge(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::WriteRiskDocument)?;
    let before = Before::of(&seat).await?;
    let target = decided(&before, &form)?;
    let t = &seat.ctx().t;
    let kept =
        LineId::parse(form.value("into")).ok().filter(|id| before.board.kept().any(|line| line.id == *id));
    let Some(into) = kept else {
        form.refuse("into", t.say("form-choose"));
        return refused(&seat, &before, &target, &form);
    };
    let fresh = LineId::parse(form.value("line")).unwrap_or_else(|_| seat.ctx().new_id());
    let mut words = target.words(t);
    if words.unit.is_empty() {
        words.unit = t.say("prevent-unit-none");
    }
    let new = target.new_line(fresh, words, 0);
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done = seat
        .ctx()
        .db()
        .write(move |tx| store::merge(tx, &permit, project, &new, into, today, now))
        .await
        .map_err(PageError::from)?;
    if done == Written::Done { gone(&seat, "fusionne") } else { Err(PageError::NotFound) }
}

pub async fn take_up(seat: ProjectSeat, form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::WriteRiskDocument)?;
    let id = LineId::parse(form.value("line")).map_err(|_| PageError::NotFound)?;
    let (project, now) = (seat.project.id, seat.ctx().now);
    let write = move |tx: &mut platform::Tx<'_>| store::take_up(tx, &permit, project, id, now);
    let done = seat.ctx().db().write::<_, DbError, _>(write).await?;
    if done == Written::Done { gone(&seat, "repris") } else { Err(PageError::NotFound) }
}

pub async fn remark(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::ProposeRiskLine)?;
    let before = Before::of(&seat).await?;
    let target = Target::of(&before, &form)?;
    let Target::Line(line) = &target else { return Err(PageError::NotFound) };
    let t = &seat.ctx().t;
    let words = form.text(t, "remark", WORDS);
    if form.is_refused() {
        return refused(&seat, &before, &target, &form);
    }
    let (line, id) = (line.id, RemarkId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()));
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let done = seat
        .ctx()
        .db()
        .write(move |tx| store::remark(tx, &permit, project, line, (id, &words), today, now))
        .await
        .map_err(PageError::from)?;
    match done {
        Written::Done => gone(&seat, "remarque"),
        Written::NotReworded | Written::NotPassedOn => {
            form.refuse("remark", t.say("prevent-not-reworded"));
            refused(&seat, &before, &target, &form)
        }
        _ => Err(PageError::NotFound),
    }
}
