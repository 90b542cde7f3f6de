//! The same attacker before several breakdowns of the same people, published at several floors, item by item.
//!
//! Unknowns: the people of each corner. Equations: every cell ever shown. The attacker tries every set of corners, and
//! reckons in fractions: nothing here is shared with the engine.

use disclosure::{Corner, Crossed, Floor, LargeEnough, RawCount};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// People by corner, in the order of the corners of `sizes`; the first line are the sheets, the others parts of them.
#[derive(Debug, Clone)]
struct Survey {
    sizes: Vec<usize>,
    corners: Vec<Vec<usize>>,
    lines: Vec<Vec<u32>>,
}

impl Survey {
    fn plan(&self, line: usize, floor: Floor) -> Crossed {
        let enough = LargeEnough::of(10).expect("ten were invited");
        Crossed::draw(enough, floor, &self.sizes, &self.corners_of(line)).expect("small breakdowns")
    }

    fn corners_of(&self, line: usize) -> Vec<Corner> {
        let corner = |(at, n): (&Vec<usize>, &u32)| Corner { groups: at.clone(), people: RawCount::new(*n) };
        self.corners.iter().zip(&self.lines[line]).map(corner).collect()
    }

    /// What each line publishes at a floor: an item within the sheets.
    fn publish(&self, floor: Floor) -> Vec<Crossed> {
        let sheets = self.plan(0, floor);
        (0..self.lines.len()).map(|line| self.plan(line, floor).within(&sheets)).collect()
    }

    /// The corners that each shown cell of a plan counts.
    fn shown(&self, plan: &Crossed) -> Vec<Vec<i64>> {
        let mut cells = Vec::new();
        for (breakdown, size) in self.sizes.iter().enumerate() {
            for group in (0..*size).filter(|group| !plan.count(breakdown, *group).is_withheld()) {
                cells.push(self.corners.iter().map(|at| i64::from(at[breakdown] == group)).collect());
            }
        }
        if !plan.count_together().is_withheld() {
            cells.push(vec![1; self.corners.len()]);
        }
        cells
    }
}

/// The rank of some lines, by elimination in whole numbers.
fn rank(lines: &[Vec<i64>]) -> usize {
    let mut lines: Vec<Vec<i128>> =
        lines.iter().map(|line| line.iter().map(|x| i128::from(*x)).collect()).collect();
    let width = lines.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..width {
        let Some(pivot) = (rank..lines.len()).find(|at| lines[*at][column] != 0) else { continue };
        lines.swap(rank, pivot);
        let top = lines[rank].clone();
        for line in lines.iter_mut().skip(rank + 1) {
            let (a, b) = (top[column], line[column]);
            for (x, y) in line.iter_mut().zip(&top) {
                *x = *x * a - y * b;
            }
        }
        rank += 1;
    }
    rank
}

/// The first set of corners under the floor that the cells give, as a mask.
fn isolated(people: &[u32], floor: u32, cells: &[Vec<i64>]) -> Option<usize> {
    let known = rank(cells);
    let line = |set: usize| (0..people.len()).map(|at| i64::from(set >> at & 1 == 1)).collect::<Vec<_>>();
    let count =
        |set: usize| -> u32 { (0..people.len()).filter(|at| set >> at & 1 == 1).map(|at| people[at]).sum() };
    (1..1_usize << people.len())
        .filter(|set| count(*set) < floor)
        .find(|set| rank(&[cells, &[line(*set)]].concat()) == known)
}

/// Two or three breakdowns; some corners do not exist, and everybody knows which.
fn survey() -> impl Strategy<Value = Survey> {
    let sizes = prop_oneof![
        prop::collection::vec(1_usize..=3, 2),
        Just(vec![2, 2, 2]),
        Just(vec![4, 2]),
        Just(vec![3]),
    ];
    sizes.prop_flat_map(|sizes| {
        let all = sizes.iter().fold(vec![vec![]], |corners: Vec<Vec<usize>>, size| {
            let grow = |at: &Vec<usize>| {
                (0..*size).map(|group| [at.clone(), vec![group]].concat()).collect::<Vec<_>>()
            };
            corners.iter().flat_map(grow).collect()
        });
        let kept = prop::sample::subsequence(all.clone(), 1..=all.len());
        (Just(sizes), kept).prop_flat_map(|(sizes, corners)| {
            let count = prop_oneof![Just(0_u32), 1_u32..=6, 1_u32..=20];
            let sheets = prop::collection::vec(count, corners.len());
            let less = prop::collection::vec(0_u32..=5, corners.len());
            (Just(sizes), Just(corners), sheets, less).prop_map(|(sizes, corners, sheets, less)| {
                let item = sheets.iter().zip(less).map(|(n, less)| n.saturating_sub(less)).collect();
                Survey { sizes, corners, lines: vec![sheets, item] }
            })
        })
    })
}

