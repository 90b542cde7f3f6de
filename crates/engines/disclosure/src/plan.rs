//! Which cells of a campaign are shown: decided once, for all its tables together.

use thiserror::Error;

use crate::{Cell, Disclosed, Floor, LargeEnough, RawCount};

/// Which cells may be shown, for the sheets of a campaign and for each item (a criterion) cut by the same groups.
///
/// A group cell is shown when its contributors meet the floor. The cell of all groups together is shown when
/// nothing can be subtracted from it: no group is withheld, or the withheld ones together meet the floor and are at
/// least two. An empty group counts as withheld, or showing the total would say that it is empty.
///
/// Two precautions are less obvious:
/// - The rule for "together" must hold at every floor from five up to the chosen one. Otherwise groups of 4, 5 and 20
///   would show no total at a floor of five, and one of 29 at a floor of six: 29 − 20 − 5 is four people.
/// - "Together" is shown for an item only if it also is for the sheets. What is published of an item has the sheets
///   as base (a share of all sheets gives their number away), so that two items could otherwise be played against each
///   other: one gives the sheets of each large group, the other those of all groups.
///
/// ```
/// # use disclosure::{Floor, LargeEnough, Plan, RawCount};
/// let counts = |n: &[u32]| n.iter().copied().map(RawCount::new).collect::<Vec<_>>();
/// let enough = LargeEnough::of(40).expect("forty were invited");
/// let plan = Plan::draw(enough, Floor::DEFAULT, counts(&[20, 9, 4]), &[counts(&[18, 4, 3])])?;
/// assert_eq!(plan.sheets().count(1).to_string(), "9");
/// assert_eq!(plan.sheets().count(2).to_string(), "–");
/// assert_eq!(plan.sheets().count_together().to_string(), "–"); // 33 − 20 − 9 would be the four
/// # Ok::<(), disclosure::CannotPlan>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    sheets: Row,
    items: Vec<Row>,
}

/// The cells of one item: one for each group, one for all together. The only maker of shown values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    groups: Vec<Disclosed<RawCount>>,
    together: Disclosed<RawCount>,
}

/// Counts that do not describe one campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CannotPlan {
    #[error("item {item} has not the groups of the sheets")]
    OtherGroups { item: usize },
    /// Contributors are a part of the sheets; the plan rests on it.
    #[error("item {item} has more contributors than sheets in one of the groups")]
    MoreContributorsThanSheets { item: usize },
}

impl Plan {
    /// Decides for the sheets of each group, and for the contributors of each item in each group (same order).
    ///
    /// Errors: [`CannotPlan`] when an item has other groups, or more contributors in a group than the group has sheets.
    pub fn draw(
        _: LargeEnough,
        floor: Floor,
        sheets: Vec<RawCount>,
        items: &[Vec<RawCount>],
    ) -> Result<Self, CannotPlan> {
        for (item, counts) in items.iter().enumerate() {
            check(item, counts, &sheets)?;
        }
        let sheets = Row::draw(floor, &sheets, true);
        let together = !sheets.together.is_withheld();
        let items = items.iter().map(|counts| Row::draw(floor, counts, together)).collect();
        Ok(Self { sheets, items })
    }

    /// What may be said of the sheets themselves.
    pub const fn sheets(&self) -> &Row {
        &self.sheets
    }

    /// What may be said of each item, in the order in which they were given.
    pub fn items(&self) -> &[Row] {
        &self.items
    }
}

fn check(item: usize, counts: &[RawCount], sheets: &[RawCount]) -> Result<(), CannotPlan> {
    if counts.len() != sheets.len() {
        return Err(CannotPlan::OtherGroups { item });
    }
    if counts.iter().zip(sheets).any(|(part, whole)| part.get() > whole.get()) {
        return Err(CannotPlan::MoreContributorsThanSheets { item });
    }
    Ok(())
}

impl Row {
    fn draw(floor: Floor, counts: &[RawCount], may_sum: bool) -> Self {
        let groups = counts.iter().map(|&count| decide(floor.is_met_by(count), count)).collect::<Vec<_>>();
        let sum = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(count.get()));
        let together =
            decide(may_sum && sum >= floor.get() && may_be_summed(floor, counts), RawCount::new(sum));
        Self { groups, together }
    }

    /// The number of contributors of a group, if it may be shown. A group that is not there is withheld.
    pub fn count(&self, group: usize) -> Cell {
        self.group(group).map(RawCount::get)
    }

    /// The number of contributors of all groups together, if it may be shown.
    pub fn count_together(&self) -> Cell {
        self.together.map(RawCount::get)
    }

    /// What `compute` says of a group, if it may be shown; otherwise it is not even computed.
    pub fn disclose<T>(&self, group: usize, compute: impl FnOnce() -> T) -> Disclosed<T> {
        self.group(group).map(|_| compute())
    }

    /// What `compute` says of all groups together, if it may be shown; otherwise it is not even computed.
    pub fn disclose_together<T>(&self, compute: impl FnOnce() -> T) -> Disclosed<T> {
        self.together.map(|_| compute())
    }

    fn group(&self, group: usize) -> Disclosed<RawCount> {
        self.groups.get(group).copied().unwrap_or(Disclosed::Withheld)
    }
}

