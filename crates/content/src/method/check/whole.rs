//! What can only be seen over the whole pack: ids given twice, criteria without question, texts left over.

use super::Check;
use crate::method::raw::{RawBlock, RawQuestion, Word};

impl<'a> Check<'a> {
    pub(super) fn completeness(&mut self) {
        let (raw, texts) = (self.raw, self.texts);
        let sources = self.unique("source", raw.source.iter().map(|source| &source.id));
        let roles = self.unique("role", raw.role.iter().map(|role| &role.id));
        let groups = self.unique("group", raw.group.iter().map(|group| &group.id));
        let criteria = self.unique("criterion", raw.criterion.iter().map(|criterion| &criterion.id));
        let lists = self.unique("list", raw.list.iter().map(|list| &list.id));
        let variants = self.unique("variant", raw.variant.iter().map(|variant| &variant.id));
        let audiences = self.unique("audience", raw.audience.iter().map(|audience| &audience.id));
        let steps = self.unique("step", raw.step.iter().map(|step| &step.id));
        let blocks = self.unique("block", self.raw_blocks().map(|block| &block.id));
        let questions = self.unique("question", self.raw_questions().map(|question| &question.id));
        let outputs = self.unique("output", raw.output.iter().map(|output| &output.id));
        let lessons = self.unique("lesson", raw.lesson.iter().map(|lesson| &lesson.id));
        self.unique("duration for answering", raw.minutes.iter().map(|minutes| &minutes.get_ref().answering));
        for list in &raw.list {
            self.unique("entry", list.entries.get_ref().iter());
        }
        self.asked();
        self.found.extend(texts.left_over("source", &sources, |texts| &texts.sources));
        self.found.extend(texts.left_over("role", &roles, |texts| &texts.roles));
        self.found.extend(texts.left_over("group", &groups, |texts| &texts.groups));
        self.found.extend(texts.left_over("criterion", &criteria, |texts| &texts.criteria));
        self.found.extend(texts.left_over("list", &lists, |texts| &texts.lists));
        self.found.extend(texts.left_over("variant", &variants, |texts| &texts.variants));
        self.found.extend(texts.left_over("audience", &audiences, |texts| &texts.audiences));
        self.found.extend(texts.left_over("step", &steps, |texts| &texts.steps));
        self.found.extend(texts.left_over("block", &blocks, |texts| &texts.blocks));
        self.found.extend(texts.left_over("question", &questions, |texts| &texts.questions));
        self.found.extend(texts.left_over("output", &outputs, |texts| &texts.outputs));
        self.found.extend(texts.left_over("lesson", &lessons, |texts| &texts.lessons));
    }

    fn raw_blocks(&self) -> impl Iterator<Item = &'a RawBlock> + use<'a> {
        self.raw.step.iter().flat_map(|step| &step.block)
    }

    fn raw_questions(&self) -> impl Iterator<Item = &'a RawQuestion> + use<'a> {
        self.raw_blocks().flat_map(|block| &block.question)
    }

    pub(super) fn list_ids(&self) -> Vec<&'a Word> {
        self.raw.list.iter().map(|list| &list.id).collect()
    }

    /// The entries of a list, none where there is no such list.
    pub(super) fn entries_of(&self, list: &str) -> Vec<&'a Word> {
        let found = self.raw.list.iter().find(|known| known.id.get_ref() == list);
        found.map(|list| list.entries.get_ref().iter().collect()).unwrap_or_default()
    }

    fn asked(&mut self) {
        for criterion in &self.raw.criterion {
            let asks =
                |question: &RawQuestion| question.criterion.as_ref().is_some_and(|c| c == &criterion.id);
            if !self.raw_questions().any(asks) {
                let message = format!("criterion {:?} has no question", criterion.id.get_ref());
                self.wrong(&criterion.id.span(), message, "add a question, or remove the criterion");
            }
        }
    }
}
