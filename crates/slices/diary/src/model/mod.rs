//! What the slice decides: what a date is, how a calendar is written, when a date is told.

pub mod entry;
pub mod ics;
pub mod memory;
pub mod reminder;
