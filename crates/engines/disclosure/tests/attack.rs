//! An attacker who keeps everything that is printed and solves the linear system it makes.
//!
//! Unknowns: the sheets of each group, and the contributors of each item in each group. Equations: every shown cell.
//! A shown cell of an item gives its contributors and, through the shares published with it, the sheets behind them.
//! A set of groups is isolated when the count of its people follows from the equations, whatever else is unknown.

use disclosure::{Cell, Floor, LargeEnough, Plan, RawCount, Row};
use proptest::prelude::*;

/// The counts of a campaign: `rows[0]` are the sheets of each group, the others the contributors of each item.
#[derive(Debug, Clone)]
struct Table {
    rows: Vec<Vec<u32>>,
}

impl Table {
    fn groups(&self) -> usize {
        self.rows[0].len()
    }

    fn plan(&self, floor: Floor) -> Plan {
        let counts = |row: &Vec<u32>| row.iter().copied().map(RawCount::new).collect::<Vec<_>>();
        let items = self.rows[1..].iter().map(counts).collect::<Vec<_>>();
        let enough = LargeEnough::of(10).expect("ten were invited");
        Plan::draw(enough, floor, counts(&self.rows[0]), &items).expect("one campaign")
    }

    fn people(&self, row: usize, set: usize) -> u32 {
        (0..self.groups()).filter(|group| set >> group & 1 == 1).map(|group| self.rows[row][group]).sum()
    }
}

fn rows(plan: &Plan) -> Vec<&Row> {
    std::iter::once(plan.sheets()).chain(plan.items()).collect()
}

/// Every cell as printed, row by row: the groups, then all together.
fn printed(table: &Table, floor: Floor) -> Vec<Vec<Cell>> {
    let cells = |row: &Row| {
        (0..table.groups()).map(|group| row.count(group)).chain([row.count_together()]).collect::<Vec<_>>()
    };
    rows(&table.plan(floor)).into_iter().map(cells).collect()
}

/// Sums of unknowns, as sets of (row, set of groups), that what is printed gives away.
fn equations(printed: &[Vec<Cell>]) -> Vec<(usize, usize)> {
    let groups = printed[0].len() - 1;
    let mut known = Vec::new();
    for (row, cells) in printed.iter().enumerate() {
        for (at, _) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_withheld()) {
            let set = if at == groups { (1 << groups) - 1 } else { 1 << at };
            known.extend([(row, set), (0, set)]);
        }
    }
    known
}

/// The span of the equations, kept reduced; arithmetic modulo a prime larger than any determinant at this size.
struct Span {
    basis: Vec<Vec<i64>>,
}

impl Span {
    const PRIME: i64 = 1_000_000_007;

    fn of(equations: &[(usize, usize)], rows: usize, groups: usize) -> Self {
        let mut span = Self { basis: Vec::new() };
        for &(row, set) in equations {
            let rest = span.reduce(vector(row, set, rows, groups));
            if let Some(pivot) = rest.iter().position(|x| *x != 0) {
                let inverse = power(rest[pivot], Self::PRIME - 2);
                span.basis.push(rest.iter().map(|x| x * inverse % Self::PRIME).collect());
            }
        }
        span
    }

    fn reduce(&self, mut vector: Vec<i64>) -> Vec<i64> {
        for line in &self.basis {
            let pivot = line.iter().position(|x| *x != 0).expect("no line of a basis is zero");
            let factor = vector[pivot];
            for (x, y) in vector.iter_mut().zip(line) {
                *x = (*x - factor * y % Self::PRIME + Self::PRIME) % Self::PRIME;
            }
        }
        vector
    }

    fn gives(&self, vector: Vec<i64>) -> bool {
        self.reduce(vector).iter().all(|x| *x == 0)
    }
}

fn vector(row: usize, set: usize, rows: usize, groups: usize) -> Vec<i64> {
    let mut vector = vec![0; rows * groups];
    for group in (0..groups).filter(|group| set >> group & 1 == 1) {
        vector[row * groups + group] = 1;
    }
    vector
}

fn power(base: i64, mut exponent: i64) -> i64 {
    let (mut base, mut result) = (base, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % Span::PRIME;
        }
        base = base * base % Span::PRIME;
        exponent >>= 1;
    }
    result
}

