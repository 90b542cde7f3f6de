//! For whoever watches the instance: 200 when the database answers.

use axum::{extract::State, http::StatusCode};
use platform::{DbError, Platform};

pub async fn show(State(platform): State<Platform>) -> StatusCode {
    let answer = platform.db.read(|tx| tx.exists("SELECT 1", &[])).await;
    match answer {
        Ok::<bool, DbError>(_) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
