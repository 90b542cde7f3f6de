//! Every way of answering is read by one reader, and what is no answer is refused with its reason.

use super::super::{Given, Item, Method, Refused, Sent, load, read, starter};

fn method() -> Method {
    let files = starter("on-call", "Our works council");
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    load("on-call", &files).expect("the starting pack loads")
}

fn answer(id: &str, fields: &[(&str, &str)]) -> Result<Given, Refused> {
    let method = method();
    let item: &Item = method.items().find(|item| item.id == id).expect("the question");
    let mut sent = Sent::new();
    for (name, value) in fields {
        sent.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    read(&method, item, &sent)
}

#[test]
fn dont_know_is_an_answer_everywhere_and_nothing_is_one_only_where_it_may_be() {
    assert_eq!(answer("set-aside", &[("set-aside", "dont_know")]), Ok(Given::DontKnow));
    assert_eq!(answer("set-aside", &[]), Err(Refused::Missing));
    assert_eq!(answer("else", &[]), Ok(Given::Nothing));
    assert_eq!(answer("set-aside", &[("set-aside", "maybe")]), Err(Refused::NotAnAnswer));
}

#[test]
fn no_level_is_read_before_a_lived_situation() {
    assert_eq!(answer("useful", &[("useful", "much")]), Err(Refused::SituationFirst));
    assert_eq!(
        answer("useful", &[("useful", "much"), ("useful.situation", "  ")]),
        Err(Refused::SituationFirst)
    );
    let told = [("useful", "much"), ("useful.situation", "On Monday the list was wrong")];
    assert_eq!(answer("useful", &told), Ok(Given::Entries(vec!["much".to_owned()])));
}

#[test]
fn a_matrix_is_answered_row_by_row_and_whole() {
    let some = [("by-theme.time", "yes"), ("by-theme.skills", "dont_know")];
    assert_eq!(answer("by-theme", &some), Err(Refused::Missing));
    let all = [some[0], some[1], ("by-theme.relations", "no")];
    let rows = vec![
        ("time".to_owned(), Some("yes".to_owned())),
        ("skills".to_owned(), None),
        ("relations".to_owned(), Some("no".to_owned())),
    ];
    assert_eq!(answer("by-theme", &all), Ok(Given::Rows(rows)));
}

#[test]
fn a_ranking_has_one_entry_a_place_and_no_more_than_asked() {
    let ranked = [("first.skills", "1"), ("first.time", "2")];
    assert_eq!(answer("first", &ranked), Ok(Given::Entries(vec!["skills".to_owned(), "time".to_owned()])));
    assert_eq!(answer("first", &[("first.skills", "1"), ("first.time", "1")]), Err(Refused::SamePlace));
    assert_eq!(answer("first", &[("first.skills", "3")]), Err(Refused::NotAnAnswer));
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    let long = "é".repeat(5_001);
    assert_eq!(answer("else", &[("else", &long)]), Err(Refused::NotAnAnswer));
    assert!(answer("else", &[("else", &long[2..])]).is_ok());
}
