//! Erasing oneself: what goes, what stays and why, then one's own address, typed.

use access::{SESSION_COOKIE, Visitor};
use askama::Template;
use axum::{
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use platform::{PageResult, form::Form};
use ui::{Field, Page, render, render_with};

use super::proved;
use crate::store::{Erasure, LastKey, erase, last_keys};

/// What goes, and what stays, in the order in which it is said.
const GOES: [&str; 3] = ["account", "seats", "openings"];
const STAYS: [&str; 4] = ["mandate", "words", "answers", "free"];

#[derive(Template)]
#[template(path = "erase.html")]
struct ErasePage {
    page: Page,
    goes: Vec<String>,
    stays: Vec<String>,
    last_keys: Vec<LastKey>,
    field: Field,
}

#[derive(Template)]
#[template(path = "erased.html")]
struct ErasedPage {
    page: Page,
}

impl ErasePage {
    fn warning(&self, last: &LastKey) -> String {
        let t = &self.page.t;
        let party = t.say_code("party", last.party);
        t.two("erase-last-key", "party", party, "organisation", last.organisation.clone())
    }
}

pub async fn show(visitor: Visitor) -> PageResult {
    page(&visitor, &Form::default(), StatusCode::OK).await
}

async fn page(visitor: &Visitor, form: &Form, status: StatusCode) -> PageResult {
    let (held, t) = (proved(visitor)?, &visitor.ctx.t);
    let last_keys = visitor.ctx.db().read(move |tx| last_keys(tx, held.person)).await?;
    let said = |prefix: &str, ids: &[&str]| ids.iter().map(|id| t.say_code(prefix, id)).collect();
    let page = ErasePage {
        page: visitor.page(t.say("erase-title")),
        goes: said("erase-goes", &GOES),
        stays: said("erase-stays", &STAYS),
        last_keys,
        field: Field::email(t, form, "email", t.say("erase-confirm")).autocomplete("off"),
    };
    render_with(status, &page)
}

pub async fn confirm(visitor: Visitor, mut form: Form) -> PageResult {
    let (held, ctx) = (proved(&visitor)?, &visitor.ctx);
    let typed = form.email(&ctx.t, "email");
    if !form.is_refused() {
        let now = ctx.now;
        let done = ctx.db().write(move |tx| erase(tx, held.person, &typed, now)).await?;
        if done == Erasure::Done {
            return Ok(([(SET_COOKIE, ctx.forget(SESSION_COOKIE, "/"))], Redirect::to("/compte/efface"))
                .into_response());
        }
        form.refuse("email", ctx.t.say("erase-wrong-address"));
    }
    page(&visitor, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// For whoever is nobody any more.
pub async fn erased(visitor: Visitor) -> PageResult {
    render(&ErasedPage { page: visitor.page(visitor.ctx.t.say("erased-title")) })
}
