//! What comes out: disclosed values only, where views differ most first.

use std::cmp::Reverse;

use disclosure::{CannotPlan, Disclosed, Floor, LargeEnough, Plan, RawCount, Row};
use serde::Serialize;
use thiserror::Error;

use crate::tally::{self, Balance, Shares};
use crate::{Permille, Question, Sheet};

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
}

/// The value of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InGroup<T> {
    pub group: String,
    pub value: Disclosed<T>,
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

/// Scores the sheets of a campaign and keeps what may be shown.
///
/// `questions` and `groups` are in the order in which people read them. Every sheet counts, an empty one too. The order
/// of the sheets does not matter.
/// Errors: [`CannotScore`] when a sheet names a group or a question that is not given, or an id is given twice.
/// Limits: those of [`disclosure`]. Results are published once, when the campaign is closed.
pub fn results(
    enough: LargeEnough,
    floor: Floor,
    groups: &[String],
    questions: &[Question],
    sheets: &[Sheet],
) -> Result<Results, CannotScore> {
    check(groups, questions, sheets)?;
    let cut = Cut::by_group(groups, sheets);
    let criteria = criteria(questions);
    let counts = criteria.iter().map(|(_, asked)| cut.counts(|sheet| tally::contributes(sheet, asked)));
    let plan = Plan::draw(enough, floor, cut.counts(|_| true), &counts.collect::<Vec<_>>())?;
    let rows = criteria.iter().zip(plan.items());
    let mut criteria = rows.map(|((id, asked), row)| cut.criterion(id, asked, row)).collect::<Vec<_>>();
    criteria.sort_by_key(CriterionResult::rank);
    Ok(Results { floor, sheets: cut.people(plan.sheets()), criteria })
}

fn check(groups: &[String], questions: &[Question], sheets: &[Sheet]) -> Result<(), CannotScore> {
    given_once(groups.iter())?;
    given_once(questions.iter().map(|question| &question.id))?;
    for sheet in sheets {
        if !groups.contains(&sheet.group) {
            return Err(CannotScore::UnknownGroup { group: sheet.group.clone() });
        }
        let unknown = |id: &&String| !questions.iter().any(|question| question.id == **id);
        if let Some(question) = sheet.answers.keys().find(unknown) {
            return Err(CannotScore::UnknownQuestion { question: question.clone() });
        }
    }
    Ok(())
}

fn given_once<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), CannotScore> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(CannotScore::GivenTwice { id: id.clone() });
        }
    }
    Ok(())
}

/// The criteria in the order in which the questions first name them, each with its questions.
fn criteria(questions: &[Question]) -> Vec<(&str, Vec<&Question>)> {
    let mut criteria: Vec<(&str, Vec<&Question>)> = Vec::new();
    for question in questions {
        match criteria.iter_mut().find(|(id, _)| *id == question.criterion) {
            Some((_, asked)) => asked.push(question),
            None => criteria.push((&question.criterion, vec![question])),
        }
    }
    criteria
}

/// The sheets, cut by group.
struct Cut<'a> {
    groups: Vec<(&'a str, Vec<&'a Sheet>)>,
    all: Vec<&'a Sheet>,
}

impl<'a> Cut<'a> {
    fn by_group(groups: &'a [String], sheets: &'a [Sheet]) -> Self {
        let of = |group: &'a String| sheets.iter().filter(|sheet| sheet.group == *group).collect();
        Self {
            groups: groups.iter().map(|group| (group.as_str(), of(group))).collect(),
            all: sheets.iter().collect(),
        }
    }

    fn counts(&self, keep: impl Fn(&Sheet) -> bool) -> Vec<RawCount> {
        let count = |sheets: &[&Sheet]| sheets.iter().filter(|sheet| keep(sheet)).count();
        // A campaign of four thousand million people is not a campaign: saturating is a formality.
        let raw = |n: usize| RawCount::new(u32::try_from(n).unwrap_or(u32::MAX));
        self.groups.iter().map(|(_, sheets)| raw(count(sheets))).collect()
    }

    fn criterion(&self, id: &str, asked: &[&Question], row: &Row) -> CriterionResult {
        let balance = self.across(row, |sheets| tally::balance(sheets, asked));
        CriterionResult {
            criterion: id.to_owned(),
            gap: Gap::between(&balance),
            contributors: self.people(row),
            questions: asked.iter().map(|question| self.question(question, row)).collect(),
            balance,
        }
    }

    fn question(&self, question: &Question, row: &Row) -> QuestionResult {
        let shares = self.across(row, |sheets| tally::shares(sheets, question));
        QuestionResult { question: question.id.clone(), shares }
    }

    fn people(&self, row: &Row) -> Across<u32> {
        let value = |(at, (group, _)): (usize, &(&str, _))| InGroup {
            group: (*group).to_owned(),
            value: row.count(at),
        };
        Across { groups: self.groups.iter().enumerate().map(value).collect(), together: row.count_together() }
    }

    fn across<T>(&self, row: &Row, say: impl Fn(&[&Sheet]) -> T) -> Across<T> {
        let value = |(at, (group, sheets)): (usize, &(&str, Vec<&Sheet>))| InGroup {
            group: (*group).to_owned(),
            value: row.disclose(at, || say(sheets)),
        };
        Across {
            groups: self.groups.iter().enumerate().map(value).collect(),
            together: row.disclose_together(|| say(&self.all)),
        }
    }
}

impl<T> Across<T> {
    /// The shown groups with their values.
    pub fn shown(&self) -> impl Iterator<Item = (&str, &T)> {
        self.groups.iter().filter_map(|cell| Some((cell.group.as_str(), cell.value.value()?)))
    }

    /// Whether at least one group is withheld, so that the page says the rule.
    pub fn withholds(&self) -> bool {
        self.together.is_withheld() || self.groups.iter().any(|cell| cell.value.is_withheld())
    }
}

impl Gap {
    fn between(balance: &Across<Balance>) -> Option<Self> {
        // `min_by_key` keeps the first of equals and `max_by_key` the last: reversed, both keep the first given.
        let (least, low) = balance.shown().min_by_key(|(_, balance)| balance.vigilance)?;
        let (most, high) = balance.shown().min_by_key(|(_, balance)| Reverse(balance.vigilance))?;
        let width = low.vigilance.distance(high.vigilance);
        (balance.shown().count() >= 2).then(|| Self { least: least.to_owned(), most: most.to_owned(), width })
    }
}

impl CriterionResult {
    /// Sorts first what shows the most; a stable sort keeps pack order among equals.
    fn rank(&self) -> (Reverse<Option<Permille>>, bool) {
        let shows_nothing = self.balance.shown().next().is_none() && self.balance.together.is_withheld();
        (Reverse(self.gap.as_ref().map(|gap| gap.width)), shows_nothing)
    }
}
