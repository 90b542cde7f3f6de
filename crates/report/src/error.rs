//! Why a report could not be typeset.

use thiserror::Error;

/// Why there is no PDF. Messages are for whoever builds the JSON, not for a reader of the report.
#[derive(Debug, Error)]
pub enum ReportError {
    #[error("the report is not the JSON of a document: {0}")]
    Json(#[source] serde_json::Error),
    #[error("section {section}, block {block} is not a block: {reason}")]
    Block {
        section: usize,
        block: usize,
        #[source]
        reason: serde_json::Error,
    },
    #[error("{place}: {flaw}")]
    Flawed { place: String, flaw: Flaw },
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
}

/// What makes a well-formed document impossible to read, aloud or on paper.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Flaw {
    #[error("`{0}` is empty")]
    Empty(&'static str),
    #[error("`date` is {0:?}, expected a day of the calendar such as 2026-11-30")]
    Date(String),
    #[error(
        "level {level} after level {previous}; headings go from 1 to 3 and skip no level on the way down"
    )]
    Level { level: u8, previous: u8 },
    #[error("row {row} has {found} cells, the table has {expected} columns")]
    Row { row: usize, found: usize, expected: usize },
}
