//! The words on screen: complete in both languages, none outside the Fluent files and the packs.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use testkit::source::{SourceFile, code_only, files};

/// What a message needs to be told, and the words it says.
#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    words: Vec<String>,
}

/// Every message of a language, by key.
fn messages(language: &str) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for file in files("crates", &format!("texts/{language}.ftl")) {
        let resource = parser::parse(file.text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut read = Message::default();
            if let Some(pattern) = &message.value {
                read.pattern(pattern);
            }
            let twice = all.insert(message.id.name.to_owned(), read).is_some();
            assert!(!twice, "{}: {} is said twice", file.path, message.id.name);
        }
    }
    all
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push((*value).to_owned()),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_text_exists_in_both_languages_and_is_told_the_same_things() {
    let (fr, en) = (messages("fr"), messages("en"));
    assert!(fr.len() > 100, "the texts were not found");
    let mut wrong = Vec::new();
    for (key, message) in &fr {
        match en.get(key) {
            None => wrong.push(format!("{key} is missing in English")),
            Some(other) if other.variables != message.variables => {
                wrong.push(format!(
                    "{key}: {:?} in French, {:?} in English",
                    message.variables, other.variables
                ));
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        en.keys().filter(|key| !fr.contains_key(*key)).map(|key| format!("{key} is missing in French")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A place where the code asks for a text.
struct Asked {
    place: String,
    how: &'static str,
    key: String,
    /// The first variable, where one is named.
    variable: Option<String>,
}

fn asked() -> Vec<Asked> {
    let mut asked = Vec::new();
    let sources = files("crates", ".rs").into_iter().chain(files("crates", ".html"));
    for file in sources
        .filter(|file| !file.path.starts_with("crates/suite/") && !file.path.starts_with("crates/testkit/"))
    {
        let text = if file.path.ends_with(".rs") { code_only(&file.text) } else { file.text.clone() };
        for how in ["say", "one", "two", "with", "say_code"] {
            asked.extend(asked_so(&file, &text, how));
        }
    }
    asked
}

fn asked_so(file: &SourceFile, text: &str, how: &'static str) -> Vec<Asked> {
    let call = format!(".{how}(");
    let mut asked = Vec::new();
    for (at, _) in text.match_indices(&call) {
        // What speaks is called `t` everywhere; a thing of another name may have words of its own.
        let speaks = text[..at]
            .strip_suffix('t')
            .is_some_and(|before| before.ends_with([' ', '.', '(', '&', '{', '!']));
        if !speaks {
            continue;
        }
        let rest = text[at + call.len()..].trim_start();
        let Some((key, rest)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
            continue;
        };
        if key.is_empty()
            || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
        {
            continue;
        }
        let next = rest.trim_start().strip_prefix(',').map(str::trim_start);
        let variable = next.and_then(|next| next.strip_prefix('"')).and_then(|next| next.split_once('"'));
        let variable = variable.map(|(name, _)| name.to_owned());
        asked.push(Asked { place: file.path.clone(), how, key: key.to_owned(), variable });
    }
    asked
}

#[test]
fn every_text_that_is_asked_for_exists_and_is_told_what_it_needs() {
    let fr = messages("fr");
    let asked = asked();
    assert!(asked.len() > 100, "the places that ask were not found");
    let mut wrong = Vec::new();
    for Asked { place, how, key, variable } in asked {
        if how == "say_code" {
            let prefix = format!("{}-", key.replace('_', "-"));
            if !fr.keys().any(|known| known.starts_with(&prefix)) {
                wrong.push(format!("{place}: no text begins with {prefix}"));
            }
            continue;
        }
        let Some(message) = fr.get(&key) else {
            wrong.push(format!("{place}: {key} does not exist"));
            continue;
        };
        let needs: Vec<&str> = message.variables.iter().map(String::as_str).collect();
        let suits = match how {
            "say" => needs.is_empty(),
            "one" => variable.as_deref().is_none_or(|name| needs == [name]),
            "two" => needs.len() == 2 && variable.as_deref().is_none_or(|name| needs.contains(&name)),
            _ => !needs.is_empty(),
        };
        if !suits {
            wrong.push(format!("{place}: {how}({key:?}) but it needs {needs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What may stand in a template as it is: what is the same in every language, our name and a command.
const NAMES: [&str; 2] = ["Trinôme", "trinome journal verify journal.jsonl"];

/// Attributes whose text is read out or shown.
const SPOKEN: [&str; 6] = ["aria-label", "title", "alt", "placeholder", "aria-description", "content"];

#[test]
fn no_template_holds_words_of_its_own() {
    let mut wrong = Vec::new();
    let templates = files("crates", ".html");
    assert!(templates.len() > 5, "the templates were not found");
    for file in templates {
        let plain = without(&without(&without(&file.text, "{#", "#}"), "{%", "%}"), "{{", "}}");
        for (attribute, value) in attributes(&plain) {
            if SPOKEN.contains(&attribute.as_str()) && has_words(&value) && !is_machine(&attribute, &value) {
                wrong.push(format!("{}: {attribute}={value:?}", file.path));
            }
        }
        // A macro may give an attribute by itself: what is left of it has no value of its own.
        let text = without(&plain, "<", ">").replace(" aria-describedby=\"\"", "");
        for line in text.lines().map(str::trim).filter(|line| has_words(line)) {
            wrong.push(format!("{}: {line:?}", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `<meta content=…>` speaks to browsers.
fn is_machine(attribute: &str, value: &str) -> bool {
    attribute == "content" && (value.contains('=') || value.contains('{') || value.contains(':'))
}

fn has_words(text: &str) -> bool {
    let mut text = text.to_owned();
    for name in NAMES {
        text = text.replace(name, "");
    }
    let text = without(&text, "&", ";");
    text.chars().any(char::is_alphabetic)
}

/// A text without what stands between these marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept += before;
        match after.split_once(close) {
            Some((_, tail)) => rest = tail,
            None => {
                kept += open;
                rest = after;
                break;
            }
        }
    }
    kept + rest
}

/// Every `name="value"` of a template.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("=\"") {
        let name: String =
            text[..at].chars().rev().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let value = text[at + 2..].split('"').next().unwrap_or_default();
        found.push((name.chars().rev().collect(), value.to_owned()));
    }
    found
}

#[test]
fn french_texts_are_set_as_french_is() {
    let mut wrong = Vec::new();
    for (key, message) in messages("fr") {
        for words in &message.words {
            if let Some(fault) = misprint(words) {
                wrong.push(format!("{key}: {fault} in {words:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a French proof-reader would mark.
fn misprint(words: &str) -> Option<&'static str> {
    let letters: Vec<char> = words.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        let inside = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic);
        match letter {
            '\'' if inside => return Some("a straight apostrophe"),
            ':' | ';' | '?' | '!' | '»' if before == Some(' ') => {
                return Some("a breaking space before a high mark");
            }
            '?' | '!' | '»' if before.is_some_and(char::is_alphabetic) => {
                return Some("no space before a high mark");
            }
            '«' if after.is_some_and(|c| c != '\u{a0}' && c != '\u{202f}') => {
                return Some("no fixed space after «");
            }
            '"' => return Some("straight quotation marks"),
            _ => {}
        }
    }
    words.contains("...").then_some("three dots for an ellipsis")
}

#[test]
fn a_misprint_would_be_seen() {
    assert!(misprint("l'été").is_some());
    assert!(misprint("Pourquoi ?").is_some());
    assert!(misprint("« déjà »").is_some());
    assert!(misprint("Pourquoi\u{a0}? «\u{a0}l’été\u{a0}»").is_none());
}

#[test]
fn no_text_promises_a_grade_or_a_score() {
    for (key, message) in messages("fr") {
        let words = message.words.join(" ").to_lowercase();
        assert!(!words.contains("conforme à 100") && !words.contains("score global"), "{key}");
    }
}
