//! The list of projects; describing one.

pub mod projects;
pub mod rest;
pub mod structure;
