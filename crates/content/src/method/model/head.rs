//! A method as a whole: what it is called, where it comes from, who takes part, what it counts by.

use kernel::{Locale, Party, Phase, Sphere, codes};
use scoring::Polarity;
use thiserror::Error;

use super::{
    block::Block,
    item::{Item, List},
    path::{Audience, Lesson, Output, Role, Step, Variant},
};

codes! {
    /// Where an item comes from (methods.md 0.1).
    pub enum Provenance("provenance") {
        /// The source says it.
        Attested = "attested",
        /// We deduced it from the source.
        Inferred = "inferred",
        /// It is ours: replaceable, and never shown as an institution's.
        Proposed = "proposed",
    }
}

codes! {
    /// How far a method has been tried out: methods are prototypes until practice says otherwise.
    pub enum Maturity("maturity") {
        Prototype = "prototype",
        /// Used by a few organisations, with lessons written down.
        Tried = "tried",
        /// In regular use by several networks.
        Established = "established",
    }
}

codes! {
    /// How people answer.
    pub enum Answering("way of answering") {
        Together = "together",
        Alone = "alone",
    }
}

/// A version in three numbers, as in semantic versioning: a change of the first means that answers do not compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

/// A text that is not three numbers with dots between them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a version")]
pub struct NotAVersion(pub String);

impl std::str::FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        // Digits only and no leading zero: `u32` would also read "+1" and "01", two ways to write one version.
        let number = |part: &str| {
            let plain = part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
            plain.then(|| part.parse::<u32>().ok()).flatten()
        };
        let numbers = text.split('.').map(number).collect::<Option<Vec<_>>>();
        match numbers.as_deref() {
            Some(&[major, minor, patch]) => Ok(Self { major, minor, patch }),
            _ => Err(NotAVersion(text.to_owned())),
        }
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The same text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<T = String> {
    pub fr: T,
    pub en: T,
}

impl<T> Text<T> {
    pub const fn text(&self, locale: Locale) -> &T {
        match locale {
            Locale::Fr => &self.fr,
            Locale::En => &self.en,
        }
    }
}

/// The provenance of an item, with the id of its source unless it is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub provenance: Provenance,
    pub source: Option<String>,
}

/// A method (*méthode*): a versioned pack of content that an activity runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    pub id: String,
    pub version: Version,
    pub maturity: Maturity,
    /// SPDX identifier.
    pub licence: String,
    pub authors: Vec<String>,
    pub sources: Vec<Source>,
    pub sphere: Sphere,
    /// The provenance of every sentence of the pack, names of attested criteria and groups apart.
    pub wording: Provenance,
    /// When in the life of a project it may be run.
    pub phases: Vec<Phase>,
    pub participants: Participants,
    pub minutes: Vec<Minutes>,
    pub roles: Vec<Role>,
    /// In the order of the pack, as is everything that follows.
    pub groups: Vec<Group>,
    pub criteria: Vec<Criterion>,
    pub lists: Vec<List>,
    pub variants: Vec<Variant>,
    pub audiences: Vec<Audience>,
    pub steps: Vec<Step>,
    /// The yes-or-no questions that count for a criterion, as a campaign asks them: they stand in `steps` as well.
    pub questions: Vec<Question>,
    pub outputs: Vec<Output>,
    pub lessons: Vec<Lesson>,
    pub(in crate::method) texts: MethodTexts,
}

/// What people read about the method as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::method) struct MethodTexts {
    pub title: Text,
    pub summary: Text,
    pub how_to_answer: Text,
    pub participants: Text,
    pub maturity: Text,
    pub result_is: Text<Vec<String>>,
    pub result_is_not: Text<Vec<String>>,
}

impl Method {
    pub fn title(&self, locale: Locale) -> &str {
        self.texts.title.text(locale)
    }

    pub fn summary(&self, locale: Locale) -> &str {
        self.texts.summary.text(locale)
    }

    pub fn how_to_answer(&self, locale: Locale) -> &str {
        self.texts.how_to_answer.text(locale)
    }

