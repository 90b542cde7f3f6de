//! What was said, and what became of it.

use access::Act;
use askama::Template;
use jiff::civil::Date;
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, render};

use crate::{
    model::finding::{Finding, Standing, Step},
    store,
};

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    page: Page,
    base: String,
    /// Where the addresses of what findings became begin.
    root: String,
    today: Date,
    findings: Vec<Finding>,
    awaited: usize,
    late: usize,
    may_record: bool,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let (reader, project, today) = (seat.seat.reader(), seat.project.id, seat.ctx().today);
    let findings = seat.ctx().db().read(move |tx| store::findings(tx, reader, project)).await?;
    render(&FindingsPage {
        page: seat.page(seat.ctx().t.say("findings-title"), "findings"),
        base: seat.path("constats"),
        root: seat.path(""),
        today,
        awaited: findings.iter().filter(|finding| finding.next_due().is_some()).count(),
        late: findings.iter().filter(|finding| finding.is_late(today)).count(),
        findings,
        may_record: seat.seat.may(Act::RecordFinding),
    })
}
