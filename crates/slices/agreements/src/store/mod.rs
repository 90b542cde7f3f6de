//! Texts, articles and positions in the database. Every change of state is journalled in its own transaction.

mod forget;
mod forget_project;
mod read;
mod take;
mod write;

pub use forget::forget;
pub use forget_project::forget_project;
pub use read::{agreement, find_clause};
pub use take::{NewPosition, Taken, rest, take_position};
pub use write::{Amended, Begin, NewClause, NewVersion, amend, propose, withdraw};
