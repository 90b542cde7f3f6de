//! A file of texts as it is written; ids are those of `method.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Word;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawTexts {
    pub title: Word,
    pub summary: Word,
    pub how_to_answer: Word,
    pub participants: Word,
    pub maturity: Word,
    pub result_is: Spanned<Vec<Word>>,
    pub result_is_not: Spanned<Vec<Word>>,
    #[serde(default)]
    pub sources: BTreeMap<Word, Word>,
    #[serde(default)]
    pub roles: BTreeMap<Word, RawRoleTexts>,
    #[serde(default)]
    pub groups: BTreeMap<Word, Word>,
    #[serde(default)]
    pub criteria: BTreeMap<Word, RawCriterionTexts>,
    #[serde(default)]
    pub lists: BTreeMap<Word, BTreeMap<Word, Word>>,
    #[serde(default)]
    pub variants: BTreeMap<Word, Word>,
    #[serde(default)]
    pub audiences: BTreeMap<Word, RawAudienceTexts>,
    #[serde(default)]
    pub steps: BTreeMap<Word, RawStepTexts>,
    #[serde(default)]
    pub blocks: BTreeMap<Word, RawBlockTexts>,
    #[serde(default)]
    pub questions: BTreeMap<Word, RawQuestionTexts>,
    #[serde(default)]
    pub outputs: BTreeMap<Word, Word>,
    #[serde(default)]
    pub lessons: BTreeMap<Word, RawLessonTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawRoleTexts {
    pub name: Word,
    pub does: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawCriterionTexts {
    pub name: Word,
    pub explanation: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawAudienceTexts {
    pub name: Word,
    #[serde(default)]
    pub words: BTreeMap<Word, Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawStepTexts {
    pub name: Word,
    pub text: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawBlockTexts {
    pub title: Word,
    pub text: Option<Spanned<Vec<Word>>>,
    pub facilitation: Option<Spanned<Vec<Word>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawQuestionTexts {
    pub text: Word,
    pub vigilance: Option<Word>,
    pub explanation: Option<Word>,
    pub help: Option<Word>,
    pub situation: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawLessonTexts {
    pub lesson: Word,
    pub so: Word,
}
