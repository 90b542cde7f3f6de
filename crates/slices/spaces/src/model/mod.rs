//! Pure: spaces of dialogue, and what is held in them.

pub mod activity;
pub mod space;
