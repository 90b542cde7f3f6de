//! The frame of every page: title, language, who is reading, which project, what to announce.

use askama::Template;
use kernel::{Party, Stage};
use platform::{Ctx, PageResult, T};

use crate::assets;

/// What `base.html` needs.
#[derive(Clone)]
pub struct Page {
    pub t: T,
    pub title: String,
    /// Where this page is, for the language switch.
    pub here: String,
    pub who: Option<Who>,
    pub project: Option<ProjectHead>,
    pub notice: Option<Notice>,
    /// A new version of what the instance keeps of people, until whoever is signed in says that they read it.
    pub information: Option<String>,
    pub demonstration: bool,
    /// Whether the page loads htmx: only where it saves a reload.
    pub script: bool,
    /// A page for a worker's phone: no navigation, nothing to wander to.
    pub bare: bool,
}

/// Who is signed in, as the header says it.
#[derive(Clone)]
pub struct Who {
    pub name: String,
    pub title: String,
    pub organisation: String,
    /// The list of the organisation's projects.
    pub home: String,
    /// The organisation's people.
    pub people: String,
    /// Where they choose another of their seats here, and on whose behalf they sit now; only for whoever has several.
    pub place: Option<(String, Party)>,
}

/// The head of a project's pages: title, stages, tabs.
#[derive(Clone)]
pub struct ProjectHead {
    pub title: String,
    pub purpose: String,
    pub stage: Stage,
    pub tabs: Vec<Tab>,
    pub current: &'static str,
}

/// One tab of a project.
#[derive(Clone)]
pub struct Tab {
    pub code: &'static str,
    pub label: String,
    pub href: String,
}

/// How a notice is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Info,
    Ok,
    Alert,
}

impl Tone {
    pub const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Alert => "alert",
        }
    }
}

/// Something to say at the top of a page.
#[derive(Clone)]
pub struct Notice {
    pub tone: Tone,
    pub text: String,
}

impl Page {
    /// A page with this title, already in the reader's language.
    pub fn new(ctx: &Ctx, title: impl Into<String>) -> Self {
        Self {
            t: ctx.t.clone(),
            title: title.into(),
            here: ctx.here.clone(),
            who: None,
            project: None,
            notice: None,
            information: None,
            demonstration: ctx.platform.settings.demonstration,
            script: false,
            bare: false,
        }
    }

    #[must_use]
    pub fn announcing(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.notice = Some(Notice { tone, text: text.into() });
        self
    }

    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    #[must_use]
    pub fn scripted(mut self) -> Self {
        self.script = true;
        self
    }

    /// The stages, in order, for the chips of the project's head.
    pub fn stages(&self) -> &'static [Stage] {
        Stage::ALL
    }

    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The address that switches language and comes back here. Paths never hold what a query cannot: they are escaped.
    pub fn switch(&self) -> String {
        let back: String = form_urlencoded::byte_serialize(self.here.as_bytes()).collect();
        format!("/langue/{}?retour={back}", self.t.locale().other())
    }
}

/// Draws a page.
pub fn render(page: &impl Template) -> PageResult {
    render_with(axum::http::StatusCode::OK, page)
}

/// Draws a page with a status: 422 for a form to be corrected.
pub fn render_with(status: axum::http::StatusCode, page: &impl Template) -> PageResult {
    use axum::response::IntoResponse;
    Ok((status, axum::response::Html(page.render()?)).into_response())
}
