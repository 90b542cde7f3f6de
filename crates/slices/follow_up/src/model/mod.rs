//! Pure: commitments, readings, triggers, reviews.

pub mod commitment;
pub mod firing;
pub mod review;
