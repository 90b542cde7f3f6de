//! The page of the dossier, its downloads, and the journal.

pub mod dossier;
pub mod download;
pub mod journal;
