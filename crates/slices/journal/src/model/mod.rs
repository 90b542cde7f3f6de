//! Pure: how a record is written, and how a chain is checked.

pub mod record;
pub mod verify;
