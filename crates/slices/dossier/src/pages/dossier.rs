//! What the dossier holds, for whom, and how to take it.

use access::Act;
use askama::Template;
use journal::Head;
use platform::PageResult;
use registry::ProjectSeat;
use ui::{Page, render};

use crate::document::in_groups;

#[derive(Template)]
#[template(path = "dossier.html")]
struct DossierPage {
    page: Page,
    base: String,
    head: Head,
    hash: String,
    may_export: bool,
    may_delete: bool,
    /// What each chapter is, in order.
    chapters: [&'static str; 8],
}

/// The chapters, by the key of what they hold.
const CHAPTERS: [&str; 8] = [
    "dossier-holds-project",
    "dossier-holds-thread",
    "dossier-holds-law",
    "dossier-holds-asked",
    "dossier-holds-findings",
    "dossier-holds-text",
    "dossier-holds-kept",
    "dossier-holds-journal",
];

pub async fn show(seat: ProjectSeat) -> PageResult {
    let organisation = seat.seat.organisation();
    let head = seat.ctx().db().read(move |tx| journal::head(tx, organisation)).await?;
    render(&DossierPage {
        page: seat.page(seat.ctx().t.say("dossier-title"), "dossier"),
        base: seat.path(""),
        hash: in_groups(&head.hash),
        head,
        may_export: seat.seat.may(Act::ExportDossier),
        may_delete: seat.seat.may(Act::DeleteProject),
        chapters: CHAPTERS,
    })
}
