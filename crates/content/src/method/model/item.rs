//! What a block asks: one question, and how it is answered.

use kernel::{Locale, codes};
use scoring::Polarity;

use super::head::{Origin, Text};

codes! {
    /// How a question is answered.
    pub enum AnswerKind("kind of answer") {
        /// Yes, no, don't know, not applicable.
        YesNo = "yes_no",
        /// One of a few levels in order, or "don't know": shown with its spread, never as a mean alone.
        Scale = "scale",
        /// One or several of a list.
        Choice = "choice",
        Text = "text",
        /// One of the columns for each row.
        Matrix = "matrix",
        /// The entries of a list, in one's own order.
        Ranking = "ranking",
        /// A choice with right answers and an explanation: told to the person, to nobody else.
        Quiz = "quiz",
        /// Answered by talking.
        Aloud = "aloud",
        /// A line of a grid: what was seen, by which evidence, a strength or a weakness, what would be better.
        Observation = "observation",
    }
}

codes! {
    /// What a line of a goal holds.
    pub enum GoalPart("part of a goal") {
        Objective = "objective",
        /// In words: by what one will see that the goal is reached.
        Indicator = "indicator",
        /// A tool, money, time: only once an objective is written.
        Means = "means",
        /// Anything else that the group wants to write of it.
        Other = "other",
    }
}

/// One question of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub origin: Origin,
    pub answer: Answer,
    /// What the answer counts for, where the method has criteria.
    pub criterion: Option<String>,
    /// May be left without an answer. "Don't know" is an answer, always offered.
    pub optional: bool,
    /// Asks for a lived work situation first: no level is chosen before it.
    pub situation: bool,
    /// The question that must be answered before this one can be.
    pub after: Option<String>,
    /// Where it stands in a grid: an entry of its dimensions, one of its components.
    pub place: Option<(String, String)>,
    /// What it holds of a goal.
    pub part: Option<GoalPart>,
    pub(in crate::method) text: Text,
    pub(in crate::method) help: Option<Text>,
    pub(in crate::method) situation_text: Option<Text>,
}

/// How a question is answered, with what each way needs; lists by their id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    YesNo {
        polarity: Polarity,
        vigilance: Text,
    },
    Scale {
        levels: String,
    },
    Choice {
        among: String,
        many: bool,
    },
    Text,
    Matrix {
        rows: String,
        columns: String,
    },
    /// `most` entries at the most are ranked; all of them where it is none.
    Ranking {
        among: String,
        most: Option<u8>,
    },
    Quiz {
        among: String,
        right: Vec<String>,
        explanation: Text,
    },
    Aloud,
    Observation,
}

impl Answer {
    pub const fn kind(&self) -> AnswerKind {
        match self {
            Self::YesNo { .. } => AnswerKind::YesNo,
            Self::Scale { .. } => AnswerKind::Scale,
            Self::Choice { .. } => AnswerKind::Choice,
            Self::Text => AnswerKind::Text,
            Self::Matrix { .. } => AnswerKind::Matrix,
            Self::Ranking { .. } => AnswerKind::Ranking,
            Self::Quiz { .. } => AnswerKind::Quiz,
            Self::Aloud => AnswerKind::Aloud,
            Self::Observation => AnswerKind::Observation,
        }
    }

    /// The lists that it needs, each with the word under which the pack names it.
    pub fn lists(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Scale { levels } => vec![("among", levels)],
            Self::Choice { among, .. } | Self::Ranking { among, .. } | Self::Quiz { among, .. } => {
                vec![("among", among)]
            }
            Self::Matrix { rows, columns } => vec![("rows", rows), ("among", columns)],
            Self::YesNo { .. } | Self::Text | Self::Aloud | Self::Observation => Vec::new(),
        }
    }
}

impl Item {
    pub fn text(&self, locale: Locale) -> &str {
        self.text.text(locale)
    }

    /// Guidance beside the question.
    pub fn help(&self, locale: Locale) -> Option<&str> {
        self.help.as_ref().map(|help| help.text(locale).as_str())
    }

    /// How the lived situation is asked for, where the pack has its own words.
    pub fn situation_text(&self, locale: Locale) -> Option<&str> {
        self.situation_text.as_ref().map(|text| text.text(locale).as_str())
    }
}

/// A list of answers, rows, levels or dimensions, written once and named where it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub id: String,
    pub origin: Origin,
    /// In the order of the pack; of a scale, from the least to the most.
    pub entries: Vec<Entry>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    /// Its own where the pack gives one, else the list's.
    pub origin: Origin,
    pub(in crate::method) name: Text,
}

impl Entry {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }
}

impl List {
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}
