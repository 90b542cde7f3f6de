//! What people agreed on in one session, where they are too few for statistics: words, parties and steps, never a name.

use std::collections::BTreeMap;

use kernel::{Party, codes};
use scoring::Answer;

codes! {
    /// How many were in the room, in steps: with the parties, an exact number could name somebody.
    pub enum Attendance("attendance") {
        UnderFive = "under_five",
        FromFive = "from_five",
        FromTen = "from_ten",
        FromTwenty = "from_twenty",
    }
}

/// The most characters of what is said on a question.
pub const MOST_WORDS: usize = 1000;

/// What a question became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// One answer, and in which words, if any.
    Agreed { answer: Answer, words: String },
    /// « Nous ne sommes pas d’accord »: both views, each in its own words.
    Differ { one: String, other: String },
}

/// A session: who was there, by party, and what each question became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Together {
    pub parties: Vec<Party>,
    pub people: Option<Attendance>,
    pub outcomes: BTreeMap<String, Outcome>,
}
