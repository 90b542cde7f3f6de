//! What is kept of a person, gathered; their erasure; and what goes by itself when its time has come.

mod delete_project;
mod erase;
mod gather;
mod purge;

pub use delete_project::{Deleted, delete_project};
pub use erase::{Erasure, LastKey, erase, last_keys};
pub use gather::{Everything, Shown, everything};
pub use purge::{Purged, purge};
