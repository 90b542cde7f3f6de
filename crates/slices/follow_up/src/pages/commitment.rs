//! One commitment: its indicator, its reviews, whether it is kept.

use access::Act;
use agreements::api::quantity;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::CommitmentId;
use platform::{PageError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{
    Ids,
    words::{self, Card, ReviewLine},
};
use crate::{
    model::commitment::Commitment,
    store::{self, Measured, NewReading},
};

/// A value is at most this far from zero.
const MOST: i64 = 1_000_000_000;

/// The fields of the form, and their labels.
const FIELDS: [(&str, &str); 2] = [("value", "follow-table-value"), ("on", "follow-on")];

#[derive(Template)]
#[template(path = "commitment.html")]
struct CommitmentPage {
    page: Page,
    back: String,
    card: Card,
    reviews: Vec<ReviewLine>,
    errors: Vec<(String, String)>,
    fields: Vec<Field>,
    may_read: bool,
    may_keep: bool,
    is_kept: bool,
}

/// The commitment of the address.
async fn find(seat: &ProjectSeat, id: &str) -> PageResult<Commitment> {
    let id = CommitmentId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let found = seat.ctx().db().read(move |tx| store::find(tx, organisation, project, id)).await?;
    found.ok_or(PageError::NotFound)
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let commitment = find(&seat, &id).await?;
    let form = Form::with([("on", seat.ctx().today.to_string())]);
    page(&seat, &commitment, &form, StatusCode::OK)
}

fn page(seat: &ProjectSeat, commitment: &Commitment, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let card = words::card(seat, commitment);
    let mut page = Page { here: card.href.clone(), ..seat.page(commitment.what.clone(), "follow_up") };
    let done = seat.ctx().here.rsplit_once('?').map_or("", |(_, done)| done);
    let key = match done {
        "releve" => Some("follow-done-read"),
        "tenu" => Some("follow-done-kept"),
        "rouvert" => Some("follow-done-reopened"),
        _ => None,
    };
    if let Some(key) = key {
        page = page.announcing(Tone::Ok, t.say(key));
    }
    let unit = if commitment.unit.is_empty() {
        t.say("follow-value-hint")
    } else {
        t.one("follow-value-hint-unit", "unit", &commitment.unit)
    };
    let fields = vec![
        Field::number(t, form, "value", &commitment.indicator).hint(unit),
        Field::date(t, form, "on", t.say("follow-on")).hint(t.say("follow-on-hint")),
    ];
    render_with(
        status,
        &CommitmentPage {
            page,
            back: seat.path("suivi"),
            card,
            reviews: commitment.reviews.iter().map(|review| words::review_line(seat, review)).collect(),
            errors: words::errors(t, form, &FIELDS),
            fields,
            may_read: seat.seat.may(Act::RecordIndicator),
            may_keep: seat.seat.may(Act::HoldReview),
            is_kept: commitment.kept.is_some(),
        },
    )
}

pub async fn read_indicator(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RecordIndicator)?;
    let commitment = find(&seat, &id).await?;
    let (t, today, now) = (&seat.ctx().t, seat.ctx().today, seat.ctx().now);
    let value = form.number(t, "value", -MOST, MOST);
    let on = form.date(t, "on");
    if on.is_some_and(|on| on > today) {
        form.refuse("on", t.say("follow-on-ahead"));
    }
    let (Some(on), false) = (on, form.is_refused()) else {
        return page(&seat, &commitment, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let new = reading(&seat, &commitment, on, value);
    let (project, id) = (seat.project.id, commitment.id);
    let measured = seat
        .ctx()
        .db()
        .write(move |tx| store::read_indicator(tx, &permit, project, id, &new, today, now))
        .await?;
    // Once it has fired, the page says so by itself for as long as going back is on the table.
    let done = if measured == Measured::Fired { "retour" } else { "releve" };
    Ok(back_to(&seat, id, done))
}

/// The value, with the words that its consequence would need.
fn reading(seat: &ProjectSeat, commitment: &Commitment, on: Date, value: i64) -> NewReading {
    let (ctx, t) = (seat.ctx(), &seat.ctx().t);
    let args = [
        ("indicator", commitment.indicator.as_str().into()),
        ("value", quantity(t, value, &commitment.unit).into()),
        ("threshold", quantity(t, commitment.trigger.threshold, &commitment.unit).into()),
        ("day", t.day(on).into()),
        ("number", commitment.clause_number.into()),
    ];
    NewReading {
        on,
        value,
        finding: ctx.new_id(),
        review: ctx.new_id(),
        activity: ctx.new_id(),
        finding_text: t.with("follow-finding-text", &args),
        finding_origin: t.one("follow-finding-origin", "number", commitment.clause_number),
        review_title: t.one("follow-review-title-called", "number", commitment.clause_number),
    }
}

pub async fn keep(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::HoldReview)?;
    let (id, project) = (find(&seat, &id).await?.id, seat.project.id);
    let (today, now) = (seat.ctx().today, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::declare_kept(tx, &permit, project, id, today, now)).await?;
    Ok(back_to(&seat, id, "tenu"))
}

pub async fn reopen(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let permit = seat.seat.permit(Act::HoldReview)?;
    let (id, project, now) = (find(&seat, &id).await?.id, seat.project.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::reopen(tx, &permit, project, id, now)).await?;
    Ok(back_to(&seat, id, "rouvert"))
}

fn back_to(seat: &ProjectSeat, id: CommitmentId, done: &str) -> axum::response::Response {
    Redirect::to(&seat.path(&format!("suivi/{id}?{done}"))).into_response()
}
