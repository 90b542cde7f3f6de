//! The home of a project.

pub mod kept;
pub mod thread;
