//! The front page: what this is, and the three ways in.

use access::Visitor;
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use platform::PageResult;
use ui::{Page, render};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
}

/// A member goes straight to their projects.
pub async fn show(visitor: Visitor) -> PageResult {
    match &visitor.actor {
        Some(actor) => Ok(Redirect::to(&access::home(actor.organisation)).into_response()),
        None => render(&HomePage { page: visitor.page(visitor.ctx.t.say("home-title")) }),
    }
}
