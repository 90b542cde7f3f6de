//! Who may ask: any site, without credentials, and not more often than a program needs to.

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use platform::{Ctx, PageError, Platform, limits::Gate};

use crate::problem::Problem;

/// How long a browser may remember that it may ask, in seconds.
const REMEMBERED: HeaderValue = HeaderValue::from_static("86400");

/// Lets the pages of every site ask, and answers browsers that ask whether they may. Since nothing is ever told apart by
/// a cookie, credentials are neither needed nor allowed.
pub async fn from_anywhere(request: Request, next: Next) -> Response {
    let mut response = match *request.method() {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, OPTIONS"));
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("content-type, accept-language"),
    );
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("retry-after"));
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, REMEMBERED);
    response
}

/// Refuses whoever asks too often, by the line they ask from.
pub async fn spare(State(platform): State<Platform>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &platform).await;
    match ctx.limit_line(Gate::OpenLaw) {
        Err(PageError::TooMany(wait)) => Problem::too_many(&ctx, wait).into_response(),
        _ => next.run(Request::from_parts(parts, body)).await,
    }
}
