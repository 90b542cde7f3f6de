//! What the French pack promises: complete, in both languages, well written.

use std::collections::BTreeSet;
use std::path::Path;

use kernel::Locale;

use super::french;
use crate::law::{self, Rule, Text};

const NO_BREAK: char = '\u{a0}';

#[test]
fn the_built_in_pack_has_no_fault() {
    let found = law::load(law::embedded().iter().copied()).err().unwrap_or_default();
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_of_the_pack_is_built_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/law/fr");
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of the pack")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    let built_in = law::embedded().iter().map(|(path, _)| path.rsplit('/').next().unwrap_or(path).to_owned());
    assert_eq!(there, built_in.collect());
}

#[test]
fn the_pack_says_what_it_is_and_what_it_does_not_cover() {
    let pack = french();
    assert_eq!((pack.edition.as_str(), pack.wording.as_str()), ("fr-2026-11-22", "proposed"));
    assert_eq!(pack.rules().len(), 135);
    assert_eq!(pack.limits.len(), 4);
    assert!(pack.notice.get(Locale::Fr).contains("conseil juridique"));
}

fn texts(rule: &Rule) -> Vec<&Text> {
    let optional = [&rule.if_not_done, &rule.remarks, &rule.in_force].into_iter().flatten();
    let dates = rule.dates.iter().map(|date| &date.label);
    [&rule.title, &rule.who_what, &rule.deadline].into_iter().chain(optional).chain(dates).collect()
}

/// Every text of the pack, with what it belongs to.
fn all_texts() -> Vec<(String, &'static Text)> {
    let pack = french();
    let of_rules =
        pack.rules().iter().flat_map(|rule| texts(rule).into_iter().map(|text| (rule.id.clone(), text)));
    let of_conditions = pack
        .rules()
        .iter()
        .flat_map(|rule| rule.trigger.conditions())
        .filter_map(|condition| Some((condition.name.clone(), pack.condition_label(&condition.name)?)));
    let of_facts = pack.words().iter().flat_map(|word| {
        let codes = word.codes.iter().map(|(_, label)| label);
        [&word.label].into_iter().chain(&word.help).chain(codes).map(|text| (word.name.clone(), text))
    });
    let of_pack =
        pack.limits.iter().chain([&pack.notice]).chain(pack.families.iter().map(|family| &family.title));
    of_rules
        .chain(of_conditions)
        .chain(of_facts)
        .chain(of_pack.map(|text| ("pack".to_owned(), text)))
        .collect()
}

#[test]
fn french_texts_follow_french_typography() {
    for (owner, text) in all_texts() {
        let french = text.get(Locale::Fr);
        assert!(!french.contains(['\'', '"']), "{owner}: straight quotes in {french}");
        assert!(!french.contains("  ") && french.trim() == french, "{owner}: spaces in {french}");
        let letters: Vec<char> = french.chars().collect();
        for pair in letters.windows(2) {
            let before =
                matches!(pair[1], ';' | '?' | '!' | '»' | '%' | '€') || (pair[1] == ':' && pair[0] == ' ');
            assert!(!before || pair[0] == NO_BREAK, "{owner}: before {} in {french}", pair[1]);
            assert!(pair[0] != '«' || pair[1] == NO_BREAK, "{owner}: after « in {french}");
        }
    }
}

#[test]
fn english_texts_use_typographic_quotes_and_no_french_spacing() {
    for (owner, text) in all_texts() {
        let english = text.get(Locale::En);
        assert!(!english.contains(['\'', '"', '«', '»']), "{owner}: {english}");
        assert!(![" ;", " :", " ?", " !"].iter().any(|sign| english.contains(sign)), "{owner}: {english}");
    }
}

#[test]
fn sentences_end_with_a_stop_and_titles_and_labels_do_not() {
    for rule in french().rules() {
        let sentences =
            [&rule.who_what, &rule.deadline].into_iter().chain(&rule.if_not_done).chain(&rule.remarks);
        for text in sentences {
            for locale in Locale::ALL {
                assert!(text.get(*locale).ends_with('.'), "{}: {}", rule.id, text.get(*locale));
            }
        }
        for text in [&rule.title].into_iter().chain(rule.dates.iter().map(|date| &date.label)) {
            for locale in Locale::ALL {
                assert!(!text.get(*locale).ends_with('.'), "{}: {}", rule.id, text.get(*locale));
            }
        }
    }
}

#[test]
fn no_sentence_was_left_in_the_other_language() {
    for (owner, text) in all_texts() {
        let (french, english) = (text.get(Locale::Fr), text.get(Locale::En));
        let words = |text: &str, list: &[&str]| {
            text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| list.contains(&word))
        };
        assert!(!words(french, &["the", "of", "and", "employees"]), "{owner}: {french}");
        assert!(!words(english, &["le", "les", "des", "une", "est", "employeur"]), "{owner}: {english}");
    }
}

#[test]
fn every_date_of_a_rule_has_a_name_of_its_own() {
    for rule in french().rules() {
        let names: BTreeSet<&str> = rule.dates.iter().map(|date| date.name.as_str()).collect();
        assert_eq!(names.len(), rule.dates.len(), "{}", rule.id);
    }
}

#[test]
fn every_fact_and_every_condition_can_be_named_to_a_reader() {
    let pack = french();
    for condition in pack.rules().iter().flat_map(|rule| rule.trigger.conditions()) {
        assert!(pack.condition_label(&condition.name).is_some(), "{}", condition.name);
        for name in condition.expression.names() {
            assert!(pack.fact_label(name).is_some(), "{name} has no label");
        }
    }
}

#[test]
fn every_fact_but_the_country_is_used() {
    let pack = french();
    let derived = pack.derived.iter().filter_map(|word| pack.definitions.expression(&word.name));
    let rules = pack.rules().iter();
    let conditions =
        rules.clone().flat_map(|rule| rule.trigger.conditions()).map(|condition| &condition.expression);
    let dates = rules.clone().flat_map(|rule| rule.dates.iter().map(|date| &date.expression));
    let bounds = rules.flat_map(|rule| rule.effective_from.iter().chain(&rule.effective_until));
    let used: BTreeSet<&str> =
        derived.chain(conditions).chain(dates).chain(bounds).flat_map(rules::Expression::names).collect();
    // Alsace-Moselle is read by the calendar, the country by whoever chooses the pack.
    let unused = pack.words().iter().map(|word| word.name.as_str()).filter(|name| !used.contains(name));
    assert_eq!(unused.collect::<Vec<_>>(), ["org.country", "org.alsace_moselle"]);
}
