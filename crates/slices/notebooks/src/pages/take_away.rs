//! The notebook as a file, for its own party.

use axum::{
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::IntoResponse,
};
use platform::PageResult;
use registry::ProjectSeat;

use super::{own, signature};
use crate::model::note::{Heading, markdown};

/// What stands in the notebook, without what was taken out of it. No line in the journal: see the root of this crate.
pub async fn markdown_file(seat: ProjectSeat) -> PageResult {
    let own = own(&seat).await?;
    let names = own.names();
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let kept = own.notes.iter().filter(|note| note.removed_on.is_none());
    let notes: Vec<(String, String)> =
        kept.map(|note| (signature(t, note, &names), note.words.clone())).collect();
    let party = t.say_code("party", seat.seat.actor.party);
    let heading = Heading {
        title: t.one("notebook-file-title", "project", seat.project.title.clone()),
        says: t.two("notebook-file-says", "party", party, "day", t.day(today)),
    };
    let name = t.one("notebook-file-name", "day", today.to_string());
    let headers = [
        (CONTENT_TYPE, "text/markdown; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.md\"")),
    ];
    Ok((headers, markdown(&heading, &notes)).into_response())
}
