//! Reading and writing consultations.

mod forget;
mod read;
mod write;

pub use forget::forget;
pub use read::of_project;
pub use write::{At, Correction, NewEvent, answer, ask, begin, correct, record, write_parts};
