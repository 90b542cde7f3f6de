//! What is safe for running answers is said to be; everything else is refused.

use super::super::{Change, Difference, Method, Numbering, difference, load, starter};

fn with(changes: &[(&str, &str)], version: &str) -> Method {
    let mut files = starter("on-call", "Our works council");
    for (from, to) in changes {
        let mut done = false;
        for (_, text) in &mut files {
            if text.contains(from) {
                *text = text.replacen(from, to, 1);
                done = true;
            }
        }
        assert!(done, "no file has {from:?}");
    }
    files[0].1 = files[0].1.replacen("version = \"0.1.0\"", &format!("version = {version:?}"), 1);
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    load("on-call", &files).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn between(changes: &[(&str, &str)], version: &str) -> Difference {
    difference(&with(&[], "0.1.0"), &with(changes, version))
}

fn only(found: &Difference) -> Vec<(Change, &'static str, &str)> {
    found.changes.iter().map(|changed| (changed.change, changed.what, changed.id.as_str())).collect()
}

#[test]
fn rewording_is_safe() {
    let found = between(&[("How useful is the tool to you?", "How far is the tool useful to you?")], "0.1.1");
    assert_eq!(only(&found), [(Change::Reworded, "question", "useful")]);
    assert!(found.is_safe());
}

#[test]
fn making_optional_is_safe_and_making_required_is_not() {
    let to = ("id = \"set-aside\"\n", "id = \"set-aside\"\noptional = true\n");
    assert!(between(&[to], "0.1.1").is_safe());
    let found = between(&[("answer = \"text\"\noptional = true\n", "answer = \"text\"\n")], "0.1.1");
    assert_eq!(only(&found), [(Change::MadeRequired, "question", "else")]);
    assert_eq!((found.is_safe(), found.numbering), (false, Numbering::NeedsMajor));
}

#[test]
fn reordering_questions_is_safe_and_reordering_a_scale_is_not() {
    let choice = ("entries = [\"no\", \"partly\", \"yes\"]", "entries = [\"yes\", \"partly\", \"no\"]");
    let found = between(&[choice], "0.2.0");
    assert_eq!(only(&found), [(Change::Reordered, "list", "no-partly-yes")]);
    assert!(found.is_safe());
    let scale = (
        "entries = [\"none\", \"little\", \"much\", \"fully\"]",
        "entries = [\"fully\", \"little\", \"much\", \"none\"]",
    );
    let found = between(&[scale], "0.2.0");
    assert_eq!(only(&found), [(Change::AskedOtherwise, "list", "levels")]);
    assert!(!found.is_safe());
}

#[test]
fn a_question_that_is_added_removed_or_asked_otherwise_is_refused() {
    let polarity = [("polarity = \"no_is_vigilance\"", "polarity = \"yes_is_vigilance\"")];
    let found = between(&polarity, "0.2.0");
    assert_eq!(only(&found), [(Change::AskedOtherwise, "question", "set-aside")]);
    let renamed =
        [("id = \"prompt-2\"", "id = \"prompt-9\""), ("[questions.prompt-2]", "[questions.prompt-9]")];
    let mut found: Vec<_> = between(&renamed, "0.2.0").refused().map(|changed| changed.change).collect();
    found.sort();
    assert_eq!(found, [Change::Added, Change::Removed]);
}

#[test]
fn opening_a_private_canvas_is_refused() {
    let found = between(&[("repeats = true\n", "repeats = true\nsharing = \"participants\"\n")], "0.2.0");
    assert_eq!(only(&found), [(Change::ReadByOthers, "block", "canvas")]);
    assert!(!found.is_safe());
}

#[test]
fn a_published_version_never_changes() {
    let found = between(&[("How useful is the tool to you?", "How far is the tool useful to you?")], "0.1.0");
    assert_eq!(found.numbering, Numbering::SameNumber);
    assert!(!found.is_safe());
    assert_eq!(between(&[], "0.0.9").numbering, Numbering::Lower);
    assert!(between(&[], "0.1.0").is_safe(), "nothing changed");
}

#[test]
fn another_major_version_says_that_answers_do_not_compare() {
    let found = between(&[("polarity = \"no_is_vigilance\"", "polarity = \"yes_is_vigilance\"")], "1.0.0");
    assert_eq!(found.numbering, Numbering::Fits);
    assert!(!found.is_safe(), "running campaigns keep their version all the same");
}
