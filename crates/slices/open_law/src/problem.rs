//! What went wrong, as programs read it: `application/problem+json` (RFC 9457), with each key and what was expected.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use content::law::CaseFault;
use platform::{Ctx, limits::Wait};
use serde::Serialize;

/// An answer that is no reading.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// Where it is explained, on this instance.
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
    /// Each thing that cannot be read, by its key.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<CaseFault>,
    #[serde(skip)]
    retry_after: Option<i64>,
}

impl Problem {
    /// Errors that `key-title` and `key-detail` explain.
    fn new(ctx: &Ctx, status: StatusCode, kind: &'static str, key: &str) -> Self {
        let (title, detail) = (ctx.t.say(&format!("{key}-title")), ctx.t.say(&format!("{key}-detail")));
        Self { kind, title, status: status.as_u16(), detail, errors: Vec::new(), retry_after: None }
    }

    /// Some keys of the case cannot be read.
    pub fn case(ctx: &Ctx, errors: Vec<CaseFault>) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self { errors, ..Self::new(ctx, status, "/api#case", "law-problem-case") }
    }

    /// What was sent is no JSON: where that shows.
    pub fn not_json(ctx: &Ctx, line: usize, column: usize) -> Self {
        let detail = ctx.t.two("law-problem-json-detail", "line", line, "column", column);
        Self { detail, ..Self::new(ctx, StatusCode::BAD_REQUEST, "/api#json", "law-problem-json") }
    }

    pub fn not_said_to_be_json(ctx: &Ctx) -> Self {
        Self::new(ctx, StatusCode::UNSUPPORTED_MEDIA_TYPE, "/api#json", "law-problem-kind")
    }

    pub fn too_large(ctx: &Ctx) -> Self {
        Self::new(ctx, StatusCode::PAYLOAD_TOO_LARGE, "/api#size", "law-problem-size")
    }

    pub fn too_many(ctx: &Ctx, wait: Wait) -> Self {
        let seconds = wait.0.as_secs().max(0) + 1;
        let status = StatusCode::TOO_MANY_REQUESTS;
        Self { retry_after: Some(seconds), ..Self::new(ctx, status, "/api#rate", "law-problem-rate") }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

pub async fn not_found(ctx: Ctx) -> Problem {
    Problem::new(&ctx, StatusCode::NOT_FOUND, "/api#addresses", "law-problem-address")
}

pub async fn wrong_method(ctx: Ctx) -> Problem {
    Problem::new(&ctx, StatusCode::METHOD_NOT_ALLOWED, "/api#addresses", "law-problem-method")
}
