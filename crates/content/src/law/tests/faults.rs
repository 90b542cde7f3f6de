//! What a faulty pack or case is told: the file, the line, what is wrong, what to do.

use super::french;
use crate::law::{self, CaseFacts, Diagnostic, LawPack};

pub(super) const FAMILY: &str = "packs/law/fr/s-soft-law.toml";

/// The built-in pack with one family replaced.
pub(super) fn with_family(text: &str) -> Result<LawPack, Vec<Diagnostic>> {
    let files = law::embedded().iter().map(|(path, bytes)| {
        let bytes = if *path == FAMILY { text.as_bytes() } else { *bytes };
        (*path, bytes)
    });
    law::load(files)
}

pub(super) fn original() -> String {
    let (_, bytes) = law::embedded().iter().find(|(path, _)| *path == FAMILY).expect("the family");
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The faults found once one text of the family is replaced by another, as `line: message (advice)`.
fn faults(from: &str, to: &str) -> Vec<String> {
    let text = original();
    assert!(text.contains(from), "{from} is not in the family");
    let found = with_family(&text.replacen(from, to, 1)).expect_err("a fault");
    found.iter().map(|fault| fault.to_string().trim_start_matches(FAMILY).to_owned()).collect()
}

#[test]
fn an_unknown_fact_is_named_with_its_line_and_the_nearest_name() {
    let found = faults("'org.ess'", "'org.es'");
    let expected = ":5: \"org.es\": column 1: \"org.es\" is not a known fact (did you mean \"org.ess\"?) (use a fact of \
                    facts.toml or derived.toml)";
    assert_eq!(found, [expected]);
    let found = faults("[\"social-economy\"]", "[\"social-econmy\"]");
    assert!(found[0].starts_with(":30: \"social-econmy\" is not the name of a condition"), "{found:?}");
}

#[test]
fn a_missing_language_is_named() {
    let found = faults(", en = \"The employer belongs to the social economy.\"", "");
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("the condition \"social-economy\" has no English text"), "{found:?}");
    let found = faults("fr = \"Accord ESS du 6 octobre 2021\"", "fr = \" \"");
    assert!(found[0].contains("the title of \"ess-agreement-2021\" has no French text"), "{found:?}");
}

#[test]
fn a_rule_cites_something_and_has_an_id_of_its_own() {
    let text = original();
    let start = text.rfind("citations = [").expect("citations");
    let found = with_family(&format!("{}citations = []\n", &text[..start])).expect_err("a fault");
    assert_eq!(found[0].message, "the rule \"volunteers-scope\" cites nothing");
    let found = faults("id = \"volunteers-scope\"", "id = \"cse-agenda\"");
    assert!(found[0].contains("the rule \"cse-agenda\" is already there"), "{found:?}");
}

#[test]
fn vocabularies_are_closed() {
    for (from, to, expected) in [
        ("kind = \"info\"", "kind = \"warning\"", "\"warning\" is not a kind of rule"),
        ("scope = \"project\"", "scope = \"company\"", "\"company\" is not a scope of a rule"),
        ("\"X1\"", "\"sure\"", "\"sure\" is not a degree of confidence"),
        ("code = \"travail\"", "code = \"labour\"", "\"labour\" is not a code of law of the pack"),
        ("LEGIARTI000019353569", "LEGIARTI19353569", "is not the identifier of a version"),
        (
            "{ from = \"2021-10-06\" }",
            "{ from = \"org.ess\" }",
            "true or false stands where a date is needed",
        ),
        ("conditions = [\"social-economy\"]", "conditions = []", "has no condition"),
        ("[[rule]]", "[[rules]]", "unknown field `rules`"),
    ] {
        let found = faults(from, to);
        assert!(found.iter().any(|fault| fault.contains(expected)), "{to}: {found:?}");
    }
}

#[test]
fn every_fault_is_named_at_once() {
    let text = original()
        .replace("kind = \"info\"", "kind = \"x\"")
        .replace("'org.volunteers > 0'", "'org.volunteers >'");
    let found = with_family(&text).expect_err("faults");
    assert!(found.len() >= 2, "{found:?}");
}

#[test]
fn a_condition_that_no_rule_uses_is_a_fault() {
    let extra = "[[condition]]\nname = \"lonely\"\nexpr = 'org.ess'\nlabel = { fr = \"Seule.\", en = \"Lonely.\" }\n\n";
    let text = original();
    let place = text.find("[[rule]]").expect("a rule");
    let found = with_family(&format!("{}{extra}{}", &text[..place], &text[place..])).expect_err("a fault");
    assert_eq!(found[0].message, "no rule uses the condition \"lonely\"");
}

