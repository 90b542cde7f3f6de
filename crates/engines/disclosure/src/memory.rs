//! What was published before, and whether a new value would tell what the few who came or left have said.

use std::collections::BTreeMap;

use crate::{Floor, RawCount};

/// The same people at two publications, as one published value counts them: how many came or left, and how far apart
/// what they said is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// How many came or left, from one publication to the other.
    straight: RawCount,
    /// The same, counted at each publication in between: one who came and another who left are two.
    by_steps: RawCount,
    /// The fewest people who must have come, left or changed what they said to lead from one to the other.
    apart: RawCount,
}

/// What a new value does beside those that were published before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recall {
    /// It may be shown: nobody came or left, or enough did, or more people changed than came or left.
    New,
    /// It may not: those who came or left could alone have made the difference with this earlier publication, whose value
    /// stands instead. It was known already, and says nothing of them.
    AsBefore(usize),
}

impl Comparison {
    /// Compares what people said at the first and at the last of some publications. Each group comes with what its people
    /// said at each of them, oldest first; a published value may be of several groups together.
    ///
    /// ```
    /// # use disclosure::{Comparison, Floor};
    /// // Twelve people, then one more: whatever the newcomer says, the new value stays untold.
    /// let then = [vec!["yes"; 3], vec!["no"; 9]].concat();
    /// let now = [then.clone(), vec!["yes"]].concat();
    /// assert!(Comparison::over(&[vec![then.clone(), now]]).isolates(Floor::DEFAULT));
    /// // Unless the twelve have changed their minds: no newcomer makes that difference alone.
    /// let now = [vec!["yes"; 9], vec!["no"; 4]].concat();
    /// assert!(!Comparison::over(&[vec![then, now]]).isolates(Floor::DEFAULT));
    /// ```
    pub fn over<T: Ord>(groups: &[Vec<Vec<T>>]) -> Self {
        let ends = || groups.iter().filter_map(|said| Some((said.first()?, said.last()?)));
        let straight: usize = ends().map(|(then, now)| then.len().abs_diff(now.len())).sum();
        let steps = groups.iter().flat_map(|said| said.windows(2));
        let by_steps: usize = steps.map(|step| step[0].len().abs_diff(step[1].len())).sum();
        let mut balance: BTreeMap<&T, (usize, usize)> = BTreeMap::new();
        for (then, now) in ends() {
            then.iter().for_each(|said| balance.entry(said).or_default().0 += 1);
            now.iter().for_each(|said| balance.entry(said).or_default().1 += 1);
        }
        let gone: usize = balance.values().map(|(then, now)| then.saturating_sub(*now)).sum();
        let come: usize = balance.values().map(|(then, now)| now.saturating_sub(*then)).sum();
        Self { straight: raw(straight), by_steps: raw(by_steps), apart: raw(gone.max(come)) }
    }

    /// Whether the two values side by side could tell what fewer people than the floor said: that few came or left, and
    /// they alone could have made all the difference.
    pub fn isolates(self, floor: Floor) -> bool {
        let few =
            |moved: RawCount| (1..floor.get()).contains(&moved.get()) && self.apart.get() <= moved.get();
        few(self.straight) || few(self.by_steps)
    }
}

/// What a new value does beside earlier publications, latest first. Each comes with one comparison for every set of
/// people that it gives together with the new one: the group by itself, and what is left of a total once the groups
/// that are known are subtracted.
pub fn recall(floor: Floor, earlier: &[Vec<Comparison>]) -> Recall {
    let isolates = |bases: &Vec<Comparison>| bases.iter().any(|base| base.isolates(floor));
    earlier.iter().position(isolates).map_or(Recall::New, Recall::AsBefore)
}

fn raw(people: usize) -> RawCount {
    RawCount::new(u32::try_from(people).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Recall, recall};
    use crate::Floor;

    fn isolates(then: [usize; 2], now: [usize; 2]) -> bool {
        let said = |counts: [usize; 2]| [vec![true; counts[0]], vec![false; counts[1]]].concat();
        Comparison::over(&[vec![said(then), said(now)]]).isolates(Floor::DEFAULT)
    }

    #[test]
    fn one_to_four_newcomers_are_not_told_apart_and_nobody_or_five_leave_the_value_free() {
        assert!(isolates([3, 9], [4, 9]) && isolates([3, 9], [3, 10]));
        assert!(isolates([3, 9], [7, 9]));
        assert!(!isolates([3, 9], [8, 9]), "five newcomers are a group that may be shown");
        assert!(!isolates([3, 9], [4, 8]), "nobody came or left");
    }

    #[test]
    fn leavers_are_not_told_apart_either() {
        assert!(isolates([3, 9], [2, 9]) && isolates([3, 9], [0, 9]));
        assert!(!isolates([3, 9], [6, 5]), "one left and four changed their minds");
    }

    #[test]
    fn those_who_came_here_and_left_there_are_counted_together() {
        let (eight, eleven) = (vec![1; 8], vec![1; 11]);
        let three_and_two = Comparison::over(&[vec![eight.clone(), eleven], vec![vec![2; 8], vec![2; 6]]]);
        assert!(!three_and_two.isolates(Floor::DEFAULT));
        let two = Comparison::over(&[vec![eight.clone(), eight], vec![vec![2; 8], vec![2; 6]]]);
        assert!(two.isolates(Floor::DEFAULT));
    }

    #[test]
    fn one_who_came_and_one_who_left_later_are_two_and_a_campaign_that_few_answered_hides_nothing() {
        let (seven, eight) = (vec![1; 7], vec![1; 8]);
        assert!(
            Comparison::over(&[vec![seven.clone(), eight.clone(), seven.clone()]]).isolates(Floor::DEFAULT)
        );
        assert!(Comparison::over(&[vec![seven, vec![1; 2], eight]]).isolates(Floor::DEFAULT));
    }

    #[test]
    fn the_latest_publication_that_would_isolate_somebody_is_the_one_that_stands() {
        let free = vec![Comparison::over(&[vec![vec![1; 8], vec![1; 8]]])];
        let bound = vec![free[0], Comparison::over(&[vec![vec![1; 8], vec![1; 9]]])];
        assert_eq!(recall(Floor::DEFAULT, &[]), Recall::New);
        assert_eq!(recall(Floor::DEFAULT, &[free.clone(), bound.clone(), bound]), Recall::AsBefore(1));
        assert_eq!(recall(Floor::DEFAULT, &[free]), Recall::New);
    }
}
