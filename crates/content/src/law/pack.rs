//! A law pack that has been read and checked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Locale;
use rules::{Definitions, Expression, Trigger};
use serde::Serialize;

use super::kinds::{DateKind, RuleKind, RuleScope};
use super::text::Text;
use super::vocabulary::Words;

/// The rules of a country at an edition, with the words and the notices that go with them.
#[derive(Debug, Clone)]
pub struct LawPack {
    pub id: String,
    pub edition: String,
    pub country: String,
    /// The day of the official extraction against which the articles were checked.
    pub extracted_on: Date,
    /// `proposed`: articles are attested, the wording is ours.
    pub wording: String,
    /// What the law engine is not, to be shown wherever it speaks.
    pub notice: Text,
    /// What it does not cover, to be shown on screen.
    pub limits: Vec<Text>,
    pub families: Vec<Family>,
    pub(super) words: Words,
    pub(super) definitions: Definitions,
    pub(super) derived: Vec<DerivedWord>,
    pub(super) conditions: BTreeMap<String, Text>,
    /// In the order of the pack.
    pub(super) rules: Vec<Rule>,
    pub(super) index: BTreeMap<String, usize>,
    pub(super) codes: BTreeMap<String, Text>,
    pub(super) confidence: BTreeMap<String, Text>,
    pub(super) pending: BTreeMap<String, Pending>,
}

/// A family of rules: a file of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    pub id: String,
    pub title: Text,
}

/// A fact that is worked out, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DerivedWord {
    pub name: String,
    pub label: Text,
    pub shown: bool,
}

/// Something that has not happened yet, on which rules depend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    pub text: Text,
    pub due: Option<Date>,
}

/// A rule: when it applies, what it asks, by when, from which text.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Never renamed, never reused.
    pub id: String,
    pub family: String,
    pub kind: RuleKind,
    pub scope: RuleScope,
    pub title: Text,
    /// Who must do what.
    pub who_what: Text,
    pub deadline: Text,
    pub if_not_done: Option<Text>,
    pub remarks: Option<Text>,
    /// Since when, in words, where the day is not known exactly.
    pub in_force: Option<Text>,
    /// How sure we are of it: codes of [`LawPack::confidence`].
    pub confidence: Vec<String>,
    pub citations: Vec<Citation>,
    pub dates: Vec<RuleDate>,
    pub trigger: Trigger,
    /// The first day on which it applies; none when that day is long past.
    pub effective_from: Option<Expression>,
    /// The first day on which it no longer applies.
    pub effective_until: Option<Expression>,
    /// What must happen before it binds: a code of [`LawPack::pending`].
    pub pending: Option<String>,
}

/// Where a rule is written: a code of [`LawPack::code`], an article, and the version that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    pub code: String,
    pub article: String,
    /// In English, when the French holds words (*alinéa*, *annexe*).
    #[serde(skip)]
    pub article_en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

impl Citation {
    /// The article, as a reader of this language writes it.
    pub fn article(&self, locale: Locale) -> &str {
        match (locale, &self.article_en) {
            (Locale::En, Some(article)) => article,
            _ => &self.article,
        }
    }
}

/// A date that a rule works out.
#[derive(Debug, Clone)]
pub struct RuleDate {
    pub name: String,
    pub kind: DateKind,
    pub label: Text,
    pub expression: Expression,
}

impl LawPack {
    /// Every rule, in the order of the pack.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.index.get(id).and_then(|place| self.rules.get(*place))
    }

    /// The words of a case.
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// What is worked out from the facts, by name.
    pub const fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// What a fact is called, stated or worked out.
    pub fn fact_label(&self, name: &str) -> Option<&Text> {
        let worked_out = || self.derived.iter().find(|word| word.name == name).map(|word| &word.label);
        self.words.get(name).map(|word| &word.label).or_else(worked_out)
    }

    /// What a condition says, in a sentence.
    pub fn condition_label(&self, name: &str) -> Option<&Text> {
        self.conditions.get(name)
    }

    /// What a code of law is called (`travail`: Code du travail).
    pub fn code(&self, code: &str) -> Option<&Text> {
        self.codes.get(code)
    }

    /// What a degree of confidence means.
    pub fn confidence(&self, code: &str) -> Option<&Text> {
        self.confidence.get(code)
    }

    /// What conditional rules wait for.
    pub fn pending(&self, code: &str) -> Option<&Pending> {
        self.pending.get(code)
    }
}

impl Rule {
    pub fn date(&self, name: &str) -> Option<&RuleDate> {
        self.dates.iter().find(|date| date.name == name)
    }
}
