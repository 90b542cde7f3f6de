//! An attacker who keeps what earlier campaigns published, and knows how many came and left in between.

use disclosure::{Floor, LargeEnough};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use scoring::{
    Answer, Campaign, Earlier, Line, Polarity, Published, Question, Results, Said, Sheet, again, publish,
};

const GROUPS: [&str; 3] = ["management", "workers", "technical"];
const QUESTIONS: usize = 4;

fn questions() -> Vec<Question> {
    let question = |n: usize| Question {
        id: format!("q{n}"),
        criterion: format!("c{}", n / 2),
        polarity: if n.is_multiple_of(2) { Polarity::YesIsVigilance } else { Polarity::NoIsVigilance },
    };
    (0..QUESTIONS).map(question).collect()
}

fn floor(n: u32) -> Floor {
    Floor::new(n).expect("five or more")
}

/// The sheets of each group.
type People = Vec<Vec<Sheet>>;

fn run(people: &People, floor: Floor, earlier: &[Earlier]) -> (Results, Published) {
    let (groups, questions, sheets) = (GROUPS.map(str::to_owned), questions(), people.concat());
    let enough = LargeEnough::of(100).expect("a hundred were invited");
    let campaign = Campaign { enough, floor, groups: &groups, questions: &questions, sheets: &sheets };
    publish(campaign, earlier).expect("one campaign")
}

fn read(people: &People, floor: Floor, published: &Published, earlier: &[Earlier]) -> (Results, Published) {
    let (groups, questions, sheets) = (GROUPS.map(str::to_owned), questions(), people.concat());
    let enough = LargeEnough::of(100).expect("a hundred were invited");
    let campaign = Campaign { enough, floor, groups: &groups, questions: &questions, sheets: &sheets };
    again(campaign, published, earlier).expect("one campaign")
}

fn earlier(id: &str, people: &People, published: &Published) -> Earlier {
    Earlier {
        id: id.to_owned(),
        enough: LargeEnough::of(100).expect("a hundred were invited"),
        groups: GROUPS.map(str::to_owned).to_vec(),
        sheets: people.concat(),
        published: published.clone(),
    }
}

fn sheet(group: usize) -> impl Strategy<Value = Sheet> {
    prop::collection::vec(prop::option::of(0_usize..4), QUESTIONS).prop_map(move |picks| {
        let answer = |(n, pick): (usize, Option<usize>)| Some((format!("q{n}"), Answer::ALL[pick?]));
        Sheet {
            group: GROUPS[group].to_owned(),
            answers: picks.into_iter().enumerate().filter_map(answer).collect(),
        }
    })
}

