//! Taking the document away: one content, three files. Each download leaves a line in the journal, once the file is made.

use access::{Act, Permit};
use axum::{
    extract::Query,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use platform::{DbError, PageError, PageResult, limits::Gate};
use registry::ProjectSeat;
use serde::Deserialize;

use super::{
    Before,
    versions::{held, standing},
};
use crate::{
    Typeset,
    export::{Heading, Sheet, csv, pdf, sheet, xlsx},
    model::snapshot::{Snapshot, Version},
    store,
};

/// Which version; none for what stands now.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    version: Option<String>,
}

/// What is taken, and by whom.
struct Taken {
    permit: Permit,
    before: Before,
    snapshot: Snapshot,
    version: Option<Version>,
}

impl Taken {
    async fn of(seat: &ProjectSeat, which: &Which) -> PageResult<Self> {
        let permit = seat.seat.permit(Act::ExportDossier)?;
        seat.ctx().limit(Gate::Export, seat.seat.session.hash.as_bytes())?;
        let before = Before::for_anybody(seat).await?;
        let (snapshot, version) = match which.version.as_deref().filter(|typed| !typed.is_empty()) {
            None => (standing(&seat.ctx().t, &before, seat.ctx().today), None),
            Some(typed) => {
                let number: i64 = typed.parse().map_err(|_| PageError::NotFound)?;
                let known = before.board.versions.iter().find(|version| version.number == number);
                let known = known.cloned().ok_or(PageError::NotFound)?;
                (held(seat, number).await?, Some(known))
            }
        };
        Ok(Self { permit, before, snapshot, version })
    }

    fn heading<'a>(&'a self, seat: &'a ProjectSeat) -> Heading<'a> {
        Heading {
            organisation: &self.before.organisation.name,
            project: &seat.project.title,
            today: seat.ctx().today,
            version: self.version.as_ref(),
        }
    }

    fn sheet(&self, seat: &ProjectSeat) -> Sheet {
        sheet(&seat.ctx().t, &self.heading(seat), &self.snapshot)
    }

    /// Notes the download and gives the file.
    async fn give(self, seat: &ProjectSeat, ending: &'static str, kind: &str, bytes: Vec<u8>) -> PageResult {
        let (project, now) = (seat.project.id, seat.ctx().now);
        let number = self.version.as_ref().map(|version| version.number);
        let permit = self.permit;
        let write =
            move |tx: &mut platform::Tx<'_>| store::note_export(tx, &permit, project, ending, number, now);
        seat.ctx().db().write::<(), DbError, _>(write).await?;
        let day = self.version.map_or(seat.ctx().today, |version| version.dated_on);
        let version = number.map(|number| format!("-version-{number}")).unwrap_or_default();
        Ok(file(&format!("duerp{version}-{day}.{ending}"), kind, bytes))
    }
}

fn file(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let headers =
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    (headers, bytes).into_response()
}

pub async fn csv(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    let taken = Taken::of(&seat, &which).await?;
    let bytes = csv::csv(&taken.sheet(&seat), seat.ctx().locale());
    taken.give(&seat, "csv", "text/csv; charset=utf-8", bytes).await
}

pub async fn xlsx(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    let taken = Taken::of(&seat, &which).await?;
    let about = seat.ctx().t.say("prevent-file-about");
    let bytes = xlsx::xlsx(&taken.sheet(&seat), &about, seat.ctx().today);
    let bytes = bytes.map_err(|error| PageError::Fault(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    taken.give(&seat, "xlsx", kind, bytes).await
}

pub async fn pdf(seat: ProjectSeat, Query(which): Query<Which>, typeset: Typeset) -> PageResult {
    let taken = Taken::of(&seat, &which).await?;
    let document = pdf::document(&seat.ctx().t, &taken.heading(&seat), &taken.sheet(&seat)).to_string();
    let made = tokio::task::spawn_blocking(move || typeset(&document));
    let bytes = made.await.map_err(|error| PageError::Fault(error.to_string()))?.map_err(PageError::Fault)?;
    taken.give(&seat, "pdf", "application/pdf", bytes).await
}
