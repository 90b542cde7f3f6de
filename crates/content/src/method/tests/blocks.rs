//! Blocks of each kind load; what belongs elsewhere, or is missing, is told at its line.

use kernel::Locale;

use super::super::{Answer, BlockKind, Content, Method, Sharing, Shown, load, starter};

fn files() -> Vec<(&'static str, String)> {
    starter("on-call", "Our works council")
}

fn loaded(files: &[(&'static str, String)]) -> Result<Method, Vec<String>> {
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    load("on-call", &files).map_err(|found| found.iter().map(ToString::to_string).collect())
}

fn starting() -> Method {
    loaded(&files()).expect("the starting pack loads")
}

/// The one mistake of the starting pack with a change in a file; the line is that of `to` where `to` has one.
fn told(file: &str, from: &str, to: &str) -> String {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| *name == file).expect("a file of the pack");
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    let found = loaded(&files).expect_err("there is a mistake");
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].clone()
}

#[test]
fn the_starting_pack_has_one_block_of_each_kind() {
    let kinds: Vec<_> = starting().blocks().map(super::super::Block::kind).collect();
    for kind in BlockKind::ALL {
        assert_eq!(kinds.iter().filter(|found| *found == kind).count(), 1, "{kind}");
    }
}

#[test]
fn a_canvas_and_a_quiz_are_private_unless_the_pack_says_otherwise() {
    let method = starting();
    let private: Vec<_> = method.blocks().filter(|b| b.is_private()).map(|b| b.id.as_str()).collect();
    assert_eq!(private, ["know", "canvas"]);
    let mut files = files();
    files[0].1 = files[0].1.replacen("repeats = true", "repeats = true\nsharing = \"participants\"", 1);
    let method = loaded(&files).expect("it loads");
    let canvas = method.block("canvas").expect("the canvas");
    assert!(matches!(canvas.content, Content::Reflect { sharing: Sharing::Participants, .. }));
    assert!(!canvas.is_private());
}

#[test]
fn screens_follow_the_steps_one_question_a_screen_where_people_are_alone() {
    let method = starting();
    let shown: Vec<_> =
        method.screens(None).iter().map(|screen| (screen.block.id.clone(), name(screen.shown))).collect();
    let shown: Vec<_> = shown.iter().map(|(block, what)| format!("{block} {what}")).collect();
    let expected = [
        "know text",
        "know quiz-1",
        "views set-aside",
        "views useful",
        "views by-theme",
        "views first",
        "views else",
        "canvas whole",
        "talk whole",
        "look [time]",
        "look [skills]",
        "aim whole",
        "later whole",
    ];
    assert_eq!(shown, expected);
}

fn name(shown: Shown<'_>) -> String {
    match shown {
        Shown::Text => "text".to_owned(),
        Shown::Question(item) => item.id.clone(),
        Shown::Dimension(id) => format!("[{id}]"),
        Shown::Whole => "whole".to_owned(),
    }
}

#[test]
fn a_situation_is_asked_before_a_level_in_the_words_of_the_pack() {
    let method = starting();
    let item = method.items().find(|item| item.id == "useful").expect("the question");
    assert!(item.situation);
    assert!(item.situation_text(Locale::En).is_some_and(|text| text.starts_with("Tell of a moment")));
    assert!(matches!(&item.answer, Answer::Scale { levels } if levels == "levels"));
}

#[test]
fn a_block_of_one_variant_is_left_out_of_the_others() {
    let mut files = files();
    files[0].1 = files[0].1.replacen(
        "[[group]]",
        "[[variant]]\nid = \"planned\"\nprovenance = \"proposed\"\n\n[[group]]",
        1,
    );
    files[0].1 = files[0].1.replacen("kind = \"goal\"", "kind = \"goal\"\nvariants = [\"planned\"]", 1);
    for text in [1, 2] {
        files[text].1.push_str("\n[variants]\nplanned = \"…\"\n");
    }
    let method = loaded(&files).expect("it loads");
    let has_goal = |variant| method.screens(variant).iter().any(|screen| screen.block.id == "aim");
    assert!(has_goal(Some("planned")) && !has_goal(None));
}