fn sheets(group: usize, size: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<Sheet>> {
    prop::collection::vec(sheet(group), size)
}

fn people() -> impl Strategy<Value = People> {
    (sheets(0, 0..=14), sheets(1, 4..=16), sheets(2, 0..=14)).prop_map(|(a, b, c)| vec![a, b, c])
}

/// What a later campaign prints where an earlier one had printed a value: every cell, as in an export.
fn remembered(before: &Published, now: &Results) -> Vec<String> {
    let json = serde_json::to_value(now).expect("plain values");
    let mut cells = Vec::new();
    for criterion in json["criteria"].as_array().expect("a list") {
        let id = criterion["criterion"].as_str().expect("a name");
        let published = &before.criteria[id];
        let lines = criterion["questions"].as_array().expect("a list").iter().map(|question| {
            let asked = question["question"].as_str().expect("a name");
            (asked.to_owned(), &published.questions[asked], &question["shares"])
        });
        for (name, line, across) in lines.chain([(id.to_owned(), &published.balance, &criterion["balance"])])
        {
            for (at, group) in
                GROUPS.iter().enumerate().filter(|(_, group)| line.groups[**group] == Said::Shown)
            {
                cells.push(format!("{name} {group} {}", across["groups"][at]));
            }
            if line.together == Said::Shown {
                cells
                    .push(format!("{name} together {} {}", across["together"], across["together_as_before"]));
            }
        }
    }
    cells.sort();
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_fewer_newcomers_than_the_floor_say_the_next_publication_says_the_same(
        people in people(), group in 0_usize..3,
        (one, other) in (1_usize..5).prop_flat_map(|d| (sheets(0, d), sheets(0, d))),
    ) {
        let (_, published) = run(&people, Floor::DEFAULT, &[]);
        let memory = [earlier("before", &people, &published)];
        let joined = |newcomers: &[Sheet]| {
            let mut people = people.clone();
            people[group].extend(newcomers.iter().map(|s| Sheet { group: GROUPS[group].to_owned(), answers: s.answers.clone() }));
            remembered(&published, &run(&people, Floor::DEFAULT, &memory).0)
        };
        prop_assert_eq!(joined(&one), joined(&other));
    }

    #[test]
    fn whoever_the_few_are_that_left_the_next_publication_says_the_same(
        (people, other) in people().prop_flat_map(|people| {
            let shuffled = people.iter().map(|group| Just(group.clone()).prop_shuffle()).collect::<Vec<_>>();
            (Just(people), shuffled)
        }),
        group in 0_usize..3, left in 1_usize..5,
    ) {
        prop_assume!(people[group].len() >= left);
        let (_, published) = run(&people, Floor::DEFAULT, &[]);
        let memory = [earlier("before", &people, &published)];
        let without = |order: &People| {
            let mut people = people.clone();
            people[group] = order[group][left..].to_vec();
            remembered(&published, &run(&people, Floor::DEFAULT, &memory).0)
        };
        prop_assert_eq!(without(&people), without(&other));
    }

    #[test]
    fn no_set_of_newcomers_and_leavers_under_the_floor_is_isolated_over_three_campaigns(story in story()) {
        let published = story.publish(true);
        prop_assert_eq!(story.isolated(&published), None);
    }

    #[test]
    fn what_was_published_is_read_again_to_the_last_byte(story in story()) {
        let times = story.times();
        let (_, first) = run(&times[0], Floor::DEFAULT, &[]);
        let memory = [earlier("0", &times[0], &first)];
        let (results, published) = run(&times[1], Floor::DEFAULT, &memory);
        prop_assert_eq!(read(&times[1], Floor::DEFAULT, &published, &memory), (results, published));
    }

    #[test]
    fn raising_the_floor_after_publication_only_hides(story in story(), more in 0_u32..8) {
        let times = story.times();
        let (_, first) = run(&times[0], Floor::DEFAULT, &[]);
        let memory = [earlier("0", &times[0], &first)];
        let (before, published) = run(&times[1], Floor::DEFAULT, &memory);
        let (after, _) = read(&times[1], floor(5 + more), &published, &memory);
        for after in &after.criteria {
            let before = before.criteria.iter().find(|c| c.criterion == after.criterion).expect("same questions");
            for (before, after) in before.balance.groups.iter().zip(&after.balance.groups) {
                prop_assert!(after.value.is_withheld() || before == after);
            }
            let (before, after) = (&before.balance.together, &after.balance.together);
            prop_assert!(after.is_withheld() || before == after);
        }
    }
}

/// Three campaigns among the same people, who never change their minds; some come or leave between two of them.
#[derive(Debug, Clone)]
struct Story {
    first: People,
    /// For each later campaign and each group: how many came (above zero) or left (under zero).
    moves: [[i32; 3]; 2],
    newcomers: Vec<Vec<Sheet>>,
}

fn story() -> impl Strategy<Value = Story> {
    let moved = || prop_oneof![Just(0_i32), -4_i32..=4, prop_oneof![-8_i32..=-5, 5_i32..=8]];
    let moves = || [moved(), moved(), moved()];
    let newcomers = [sheets(0, 16), sheets(1, 16), sheets(2, 16)].prop_map(|all| all.to_vec());
    (people(), moves(), moves(), newcomers).prop_map(|(first, one, two, newcomers)| {
        let sizes = |from: &[i32; 3], moves: [i32; 3]| [0, 1, 2].map(|at| moves[at].max(-from[at]));
        let start = [0, 1, 2].map(|at| i32::try_from(first[at].len()).expect("a small group"));
        let one = sizes(&start, one);
        let two = sizes(&[0, 1, 2].map(|at| start[at] + one[at]), two);
        Story { first, moves: [one, two], newcomers }
    })
}

impl Story {
    fn times(&self) -> [People; 3] {
        let (mut people, mut come) = (self.first.clone(), [0_usize; 3]);
        let mut then = |people: &mut People, moves: [i32; 3]| {
            for (at, moved) in moves.into_iter().enumerate() {
                let n = usize::try_from(moved.unsigned_abs()).expect("a small number");
                if moved > 0 {
                    people[at].extend(self.newcomers[at].iter().skip(come[at]).take(n).cloned());
                    come[at] += n;
                } else {
                    people[at].drain(..n);
                }
            }
            people.clone()
        };
        let first = people.clone();
        let second = then(&mut people, self.moves[0]);
        [first, second, then(&mut people, self.moves[1])]
    }

    fn publish(&self, remembers: bool) -> [Published; 3] {
        let times = self.times();
        let mut memory: Vec<Earlier> = Vec::new();
        [0, 1, 2].map(|time| {
            let known = if remembers { memory.as_slice() } else { &[] };
            let (_, published) = run(&times[time], Floor::DEFAULT, known);
            memory.insert(0, earlier(&time.to_string(), &times[time], &published));
            published
        })
    }

    /// A question and a set of people, under the floor, of whom the cells of the three publications tell anything: the rank
    /// of what is known falls when the columns of the set are taken away.
    fn isolated(&self, published: &[Published; 3]) -> Option<(String, usize)> {
        let ids = questions().into_iter().map(|question| (question.criterion, question.id));
        ids.filter_map(|(criterion, id)| {
            let lines: Vec<&Line> =
                published.iter().map(|published| &published.criteria[&criterion].questions[&id]).collect();
            Some((id, self.isolated_by(&lines)?))
        })
        .next()
    }

    /// Unknowns: the first people of each group, then who moved, campaign by campaign.
    fn isolated_by(&self, lines: &[&Line]) -> Option<usize> {
        let known: Vec<Vec<i128>> =
            lines.iter().enumerate().flat_map(|(time, line)| self.equations(time, line)).collect();
        let first = |group: usize| u32::try_from(self.first[group].len()).expect("a small group");
        let size = |at: usize| if at < 3 { first(at) } else { self.moves[at / 3 - 1][at % 3].unsigned_abs() };
        let people = |set: usize| -> u32 { (0..9).filter(|at| set >> at & 1 == 1).map(size).sum() };
        let all = rank(&known);
        (1..1_usize << 9).filter(|set| (1..5).contains(&people(*set))).find(|set| {
            let is_kept = |column: usize| set >> column & 1 == 0;
            let rest = |line: &Vec<i128>| {
                line.iter().enumerate().map(|(at, x)| if is_kept(at) { *x } else { 0 }).collect::<Vec<_>>()
            };
            rank(&known.iter().map(rest).collect::<Vec<_>>()) < all
        })
    }

    fn equations(&self, time: usize, line: &Line) -> Vec<Vec<i128>> {
        let cell = |counts: &dyn Fn(usize) -> bool| {
            let mut equation = vec![0_i128; 9];
            for group in (0..3).filter(|group| counts(*group)) {
                equation[group] = i128::from(!self.first[group].is_empty());
                for before in 0..time {
                    equation[3 + 3 * before + group] = i128::from(self.moves[before][group].signum());
                }
            }
            equation
        };
        let shown = (0..3).filter(|group| line.groups[GROUPS[*group]] == Said::Shown);
        let mut equations: Vec<_> = shown.map(|group| cell(&|other| other == group)).collect();
        if line.together == Said::Shown {
            equations.push(cell(&|_| true));
        }
        equations
    }
}

fn rank(lines: &[Vec<i128>]) -> usize {
    let mut lines = lines.to_vec();
    let mut rank = 0;
    for column in 0..lines.first().map_or(0, Vec::len) {
        let Some(pivot) = (rank..lines.len()).find(|at| lines[*at][column] != 0) else { continue };
        lines.swap(rank, pivot);
        let top = lines[rank].clone();
        for line in lines.iter_mut().skip(rank + 1) {
            let (a, b) = (top[column], line[column]);
            line.iter_mut().zip(&top).for_each(|(x, y)| *x = *x * a - y * b);
        }
        rank += 1;
    }
    rank
}

#[test]
fn the_attacker_finds_leaks_where_earlier_campaigns_are_forgotten() {
    let mut runner = TestRunner::deterministic();
    let stories = (0..300).map(|_| story().new_tree(&mut runner).expect("a story").current());
    let leaks = stories.filter(|story| story.isolated(&story.publish(false)).is_some()).count();
    assert!(leaks > 100, "{leaks} leaks in 300 stories");
}

#[test]
fn one_newcomer_leaves_the_earlier_value_and_a_change_of_mind_shows_the_new_one() {
    let say = |answer: Answer, n: usize| -> Vec<Sheet> {
        let answers = (0..QUESTIONS).map(|q| (format!("q{q}"), answer)).collect();
        vec![Sheet { group: GROUPS[1].to_owned(), answers }; n]
    };
    let then = vec![vec![], [say(Answer::Yes, 4), say(Answer::No, 8)].concat(), vec![]];
    let (_, published) = run(&then, Floor::DEFAULT, &[]);
    let memory = [earlier("before", &then, &published)];
    let shares = |people: Vec<Sheet>| {
        let (results, _) = run(&vec![vec![], people, vec![]], Floor::DEFAULT, &memory);
        let cell = results.criteria[0].questions[0].shares.groups[1].clone();
        (cell.value.value().map(|shares| shares.vigilance.get()), cell.as_before)
    };
    let one_more = [then[1].clone(), say(Answer::Yes, 1)].concat();
    assert_eq!(shares(one_more), (Some(333), Some("before".to_owned())));
    assert_eq!(shares([say(Answer::Yes, 10), say(Answer::No, 3)].concat()), (Some(769), None));
    let five_more = [then[1].clone(), say(Answer::Yes, 5)].concat();
    assert_eq!(shares(five_more), (Some(529), None));
}
