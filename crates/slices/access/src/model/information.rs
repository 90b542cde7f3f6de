//! The information texts that people are shown before they come in: which version stands, and since when.
//!
//! To change the words of one: raise its version, say since when, and its words (a test gives their digest). Whoever comes in
//! next is shown it at the door; whoever is in already, at the head of each page until they say that they read it. That
//! they were is kept, once somebody has shown that the address is theirs.

use jiff::civil::{Date, date};

/// A text, at the version that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Information {
    pub id: &'static str,
    pub version: i64,
    pub since: Date,
    /// SHA-256 of its words in French.
    pub words: &'static str,
}

/// What the instance keeps of whoever comes in: shown at each door, under `information-account`.
pub const ACCOUNT: Information = Information {
    id: "account",
    version: 1,
    since: date(2026, 11, 22),
    words: "bc5e197f0e88c95e9c93f8fb9162641801d1a67451458134a3de43806feae5c9",
};
