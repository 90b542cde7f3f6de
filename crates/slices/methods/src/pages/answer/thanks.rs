//! The answer came in.

use askama::Template;
use platform::{Ctx, PageResult};
use ui::{Page, render};

#[derive(Template)]
#[template(path = "answer/thanks.html")]
struct ThanksPage {
    page: Page,
}

pub async fn show(ctx: Ctx) -> PageResult {
    render(&ThanksPage { page: Page::new(&ctx, ctx.t.say("answer-thanks-title")).bare() })
}
