//! From a method to what participants see, one screen after the other: the way for a slice to run any pack.

use super::{
    block::{Block, BlockKind},
    head::Method,
    item::Item,
    path::Step,
};

/// What one screen shows: where it stands, and what of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen<'m> {
    pub step: &'m Step,
    pub block: &'m Block,
    pub shown: Shown<'m>,
}

/// The part of a block that a screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'m> {
    /// Its text, before the questions of a quiz.
    Text,
    /// One question: of a quiz or of a campaign.
    Question(&'m Item),
    /// The questions of one dimension of a grid, by the id of the entry.
    Dimension(&'m str),
    /// All of it at once: a canvas, a talk, a goal, an evaluation, a grid without questions.
    Whole,
}

impl Method {
    /// Every screen of a participant, in order; the blocks of one variant only, where the method has variants.
    ///
    /// ```
    /// let method = content::method::embedded()[0].load().expect("an embedded pack loads");
    /// assert_eq!(method.screens(None).len(), 30); // one question a screen
    /// ```
    pub fn screens(&self, variant: Option<&str>) -> Vec<Screen<'_>> {
        let blocks = self.steps.iter().flat_map(|step| step.blocks.iter().map(move |block| (step, block)));
        let shown = blocks.filter(|(_, block)| block.stands_in(variant)).flat_map(|(step, block)| {
            self.shown(block).into_iter().map(move |shown| Screen { step, block, shown })
        });
        shown.collect()
    }

    fn shown<'m>(&'m self, block: &'m Block) -> Vec<Shown<'m>> {
        let questions = block.items.iter().map(Shown::Question);
        match block.kind() {
            BlockKind::Learn => std::iter::once(Shown::Text).chain(questions).collect(),
            BlockKind::Ask => questions.collect(),
            BlockKind::Grid if !block.items.is_empty() => self.dimensions(block),
            BlockKind::Grid
            | BlockKind::Reflect
            | BlockKind::Discuss
            | BlockKind::Goal
            | BlockKind::Evaluation => vec![Shown::Whole],
        }
    }

    /// The dimensions of a grid that have questions, in the order of their list.
    fn dimensions<'m>(&'m self, block: &'m Block) -> Vec<Shown<'m>> {
        let super::block::Content::Grid { dimensions, .. } = &block.content else { return Vec::new() };
        let asked = |id: &str| {
            block.items.iter().any(|item| item.place.as_ref().is_some_and(|(dimension, _)| dimension == id))
        };
        let list = self.list(dimensions).map(|list| list.entries.as_slice()).unwrap_or_default();
        list.iter().map(|entry| entry.id.as_str()).filter(|id| asked(id)).map(Shown::Dimension).collect()
    }
}
