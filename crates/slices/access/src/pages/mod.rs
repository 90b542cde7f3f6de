//! Signing in, and the people of an organisation.

pub mod link;
pub mod members;
pub mod sign_in;
