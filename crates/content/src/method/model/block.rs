//! The blocks that compose a method: what happens at one time of a step.

use kernel::{Locale, Party, codes};

use super::{
    head::{Origin, Text},
    item::Item,
    path::Duration,
};

codes! {
    /// What a block is (*brique*).
    pub enum BlockKind("kind of block") {
        /// A short text and a quiz; what a person answers is theirs alone.
        Learn = "learn",
        /// Questions of a campaign, answered apart or together.
        Ask = "ask",
        /// A canvas that a person fills alone and keeps, but for what they pick.
        Reflect = "reflect",
        /// A talk: a sheet for whoever facilitates, prompts, a timer.
        Discuss = "discuss",
        /// Observations with their evidence, by dimension and component.
        Grid = "grid",
        /// A goal: an objective, then means, and an indicator in words.
        Goal = "goal",
        /// The same questions at three horizons, planned at the start.
        Evaluation = "evaluation",
    }
}

codes! {
    /// Who reads a canvas.
    pub enum Sharing("sharing") {
        /// Nobody, but for the cards that its author picks.
        AuthorPicks = "author_picks",
        /// Whoever takes part.
        Participants = "participants",
    }
}

codes! {
    /// What an observation rests on.
    pub enum Evidence("kind of evidence") {
        Interview = "interview",
        Screen = "screen",
        Document = "document",
        Observation = "observation",
        Measure = "measure",
    }
}

/// What happens at one time of a step, with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub id: String,
    pub origin: Origin,
    pub content: Content,
    /// Who answers it; those of the method when the pack does not say.
    pub parties: Vec<Party>,
    /// The variants of the method in which it stands; empty: in all.
    pub variants: Vec<String>,
    /// The timer, for a block that has one.
    pub duration: Option<Duration>,
    /// After how many months it is done again, for what is watched over time.
    pub again_months: Option<u16>,
    /// In the order of the pack.
    pub items: Vec<Item>,
    pub(in crate::method) words: BlockWords,
}

/// What a kind of block has that others have not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Learn,
    Ask,
    /// A card each time where `repeats`; `cross` names the two choices that the group sees crossed.
    Reflect {
        sharing: Sharing,
        repeats: bool,
        cross: Option<(String, String)>,
    },
    Discuss,
    /// `dimensions` and `components` are lists. Without a question, each cell is filled with its evidence.
    Grid {
        dimensions: String,
        components: String,
        evidence: Vec<Evidence>,
        stand_out: Vec<String>,
    },
    Goal,
    Evaluation {
        horizons: Horizons,
    },
}

/// When an evaluation is held, in months after the goal or the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizons {
    pub short: u16,
    pub medium: u16,
    pub long: u16,
}

/// What people read of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::method) struct BlockWords {
    pub title: Text,
    pub text: Text<Vec<String>>,
    pub facilitation: Text<Vec<String>>,
}

impl Block {
    pub const fn kind(&self) -> BlockKind {
        match self.content {
            Content::Learn => BlockKind::Learn,
            Content::Ask => BlockKind::Ask,
            Content::Reflect { .. } => BlockKind::Reflect,
            Content::Discuss => BlockKind::Discuss,
            Content::Grid { .. } => BlockKind::Grid,
            Content::Goal => BlockKind::Goal,
            Content::Evaluation { .. } => BlockKind::Evaluation,
        }
    }

    /// Whether what a person writes or answers here is theirs, and collected by nobody.
    pub const fn is_private(&self) -> bool {
        matches!(self.content, Content::Learn | Content::Reflect { sharing: Sharing::AuthorPicks, .. })
    }

    pub fn stands_in(&self, variant: Option<&str>) -> bool {
        self.variants.is_empty() || variant.is_some_and(|variant| self.variants.iter().any(|v| v == variant))
    }

    pub fn title(&self, locale: Locale) -> &str {
        self.words.title.text(locale)
    }

    /// What participants read first, a paragraph an entry; none for a block that needs no introduction.
    pub fn text(&self, locale: Locale) -> &[String] {
        self.words.text.text(locale)
    }

    /// The sheet of whoever facilitates, a point an entry: participants may read it too.
    pub fn facilitation(&self, locale: Locale) -> &[String] {
        self.words.facilitation.text(locale)
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
