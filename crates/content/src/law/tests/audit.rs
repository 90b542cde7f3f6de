//! What the audit of a rule base finds.

use super::french;
use crate::law::tests::faults::{original, with_family};
use crate::law::{Audit, LawPack, audit, embedded_tests};

fn tests() -> Vec<(String, String)> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    embedded_tests().iter().map(|(name, bytes)| ((*name).to_owned(), text(bytes))).collect()
}

fn changed(from: &str, to: &str) -> LawPack {
    let text = original();
    assert!(text.contains(from), "{from}");
    with_family(&text.replacen(from, to, 1)).unwrap_or_else(|found| panic!("{found:?}"))
}

fn faults_of(pack: &LawPack) -> Audit {
    audit(pack, &[])
}

fn says(found: &[String], part: &str) -> bool {
    found.iter().any(|fault| fault.contains(part))
}

#[test]
fn the_french_rule_base_has_nothing_to_mend_and_every_rule_is_shown_both_ways() {
    let found = audit(french(), &tests());
    assert_eq!(found.faults, Vec::<String>::new());
    assert!(says(&found.covers, "135 rules"), "{:?}", found.covers);
    assert!(says(&found.covers, "46 worked cases"), "{:?}", found.covers);
    assert!(!says(&found.remarks, "too many ways"), "{:?}", found.remarks);
}

#[test]
fn a_condition_that_can_never_hold_is_found() {
    let found = faults_of(&changed("'org.volunteers > 0'", "'org.volunteers > 9 and org.volunteers < 5'"));
    assert!(says(&found.faults, "never holds"), "{:?}", found.faults);
    let found = faults_of(&changed("'org.volunteers > 0'", "'org.volunteers >= 0'"));
    assert!(says(&found.faults, "always holds"), "{:?}", found.faults);
}

#[test]
fn conditions_that_never_hold_together_are_found() {
    let found = faults_of(&changed(
        "conditions = [\"social-economy\"]",
        "conditions = [\"social-economy\", \"headcount-50\", \"headcount-below-50\"]",
    ));
    assert!(says(&found.faults, "\"ess-agreement-2021\" can never apply"), "{:?}", found.faults);
}

#[test]
fn two_texts_of_one_duty_that_overlap_are_found_and_a_duty_that_ends_before_it_begins() {
    let text = original();
    let start = text.find("[[rule]]").expect("a rule");
    let end = text[start + 8..].find("[[rule]]").expect("another") + start + 8;
    let twin = text[start..end].replacen("id = \"", "id = \"new-", 1);
    let with =
        |twin: &str| with_family(&format!("{text}\n{twin}")).unwrap_or_else(|found| panic!("{found:?}"));
    let found = faults_of(&with(&twin));
    assert!(says(&found.faults, "ask the same under the same conditions"), "{:?}", found.faults);
    let found =
        faults_of(&changed("{ from = \"2021-10-06\" }", "{ from = \"2021-10-06\", until = \"2020-01-01\" }"));
    assert!(says(&found.faults, "ends on 2020-01-01, before it begins"), "{:?}", found.faults);
}

#[test]
fn a_rule_without_a_test_and_a_test_that_fails_are_found() {
    let without: Vec<(String, String)> = tests()
        .into_iter()
        .map(|(name, text)| (name, text.replacen("rule = \"cse-setup\"", "rule = \"cse-carence-report\"", 1)))
        .collect();
    let found = audit(french(), &without);
    assert!(says(&found.faults, "no test shows the rule \"cse-setup\" applying"), "{:?}", found.faults);
    assert!(says(&found.faults, "check of \"cse-carence-report\": it should apply"), "{:?}", found.faults);
    let wrong: Vec<(String, String)> =
        tests().into_iter().map(|(name, text)| (name, text.replacen("\"cse-agenda\", ", "", 1))).collect();
    assert!(says(&audit(french(), &wrong).faults, "project: expected nothing, found cse-agenda"));
}

#[test]
fn a_citation_that_lost_its_version_is_remarked() {
    let found = faults_of(&changed(", version = \"LEGIARTI000019353569\"", ""));
    assert!(says(&found.remarks, "without its version"), "{:?}", found.remarks);
    assert!(found.remarks.len() > faults_of(french()).remarks.len());
}
