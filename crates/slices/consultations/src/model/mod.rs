//! Pure: what happens in a consultation, in which order, and who records it.

pub mod consultation;
pub mod event;
pub mod part;
