//! The way through a method: its steps, who holds which role, what it gives to the thread, what practice taught.

use std::collections::BTreeMap;

use kernel::{Locale, Party, codes};

use super::{
    block::Block,
    head::{Answering, Origin, Text},
};

codes! {
    /// What a method gives to the thread.
    pub enum Gives("thing given to the thread") {
        Finding = "finding",
        /// A point on the agenda of a body that exists.
        AgendaItem = "agenda_item",
        Clause = "clause",
        Commitment = "commitment",
        Trigger = "trigger",
        Review = "review",
        Term = "term",
        Lesson = "lesson",
        /// A page of the file for the council, the board or the administration.
        Document = "document",
    }
}

/// One step, with its blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: String,
    pub origin: Origin,
    pub answering: Answering,
    /// None where neither a source nor experience gives one.
    pub duration: Option<Duration>,
    /// Each of these parties says that the step is done.
    pub validated_by: Vec<Party>,
    /// The step after which it starts again from here, in a cycle.
    pub back_to: Option<String>,
    /// In the order of the pack.
    pub blocks: Vec<Block>,
    pub(in crate::method) name: Text,
    pub(in crate::method) text: Text,
}

impl Step {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }

    /// What happens in it.
    pub fn text(&self, locale: Locale) -> &str {
        self.text.text(locale)
    }
}

/// How long something takes, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    pub minutes: u16,
    pub origin: Origin,
}

/// Who does what while the method runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub id: String,
    pub origin: Origin,
    /// Which parties may hold it; empty: anybody.
    pub parties: Vec<Party>,
    pub(in crate::method) name: Text,
    pub(in crate::method) does: Text,
}

impl Role {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }

    pub fn does(&self, locale: Locale) -> &str {
        self.does.text(locale)
    }
}

/// Something that comes out of the method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub id: String,
    pub origin: Origin,
    pub gives: Gives,
    pub(in crate::method) text: Text,
}

impl Output {
    pub fn text(&self, locale: Locale) -> &str {
        self.text.text(locale)
    }
}

/// A difficulty that was met, and what the pack does about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    pub id: String,
    pub origin: Origin,
    pub(in crate::method) lesson: Text,
    pub(in crate::method) so: Text,
}

impl Lesson {
    pub fn lesson(&self, locale: Locale) -> &str {
        self.lesson.text(locale)
    }

    /// What follows from it here: ours, whoever drew the lesson.
    pub fn so(&self, locale: Locale) -> &str {
        self.so.text(locale)
    }
}

/// A way through the method for one situation: some blocks stand in it only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub id: String,
    pub origin: Origin,
    pub(in crate::method) name: Text,
}

impl Variant {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }
}

/// Other labels for the same data, for people whom the usual words would stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    pub id: String,
    pub origin: Origin,
    pub(in crate::method) name: Text,
    /// By `title`, the id of a step, a block or a criterion, or `list/entry`.
    pub(in crate::method) words: BTreeMap<String, Text>,
}

impl Audience {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }

    /// What this audience reads in the place of the usual label.
    pub fn word(&self, place: &str, locale: Locale) -> Option<&str> {
        self.words.get(place).map(|word| word.text(locale).as_str())
    }
}