#[test]
fn a_key_of_another_kind_of_block_is_told_with_its_home() {
    let found = told(
        "method.toml",
        "kind = \"goal\"",
        "kind = \"goal\"\nhorizons = { short = 1, medium = 2, long = 3 }",
    );
    assert!(
        found.contains("horizons has no place in a block of kind goal (remove it: it belongs to evaluation)"),
        "{found}"
    );
    let found = told("method.toml", "kind = \"ask\"", "kind = \"ask\"\nrepeats = true");
    assert!(
        found.contains("repeats has no place in a block of kind ask (remove it: it belongs to reflect)"),
        "{found}"
    );
}

#[test]
fn a_key_of_another_way_of_answering_is_told() {
    let found =
        told("method.toml", "id = \"else\"\nanswer = \"text\"", "id = \"else\"\nanswer = \"text\"\nmost = 2");
    assert!(found.contains("most has no place here (remove it: it belongs to ranking)"), "{found}");
    let found = told("method.toml", "id = \"task\"", "id = \"task\"\ndimension = \"time\"");
    assert!(
        found.contains("dimension has no place here (remove it: it belongs to a question of a grid)"),
        "{found}"
    );
}

#[test]
fn a_way_of_answering_that_a_block_cannot_draw_is_told_with_those_it_can() {
    let found = told("method.toml", "id = \"prompt-1\"", "id = \"prompt-1\"\nanswer = \"text\"");
    assert!(
        found.contains("a block of kind discuss has no question with answer text (write one of aloud)"),
        "{found}"
    );
}

#[test]
fn a_list_and_an_entry_that_are_not_there_are_told_with_those_that_are() {
    let found = told("method.toml", "among = \"levels\"", "among = \"grades\"");
    assert!(found.contains("there is no among \"grades\" (write one of levels, no-partly-yes"), "{found}");
    let found = told("method.toml", "right = [\"false\"]", "right = [\"wrong\"]");
    assert!(found.contains("there is no entry \"wrong\" (write one of true, false)"), "{found}");
    let found = told("method.toml", "dimension = \"time\"", "dimension = \"money\"");
    assert!(
        found.contains("there is no dimension \"money\" (write one of time, skills, relations)"),
        "{found}"
    );
}

#[test]
fn an_entry_without_words_and_words_without_entry_are_told() {
    let found = told("en.toml", "relations = \"Relations\"\n", "");
    assert!(found.contains("entry \"relations\" of list \"themes\" has no text in en.toml"), "{found}");
    let found = told("en.toml", "relations = \"Relations\"", "relations = \"Relations\"\nmoney = \"Money\"");
    assert!(
        found.starts_with("en.toml:") && found.contains("list \"themes\" has no entry \"money\""),
        "{found}"
    );
}

#[test]
fn a_goal_without_an_objective_is_no_goal() {
    let found = told("method.toml", "part = \"objective\"", "part = \"other\"");
    assert!(found.contains("block \"aim\" has 0 questions of part objective"), "{found}");
}

#[test]
fn three_horizons_rise() {
    let found = told("method.toml", "medium = 12", "medium = 30");
    assert!(found.contains("the horizons do not follow each other"), "{found}");
}

#[test]
fn a_talk_has_a_timer_and_a_sheet() {
    let found = told(
        "method.toml",
        "kind = \"discuss\"\nduration = { minutes = 30, provenance = \"proposed\" }",
        "kind = \"discuss\"",
    );
    assert!(found.contains("block \"talk\" has no duration"), "{found}");
    let sheet = "facilitation = [\"Let those who do the work speak first.\", \"Note disagreements in each person’s words.\"]";
    let found = told("en.toml", sheet, "");
    assert!(found.contains("block \"talk\" has no facilitation in en.toml"), "{found}");
}

#[test]
fn a_quiz_explains() {
    let found =
        told("en.toml", "explanation = \"It has to be set, fed and checked: this work is hardly seen.\"", "");
    assert!(found.contains("question \"quiz-1\" has no explanation in en.toml"), "{found}");
}

#[test]
fn two_choices_that_are_crossed_are_over_one_list() {
    let found = told("method.toml", "cross = [\"could\", \"should\"]", "cross = [\"could\", \"task\"]");
    assert!(found.contains("cross does not name two choices"), "{found}");
}

#[test]
fn an_unknown_key_of_a_question_is_refused_at_its_line() {
    let found = told("method.toml", "id = \"quiz-1\"", "id = \"quiz-1\"\ncolour = \"blue\"");
    let line = files()[0].1.lines().position(|line| line == "id = \"quiz-1\"").expect("the line") + 2;
    assert!(found.starts_with(&format!("method.toml:{line}: unknown field `colour`")), "{found}");
}
