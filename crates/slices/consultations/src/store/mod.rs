//! Reading and writing consultations.

mod forget;
mod forget_project;
mod read;
mod write;

pub use forget::forget;
pub use forget_project::forget_project;
pub use read::of_project;
pub use write::{At, Correction, NewEvent, answer, ask, begin, correct, record, write_parts};
