//! What comes out: disclosed values only, where views differ most first.

use std::cmp::Reverse;

use disclosure::{CannotPlan, Disclosed, Floor};
use serde::Serialize;
use thiserror::Error;

use crate::Permille;
use crate::tally::{Balance, Shares};

/// The results of a campaign, ready to be shown to anyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Results {
    /// The rule that was applied, to be printed with the results.
    pub floor: Floor,
    /// How many sheets were given in.
    pub sheets: Across<u32>,
    /// Largest gap first, then those without a gap, then those that show nothing; in pack order within each.
    pub criteria: Vec<CriterionResult>,
}

/// One value for each group, in the order in which the groups were given, and one for all together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Across<T> {
    pub groups: Vec<InGroup<T>>,
    pub together: Disclosed<T>,
    /// The earlier publication whose value stands for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together_as_before: Option<String>,
}

/// The value of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InGroup<T> {
    pub group: String,
    pub value: Disclosed<T>,
    /// The earlier publication whose value stands, where a new one would tell what few people said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_before: Option<String>,
}

/// What the groups say of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionResult {
    pub criterion: String,
    /// None with fewer than two shown groups.
    pub gap: Option<Gap>,
    /// People who answered yes or no at least once.
    pub contributors: Across<u32>,
    pub balance: Across<Balance>,
    /// In pack order. A question is shown where its criterion is.
    pub questions: Vec<QuestionResult>,
}

/// The two shown groups whose views of a criterion are furthest apart (*écart de regard*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The group that sees the least vigilance; the first given when several do.
    pub least: String,
    /// The group that sees the most.
    pub most: String,
    pub width: Permille,
}

/// What the groups say of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionResult {
    pub question: String,
    pub shares: Across<Shares>,
}

/// Sheets, questions and groups that are not those of one campaign.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotScore {
    #[error("a sheet belongs to {group:?}, which is no group of the campaign")]
    UnknownGroup { group: String },
    #[error("a sheet answers {question:?}, which is no question of the campaign")]
    UnknownQuestion { question: String },
    #[error("{id:?} is given twice")]
    GivenTwice { id: String },
    #[error(transparent)]
    Counts(#[from] CannotPlan),
}

impl<T> Across<T> {
    /// The shown groups with their values.
    pub fn shown(&self) -> impl Iterator<Item = (&str, &T)> {
        self.groups.iter().filter_map(|cell| Some((cell.group.as_str(), cell.value.value()?)))
    }

    /// The earlier publications whose values stand here.
    pub fn as_before(&self) -> impl Iterator<Item = &str> {
        let groups = self.groups.iter().filter_map(|cell| cell.as_before.as_deref());
        groups.chain(self.together_as_before.as_deref())
    }

    /// Whether at least one group is withheld, so that the page says the rule.
    pub fn withholds(&self) -> bool {
        self.together.is_withheld() || self.groups.iter().any(|cell| cell.value.is_withheld())
    }
}

impl Gap {
    pub(crate) fn between(balance: &Across<Balance>) -> Option<Self> {
        // `min_by_key` keeps the first of equals and `max_by_key` the last: reversed, both keep the first given.
        let (least, low) = balance.shown().min_by_key(|(_, balance)| balance.vigilance)?;
        let (most, high) = balance.shown().min_by_key(|(_, balance)| Reverse(balance.vigilance))?;
        let width = low.vigilance.distance(high.vigilance);
        (balance.shown().count() >= 2).then(|| Self { least: least.to_owned(), most: most.to_owned(), width })
    }
}

impl CriterionResult {
    /// Sorts first what shows the most; a stable sort keeps pack order among equals.
    pub(crate) fn rank(&self) -> (Reverse<Option<Permille>>, bool) {
        let shows_nothing = self.balance.shown().next().is_none() && self.balance.together.is_withheld();
        (Reverse(self.gap.as_ref().map(|gap| gap.width)), shows_nothing)
    }
}
