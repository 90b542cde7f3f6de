//! The register of the instance begins with its own card: what is asked of every system at work, answered by this one.

use access::Visitor;
use askama::Template;
use platform::PageResult;
use ui::{Page, render};

use crate::model::card::{PARTS, QUESTIONS};

#[derive(Template)]
#[template(path = "card.html")]
struct CardPage {
    page: Page,
    /// What each part is, and what it says.
    parts: Vec<(String, String)>,
    questions: Vec<(String, String)>,
    version: &'static str,
}

pub async fn show(visitor: Visitor) -> PageResult {
    let t = visitor.ctx.t.clone();
    let said = |prefix: &str, ids: &[&str]| -> Vec<(String, String)> {
        ids.iter().map(|id| (t.say_code(prefix, id), t.say_code(&format!("{prefix}-said"), id))).collect()
    };
    render(&CardPage {
        page: visitor.page(t.say("card-title")),
        parts: said("card", &PARTS),
        questions: said("culture", &QUESTIONS),
        version: env!("CARGO_PKG_VERSION"),
    })
}
