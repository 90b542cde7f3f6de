//! Signing in, and the people of an organisation.

pub mod link;
pub mod members;
pub mod places;
pub mod sign_in;
