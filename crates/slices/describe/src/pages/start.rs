//! What the description is, before the first question; and forgetting it.

use askama::Template;
use axum::{
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect},
};
use platform::PageResult;
use ui::{Page, render};

use super::{Describing, PATH, describing::take_back};
use crate::{model::route::first_open, store};

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    page: Page,
    /// Where to begin, or to go on.
    go: String,
    has_draft: bool,
    count: usize,
    organisation: Option<String>,
}

pub async fn show(describing: Describing) -> PageResult {
    let t = &describing.ctx().t;
    let open = first_open(&describing.questions, &describing.answers);
    let end = || format!("{PATH}/resultat");
    render(&StartPage {
        go: open.map_or_else(end, |question| format!("{PATH}/{}", question.slug())),
        has_draft: !describing.draft.is_empty(),
        count: describing.questions.len(),
        organisation: describing.organisation.as_ref().map(|organisation| organisation.name.clone()),
        page: describing.visitor.page(t.say("describe-start-title")),
    })
}

pub async fn forget(describing: Describing) -> PageResult {
    if let Some(hash) = describing.hash() {
        describing.ctx().db().write(move |tx| store::forget(tx, &hash)).await?;
    }
    Ok(([(SET_COOKIE, take_back(describing.ctx()))], Redirect::to(PATH)).into_response())
}