    /// Who takes part, in words.
    pub fn participants_text(&self, locale: Locale) -> &str {
        self.texts.participants.text(locale)
    }

    /// What is published and what is ours, in words: to be shown wherever the method is offered.
    pub fn maturity_text(&self, locale: Locale) -> &str {
        self.texts.maturity.text(locale)
    }

    /// What the result is, one sentence an entry.
    pub fn result_is(&self, locale: Locale) -> &[String] {
        self.texts.result_is.text(locale)
    }

    /// What the result is not, one sentence an entry: to be shown with every result.
    pub fn result_is_not(&self, locale: Locale) -> &[String] {
        self.texts.result_is_not.text(locale)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }

    pub fn variant(&self, id: &str) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.id == id)
    }

    pub fn audience(&self, id: &str) -> Option<&Audience> {
        self.audiences.iter().find(|audience| audience.id == id)
    }

    /// Every block, in the order of the steps.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.steps.iter().flat_map(|step| &step.blocks)
    }

    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks().find(|block| block.id == id)
    }

    /// Every question of every block, whatever the way of answering.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.blocks().flat_map(|block| &block.items)
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The questions of a criterion, in the order of the pack.
    pub fn questions_of(&self, criterion: &str) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.criterion == criterion)
    }

    /// What answering takes, if the pack says it for this way of answering.
    pub fn minutes(&self, answering: Answering) -> Option<&Minutes> {
        self.minutes.iter().find(|minutes| minutes.answering == answering)
    }

    /// The questions as scoring needs them, in the order of the pack.
    pub fn for_scoring(&self) -> Vec<scoring::Question> {
        let plain = |question: &Question| scoring::Question {
            id: question.id.clone(),
            criterion: question.criterion.clone(),
            polarity: question.polarity,
        };
        self.questions.iter().map(plain).collect()
    }
}

/// A work that the pack draws on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    /// As published; never translated.
    pub title: String,
    pub publisher: Option<String>,
    pub address: Option<String>,
    pub(in crate::method) description: Text,
}

impl Source {
    /// What the source gives to the pack.
    pub fn description(&self, locale: Locale) -> &str {
        self.description.text(locale)
    }
}

/// Who takes part; also the groups whose answers are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participants {
    pub parties: Vec<Party>,
    pub origin: Origin,
}

/// What one way of answering takes, in minutes for each person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    pub answering: Answering,
    pub minutes: u16,
    pub origin: Origin,
}

/// Criteria that are read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: String,
    pub origin: Origin,
    pub(in crate::method) name: Text,
}

impl Group {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }
}

/// What questions are about; results are given by criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    pub id: String,
    pub group: String,
    /// Of the criterion and its name; its explanation follows [`Method::wording`].
    pub origin: Origin,
    pub(in crate::method) name: Text,
    pub(in crate::method) explanation: Text,
}

impl Criterion {
    pub fn name(&self, locale: Locale) -> &str {
        self.name.text(locale)
    }

    /// One sentence.
    pub fn explanation(&self, locale: Locale) -> &str {
        self.explanation.text(locale)
    }
}

/// A question to be answered by yes, no, "I don't know" or "does not apply".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub criterion: String,
    pub polarity: Polarity,
    pub origin: Origin,
    pub(in crate::method) text: Text,
    pub(in crate::method) vigilance: Text,
}

impl Question {
    pub fn text(&self, locale: Locale) -> &str {
        self.text.text(locale)
    }

    /// What to say when the answer is a vigilance point: a full sentence, without the words « point de vigilance ».
    pub fn vigilance(&self, locale: Locale) -> &str {
        self.vigilance.text(locale)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn a_version_is_three_plain_numbers() {
        let version: Version = "1.20.3".parse().expect("a version");
        assert_eq!(version.to_string(), "1.20.3");
        assert!(version > "1.9.9".parse().expect("a version"));
        for text in ["1.0", "1.0.0.0", "01.0.0", "1.0.0-rc1", "v1.0.0", "1.+1.0", "1..0", ""] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
