//! A case in, a reading out. The case is forgotten with the answer.

use axum::{
    body::Bytes,
    extract::rejection::BytesRejection,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use content::law::{CaseFacts, in_force};
use platform::Ctx;
use serde_json::Value as Json;

use crate::{MOST_BYTES, problem::Problem};

pub async fn answer(ctx: Ctx, sent: Result<Bytes, BytesRejection>) -> Response {
    match sent.map_err(|_| Problem::too_large(&ctx)).and_then(|sent| evaluate(&ctx, &sent)) {
        Ok(reading) => json(reading),
        Err(problem) => problem.into_response(),
    }
}

/// The reading, written as the command line writes it.
fn evaluate(ctx: &Ctx, sent: &[u8]) -> Result<Vec<u8>, Problem> {
    if sent.len() > MOST_BYTES {
        return Err(Problem::too_large(ctx));
    }
    if !is_said_to_be_json(&ctx.headers) {
        return Err(Problem::not_said_to_be_json(ctx));
    }
    let sent: Json =
        serde_json::from_slice(sent).map_err(|error| Problem::not_json(ctx, error.line(), error.column()))?;
    let case = CaseFacts::from_json(&sent).map_err(|faults| Problem::case(ctx, faults))?;
    let reading = in_force().evaluate(&case, case.as_of().unwrap_or(ctx.today));
    serde_json::to_vec(&reading).map_err(|error| Problem::not_json(ctx, error.line(), error.column()))
}

fn is_said_to_be_json(headers: &HeaderMap) -> bool {
    let said = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = said.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || kind.ends_with("+json")
}

/// An answer that is JSON already.
pub fn json(body: Vec<u8>) -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