fn floor(n: u32) -> Floor {
    Floor::new(n).expect("five or more")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_set_of_corners_under_the_floor_is_isolated_by_all_that_was_ever_published(
        survey in survey(), low in 5_u32..=8, more in 0_u32..=6,
    ) {
        let first = survey.publish(floor(low));
        let second = survey.publish(floor(low + more));
        let again: Vec<Crossed> = second.iter().zip(&first).map(|(new, old)| new.within(old)).collect();
        let cells = |line: usize| [survey.shown(&first[line]), survey.shown(&again[line])].concat();
        let sheets = [cells(0), cells(1)].concat();
        prop_assert_eq!(isolated(&survey.lines[0], low, &sheets), None);
        prop_assert_eq!(isolated(&survey.lines[1], low, &cells(1)), None);
    }

    #[test]
    fn published_again_at_a_higher_floor_it_only_hides(survey in survey(), low in 5_u32..=8, more in 0_u32..=6) {
        for (old, new) in survey.publish(floor(low)).iter().zip(survey.publish(floor(low + more))) {
            let (before, after) = (survey.shown(old), survey.shown(&new.within(old)));
            prop_assert!(after.iter().all(|cell| before.contains(cell)));
        }
    }
}

/// The attacker must find something when the rule is switched off, or the tests above would say nothing.
fn leaks(careless: impl Fn(&Survey) -> Vec<Vec<i64>>) -> usize {
    let mut runner = TestRunner::deterministic();
    (0..500)
        .filter(|_| {
            let survey = survey().new_tree(&mut runner).expect("a survey").current();
            isolated(&survey.lines[0], 5, &careless(&survey)).is_some()
        })
        .count()
}

#[test]
fn the_attacker_finds_leaks_where_each_breakdown_is_planned_by_itself() {
    let found = leaks(|survey| {
        let alone = |breakdown: usize| {
            let own = Survey {
                sizes: vec![survey.sizes[breakdown]],
                corners: survey.corners.iter().map(|at| vec![at[breakdown]]).collect(),
                lines: survey.lines.clone(),
            };
            own.shown(&own.plan(0, floor(5)))
        };
        (0..survey.sizes.len()).flat_map(alone).collect()
    });
    assert!(found > 20, "{found} leaks in 500 surveys");
}

#[test]
fn the_attacker_finds_leaks_where_only_the_floor_is_applied() {
    let found = leaks(|survey| {
        let counts = |breakdown: usize, group: usize| -> Vec<i64> {
            survey.corners.iter().map(|at| i64::from(at[breakdown] == group)).collect()
        };
        let people = |cell: &Vec<i64>| -> u32 {
            cell.iter().zip(&survey.lines[0]).filter(|(is_in, _)| **is_in == 1).map(|(_, n)| n).sum()
        };
        let groups =
            survey.sizes.iter().enumerate().flat_map(|(at, size)| (0..*size).map(move |group| (at, group)));
        let cells = groups.map(|(at, group)| counts(at, group)).chain([vec![1; survey.corners.len()]]);
        cells.filter(|cell| people(cell) >= 5).collect()
    });
    assert!(found > 20, "{found} leaks in 500 surveys");
}

#[test]
fn the_attacker_finds_leaks_between_an_item_and_sheets_that_are_planned_apart() {
    let found = leaks(|survey| {
        let sheets = survey.shown(&survey.plan(0, floor(5)));
        [sheets, survey.shown(&survey.plan(1, floor(5)))].concat()
    });
    assert!(found > 0, "{found} leaks in 500 surveys");
}
