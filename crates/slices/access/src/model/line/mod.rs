//! The line of management: who stands above whom. Told to hide, never to show.

mod file;
mod graph;

use std::collections::BTreeSet;

pub use file::read;
pub use graph::check;

/// The lines of a file that we read.
pub const MOST_LINES: usize = 50_000;
/// The bytes of a file that we read.
pub const MOST_BYTES: usize = 5_000_000;
/// How many pairs, at any height, may stand above one another: an organisation of 50,000 with ten levels.
pub const MOST_ABOVE: usize = 600_000;

/// One person directly above another, by their addresses in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub subordinate: String,
    pub superior: String,
}

pub type Pairs = BTreeSet<Pair>;

/// A change of the line, whole. Each of the two keys tells it: nobody has to be shown what the other told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Add(Pair),
    Remove(Pair),
    /// These take the place of those that were known.
    Replace(Pairs),
    Erase,
}

impl Change {
    /// What is said of it while it waits, and by which its page says that it is done.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Add(_) => "add",
            Self::Remove(_) => "remove",
            Self::Replace(_) => "replace",
            Self::Erase => "erase",
        }
    }

    /// How many lines it tells.
    pub fn lines(&self) -> usize {
        match self {
            Self::Add(_) | Self::Remove(_) => 1,
            Self::Replace(pairs) => pairs.len(),
            Self::Erase => 0,
        }
    }

    /// The same words for the same change, in whichever order a file says them.
    pub fn words(&self) -> String {
        let line = |pair: &Pair| format!("{};{}\n", pair.subordinate, pair.superior);
        let told = match self {
            Self::Add(pair) | Self::Remove(pair) => line(pair),
            Self::Replace(pairs) => pairs.iter().map(line).collect(),
            Self::Erase => String::new(),
        };
        format!("{}\n{told}", self.code())
    }
}

/// Why a line was not kept. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadLine {
    /// More lines, or more bytes, than we read.
    TooLong,
    /// No line at all.
    Empty,
    /// What stands on this line of the file, counted from one, is no address.
    NotAnAddress { line: usize, found: String },
    /// Each stands under the next, and the last is the first.
    Cycle(Vec<String>),
    /// So many levels and superiors that nearly everybody would stand above everybody.
    TooEntangled,
}

impl BadLine {
    /// What the journal keeps of a refusal: why, and nobody's address.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::Empty => "empty",
            Self::NotAnAddress { .. } => "not_an_address",
            Self::Cycle(_) => "cycle",
            Self::TooEntangled => "too_entangled",
        }
    }
}
