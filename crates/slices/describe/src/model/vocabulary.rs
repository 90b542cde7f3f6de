//! What can be answered: yes, no, « je ne sais pas », and the choices of each screen.

use kernel::codes;

/// An answer, or « je ne sais pas ».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer<T> {
    #[default]
    Unknown,
    Is(T),
}

impl<T> Answer<T> {
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Is(answer) => Some(answer),
            Self::Unknown => None,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Is(answer) => Answer::Is(change(answer)),
            Self::Unknown => Answer::Unknown,
        }
    }
}

impl Answer<bool> {
    /// Either holds: one certain yes settles it.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Is(true), _) | (_, Self::Is(true)) => Self::Is(true),
            (Self::Is(false), Self::Is(false)) => Self::Is(false),
            _ => Self::Unknown,
        }
    }

    /// Both hold: one certain no settles it.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Is(false), _) | (_, Self::Is(false)) => Self::Is(false),
            (Self::Is(true), Self::Is(true)) => Self::Is(true),
            _ => Self::Unknown,
        }
    }
}

/// Ticked boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticks<C> {
    pub ticked: Vec<C>,
    /// Whether what is not ticked is unknown instead of no.
    pub rest_unknown: bool,
}

impl<C: PartialEq> Ticks<C> {
    pub fn says(&self, choice: C) -> Answer<bool> {
        match (self.ticked.contains(&choice), self.rest_unknown) {
            (true, _) => Answer::Is(true),
            (false, true) => Answer::Unknown,
            (false, false) => Answer::Is(false),
        }
    }
}

codes! {
    pub enum Sure("yes or no") { Yes = "yes", No = "no" }
}

codes! {
    /// Since when there have been fifty people.
    pub enum Since50("since when") { Long = "long", Recent = "recent", NotYet = "not_yet" }
}

codes! {
    pub enum Union("union") { Delegate = "delegate", Section = "section", Neither = "neither" }
}

codes! {
    /// Whether such a tool is already used here.
    pub enum Newness("newness") { New = "new", Same = "same" }
}

codes! {
    /// Who makes the tool.
    pub enum Origin("origin") { Bought = "bought", Adapted = "adapted", Own = "own" }
}

codes! {
    /// What the tool does.
    pub enum Function("function") {
        Predicts = "predicts",
        Writes = "writes",
        Media = "media",
        Talks = "talks",
        Watches = "watches",
        Locates = "locates",
        Emotions = "emotions",
    }
}

codes! {
    /// What changes in the work.
    pub enum Change("change") {
        Skills = "skills",
        Organisation = "organisation",
        Safety = "safety",
        Rules = "rules",
    }
}

codes! {
    /// What is done with people's data.
    pub enum Data("data") {
        Staff = "staff",
        Constant = "constant",
        Sensitive = "sensitive",
        Matching = "matching",
        LargeScale = "large_scale",
        Vendor = "vendor",
    }
}

codes! {
    /// What is decided about people.
    pub enum Decision("decision") {
        Recruit = "recruit",
        Evaluate = "evaluate",
        Allocate = "allocate",
        Manage = "manage",
        Profile = "profile",
        Alone = "alone",
    }
}

codes! {
    /// Where the talk with the committee stands.
    pub enum Conversation("conversation") { Nothing = "nothing", Begun = "begun" }
}
