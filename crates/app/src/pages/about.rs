//! What this instance is, what it keeps, and what it does not.

use access::Visitor;
use askama::Template;
use platform::PageResult;
use ui::{Page, render};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    page: Page,
}

pub async fn show(visitor: Visitor) -> PageResult {
    render(&AboutPage { page: visitor.page(visitor.ctx.t.say("about-title")) })
}
