//! `method.toml` as it is written, but for its steps.
//!
//! What must be there for the rest to make sense is required here; what deserves its own message is optional, and
//! asked for in `check`.

use serde::Deserialize;
use toml::Spanned;

use super::{RawStep, Word};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawMethod {
    pub id: Word,
    pub version: Word,
    pub maturity: Word,
    pub licence: Word,
    pub authors: Spanned<Vec<Word>>,
    pub sphere: Word,
    pub wording: Word,
    pub phases: Spanned<Vec<Word>>,
    #[serde(default)]
    pub source: Vec<RawSource>,
    pub participants: Spanned<RawParticipants>,
    pub minutes: Vec<Spanned<RawMinutes>>,
    #[serde(default)]
    pub role: Vec<RawRole>,
    #[serde(default)]
    pub group: Vec<RawGroup>,
    #[serde(default)]
    pub criterion: Vec<RawCriterion>,
    #[serde(default)]
    pub list: Vec<RawList>,
    #[serde(default)]
    pub variant: Vec<RawVariant>,
    #[serde(default)]
    pub audience: Vec<RawAudience>,
    pub step: Vec<RawStep>,
    #[serde(default)]
    pub output: Vec<RawOutput>,
    #[serde(default)]
    pub lesson: Vec<RawLesson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawSource {
    pub id: Word,
    pub title: String,
    pub publisher: Option<String>,
    pub address: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawParticipants {
    pub parties: Vec<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawMinutes {
    pub answering: Word,
    pub minutes: Spanned<i64>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

/// How long a step or a talk takes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawDuration {
    pub minutes: Spanned<i64>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawRole {
    pub id: Word,
    #[serde(default)]
    pub parties: Vec<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawGroup {
    pub id: Word,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawCriterion {
    pub id: Word,
    pub group: Option<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawList {
    pub id: Word,
    pub entries: Spanned<Vec<Word>>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
    /// Entries that come from elsewhere than the list.
    #[serde(default)]
    pub except: Vec<Spanned<RawExcept>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawExcept {
    pub entries: Vec<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawVariant {
    pub id: Word,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawAudience {
    pub id: Word,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawOutput {
    pub id: Word,
    pub gives: Option<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawLesson {
    pub id: Word,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
}
