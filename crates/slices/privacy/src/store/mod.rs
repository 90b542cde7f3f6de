//! What is kept of a person, gathered; their erasure; and what goes by itself when its time has come.

mod erase;
mod gather;
mod purge;

pub use erase::{Erasure, LastKey, erase, last_keys};
pub use gather::{Everything, Shown, everything};
pub use purge::{Purged, purge};
