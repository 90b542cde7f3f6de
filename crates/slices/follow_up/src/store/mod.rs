//! Commitments, readings, triggers and reviews in the database. Every change of state is journalled in its own transaction.

mod create;
mod forget;
mod forget_project;
mod hold;
mod indicator;
mod keep;
mod read;

pub use create::create_from_clause;
pub use forget::forget;
pub use forget_project::forget_project;
pub use hold::{Concluded, NewOutcome, hold_review};
pub use indicator::{Measured, NewReading, read_indicator};
pub use keep::{declare_kept, reopen};
pub use read::{commitments, find};
