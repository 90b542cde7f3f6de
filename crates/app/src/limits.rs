//! What a session and a line may change in a while: far above what people do, below what a program can.

use access::SESSION_COOKIE;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use platform::{Ctx, PageResult, Platform, limits::Gate};

pub async fn spare(State(platform): State<Platform>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &platform).await;
    match ask(&ctx) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(error) => error.into_response(),
    }
}

/// The line is asked too, since anybody can invent sessions.
fn ask(ctx: &Ctx) -> PageResult<()> {
    if let Some(session) = ctx.cookie(SESSION_COOKIE) {
        ctx.limit(Gate::Account, session.as_bytes())?;
    }
    ctx.limit_line(Gate::Network)
}
