//! Pure: lines and actions, what the law proposes, the form of the actions, versions and what changed between two.

pub mod action;
pub mod difference;
pub mod line;
pub mod plan;
pub mod proposal;
#[cfg(test)]
pub(crate) mod samples;
pub mod snapshot;
