//! A text in both languages.

use kernel::Locale;
use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use crate::diagnostic::Diagnostic;

/// A text in both languages, neither of them empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    fr: String,
    en: String,
}

impl Text {
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Fr => &self.fr,
            Locale::En => &self.en,
        }
    }
}

/// A text as a pack writes it, where a language may have been forgotten.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawText {
    fr: Option<String>,
    en: Option<String>,
}

impl RawText {
    /// Both languages. Errors: the languages that are missing or empty.
    pub(super) fn both(self) -> Result<Text, Vec<&'static str>> {
        match (filled(self.fr), filled(self.en)) {
            (Some(fr), Some(en)) => Ok(Text { fr, en }),
            (Some(_), None) => Err(vec!["English"]),
            (None, Some(_)) => Err(vec!["French"]),
            (None, None) => Err(vec!["French", "English"]),
        }
    }
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// Both languages of a text, or a diagnostic for each that is missing.
pub(super) fn checked(
    raw: Spanned<RawText>,
    what: &str,
    source: &Source,
    found: &mut Vec<Diagnostic>,
) -> Option<Text> {
    let span = raw.span();
    match raw.into_inner().both() {
        Ok(text) => Some(text),
        Err(languages) => {
            for language in languages {
                let advice = "every text is written in French and in English";
                found.push(source.at(span.clone(), format!("{what} has no {language} text"), advice));
            }
            None
        }
    }
}
