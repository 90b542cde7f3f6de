//! The steps of `method.toml` as they are written: blocks in steps, questions in blocks.
//!
//! One shape for all kinds of blocks and of answers, so that a key in the wrong kind is told with its line and with where
//! it belongs; which key belongs where is asked in `check`.

use serde::Deserialize;
use toml::Spanned;

use super::{RawDuration, Word};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawStep {
    pub id: Word,
    pub answering: Option<Word>,
    pub duration: Option<Spanned<RawDuration>>,
    #[serde(default)]
    pub validated_by: Vec<Word>,
    pub back_to: Option<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
    #[serde(default)]
    pub block: Vec<RawBlock>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawBlock {
    pub id: Word,
    pub kind: Option<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
    #[serde(default)]
    pub parties: Vec<Word>,
    #[serde(default)]
    pub variants: Vec<Word>,
    pub duration: Option<Spanned<RawDuration>>,
    pub again_months: Option<Spanned<i64>>,
    // reflect
    pub sharing: Option<Word>,
    pub repeats: Option<Spanned<bool>>,
    pub cross: Option<Spanned<Vec<Word>>>,
    // grid
    pub dimensions: Option<Word>,
    pub components: Option<Word>,
    pub evidence: Option<Spanned<Vec<Word>>>,
    pub stand_out: Option<Spanned<Vec<Word>>>,
    // evaluation
    pub horizons: Option<Spanned<RawHorizons>>,
    #[serde(default)]
    pub question: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawHorizons {
    pub short: Spanned<i64>,
    pub medium: Spanned<i64>,
    pub long: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::method) struct RawQuestion {
    pub id: Word,
    pub answer: Option<Word>,
    pub criterion: Option<Word>,
    pub optional: Option<Spanned<bool>>,
    pub situation: Option<Spanned<bool>>,
    pub after: Option<Word>,
    pub provenance: Option<Word>,
    pub source: Option<Word>,
    // yes_no
    pub polarity: Option<Word>,
    // scale, choice, ranking, quiz; matrix: its columns
    pub among: Option<Word>,
    pub many: Option<Spanned<bool>>,
    pub rows: Option<Word>,
    pub most: Option<Spanned<i64>>,
    pub right: Option<Spanned<Vec<Word>>>,
    // in a grid
    pub dimension: Option<Word>,
    pub component: Option<Word>,
    // in a goal
    pub part: Option<Word>,
}
