//! Questionnaires from elsewhere become drafts that load, and say what they lost.

use kernel::Locale;

use super::super::import::{CannotImport, Imported, from_limesurvey, from_surveyjs};
use super::super::{Answer, AnswerKind, Method, load};

const JSON: &[u8] = include_bytes!("samples/planning.json");
const LSS: &str = include_str!("samples/planning.lss");

fn loaded(imported: &Imported) -> Method {
    let files: Vec<_> = imported.files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    load("planning", &files).unwrap_or_else(|found| panic!("{found:#?}\n{:#?}", imported.files))
}

fn says(imported: &Imported, sentence: &str) {
    assert!(imported.report.iter().any(|line| line.contains(sentence)), "{sentence}: {:#?}", imported.report);
}

#[test]
fn a_surveyjs_questionnaire_becomes_a_draft_that_loads() {
    let imported = from_surveyjs("planning", JSON).expect("it is imported");
    let method = loaded(&imported);
    assert_eq!(method.title(Locale::En), "Your view of the new planning tool");
    let asked: Vec<_> = method.items().map(|item| (item.id.as_str(), item.answer.kind())).collect();
    let expected = [
        ("service", AnswerKind::Choice),
        ("forme", AnswerKind::Choice),
        ("utilite", AnswerKind::Scale),
        ("effets", AnswerKind::Matrix),
        ("priorites", AnswerKind::Ranking),
        ("libre", AnswerKind::Text),
        ("depuis", AnswerKind::Text),
    ];
    assert_eq!(asked, expected);
    assert!(!method.items().next().expect("a question").optional, "what is required stays so");
}

#[test]
fn what_surveyjs_says_and_a_pack_does_not_is_reported() {
    let imported = from_surveyjs("planning", JSON).expect("it is imported");
    for sentence in [
        "service: showOtherItem is not carried",
        "libre: visibleIf is not carried",
        "photo: an element of type file is not carried",
        "depuis: an input of type date becomes free text",
        "formé: yes and no are a choice",
        "the survey: completedHtml is not carried",
        "texts are missing in one language",
        "everything is marked as proposed",
    ] {
        says(&imported, sentence);
    }
}

#[test]
fn a_limesurvey_structure_becomes_a_draft_in_its_order_without_tags() {
    let imported = from_limesurvey("planning", LSS).expect("it is imported");
    let method = loaded(&imported);
    let asked: Vec<_> = method.items().map(|item| item.id.as_str()).collect();
    assert_eq!(asked, ["equipe", "effets", "forme"]);
    let team = method.items().next().expect("a question");
    assert_eq!(team.text(Locale::Fr), "Dans quelle équipe \u{a0}?");
    let Answer::Choice { among, many: false } = &team.answer else { panic!("{:?}", team.answer) };
    let names: Vec<_> =
        method.list(among).expect("its list").entries.iter().map(|e| e.name(Locale::En)).collect();
    assert_eq!(names, ["Workshop", "Shipping"]);
    says(&imported, "PHOTO: a question of type \"|\" is not carried");
    says(&imported, "EQUIPE: the answer “other” is not carried");
    says(&imported, "FORME: its condition is not carried");
}

#[test]
fn what_is_no_questionnaire_is_refused_with_its_reason() {
    assert!(matches!(from_surveyjs("a", b"{"), Err(CannotImport::NotThis { .. })));
    assert!(matches!(from_surveyjs("a", b"[]"), Err(CannotImport::NotThis { .. })));
    let empty = br#"{"elements": [{"type": "html", "name": "x"}]}"#;
    assert_eq!(from_surveyjs("a", empty), Err(CannotImport::NoQuestion));
    let bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><document>&b;</document>";
    assert!(matches!(from_limesurvey("a", bomb), Err(CannotImport::NotThis { .. })), "entities are not read");
    assert!(matches!(from_limesurvey("a", "<document/>"), Err(CannotImport::NotThis { .. })));
}

#[test]
fn hostile_names_and_texts_stay_texts() {
    let json = br#"{"title": "a\"\nid = \"b", "elements": [
        {"type": "comment", "name": "../../x\"]\n", "title": "\"\"\" ''' \\ \u0001"},
        {"type": "rating", "name": "r", "rateMin": 0, "rateMax": 9223372036854775807},
        {"type": "rating", "name": "s", "rateMin": -9223372036854775808, "rateMax": 9223372036854775807}]}"#;
    let imported = from_surveyjs("planning", json).expect("it is imported");
    let method = loaded(&imported);
    assert_eq!(method.items().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["x"]);
    assert_eq!(method.title(Locale::Fr), "a\"\nid = \"b");
}
