//! What is kept, seen whole: what is on the table, the next reviews, each commitment with its indicator.

use askama::Template;
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, render};

use super::words::{self, Card, ReviewLine};
use crate::{model::commitment::Commitment, store};

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    page: Page,
    agreements: String,
    cards: Vec<Card>,
    /// The reviews to come, soonest first: what they are about, and the line.
    next: Vec<(String, ReviewLine)>,
}

/// The commitments of the project.
pub(super) async fn commitments(seat: &ProjectSeat) -> PageResult<Vec<Commitment>> {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    Ok(seat.ctx().db().read(move |tx| store::commitments(tx, organisation, project)).await?)
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let commitments = commitments(&seat).await?;
    let t = &seat.ctx().t;
    render(&OverviewPage {
        page: seat.page(t.say("follow-title"), "follow_up"),
        agreements: seat.path("accords"),
        cards: commitments.iter().map(|commitment| words::card(&seat, commitment)).collect(),
        next: next(&seat, &commitments),
    })
}

/// The next review of each commitment, and every late one.
fn next(seat: &ProjectSeat, commitments: &[Commitment]) -> Vec<(String, ReviewLine)> {
    let today = seat.ctx().today;
    let mut awaited: Vec<_> = commitments
        .iter()
        .flat_map(|commitment| {
            let next = commitment.next_review().map(|review| review.id);
            let awaited = commitment.reviews.iter().filter(|review| review.held.is_none());
            let shown = awaited.filter(move |review| review.due_on < today || Some(review.id) == next);
            shown.map(move |review| (commitment, review))
        })
        .collect();
    awaited.sort_by_key(|(commitment, review)| (review.due_on, commitment.clause_number));
    let line =
        |(commitment, review): (&Commitment, _)| (commitment.what.clone(), words::review_line(seat, review));
    awaited.into_iter().map(line).collect()
}
