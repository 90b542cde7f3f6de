//! A member before one project of their organisation: the only way to a project's pages.

use access::Seat;
use axum::{
    extract::{FromRef, FromRequestParts, RawPathParams},
    http::request::Parts,
};
use kernel::ProjectId;
use platform::{Ctx, PageError, Platform};
use ui::{Page, ProjectHead, Tab};

use crate::{model::project::Project, store};

/// The tabs of a project, in order, with the end of their address.
const TABS: [(&str, &str); 10] = [
    ("thread", "fil"),
    ("obligations", "obligations"),
    ("spaces", "espaces"),
    ("methods", "diagnostics"),
    ("findings", "constats"),
    ("agreements", "accords"),
    ("prevention", "prevention"),
    ("follow_up", "suivi"),
    ("dossier", "dossier"),
    ("notebook", "carnet"),
];

/// A member and one project of their organisation.
pub struct ProjectSeat {
    pub seat: Seat,
    pub project: Project,
}

impl ProjectSeat {
    pub const fn ctx(&self) -> &Ctx {
        &self.seat.ctx
    }

    /// An address under this project: `path("constats")` is `/structures/…/projets/…/constats`.
    pub fn path(&self, rest: &str) -> String {
        path(&self.project, rest)
    }

    /// The frame of one of the project's pages; `tab` is one of `thread`, `obligations`, `spaces`, `methods`, `findings`,
    /// `agreements`, `prevention`, `follow_up`, `dossier`, `notebook`.
    pub fn page(&self, title: impl Into<String>, tab: &'static str) -> Page {
        let t = &self.seat.ctx.t;
        let tabs = TABS
            .iter()
            .map(|(code, rest)| Tab { code, label: t.say_code("tab", code), href: self.path(rest) })
            .collect();
        let project = ProjectHead {
            title: self.project.title.clone(),
            purpose: self.project.purpose.clone(),
            stage: self.project.stage,
            tabs,
            current: tab,
        };
        Page { project: Some(project), ..self.seat.page(title) }
    }
}

/// An address under a project.
pub fn path(project: &Project, rest: &str) -> String {
    format!("/structures/{}/projets/{}/{rest}", project.organisation, project.id)
}

impl<S> FromRequestParts<S> for ProjectSeat
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let seat = Seat::from_request_parts(parts, state).await?;
        let params =
            RawPathParams::from_request_parts(parts, state).await.map_err(|_| PageError::NotFound)?;
        let asked = params.iter().find_map(|(name, value)| (name == "project").then(|| value.to_owned()));
        let id = asked.and_then(|text| ProjectId::parse(&text).ok()).ok_or(PageError::NotFound)?;
        let organisation = seat.organisation();
        let found = seat.ctx.db().glance(move |tx| store::find_project(tx, organisation, id)).await?;
        match found {
            Some(project) => Ok(Self { seat, project }),
            None => Err(absent(&seat, id).await?),
        }
    }
}

/// Why there is no such project: it never was here, or both keys deleted it.
async fn absent(seat: &Seat, project: ProjectId) -> Result<PageError, PageError> {
    let organisation = seat.organisation();
    let deleted = seat.ctx.db().read(move |tx| store::deletion(tx, organisation, project)).await?;
    Ok(deleted.map_or(PageError::NotFound, |deleted| PageError::Deleted {
        organisation,
        on: deleted.on,
        parties: deleted.parties,
    }))
}
