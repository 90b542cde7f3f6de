//! The files of the Swagger page, which no other page loads.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

pub async fn style() -> Response {
    file("text/css; charset=utf-8", include_bytes!("../assets/swagger-ui.css"))
}

pub async fn bundle() -> Response {
    file("text/javascript; charset=utf-8", include_bytes!("../assets/swagger-ui-bundle.js"))
}

pub async fn start() -> Response {
    file("text/javascript; charset=utf-8", include_bytes!("../assets/swagger.js"))
}

fn file(kind: &'static str, bytes: &'static [u8]) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=86400")], bytes).into_response()
}
