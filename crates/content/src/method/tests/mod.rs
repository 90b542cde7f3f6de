//! The shipped packs load; each kind of mistake is told with its file and its line.

mod archive;
mod blocks;
mod difference;
mod given;
mod import;

use kernel::{Locale, Party, Sphere};
use scoring::Polarity;

use super::{Answering, Maturity, Method, Provenance, embedded, load};

const FOLDER: &str = "laboria-self-diagnostic";

fn shipped() -> Method {
    let pack = embedded().iter().find(|pack| pack.folder == FOLDER).expect("the pack is embedded");
    pack.load().expect("the pack loads")
}

/// The files of the shipped pack, with one change in one of them.
fn changed(file: &str, from: &str, to: &str) -> Vec<(&'static str, Vec<u8>)> {
    let change = |(name, bytes): &(&'static str, &'static [u8])| {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(*name != file || text.contains(from), "{file} has no {from:?}");
        (*name, if *name == file { text.replacen(from, to, 1) } else { text.to_owned() }.into_bytes())
    };
    embedded()[0].files.iter().map(change).collect()
}

fn mistakes_of(files: &[(&'static str, Vec<u8>)]) -> Vec<String> {
    let files = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>();
    load(FOLDER, &files).expect_err("there is a mistake").iter().map(ToString::to_string).collect()
}

fn mistakes(file: &str, from: &str, to: &str) -> Vec<String> {
    mistakes_of(&changed(file, from, to))
}

/// The line, in the file before the change, of the first place where `text` stands.
fn line_of(file: &str, text: &str) -> usize {
    let (_, bytes) = embedded()[0].files.iter().find(|(name, _)| *name == file).expect("a file of the pack");
    let source = std::str::from_utf8(bytes).expect("UTF-8");
    source[..source.find(text).expect("the text is there")].matches('\n').count() + 1
}

/// The change gives one mistake, at the line of `at` in `place`, that says `message`.
fn tells(change: [&str; 3], (place, at): (&str, &str), message: &str) {
    let found = mistakes(change[0], change[1], change[2]);
    let start = format!("{place}:{}: {message}", line_of(place, at));
    assert!(found.len() == 1 && found[0].starts_with(&start), "expected {start:?}, found {found:#?}");
}

#[test]
fn the_shipped_packs_load() {
    for pack in embedded() {
        if let Err(found) = pack.load() {
            panic!("{}: {found:#?}", pack.folder);
        }
    }
}

#[test]
fn the_self_diagnostic_has_six_attested_criteria_and_thirty_proposed_questions() {
    let method = shipped();
    assert_eq!((method.version.to_string().as_str(), method.maturity), ("1.0.0", Maturity::Prototype));
    assert_eq!((method.sphere, method.wording), (Sphere::Professional, Provenance::Proposed));
    assert_eq!(method.criteria.len(), 6);
    assert!(method.criteria.iter().all(|criterion| criterion.origin.provenance == Provenance::Attested));
    assert!(method.criteria.iter().all(|criterion| method.questions_of(&criterion.id).count() == 5));
    assert!(method.questions.iter().all(|question| question.origin.provenance == Provenance::Proposed));
    assert_eq!(method.for_scoring().len(), 30);
    assert!(method.participants.parties.contains(&Party::StaffRepresentatives));
}

#[test]
fn one_hour_together_is_attested_and_eight_minutes_alone_are_our_estimate() {
    let method = shipped();
    let minutes = |answering| method.minutes(answering).map(|m| (m.minutes, m.origin.provenance));
    assert_eq!(minutes(Answering::Together), Some((60, Provenance::Attested)));
    assert_eq!(minutes(Answering::Alone), Some((8, Provenance::Proposed)));
}

#[test]
fn a_question_reads_in_both_languages_and_knows_its_vigilance() {
    let method = shipped();
    let question = method.question("a3").expect("a question");
    assert_eq!(question.text(Locale::En), "If the tool fails, can you still do your work?");
    assert_eq!(
        question.vigilance(Locale::Fr),
        "Quand l’outil tombe en panne, le travail ne peut plus se faire."
    );
    assert_eq!(question.polarity, Polarity::NoIsVigilance);
}

#[test]
fn french_texts_keep_french_typography() {
    for (name, bytes) in embedded().iter().flat_map(|pack| pack.files).filter(|(name, _)| *name == "fr.toml")
    {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        for (n, line) in text.lines().enumerate() {
            assert!(!line.contains('\''), "{name}:{}: straight apostrophe", n + 1);
            let chars = line.chars().collect::<Vec<_>>();
            for pair in chars.windows(2) {
                let tight = matches!(pair[1], ':' | ';' | '?' | '!' | '»') && pair[0] != '\u{a0}';
                let open = pair[0] == '«' && pair[1] != '\u{a0}';
                assert!(!tight && !open, "{name}:{}: a non-breaking space is missing in {pair:?}", n + 1);
            }
        }
    }
}

#[test]
fn questions_are_short_enough_for_a_phone_and_end_as_questions() {
    for question in &shipped().questions {
        for locale in Locale::ALL {
            assert!(question.text(*locale).chars().count() <= 120, "{} {locale}", question.id);
            assert!(question.text(*locale).ends_with('?'), "{} {locale}", question.id);
            assert!(question.vigilance(*locale).ends_with('.'), "{} {locale}", question.id);
        }
    }
}

#[test]
fn a_question_without_polarity_is_told_at_its_line() {
    let change = [
        "method.toml",
        "criterion = \"autonomy\"\npolarity = \"yes_is_vigilance\"",
        "criterion = \"autonomy\"",
    ];
    tells(
        change,
        ("method.toml", "id = \"a1\""),
        "question \"a1\" has no polarity (add polarity = one of yes_is",
    );
}

#[test]
fn an_unknown_polarity_is_told_with_the_right_ones() {
    let change = ["method.toml", "\"yes_is_vigilance\"", "\"yes\""];
    let place = ("method.toml", "polarity = \"yes_is_vigilance\"");
    tells(change, place, "\"yes\" is not a polarity (write one of yes_is_vigilance, no_is_vigilance)");
}

#[test]
fn an_item_without_provenance_is_told() {
    let change = [
        "method.toml",
        "criterion = \"autonomy\"\npolarity = \"yes_is_vigilance\"\nprovenance = \"proposed\"",
        "criterion = \"autonomy\"\npolarity = \"yes_is_vigilance\"",
    ];
    tells(change, ("method.toml", "id = \"a1\""), "question \"a1\" has no provenance");
}

#[test]
fn what_is_attested_names_its_source_and_what_is_ours_names_none() {
    let change = [
        "method.toml",
        "id = \"engagement\"\nprovenance = \"attested\"\nsource = \"guide\"",
        "id = \"engagement\"\nprovenance = \"attested\"",
    ];
    let found = mistakes(change[0], change[1], change[2]);
    assert!(found[0].contains("group \"engagement\" is attested and names no source"), "{found:#?}");
    let found = mistakes(
        "method.toml",
        "id = \"engagement\"\nprovenance = \"attested\"",
        "id = \"engagement\"\nprovenance = \"proposed\"",
    );
    assert!(found[0].contains("group \"engagement\" is proposed and yet names a source"), "{found:#?}");
    let found = mistakes("method.toml", "source = \"guide\"", "source = \"guild\"");
    assert!(found[0].contains("there is no source \"guild\""), "{found:#?}");
}

#[test]
fn an_unknown_key_is_refused_at_its_line() {
    let change = ["method.toml", "sphere = \"professional\"", "sphere = \"professional\"\ncolour = \"blue\""];
    let found = mistakes(change[0], change[1], change[2]);
    let line = line_of("method.toml", "sphere = ") + 1;
    assert!(found[0].starts_with(&format!("method.toml:{line}: unknown field `colour`")), "{found:#?}");
    let found = mistakes("en.toml", "[questions.a1]", "[questions.a1]\nhint = \"none\"");
    let line = line_of("en.toml", "[questions.a1]") + 1;
    assert!(found[0].starts_with(&format!("en.toml:{line}: unknown field `hint`")), "{found:#?}");
}

#[test]
fn a_missing_translation_is_told_where_the_item_is_declared() {
    let found = mistakes("en.toml", "[questions.a2]", "[questions.a9]");
    let declared = line_of("method.toml", "id = \"a2\"");
    let left_over = line_of("en.toml", "[questions.a2]");
    let expected = [
        format!(
            "method.toml:{declared}: question \"a2\" has no text in en.toml (add it to en.toml, under the same id)"
        ),
        format!(
            "en.toml:{left_over}: there is no question \"a9\" in method.toml \
             (remove the text, or add the question to method.toml)"
        ),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_sentence_in_one_language_is_told() {
    let change = ["en.toml", "  \"A first step, to open the discussion.\",\n", ""];
    tells(change, ("en.toml", "result_is = "), "the two languages have not the same number of sentences");
}

#[test]
fn an_empty_text_is_told_at_its_line() {
    let change = ["fr.toml", "name = \"Autonomie\"", "name = \" \""];
    tells(change, ("fr.toml", "name = \"Autonomie\""), "this text is empty");
}

#[test]
fn an_id_given_twice_is_told_at_the_second_place() {
    let found = mistakes("method.toml", "id = \"a2\"", "id = \"a1\"");
    let line = line_of("method.toml", "id = \"a2\"");
    assert!(
        found.iter().any(|m| m.starts_with(&format!("method.toml:{line}: question \"a1\" is given twice"))),
        "{found:#?}"
    );
}

#[test]
fn an_id_with_capitals_or_accents_is_refused() {
    let found = mistakes("method.toml", "id = \"a1\"", "id = \"É1\"");
    assert!(found.iter().any(|m| m.contains("\"É1\" is not an identifier")), "{found:#?}");
}

#[test]
fn a_version_that_is_not_three_numbers_is_told() {
    let change = ["method.toml", "version = \"1.0.0\"", "version = \"1.0\""];
    tells(
        change,
        ("method.toml", "version = "),
        "\"1.0\" is not a version (write three numbers, such as 1.0.0)",
    );
}

#[test]
fn a_criterion_that_is_not_there_is_told_with_those_that_are() {
    let found = mistakes("method.toml", "criterion = \"autonomy\"", "criterion = \"liberty\"");
    assert!(
        found[0].contains("there is no criterion \"liberty\" (write one of autonomy, know-how,"),
        "{found:#?}"
    );
}

#[test]
fn a_criterion_without_question_is_told() {
    let extra = "[[criterion]]\nid = \"pace\"\ngroup = \"engagement\"\nprovenance = \"proposed\"\n\n[[step]]";
    let found = mistakes("method.toml", "[[step]]", extra);
    assert!(found.iter().any(|m| m.contains("criterion \"pace\" has no question")), "{found:#?}");
}

#[test]
fn minutes_out_of_reason_are_told() {
    let change = ["method.toml", "minutes = 60", "minutes = 0"];
    tells(change, ("method.toml", "minutes = 60"), "0 is no number of minutes");
}

#[test]
fn a_folder_with_another_name_is_told() {
    let pack = embedded()[0];
    let found = load("laboria", pack.files).expect_err("another folder");
    assert_eq!(found[0].line, Some(line_of("method.toml", "id = ")));
    assert!(found[0].message.contains("its folder \"laboria\""));
}

#[test]
fn a_file_missing_unexpected_or_not_utf_8_is_told() {
    let files = |keep: &str| {
        changed("fr.toml", "", "").into_iter().filter(|(name, _)| *name != keep).collect::<Vec<_>>()
    };
    assert_eq!(
        mistakes_of(&files("en.toml")),
        ["en.toml: the file is missing (add it to the folder of the pack)"]
    );
    let extra = [files("none"), vec![("de.toml", Vec::new())]].concat();
    assert!(mistakes_of(&extra)[0].starts_with("de.toml: this file is no part of a method pack"));
    let latin =
        [files("en.toml"), vec![("en.toml", b"title = \"a\"\nsummary = \"caf\xe9\"".to_vec())]].concat();
    assert_eq!(mistakes_of(&latin), ["en.toml:2: the file is not UTF-8 (save it as UTF-8)"]);
}

#[test]
fn several_mistakes_are_told_at_once_in_the_order_of_the_lines() {
    let mut files = changed("method.toml", "version = \"1.0.0\"", "version = \"one\"");
    let method = String::from_utf8(files[0].1.clone()).expect("UTF-8");
    files[0].1 = method.replacen("maturity = \"prototype\"", "maturity = \"ripe\"", 1).into_bytes();
    let found = mistakes_of(&files);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("\"one\" is not a version") && found[1].contains("\"ripe\" is not a maturity"));
}
