//! The files of a pack as they are written: right in form, not yet in sense.

mod blocks;
mod head;
mod words;

use std::ops::Range;

use kernel::Locale;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::texts::{Texts, TextsOf};
use crate::diagnostic::Diagnostic;

pub(super) use blocks::{RawBlock, RawQuestion, RawStep};
pub(super) use head::{
    RawAudience, RawCriterion, RawDuration, RawGroup, RawLesson, RawList, RawMethod, RawMinutes, RawOutput,
    RawRole, RawSource, RawVariant,
};
pub(super) use words::{RawBlockTexts, RawQuestionTexts, RawTexts};

/// The name of the file that says what there is and how it counts.
pub(super) const METHOD: &str = "method.toml";

/// A word with the place where it stands.
pub(super) type Word = Spanned<String>;

/// A checked file: its name, its text (to count lines) and what it holds.
pub(super) struct File<T> {
    pub name: String,
    pub source: String,
    pub content: T,
}

impl<T> File<T> {
    pub fn mistake(&self, span: &Range<usize>, message: String, advice: String) -> Diagnostic {
        Diagnostic { file: self.name.clone(), line: Some(line(&self.source, span.start)), message, advice }
    }
}

/// Reads the form of every file, and says which are missing, unreadable or not expected.
pub(super) fn read(files: &[(&str, &[u8])]) -> (Option<File<RawMethod>>, Option<Texts>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let method = file(METHOD, files, &mut found);
    let fr = file(&name_of(Locale::Fr), files, &mut found);
    let en = file(&name_of(Locale::En), files, &mut found);
    found.extend(files.iter().filter(|(name, _)| !is_expected(name)).map(|(name, _)| unexpected(name)));
    let texts = fr.zip(en).map(|(fr, en)| TextsOf { fr, en });
    (method, texts, found)
}

fn name_of(locale: Locale) -> String {
    format!("{locale}.toml")
}

fn is_expected(name: &str) -> bool {
    name == METHOD || Locale::ALL.iter().any(|locale| name == name_of(*locale))
}

fn unexpected(name: &str) -> Diagnostic {
    Diagnostic {
        file: name.to_owned(),
        line: None,
        message: "this file is no part of a method pack".to_owned(),
        advice: "a pack holds method.toml, fr.toml and en.toml: remove the file or correct its name"
            .to_owned(),
    }
}

fn file<T: DeserializeOwned>(
    name: &str,
    files: &[(&str, &[u8])],
    found: &mut Vec<Diagnostic>,
) -> Option<File<T>> {
    let mistake = |line, message: String, advice: &str| Diagnostic {
        file: name.to_owned(),
        line,
        message,
        advice: advice.to_owned(),
    };
    let Some((_, bytes)) = files.iter().find(|(given, _)| *given == name) else {
        found.push(mistake(None, "the file is missing".to_owned(), "add it to the folder of the pack"));
        return None;
    };
    let source = match std::str::from_utf8(bytes) {
        Ok(source) => source,
        Err(error) => {
            let before = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            found.push(mistake(Some(before + 1), "the file is not UTF-8".to_owned(), "save it as UTF-8"));
            return None;
        }
    };
    match toml::from_str(source) {
        Ok(content) => Some(File { name: name.to_owned(), source: source.to_owned(), content }),
        Err(error) => {
            let line = error.span().map(|span| line(source, span.start));
            found.push(mistake(line, error.message().to_owned(), "compare with a pack that loads"));
            None
        }
    }
}

/// The line of a byte, from 1.
fn line(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
