//! What was said of each cell when results were published: no number in it, so that it may be kept for ever.

use std::collections::BTreeMap;

use disclosure::Floor;
use serde::{Deserialize, Serialize};

/// A publication: which cells were shown, and which stand as in an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub floor: Floor,
    /// How many sheets were given in.
    pub sheets: Line,
    /// By criterion.
    pub criteria: BTreeMap<String, PublishedCriterion>,
}

/// The cells of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedCriterion {
    pub balance: Line,
    /// « Je ne sais pas », which has another base than the rest of the balance.
    pub unknown: Line,
    /// By question.
    pub questions: BTreeMap<String, Line>,
}

/// A line of a table: one cell for each group, one for all together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub groups: BTreeMap<String, Said>,
    pub together: Said,
}

/// What was said of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    Shown,
    /// Nothing: too few people, or what would give them away.
    Withheld,
    /// The value of this earlier publication stands: the few who came or left since could alone make the difference.
    AsBefore(String),
}

impl Published {
    pub(crate) fn balance(&self, criterion: &str) -> Option<&Line> {
        self.criteria.get(criterion).map(|published| &published.balance)
    }

    pub(crate) fn unknown(&self, criterion: &str) -> Option<&Line> {
        self.criteria.get(criterion).map(|published| &published.unknown)
    }

    pub(crate) fn question(&self, criterion: &str, question: &str) -> Option<&Line> {
        self.criteria.get(criterion).and_then(|published| published.questions.get(question))
    }

    /// How many cells show a value, their own or an earlier one.
    pub fn shown(&self) -> usize {
        let lines = self.criteria.values().flat_map(|c| c.questions.values().chain([&c.balance]));
        lines.chain([&self.sheets]).map(Line::shown).sum()
    }

    /// Whether an earlier value stands anywhere.
    pub fn recalls(&self) -> bool {
        let mut lines = self.criteria.values().flat_map(|c| c.questions.values().chain([&c.balance]));
        lines.any(|line| line.cells().any(|said| matches!(said, Said::AsBefore(_))))
    }
}

impl Line {
    pub(crate) fn group(&self, group: &str) -> &Said {
        self.groups.get(group).unwrap_or(&Said::Withheld)
    }

    fn cells(&self) -> impl Iterator<Item = &Said> {
        self.groups.values().chain([&self.together])
    }

    fn shown(&self) -> usize {
        self.cells().filter(|said| **said != Said::Withheld).count()
    }
}
