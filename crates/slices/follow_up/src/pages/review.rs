//! One review: what it looks at, and what it concludes.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::{Party, ReviewId};
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field, Page, Tone, render_with};

use super::{
    Ids,
    overview::commitments,
    words::{self, Card, ReviewLine},
};
use crate::{
    model::{
        commitment::Commitment,
        review::{Outcome, Review, is_quorate},
    },
    store::{self, NewOutcome},
};

/// The fields of the form, and their labels.
const FIELDS: [(&str, &str); 4] = [
    ("held_on", "follow-held-on"),
    ("present", "follow-present"),
    ("outcome", "follow-outcome"),
    ("note", "follow-note"),
];

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    page: Page,
    back: String,
    card: Card,
    line: ReviewLine,
    space: String,
    errors: Vec<(String, String)>,
    /// Empty once the review is held, or for who may not hold it.
    fields: Vec<Field>,
    /// What usually follows this conclusion: a sentence, and where to do it.
    then: Option<(String, String, String)>,
}

/// The review of the address, and the commitment it looks at.
async fn find(seat: &ProjectSeat, id: &str) -> PageResult<(Commitment, Review)> {
    let id = ReviewId::parse(id).map_err(|_| PageError::NotFound)?;
    let found = commitments(seat).await?.into_iter().find_map(|commitment| {
        let review = commitment.reviews.iter().find(|review| review.id == id).cloned()?;
        Some((commitment, review))
    });
    found.ok_or(PageError::NotFound)
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let (commitment, review) = find(&seat, &id).await?;
    let form = Form::with([("held_on", seat.ctx().today.to_string())]);
    page(&seat, &commitment, &review, &form, StatusCode::OK)
}

fn page(
    seat: &ProjectSeat,
    commitment: &Commitment,
    review: &Review,
    form: &Form,
    status: StatusCode,
) -> PageResult {
    let t = &seat.ctx().t;
    let horizon = t.say_code("horizon", review.horizon);
    let title = t.two("follow-review-page-title", "horizon", horizon, "number", commitment.clause_number);
    let mut page = Page { here: words::review_href(seat, review), ..seat.page(title, "follow_up") };
    if seat.ctx().here.ends_with("?bilan") {
        page = page.announcing(Tone::Ok, t.say("follow-done-review"));
    }
    let is_open = review.held.is_none() && seat.seat.may(Act::HoldReview);
    render_with(
        status,
        &ReviewPage {
            page,
            back: seat.path("suivi"),
            card: words::card(seat, commitment),
            line: words::review_line(seat, review),
            space: commitment.trigger.space_name.clone(),
            errors: words::errors(t, form, &FIELDS),
            fields: if is_open { fields(t, form) } else { Vec::new() },
            then: review.held.as_ref().and_then(|held| then(seat, held.outcome)),
        },
    )
}

fn fields(t: &T, form: &Form) -> Vec<Field> {
    let outcomes = Outcome::ALL.iter().map(|outcome| {
        Choice::new(outcome.code(), t.say_code("outcome", outcome)).hint(t.say_code("outcome-hint", outcome))
    });
    let parties = Party::ALL.iter().map(|party| Choice::new(party.code(), t.say_code("party", party)));
    vec![
        Field::date(t, form, "held_on", t.say("follow-held-on")),
        Field::boxes(t, form, "present", t.say("follow-present"), parties.collect())
            .hint(t.say("follow-present-hint")),
        Field::radios(t, form, "outcome", t.say("follow-outcome"), outcomes.collect())
            .hint(t.say("follow-outcome-hint")),
        Field::area(t, form, "note", t.say("follow-note")).hint(t.say("follow-note-hint")).most(2000),
    ]
}

/// Where a conclusion usually leads. Nothing is done by itself: the parties do it.
fn then(seat: &ProjectSeat, outcome: Outcome) -> Option<(String, String, String)> {
    let t = &seat.ctx().t;
    let (rest, may) = match outcome {
        Outcome::Continue => return None,
        Outcome::Adjust => ("accords/nouvel-article", Act::DraftClause),
        Outcome::GoBack => ("etape", Act::MoveStage),
        Outcome::Suspend | Outcome::Abandon => ("arret", Act::SetProjectAside),
    };
    let href = if seat.seat.may(may) { seat.path(rest) } else { String::new() };
    Some((t.say_code("follow-then", outcome), t.say_code("follow-then-go", outcome), href))
}

pub async fn hold(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::HoldReview)?;
    let (commitment, review) = find(&seat, &id).await?;
    let (t, now) = (&seat.ctx().t, seat.ctx().now);
    let held_on = held_on(t, &mut form, &commitment, seat.ctx().today);
    let present: Vec<Party> = form.all("present").filter_map(|code| Party::parse(code).ok()).collect();
    if !is_quorate(&present) {
        form.refuse("present", t.say("follow-present-both"));
    }
    let outcome = form.code(t, "outcome", Outcome::parse);
    let note = form.text(t, "note", 2000);
    let (Some(held_on), Some(outcome), false) = (held_on, outcome, form.is_refused()) else {
        return page(&seat, &commitment, &review, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let words = t.two("follow-outcome-line", "outcome", t.say_code("outcome", outcome), "note", &note);
    let new = NewOutcome { review: review.id, held_on, outcome, note, present };
    let project = seat.project.id;
    seat.ctx().db().write(move |tx| store::hold_review(tx, &permit, project, &new, &words, now)).await?;
    Ok(Redirect::to(&format!("{}?bilan", words::review_href(&seat, &review))).into_response())
}

/// The day it was held: not before the commitment, not after today.
fn held_on(t: &T, form: &mut Form, commitment: &Commitment, today: Date) -> Option<Date> {
    let on = form.date(t, "held_on")?;
    if on > today {
        form.refuse("held_on", t.say("follow-held-ahead"));
    } else if on < commitment.made_on {
        form.refuse("held_on", t.one("follow-held-before", "day", t.day(commitment.made_on)));
    }
    Some(on)
}
