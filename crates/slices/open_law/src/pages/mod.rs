//! What people read about the interface.

pub mod guide;
pub mod swagger;