#[test]
fn a_missing_or_stray_file_is_named() {
    let without = law::embedded().iter().copied().filter(|(path, _)| *path != FAMILY);
    let found = law::load(without).expect_err("a fault");
    assert!(found.iter().any(|fault| fault.message == "the pack has no s-soft-law.toml"), "{found:?}");
    let stray = law::embedded().iter().copied().chain([("packs/law/fr/z-stray.toml", b"".as_slice())]);
    let found = law::load(stray).expect_err("a fault");
    assert_eq!(found[0].message, "the file is no family of the pack");
    assert!(law::load(std::iter::empty::<(&str, &[u8])>()).is_err());
}

#[test]
fn bytes_that_are_not_text_are_refused_with_their_line() {
    let found = CaseFacts::from_toml("case.toml", b"[org]\nheadcount = 4\n\xff").expect_err("a fault");
    assert_eq!((found[0].line, found[0].message.as_str()), (Some(3), "the file is not written in UTF-8"));
}

/// The faults of a case file, as `line: message (advice)`.
fn case_faults(text: &str) -> Vec<String> {
    let found = CaseFacts::from_toml("case.toml", text.as_bytes()).expect_err("a fault");
    found.iter().map(|fault| fault.to_string().trim_start_matches("case.toml:").to_owned()).collect()
}

#[test]
fn a_case_names_its_wrong_keys_and_values_and_what_was_expected() {
    let found = case_faults(
        "title = \"A case\"\nas_of = \"today\"\nnotes = 1\n[org]\nheadcount = \"many\"\nhedcount = 12\ncse = \"electd\"\n\
         reached50_on = 2026-01-31T10:00:00\nagreement_deadline = { n = 42, unit = \"weeks\" }\n\
         [data]\ndpia_criteria = [\"c1\", \"c10\"]\n[system]\nis_ai = 1\n",
    );
    let expected = [
        "2: as_of cannot be \"today\"",
        "3: \"notes\" is no part of a case",
        "5: org.headcount cannot be \"many\" (expected a number, 0 or more",
        "6: \"org.hedcount\" is not a known fact (the facts of org are country, sector, headcount",
        "7: org.cse cannot be \"electd\" (expected one of elected, carence_pv, not_organised",
        "8: org.reached50_on cannot be 2026-01-31T10:00:00 (expected a date",
        "9: org.agreement_deadline cannot be { n = 42, unit = \"weeks\" } (expected a period",
        "11: data.dpia_criteria cannot be [\"c1\", \"c10\"] (expected a list of c1, c2",
        "13: system.is_ai cannot be 1 (expected true or false; or \"unknown\")",
    ];
    let mut found = found;
    found.sort_by_key(|fault| fault.split(':').next().and_then(|line| line.parse::<u32>().ok()));
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (fault, expected) in found.iter().zip(expected) {
        assert!(fault.starts_with(expected), "{fault}\n{expected}");
    }
}

#[test]
fn a_case_says_what_is_absent_and_what_is_unknown() {
    let text = "[org]\nreached50_on = \"none\"\ncse = \"unknown\"\nagreement_deadline = \"none\"\n[system]\nemotion = \"none\"\n";
    let case = CaseFacts::from_toml("case.toml", text.as_bytes()).expect("a case");
    assert_eq!(case.stated("org.reached50_on"), Some(&rules::Value::None));
    assert_eq!(case.stated("org.cse"), Some(&rules::Value::unknown("org.cse")));
    assert_eq!(case.stated("system.emotion"), Some(&rules::Value::text("none")));
    assert_eq!(case.stated("org.headcount"), None);
}

#[test]
fn a_fact_stated_in_code_is_checked_as_in_a_file() {
    let mut case = CaseFacts::new();
    assert!(case.set("org.hedcount", rules::Value::Int(3)).is_err());
    assert!(case.set("org.headcount", rules::Value::Int(-3)).is_err());
    assert!(case.set("org.cse", rules::Value::text("electd")).is_err());
    assert!(case.set("org.headcount", rules::Value::None).is_err());
    assert!(case.set_unknown("org.headcount").is_ok());
    let twice = rules::Value::List(vec!["c1".into(), "c1".into()]);
    assert!(case.set("data.dpia_criteria", twice).is_ok());
    assert_eq!(case.stated("data.dpia_criteria"), Some(&rules::Value::List(vec!["c1".into()])));
    assert!(french().words().get("org.headcount").is_some());
}
