//! Pure: what is kept, why and how long, as data.

pub mod card;
pub mod processing;
pub mod retention;
