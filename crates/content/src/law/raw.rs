//! The files of a law pack as they are written, before anything is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::text::RawText;

type Name = Spanned<String>;
type BothTexts = Spanned<RawText>;

/// `pack.toml`: what the pack is, and the vocabularies its rules share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackFile {
    pub id: String,
    pub edition: String,
    pub country: String,
    pub extracted_on: toml::value::Datetime,
    /// `proposed`: the wording is ours; the articles are attested.
    pub wording: String,
    pub notice: BothTexts,
    #[serde(default)]
    pub limit: Vec<BothTexts>,
    pub family: Vec<RawFamily>,
    pub code: BTreeMap<String, BothTexts>,
    pub confidence: BTreeMap<String, BothTexts>,
    #[serde(default)]
    pub pending: BTreeMap<String, Spanned<RawPending>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFamily {
    /// The file of the family, without `.toml`.
    pub file: Name,
    pub title: BothTexts,
}

/// Something that has not happened yet, on which rules depend.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPending {
    pub text: BothTexts,
    pub due: Option<toml::value::Datetime>,
}

/// `facts.toml`: the words of a case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    pub fact: Vec<RawFact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFact {
    pub name: Name,
    pub kind: Name,
    pub label: BothTexts,
    /// What it covers exactly, when the label is not enough.
    pub help: Option<BothTexts>,
    /// `unknown` for a question that the law itself leaves open.
    pub default: Option<Name>,
    #[serde(default)]
    pub open: bool,
    /// Of a number: a fraction may be stated, and counts as the whole number below it.
    #[serde(default)]
    pub rounds_down: bool,
    #[serde(default)]
    pub code: Vec<RawCode>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCode {
    pub code: String,
    pub label: BothTexts,
}

/// `derived.toml`: what is worked out from the facts before any rule is read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DerivedFile {
    pub derived: Vec<RawDerived>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDerived {
    pub name: Name,
    pub expr: Name,
    pub label: BothTexts,
    /// Whether a reading shows it.
    #[serde(default)]
    pub shown: bool,
}

/// A family of rules, and the conditions they name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FamilyFile {
    #[serde(default)]
    pub condition: Vec<RawCondition>,
    #[serde(default)]
    pub rule: Vec<RawRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCondition {
    pub name: Name,
    pub expr: Name,
    pub label: BothTexts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub id: Name,
    pub kind: Name,
    pub scope: Name,
    pub title: BothTexts,
    pub conditions: Vec<Name>,
    pub who_what: BothTexts,
    pub deadline: BothTexts,
    pub if_not_done: Option<BothTexts>,
    pub remarks: Option<BothTexts>,
    /// In words, when the day it came into force is not known exactly.
    pub in_force: Option<BothTexts>,
    pub effective: Option<RawEffective>,
    pub pending: Option<Name>,
    pub confidence: Vec<Name>,
    #[serde(default)]
    pub dates: Vec<RawDate>,
    pub citations: Spanned<Vec<RawCitation>>,
}

/// From the first day (included) to the last (excluded).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEffective {
    pub from: Option<Name>,
    pub until: Option<Name>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDate {
    pub name: Name,
    pub kind: Name,
    pub expr: Name,
    pub label: BothTexts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCitation {
    pub code: Name,
    pub article: String,
    /// In English, when the French holds words (*alinéa*, *annexe*).
    pub article_en: Option<String>,
    pub version: Option<Name>,
}
