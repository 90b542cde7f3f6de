//! Pure: organisations and projects.

pub mod organisation;
pub mod project;
pub mod rest;
pub mod structure;
pub mod told;
