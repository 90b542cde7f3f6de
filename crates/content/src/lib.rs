//! Packs to checked values, with diagnostics that name file and line. Pure: reads bytes.

pub mod diagnostic;
pub mod law;
pub mod method;
