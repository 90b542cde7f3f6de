//! What is decided about coming in.

pub mod admission;
pub mod ceremony;
pub mod passkey;
