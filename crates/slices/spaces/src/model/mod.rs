//! Pure: spaces of dialogue, who sits in them, what is held in them, and what to watch over them.

pub mod activity;
pub mod pitfall;
pub mod seats;
pub mod space;
