//! The sheets of one campaign, cut by group, with the plan of what may be shown of them.

use disclosure::{Disclosed, Floor, LargeEnough, Plan, RawCount, Row};

use crate::tally::{self, Balance, Shares};
use crate::{CannotScore, Question, Sheet};

/// A criterion and its questions.
pub(crate) type Criterion<'a> = (&'a str, Vec<&'a Question>);

/// A column of the tables.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column<'a> {
    Group(&'a str),
    Together,
}

/// What may be known of a campaign, and nothing else: every value goes through its plan.
pub(crate) struct Ledger<'a> {
    groups: Vec<(&'a str, Vec<&'a Sheet>)>,
    all: Vec<&'a Sheet>,
    criteria: Vec<Criterion<'a>>,
    plan: Plan,
}

impl<'a> Ledger<'a> {
    pub(crate) fn draw(
        enough: LargeEnough,
        floor: Floor,
        groups: &'a [String],
        questions: &'a [Question],
        sheets: &'a [Sheet],
    ) -> Result<Self, CannotScore> {
        let of = |group: &'a String| sheets.iter().filter(|sheet| sheet.group == *group).collect();
        let groups: Vec<_> = groups.iter().map(|group| (group.as_str(), of(group))).collect();
        let criteria = criteria(questions);
        let items =
            criteria.iter().map(|(_, asked)| count(&groups, |sheet| tally::contributes(sheet, asked)));
        let plan = Plan::draw(enough, floor, count(&groups, |_| true), &items.collect::<Vec<_>>())?;
        Ok(Self { groups, all: sheets.iter().collect(), criteria, plan })
    }

    pub(crate) fn criteria(&self) -> &[Criterion<'a>] {
        &self.criteria
    }

    pub(crate) fn groups(&self) -> impl Iterator<Item = &'a str> {
        self.groups.iter().map(|(group, _)| *group)
    }

    pub(crate) fn asks(&self, group: &str) -> bool {
        self.groups.iter().any(|(name, _)| *name == group)
    }

    /// The sheets of a group; none where the campaign did not ask it.
    pub(crate) fn sheets_of(&self, group: &str) -> &[&'a Sheet] {
        self.groups.iter().find(|(name, _)| *name == group).map_or(&[], |(_, sheets)| sheets)
    }

    pub(crate) const fn sheets(&self) -> &Row {
        self.plan.sheets()
    }

    /// The line of a criterion in the plan.
    pub(crate) fn row(&self, criterion: &str) -> Option<&Row> {
        let at = self.criteria.iter().position(|(id, _)| *id == criterion)?;
        self.plan.items().get(at)
    }

    /// Whether a line of the plan shows a column.
    pub(crate) fn shows(&self, row: &Row, column: Column<'_>) -> bool {
        !self.count(row, column).is_withheld()
    }

    pub(crate) fn count(&self, row: &Row, column: Column<'_>) -> Disclosed<u32> {
        match column {
            Column::Group(group) => row.count(self.place(group)),
            Column::Together => row.count_together(),
        }
    }

    pub(crate) fn balance(
        &self,
        criterion: &str,
        asked: &[&Question],
        column: Column<'_>,
    ) -> Disclosed<Balance> {
        self.disclose(criterion, column, |sheets| tally::balance(sheets, asked))
    }

    pub(crate) fn shares(
        &self,
        criterion: &str,
        question: &Question,
        column: Column<'_>,
    ) -> Disclosed<Shares> {
        self.disclose(criterion, column, |sheets| tally::shares(sheets, question))
    }

    fn disclose<T>(
        &self,
        criterion: &str,
        column: Column<'_>,
        say: impl FnOnce(&[&Sheet]) -> T,
    ) -> Disclosed<T> {
        let Some(row) = self.row(criterion) else { return Disclosed::Withheld };
        match column {
            Column::Group(group) => row.disclose(self.place(group), || say(self.sheets_of(group))),
            Column::Together => row.disclose_together(|| say(&self.all)),
        }
    }

    /// Where a group stands in the plan; past its end where the campaign did not ask it, which is withheld.
    fn place(&self, group: &str) -> usize {
        self.groups.iter().position(|(name, _)| *name == group).unwrap_or(usize::MAX)
    }
}

fn count(groups: &[(&str, Vec<&Sheet>)], keep: impl Fn(&Sheet) -> bool) -> Vec<RawCount> {
    // A campaign of four thousand million people is not a campaign: saturating is a formality.
    let raw = |n: usize| RawCount::new(u32::try_from(n).unwrap_or(u32::MAX));
    groups.iter().map(|(_, sheets)| raw(sheets.iter().filter(|sheet| keep(sheet)).count())).collect()
}

/// The criteria in the order in which the questions first name them, each with its questions.
fn criteria(questions: &[Question]) -> Vec<Criterion<'_>> {
    let mut criteria: Vec<Criterion<'_>> = Vec::new();
    for question in questions {
        match criteria.iter_mut().find(|(id, _)| *id == question.criterion) {
            Some((_, asked)) => asked.push(question),
            None => criteria.push((&question.criterion, vec![question])),
        }
    }
    criteria
}
