//! Pure: how a record is written and sealed, and how a chain is checked.

pub mod record;
pub mod seal;
pub mod verify;
pub mod words;
