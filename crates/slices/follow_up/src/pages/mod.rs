//! What is kept, seen whole; one commitment and its indicator; one review.

pub mod commitment;
pub mod overview;
pub mod review;
mod words;

/// Organisation, project, then commitment or review, as the address gives them.
type Ids = axum::extract::Path<(String, String, String)>;
