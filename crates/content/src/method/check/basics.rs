//! What every part of a check needs: identifiers, codes, references, provenance, words in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;

use kernel::{Party, Phase, Sphere, UnknownCode};
use scoring::Polarity;

use super::Check;
use crate::method::model::{
    AnswerKind, Answering, BlockKind, Evidence, Gives, GoalPart, Maturity, Origin, Provenance, Sharing,
};
use crate::method::raw::{RawTexts, Word};
use crate::method::starter::is_identifier;
use crate::method::texts::TextsOf;

/// A closed list of codes, so that a message can say what would have been right.
pub(super) trait Vocabulary: FromStr<Err = UnknownCode> {
    fn codes() -> String;
}

macro_rules! vocabulary {
    ($($name:ty),+) => { $(impl Vocabulary for $name {
        fn codes() -> String {
            Self::ALL.iter().map(|value| value.code()).collect::<Vec<_>>().join(", ")
        }
    })+ };
}

vocabulary!(
    Answering, AnswerKind, BlockKind, Evidence, Gives, GoalPart, Maturity, Party, Phase, Polarity,
    Provenance, Sharing, Sphere
);

impl<'a> Check<'a> {
    pub(super) fn wrong(
        &mut self,
        span: &Range<usize>,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.found.push(self.file.mistake(span, message.into(), advice.into()));
    }

    pub(super) fn id(&mut self, id: &Word) {
        if !is_identifier(id.get_ref()) {
            let advice = "use small letters without accents, digits, and single hyphens between them";
            self.wrong(&id.span(), format!("{:?} is not an identifier", id.get_ref()), advice);
        }
    }

    pub(super) fn code<T: Vocabulary>(&mut self, word: &Word) -> Option<T> {
        let value = word.get_ref().parse();
        if let Err(error) = &value {
            self.wrong(&word.span(), format!("{error}"), format!("write one of {}", T::codes()));
        }
        value.ok()
    }

    /// A code that an item must give.
    pub(super) fn given<T: Vocabulary>(
        &mut self,
        kind: &str,
        id: &Word,
        what: &str,
        word: Option<&Word>,
    ) -> Option<T> {
        if word.is_none() {
            let message = format!("{kind} {:?} has no {what}", id.get_ref());
            self.wrong(&id.span(), message, format!("add {what} = one of {}", T::codes()));
        }
        self.code(word?)
    }

    /// The id of another item that an item must give.
    pub(super) fn reference(
        &mut self,
        kind: &str,
        id: &Word,
        what: &str,
        word: Option<&Word>,
        known: Vec<&'a Word>,
    ) -> Option<String> {
        let Some(word) = word else {
            let advice = format!("add {what} = one of {}", list_of(&known));
            self.wrong(&id.span(), format!("{kind} {:?} has no {what}", id.get_ref()), advice);
            return None;
        };
        self.known(what, word, known)
    }

    /// The id of another item; a mistake where there is none of that name.
    pub(super) fn known(&mut self, what: &str, word: &Word, known: Vec<&'a Word>) -> Option<String> {
        if !known.iter().any(|known| known.get_ref() == word.get_ref()) {
            let ids = list_of(&known);
            let advice =
                if ids.is_empty() { format!("add the {what} first") } else { format!("write one of {ids}") };
            self.wrong(&word.span(), format!("there is no {what} {:?}", word.get_ref()), advice);
            return None;
        }
        Some(word.get_ref().clone())
    }

    pub(super) fn origin_of(
        &mut self,
        kind: &str,
        id: &Word,
        provenance: Option<&Word>,
        source: Option<&Word>,
    ) -> Option<Origin> {
        self.origin(&format!("{kind} {:?}", id.get_ref()), &id.span(), provenance, source)
    }

    pub(super) fn origin(
        &mut self,
        item: &str,
        place: &Range<usize>,
        provenance: Option<&Word>,
        source: Option<&Word>,
    ) -> Option<Origin> {
        let Some(word) = provenance else {
            let advice = format!("add provenance = one of {}", Provenance::codes());
            self.wrong(place, format!("{item} has no provenance"), advice);
            return None;
        };
        let provenance = self.code(word)?;
        self.named(item, word, provenance, source);
        Some(Origin { provenance, source: source.map(|source| source.get_ref().clone()) })
    }

    /// What a source gives names it; what is ours names none, so as not to borrow its authority.
    pub(super) fn named(&mut self, item: &str, word: &Word, provenance: Provenance, source: Option<&Word>) {
        match (provenance, source) {
            (Provenance::Proposed, Some(source)) => {
                let message = format!("{item} is proposed and yet names a source");
                self.wrong(&source.span(), message, "remove the source, or say inferred");
            }
            (Provenance::Attested | Provenance::Inferred, None) => {
                let message = format!("{item} is {provenance} and names no source");
                self.wrong(&word.span(), message, "add source = the id of a source");
            }
            (_, Some(source))
                if !self.raw.source.iter().any(|known| known.id.get_ref() == source.get_ref()) =>
            {
                let message = format!("there is no source {:?}", source.get_ref());
                self.wrong(&source.span(), message, "add it as a [[source]], or correct the id");
            }
            _ => {}
        }
    }

    /// What both languages say of an id.
    pub(super) fn words<T>(
        &mut self,
        kind: &str,
        id: &Word,
        table: fn(&RawTexts) -> &BTreeMap<Word, T>,
    ) -> Option<TextsOf<&'a T>> {
        let texts = self.texts;
        match texts.of(id.get_ref(), table) {
            Ok(words) => Some(words),
            Err(file) => {
                let message = format!("{kind} {:?} has no text in {file}", id.get_ref());
                self.wrong(&id.span(), message, format!("add it to {file}, under the same id"));
                None
            }
        }
    }

    pub(super) fn unique(&mut self, kind: &str, ids: impl Iterator<Item = &'a Word>) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref().as_str()) {
                let message = format!("{kind} {:?} is given twice", id.get_ref());
                self.wrong(&id.span(), message, "give each its own; an id is never used again");
            }
        }
        seen
    }
}

fn list_of(known: &[&Word]) -> String {
    known.iter().map(|known| known.get_ref().as_str()).collect::<Vec<_>>().join(", ")
}
