//! Pure: findings, what is done with them, and what leads to what.

pub mod finding;
pub mod link;
pub mod rules;
#[cfg(test)]
mod samples;
pub mod wording;
