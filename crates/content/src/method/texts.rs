//! The words of a pack, language by language: each id has its own, in both, and none is left over.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::model::{MethodTexts, Text};
use super::raw::{File, RawTexts, Word};
use crate::diagnostic::Diagnostic;

/// Something in each language.
pub(super) struct TextsOf<T> {
    pub fr: T,
    pub en: T,
}

/// The two files of texts.
pub(super) type Texts = TextsOf<File<RawTexts>>;

impl Texts {
    pub fn files(&self) -> [&File<RawTexts>; 2] {
        [&self.fr, &self.en]
    }

    /// What each language says of an id. The first mistake is given back: the name of the file that says nothing.
    pub fn of<T>(&self, id: &str, table: fn(&RawTexts) -> &BTreeMap<Word, T>) -> Result<TextsOf<&T>, &str> {
        let [fr, en] = self.files().map(|file| table(&file.content).get(id).ok_or(file.name.as_str()));
        Ok(TextsOf { fr: fr?, en: en? })
    }

    /// A text in both languages; an empty one is a mistake.
    pub fn text(&self, words: &TextsOf<&Word>, found: &mut Vec<Diagnostic>) -> Text {
        for (file, word) in self.files().into_iter().zip([words.fr, words.en]) {
            found.extend(empty(file, word));
        }
        Text { fr: words.fr.get_ref().clone(), en: words.en.get_ref().clone() }
    }

    /// A text that an item may have, in both languages or in none.
    pub fn may_have(&self, words: &TextsOf<Option<&Word>>, found: &mut Vec<Diagnostic>) -> Option<Text> {
        match (words.fr, words.en) {
            (Some(fr), Some(en)) => Some(self.text(&TextsOf { fr, en }, found)),
            (Some(alone), None) => self.in_one_language(&self.fr, alone, "en.toml", found),
            (None, Some(alone)) => self.in_one_language(&self.en, alone, "fr.toml", found),
            (None, None) => None,
        }
    }

    fn in_one_language(
        &self,
        file: &File<RawTexts>,
        word: &Word,
        other: &str,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Text> {
        let advice = format!("write it in {other} as well, or remove it");
        found.push(file.mistake(&word.span(), format!("this text is not in {other}"), advice));
        None
    }

    /// What people read about the method as a whole.
    pub fn whole(&self, found: &mut Vec<Diagnostic>) -> MethodTexts {
        let mut text = |of: fn(&RawTexts) -> &Word| {
            self.text(&TextsOf { fr: of(&self.fr.content), en: of(&self.en.content) }, found)
        };
        let [title, summary, how_to_answer] =
            [text(|texts| &texts.title), text(|texts| &texts.summary), text(|texts| &texts.how_to_answer)];
        let [participants, maturity] = [text(|texts| &texts.participants), text(|texts| &texts.maturity)];
        let result_is = self.sentences(|texts| &texts.result_is, found);
        let result_is_not = self.sentences(|texts| &texts.result_is_not, found);
        MethodTexts { title, summary, how_to_answer, participants, maturity, result_is, result_is_not }
    }

    fn sentences(
        &self,
        of: fn(&RawTexts) -> &Spanned<Vec<Word>>,
        found: &mut Vec<Diagnostic>,
    ) -> Text<Vec<String>> {
        let [fr, en] = self.files().map(|file| of(&file.content));
        self.paragraphs(&TextsOf { fr, en }, found)
    }

    /// As many sentences in both languages, none of them empty.
    pub fn paragraphs(
        &self,
        words: &TextsOf<&Spanned<Vec<Word>>>,
        found: &mut Vec<Diagnostic>,
    ) -> Text<Vec<String>> {
        let (fr, en) = (words.fr, words.en);
        if fr.get_ref().is_empty() || fr.get_ref().len() != en.get_ref().len() {
            let message = "the two languages have not the same number of sentences, or none".to_owned();
            let advice = "write one sentence in en.toml for each sentence of fr.toml".to_owned();
            found.push(self.en.mistake(&en.span(), message, advice));
        }
        for (file, words) in self.files().into_iter().zip([fr, en]) {
            found.extend(words.get_ref().iter().filter_map(|word| empty(file, word)));
        }
        let plain =
            |words: &Spanned<Vec<Word>>| words.get_ref().iter().map(|word| word.get_ref().clone()).collect();
        Text { fr: plain(fr), en: plain(en) }
    }

    /// The texts whose id `method.toml` does not know.
    pub fn left_over<T>(
        &self,
        kind: &str,
        known: &BTreeSet<&str>,
        table: fn(&RawTexts) -> &BTreeMap<Word, T>,
    ) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for file in self.files() {
            for id in table(&file.content).keys().filter(|id| !known.contains(id.get_ref().as_str())) {
                let message = format!("there is no {kind} {:?} in method.toml", id.get_ref());
                let advice = format!("remove the text, or add the {kind} to method.toml");
                found.push(file.mistake(&id.span(), message, advice));
            }
        }
        found
    }
}

fn empty(file: &File<RawTexts>, word: &Word) -> Option<Diagnostic> {
    let advice = "write the text, or remove the item from method.toml".to_owned();
    word.get_ref()
        .trim()
        .is_empty()
        .then(|| file.mistake(&word.span(), "this text is empty".to_owned(), advice))
}
