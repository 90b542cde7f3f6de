//! A form that is too large is heard out before it is refused: a browser that is still sending when the line closes shows a
//! broken connection, and not our page.

use axum::{
    body::to_bytes,
    extract::Request,
    http::header::{CONTENT_LENGTH, CONTENT_TYPE},
    middleware::Next,
    response::{IntoResponse, Response},
};
use platform::PageError;

use crate::MOST_BYTES;

/// What is heard out at most: beyond, nobody typed it, and the line may break.
const HEARD: usize = 4 * 1024 * 1024;

pub async fn hear_out(request: Request, next: Next) -> Response {
    if !(MOST_BYTES + 1..=HEARD).contains(&announced(&request)) || is_file(&request) {
        return next.run(request).await;
    }
    let _heard = to_bytes(request.into_body(), HEARD).await;
    PageError::BadRequest.into_response()
}

/// How long the body says it is.
fn announced(request: &Request) -> usize {
    let length = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

/// A file has a limit of its own, where it is read.
fn is_file(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/"))
}
