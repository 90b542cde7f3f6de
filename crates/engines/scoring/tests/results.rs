//! A campaign of three groups, read as a person would read its results.

use std::collections::BTreeMap;

use disclosure::{Floor, LargeEnough};
use scoring::{Answer, CannotScore, Polarity, Question, Results, Sheet, results};

fn groups() -> Vec<String> {
    ["management", "workers", "technical"].map(str::to_owned).to_vec()
}

fn questions() -> Vec<Question> {
    let polarities = [Polarity::YesIsVigilance, Polarity::NoIsVigilance];
    let question = |criterion: &str, n: usize| Question {
        id: format!("{criterion}-{n}"),
        criterion: criterion.to_owned(),
        polarity: polarities[n],
    };
    ["autonomy", "recognition", "surveillance"]
        .iter()
        .flat_map(|c| [question(c, 0), question(c, 1)])
        .collect()
}

/// `n` sheets of a group that give these answers, two questions a criterion.
fn sheets(n: usize, group: &str, answers: [Answer; 6]) -> Vec<Sheet> {
    let answers: BTreeMap<_, _> = questions().into_iter().map(|question| question.id).zip(answers).collect();
    vec![Sheet { group: group.to_owned(), answers }; n]
}

fn score(sheets: &[Sheet]) -> Result<Results, CannotScore> {
    let enough = LargeEnough::of(40).expect("forty were invited");
    results(enough, Floor::DEFAULT, &groups(), &questions(), sheets)
}

/// Management sees no vigilance; workers see some on recognition and much on surveillance; one technician answers.
fn campaign() -> Vec<Sheet> {
    use Answer::{DontKnow, No, Yes};
    let management = sheets(5, "management", [No, Yes, No, Yes, No, Yes]);
    let workers = sheets(12, "workers", [No, Yes, Yes, Yes, Yes, No]);
    [management, workers, sheets(1, "technical", [DontKnow; 6])].concat()
}

#[test]
fn the_widest_gap_comes_first_and_names_its_two_groups() {
    let results = score(&campaign()).expect("one campaign");
    let order = results.criteria.iter().map(|criterion| criterion.criterion.as_str()).collect::<Vec<_>>();
    assert_eq!(order, ["surveillance", "recognition", "autonomy"]);
    let gap = results.criteria[0].gap.as_ref().expect("two shown groups");
    assert_eq!((gap.least.as_str(), gap.most.as_str(), gap.width.get()), ("management", "workers", 1000));
    assert_eq!(results.criteria[1].gap.as_ref().map(|gap| gap.width.get()), Some(500));
}

#[test]
fn equal_gaps_keep_the_order_of_the_pack() {
    use Answer::{No, Yes};
    let sheets =
        [sheets(5, "management", [No; 6]), sheets(5, "workers", [Yes, No, Yes, No, Yes, No])].concat();
    let results = score(&sheets).expect("one campaign");
    let order = results.criteria.iter().map(|criterion| criterion.criterion.as_str()).collect::<Vec<_>>();
    assert_eq!(order, ["autonomy", "recognition", "surveillance"]);
}

#[test]
fn a_criterion_that_one_group_judges_has_no_gap_and_one_that_nobody_judges_comes_last() {
    use Answer::{DontKnow, No, Yes};
    let sheets = [
        sheets(6, "management", [DontKnow, DontKnow, No, Yes, No, Yes]),
        sheets(6, "workers", [DontKnow, DontKnow, DontKnow, DontKnow, No, Yes]),
    ];
    let results = score(&sheets.concat()).expect("one campaign");
    let order = results.criteria.iter().map(|criterion| criterion.criterion.as_str()).collect::<Vec<_>>();
    assert_eq!(order, ["surveillance", "recognition", "autonomy"]);
    assert!(results.criteria[0].gap.is_some() && results.criteria[1].gap.is_none());
    assert_eq!(results.criteria[1].balance.shown().count(), 1);
    let last = &results.criteria[2];
    assert!(last.gap.is_none() && last.balance.shown().count() == 0);
    assert!(last.questions.iter().all(|question| question.shares.shown().count() == 0));
}

#[test]
fn one_technician_is_withheld_with_the_total_that_would_give_them_away() {
    let results = score(&campaign()).expect("one campaign");
    let printed = results.sheets.groups.iter().map(|cell| cell.value.to_string()).collect::<Vec<_>>();
    assert_eq!(printed, ["5", "12", "–"]);
    assert_eq!(results.sheets.together.to_string(), "–");
    assert!(results.sheets.withholds());
}

#[test]
fn the_export_carries_shown_values_and_nulls() {
    let results = score(&campaign()).expect("one campaign");
    let json = serde_json::to_value(&results).expect("plain values");
    let workers = &json["criteria"][0]["balance"]["groups"][1];
    assert_eq!(workers["value"]["vigilance"], 1000);
    assert_eq!(json["criteria"][0]["balance"]["groups"][2]["value"], serde_json::Value::Null);
    assert_eq!(json["criteria"][0]["questions"][0]["shares"]["groups"][1]["value"]["vigilance"], 1000);
}

#[test]
fn a_sheet_of_another_campaign_is_refused() {
    let stray = |group: &str, question: &str| Sheet {
        group: group.to_owned(),
        answers: [(question.to_owned(), Answer::Yes)].into(),
    };
    let unknown = CannotScore::UnknownGroup { group: "board".into() };
    assert_eq!(score(&[stray("board", "autonomy-0")]), Err(unknown));
    let unknown = CannotScore::UnknownQuestion { question: "z9".into() };
    assert_eq!(score(&[stray("workers", "z9")]), Err(unknown));
}

#[test]
fn a_group_given_twice_is_refused() {
    let enough = LargeEnough::of(40).expect("forty were invited");
    let twice = results(enough, Floor::DEFAULT, &[groups(), groups()].concat(), &questions(), &[]);
    assert_eq!(twice, Err(CannotScore::GivenTwice { id: "management".into() }));
}
