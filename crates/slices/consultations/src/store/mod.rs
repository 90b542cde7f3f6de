//! Reading and writing consultations.

mod begin;
mod forget;
mod forget_project;
mod questions;
mod read;
mod write;

pub use begin::{NewConsultation, Of, begin, read_by};
pub use forget::forget;
pub use forget_project::forget_project;
pub use questions::{answer, ask};
pub use read::{all_of_project, of_project};
pub use write::{At, Correction, NewEvent, correct, join, record, write_parts};
