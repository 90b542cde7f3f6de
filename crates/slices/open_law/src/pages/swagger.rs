//! The Swagger page: the interface tried out in the browser, all from here.

use askama::Template;
use platform::{Ctx, PageResult, T};
use ui::render;

#[derive(Template)]
#[template(path = "swagger.html")]
struct SwaggerPage {
    t: T,
    icon: String,
}

pub async fn show(ctx: Ctx) -> PageResult {
    render(&SwaggerPage { t: ctx.t, icon: ui::assets::address("icon.svg") })
}
