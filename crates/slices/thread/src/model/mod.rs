//! Pure: facts in, the picture and the list of what to do out.

pub mod band;
pub mod day;
pub mod duty;
pub mod timeline;
