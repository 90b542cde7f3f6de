//! Pure: what happens in a consultation, in which order, who records it, and what it tells the law.

pub mod consultation;
pub mod event;
#[cfg(test)]
mod fixture;
pub mod meeting;
pub mod part;
pub mod told;
