//! From the files of a pack to a method, or to the list of what is wrong with them.

mod basics;
mod frame;
mod head;
mod items;
mod steps;
mod whole;

use super::model::{Answer, Item, Method, Question, Step};
use super::raw::{File, RawMethod};
use super::texts::Texts;
use crate::diagnostic::Diagnostic;

/// Twelve hours: beyond, something else than minutes was meant.
const MOST_MINUTES: i64 = 720;

/// Checks a pack; `found` holds the mistakes already known.
pub(super) fn method(
    folder: &str,
    file: &File<RawMethod>,
    texts: &Texts,
    found: Vec<Diagnostic>,
) -> Result<Method, Vec<Diagnostic>> {
    let mut check = Check { file, raw: &file.content, texts, found };
    let method = check.method(folder);
    check.completeness();
    match method {
        Some(method) if check.found.is_empty() => Ok(method),
        _ => Err(sorted(check.found)),
    }
}

/// In the order in which a person corrects: file by file, line by line, each mistake once.
fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let rank = |d: &Diagnostic| ["method.toml", "fr.toml", "en.toml"].iter().position(|name| *name == d.file);
    found.sort_by_key(|d| (rank(d).unwrap_or(usize::MAX), d.line));
    found.dedup();
    found
}

/// The check of one pack. A method that returns `None` has said why in `found`.
struct Check<'a> {
    file: &'a File<RawMethod>,
    raw: &'a RawMethod,
    texts: &'a Texts,
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    fn method(&mut self, folder: &str) -> Option<Method> {
        let raw = self.raw;
        self.folder(folder);
        self.header();
        let version = self.version();
        let (maturity, sphere) = (self.code(&raw.maturity), self.code(&raw.sphere));
        let (wording, participants) = (self.code(&raw.wording), self.participants());
        let phases = self.phases();
        let sources = raw.source.iter().filter_map(|source| self.source(source)).collect();
        let minutes = raw.minutes.iter().filter_map(|minutes| self.minutes(minutes)).collect();
        let roles = raw.role.iter().filter_map(|role| self.role(role)).collect();
        let groups = raw.group.iter().filter_map(|group| self.group(group)).collect();
        let criteria = raw.criterion.iter().filter_map(|criterion| self.criterion(criterion)).collect();
        let lists = raw.list.iter().filter_map(|list| self.list(list)).collect();
        let variants = raw.variant.iter().filter_map(|variant| self.variant(variant)).collect();
        let audiences = raw.audience.iter().filter_map(|audience| self.audience(audience)).collect();
        let steps: Vec<Step> = raw.step.iter().filter_map(|step| self.step(step)).collect();
        let outputs = raw.output.iter().filter_map(|output| self.output(output)).collect();
        let lessons = raw.lesson.iter().filter_map(|lesson| self.lesson(lesson)).collect();
        Some(Method {
            id: raw.id.get_ref().clone(),
            version: version?,
            maturity: maturity?,
            licence: raw.licence.get_ref().clone(),
            authors: raw.authors.get_ref().iter().map(|author| author.get_ref().clone()).collect(),
            sources,
            sphere: sphere?,
            wording: wording?,
            phases,
            participants: participants?,
            minutes,
            roles,
            groups,
            criteria,
            lists,
            variants,
            audiences,
            questions: counted(&steps),
            steps,
            outputs,
            lessons,
            texts: self.texts.whole(&mut self.found),
        })
    }
}

/// The yes-or-no questions that count for a criterion.
fn counted(steps: &[Step]) -> Vec<Question> {
    let items = steps.iter().flat_map(|step| &step.blocks).flat_map(|block| &block.items);
    items.filter_map(as_question).collect()
}

fn as_question(item: &Item) -> Option<Question> {
    let Answer::YesNo { polarity, vigilance } = &item.answer else { return None };
    Some(Question {
        id: item.id.clone(),
        criterion: item.criterion.clone()?,
        polarity: *polarity,
        origin: item.origin.clone(),
        text: item.text.clone(),
        vigilance: vigilance.clone(),
    })
}