/// The first set of contributors smaller than the floor that the equations isolate: (row, set of groups).
fn isolated(table: &Table, floor: u32, equations: &[(usize, usize)]) -> Option<(usize, usize)> {
    let (rows, groups) = (table.rows.len(), table.groups());
    let span = Span::of(equations, rows, groups);
    (0..rows)
        .flat_map(|row| (1..1 << groups).map(move |set| (row, set)))
        .find(|&(row, set)| table.people(row, set) < floor && span.gives(vector(row, set, rows, groups)))
}

/// Small groups on purpose: the floor is where mistakes live.
fn table() -> impl Strategy<Value = Table> {
    let count = prop_oneof![Just(0_u32), 1_u32..=9, 1_u32..=30];
    (1_usize..=6, 0_usize..=3).prop_flat_map(move |(groups, items)| {
        let sheets = prop::collection::vec(count.clone(), groups);
        let missing =
            prop::collection::vec(prop::collection::vec(prop_oneof![Just(0_u32), 0_u32..=9], groups), items);
        (sheets, missing).prop_map(|(sheets, missing)| {
            let item = |less: Vec<u32>| sheets.iter().zip(less).map(|(n, l)| n.saturating_sub(l)).collect();
            let items = missing.into_iter().map(item).collect::<Vec<_>>();
            Table { rows: std::iter::once(sheets).chain(items).collect() }
        })
    })
}

fn floor() -> impl Strategy<Value = Floor> {
    prop_oneof![Just(5_u32), 5_u32..=12].prop_map(|n| Floor::new(n).expect("five or more"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_set_of_contributors_under_the_floor_is_isolated(table in table(), floor in floor()) {
        let found = isolated(&table, floor.get(), &equations(&printed(&table, floor)));
        prop_assert_eq!(found, None);
    }

    #[test]
    fn publishing_again_at_a_higher_floor_isolates_nobody(table in table(), low in floor(), more in 0_u32..8) {
        let high = low.raised_to(low.get() + more).expect("higher");
        let both = [equations(&printed(&table, low)), equations(&printed(&table, high))].concat();
        prop_assert_eq!(isolated(&table, low.get(), &both), None);
    }

    #[test]
    fn raising_the_floor_never_reveals_more(table in table(), low in floor(), more in 0_u32..8) {
        let high = low.raised_to(low.get() + more).expect("higher");
        let (before, after) = (printed(&table, low).concat(), printed(&table, high).concat());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.is_withheld() || before == after);
        }
    }

    #[test]
    fn a_withheld_group_leaves_the_same_page_as_an_empty_one(table in table(), floor in floor()) {
        let before = printed(&table, floor);
        // A shown total has counted the withheld groups: there, only their sum is known, and it meets the floor.
        prop_assume!(before.iter().all(|row| row.last().is_some_and(Cell::is_withheld)));
        let mut emptied = table.clone();
        for (row, cells) in before.iter().enumerate() {
            for group in (0..table.groups()).filter(|group| cells[*group].is_withheld()) {
                emptied.rows[row][group] = 0;
            }
        }
        let print = |cells: Vec<Vec<Cell>>| serde_json::to_string(&cells).expect("plain values");
        prop_assert_eq!(print(printed(&emptied, floor)), print(before));
    }

    #[test]
    fn a_total_says_no_more_of_the_withheld_than_their_sum(
        mut sheets in prop::collection::vec(0_u32..=12, 0..5), from in 1_u32..=4, to in 0_u32..=3,
    ) {
        sheets.extend([from, to]);
        let before = printed(&Table { rows: vec![sheets.clone()] }, Floor::DEFAULT);
        let last = sheets.len() - 1;
        sheets[last - 1] -= 1;
        sheets[last] += 1;
        prop_assert_eq!(printed(&Table { rows: vec![sheets] }, Floor::DEFAULT), before);
    }
}

#[test]
fn the_attacker_finds_what_a_careless_publication_lets_out() {
    let table = Table { rows: vec![vec![20, 9, 4]] };
    let careless = [(0, 0b001), (0, 0b010), (0, 0b111)]; // the two large groups and the total
    assert_eq!(isolated(&table, 5, &careless), Some((0, 0b100)));
}

#[test]
fn the_attacker_plays_two_items_against_each_other() {
    let table = Table { rows: vec![vec![10, 10, 3], vec![10, 10, 3], vec![10, 4, 3]] };
    // Item 1 shows its two large groups, item 2 its large group and its total; each also gives its sheets.
    let careless = [(1, 1), (0, 1), (1, 2), (0, 2), (2, 1), (0, 1), (2, 7), (0, 7)];
    assert_eq!(isolated(&table, 5, &careless), Some((0, 0b100)));
}
