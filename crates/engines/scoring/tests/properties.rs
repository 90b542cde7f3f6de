//! What holds for every campaign, tried on random ones.

use disclosure::{Floor, LargeEnough};
use proptest::prelude::*;
use scoring::{Answer, Polarity, Question, Results, Sheet, results};

const GROUPS: [&str; 3] = ["management", "workers", "technical"];

fn questions(flipped: bool) -> Vec<Question> {
    let question = |n: usize| Question {
        id: format!("q{n}"),
        criterion: format!("c{}", n / 3),
        polarity: if n.is_multiple_of(2) == flipped {
            Polarity::NoIsVigilance
        } else {
            Polarity::YesIsVigilance
        },
    };
    (0..6).map(question).collect()
}

fn score(floor: u32, questions: &[Question], sheets: &[Sheet]) -> Results {
    let enough = LargeEnough::of(100).expect("a hundred were invited");
    let floor = Floor::new(floor).expect("five or more");
    results(enough, floor, &GROUPS.map(str::to_owned), questions, sheets).expect("one campaign")
}

fn sheet(group: &'static str) -> impl Strategy<Value = Sheet> {
    prop::collection::vec(prop::option::of(0_usize..4), 6).prop_map(move |picks| {
        let answer = |(n, pick): (usize, Option<usize>)| Some((format!("q{n}"), Answer::ALL[pick?]));
        Sheet { group: group.to_owned(), answers: picks.into_iter().enumerate().filter_map(answer).collect() }
    })
}

fn sheets_of(group: usize, size: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<Sheet>> {
    prop::collection::vec(sheet(GROUPS[group]), size)
}

fn sheets() -> impl Strategy<Value = Vec<Sheet>> {
    (sheets_of(0, 0..=9), sheets_of(1, 0..=20), sheets_of(2, 0..=9)).prop_map(|(a, b, c)| [a, b, c].concat())
}

fn json(results: &Results) -> String {
    serde_json::to_string(results).expect("plain values")
}

fn flip(sheet: &Sheet) -> Sheet {
    let swap = |answer: &Answer| match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
        other => *other,
    };
    let answers = sheet.answers.iter().map(|(question, answer)| (question.clone(), swap(answer))).collect();
    Sheet { group: sheet.group.clone(), answers }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_sheets_never_changes_a_result(
        (sheets, shuffled) in sheets().prop_flat_map(|sheets| (Just(sheets.clone()), Just(sheets).prop_shuffle())),
    ) {
        prop_assert_eq!(json(&score(5, &questions(false), &sheets)), json(&score(5, &questions(false), &shuffled)));
    }

    #[test]
    fn a_withheld_group_leaves_no_trace(
        shown in (sheets_of(0, 0..=9), sheets_of(1, 0..=20)), some in sheets_of(2, 0..=4), other in sheets_of(2, 0..=4),
    ) {
        let with = |small: Vec<Sheet>| [shown.0.clone(), shown.1.clone(), small].concat();
        let (one, two) = (score(5, &questions(false), &with(some)), score(5, &questions(false), &with(other)));
        // Where another group is withheld too, a total may be shown: it holds both groups, never one of them.
        prop_assume!(one.sheets.together.is_withheld() && two.sheets.together.is_withheld());
        prop_assert_eq!(json(&one), json(&two));
    }

    #[test]
    fn rewording_a_question_the_other_way_changes_nothing(sheets in sheets()) {
        let flipped = sheets.iter().map(flip).collect::<Vec<_>>();
        prop_assert_eq!(json(&score(5, &questions(false), &sheets)), json(&score(5, &questions(true), &flipped)));
    }

    #[test]
    fn raising_the_floor_only_hides(sheets in sheets(), more in 0_u32..6) {
        let (low, high) = (score(5, &questions(false), &sheets), score(5 + more, &questions(false), &sheets));
        for after in &high.criteria {
            let before = low.criteria.iter().find(|before| before.criterion == after.criterion).expect("same pack");
            let cells = before.balance.groups.iter().zip(&after.balance.groups);
            for (before, after) in cells {
                prop_assert!(after.value.is_withheld() || before == after);
            }
            let (before, after) = (&before.balance.together, &after.balance.together);
            prop_assert!(after.is_withheld() || before == after);
        }
    }

    #[test]
    fn shares_stay_between_nothing_and_everything(sheets in sheets()) {
        for criterion in score(5, &questions(false), &sheets).criteria {
            for (_, balance) in criterion.balance.shown() {
                prop_assert!(balance.lower_quartile <= balance.upper_quartile);
                prop_assert!(balance.vigilance.get() <= 1000 && balance.dont_know.is_some_and(|share| share.get() <= 1000));
            }
            for (_, shares) in criterion.questions.iter().flat_map(|question| question.shares.shown()) {
                let parts = [shares.vigilance, shares.no_vigilance, shares.dont_know, shares.not_applicable];
                prop_assert!(parts.iter().map(|part| part.get()).sum::<u16>() <= 1002);
            }
        }
    }

    #[test]
    fn criteria_come_by_falling_gap_then_those_that_show_nothing(sheets in sheets()) {
        let criteria = score(5, &questions(false), &sheets).criteria;
        let widths = criteria.iter().map(|c| c.gap.as_ref().map(|gap| gap.width)).collect::<Vec<_>>();
        prop_assert!(widths.is_sorted_by(|a, b| a >= b));
    }
}
