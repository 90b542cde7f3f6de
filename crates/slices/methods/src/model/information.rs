//! What those who answer are told: who sees what, from how many, what becomes of words, and what the law on personal data
//! asks to be said. Frozen word for word with a campaign when it opens.
//!
//! To change a sentence, or the list: raise [`VERSION`], say since when, and put the digest that a test gives. Campaigns
//! that are open keep the words that they opened with.

use jiff::civil::{Date, date};
use kernel::Locale;
use serde::{Deserialize, Serialize};

use super::campaign::Answering;

/// The version of the sentences that stand today.
pub const VERSION: i64 = 1;
/// Since when they stand.
pub const SINCE: Date = date(2026, 11, 23);
/// SHA-256 of their words in French, told of five people by « … ».
pub const WORDS: &str = "31622f3ebf3adae056461f361fec404a17289b45fce1acd29a4105acb00ce7a8";

/// The sentences, as keys of our texts, in the order in which they are told.
pub const fn sentences(answering: Answering) -> &'static [&'static str] {
    match answering {
        Answering::Individual => &[
            "answer-happens-kept",
            "answer-happens-sent",
            "answer-happens-floor",
            "answer-happens-who",
            "answer-happens-text",
            "answer-happens-network",
            "answer-happens-legal",
            "answer-happens-rights",
        ],
        Answering::Collective => &[
            "together-rule-words",
            "together-rule-open",
            "together-rule-nobody",
            "together-rule-who",
            "together-rule-legal",
        ],
    }
}

/// What people are told, in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub version: i64,
    pub since: Date,
    pub words: Words,
    /// Whether it stands as it was when the campaign opened.
    pub is_frozen: bool,
}

/// Sentences, by language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub fr: Vec<String>,
    pub en: Vec<String>,
}

impl Words {
    pub fn speak(&self, locale: Locale) -> &[String] {
        match locale {
            Locale::Fr => &self.fr,
            Locale::En => &self.en,
        }
    }
}