fn decide(may_show: bool, count: RawCount) -> Disclosed<RawCount> {
    if may_show { Disclosed::shown(count) } else { Disclosed::Withheld }
}

/// Whether the total hides the withheld groups at this floor and at every lower one.
///
/// Between two counts of the table the same groups are withheld, and the highest floor asks the most of them: it is
/// enough to look at the floors that equal a count, and at the chosen one.
fn may_be_summed(floor: Floor, counts: &[RawCount]) -> bool {
    let lower = |n: &u32| (Floor::DEFAULT.get()..floor.get()).contains(n);
    counts
        .iter()
        .map(|count| count.get())
        .filter(lower)
        .chain([floor.get()])
        .all(|at| hides_the_withheld(at, counts))
}

fn hides_the_withheld(floor: u32, counts: &[RawCount]) -> bool {
    let withheld = || counts.iter().map(|count| count.get()).filter(|n| *n < floor);
    let people: u64 = withheld().map(u64::from).sum();
    withheld().count() == 0 || (withheld().count() >= 2 && people >= u64::from(floor))
}

#[cfg(test)]
mod tests {
    use super::{CannotPlan, Plan};
    use crate::{Floor, LargeEnough, RawCount};

    fn counts(numbers: &[u32]) -> Vec<RawCount> {
        numbers.iter().copied().map(RawCount::new).collect()
    }

    fn draw(floor: u32, sheets: &[u32], items: &[&[u32]]) -> Result<Plan, CannotPlan> {
        let items = items.iter().map(|item| counts(item)).collect::<Vec<_>>();
        let enough = LargeEnough::of(100).expect("a hundred were invited");
        Plan::draw(enough, Floor::new(floor).expect("five or more"), counts(sheets), &items)
    }

    /// The cells of the sheets as a page prints them: the groups, then all together.
    fn printed(floor: u32, sheets: &[u32]) -> String {
        let plan = draw(floor, sheets, &[]).expect("one campaign");
        let groups = (0..sheets.len()).map(|group| plan.sheets().count(group).to_string());
        groups.chain([plan.sheets().count_together().to_string()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_group_of_four_is_withheld_and_nobody_looks_the_same() {
        assert_eq!(printed(5, &[20, 4]), "20 – –");
        assert_eq!(printed(5, &[20, 0]), "20 – –");
        assert_eq!(printed(5, &[20, 5]), "20 5 25");
    }

    #[test]
    fn a_total_is_shown_when_the_withheld_groups_hide_each_other() {
        assert_eq!(printed(5, &[20, 4, 3]), "20 – – 27");
        assert_eq!(printed(5, &[20, 2, 2]), "20 – – –");
    }

    #[test]
    fn a_total_hidden_at_a_floor_stays_hidden_at_a_higher_one() {
        assert_eq!(printed(5, &[4, 5, 20]), "– 5 20 –");
        assert_eq!(printed(6, &[4, 5, 20]), "– – 20 –");
        assert_eq!(printed(6, &[5, 5, 20]), "– – 20 30");
    }

    #[test]
    fn a_campaign_without_groups_or_without_sheets_shows_nothing() {
        assert_eq!(printed(5, &[]), "–");
        assert_eq!(printed(5, &[0]), "– –");
    }

    #[test]
    fn two_items_cannot_be_played_against_each_other_through_the_sheets() {
        // The first item gives the sheets of the two large groups; the total of the second would give all sheets.
        let plan = draw(5, &[10, 10, 3], &[&[10, 10, 3], &[10, 4, 3]]).expect("one campaign");
        assert!(plan.items()[1].count_together().is_withheld());
    }

    #[test]
    fn a_group_that_is_not_there_is_withheld() {
        let plan = draw(5, &[20], &[]).expect("one campaign");
        assert!(plan.sheets().count(7).is_withheld());
    }

    #[test]
    fn what_is_withheld_is_not_even_computed() {
        let plan = draw(5, &[20, 4], &[]).expect("one campaign");
        let never = || -> u32 { unreachable!("the group is withheld") };
        assert!(plan.sheets().disclose(1, never).is_withheld());
        assert!(plan.sheets().disclose_together(never).is_withheld());
    }

    #[test]
    fn counts_that_are_not_of_one_campaign_are_refused() {
        assert_eq!(draw(5, &[9, 9], &[&[9]]), Err(CannotPlan::OtherGroups { item: 0 }));
        let more = Err(CannotPlan::MoreContributorsThanSheets { item: 1 });
        assert_eq!(draw(5, &[9, 9], &[&[9, 9], &[9, 10]]), more);
    }
}
