//! Signing in, and the people of an organisation.

pub mod account;
pub mod holders;
pub mod keys;
pub mod line;
pub mod link;
pub mod members;
pub mod places;
pub mod recovery;
pub mod removal;
pub mod sign_in;
mod upload;
