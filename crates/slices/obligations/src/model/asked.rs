//! Which facts are asked, in which order, and what a field says of a fact.

use content::law::{FactWord, words};
use jiff::civil::Date;
use kernel::codes;
use rules::Kind;
use serde_json::Value as Json;

use super::{
    case::UNKNOWN,
    gate::Gate,
    reading::{IN_USE_TOO_EARLY, Reading, pack},
};

codes! {
    /// A part of the form of facts.
    pub enum Section("section of facts") {
        /// What would settle a doubt: asked first.
        Doubts = "doubts",
        /// Where the consultation stands: only where the law may ask for one.
        Dialogue = "dialogue",
        /// What happened, from which a date can be worked out.
        Events = "events",
        System = "system",
        Data = "data",
        /// What few projects meet: a redundancy plan, several levels of consultation.
        Special = "special",
    }
}

/// The facts to ask, by section; each fact once, in the first section that has it.
pub fn asked(reading: &Reading) -> Vec<(Section, Vec<&'static FactWord>)> {
    let mut seen: Vec<&str> = vec!["project.stage", IN_USE_TOO_EARLY];
    let mut sections = Vec::new();
    for section in Section::ALL {
        let found: Vec<&FactWord> = words()
            .iter()
            .filter(|word| word.kind != Kind::Period && !seen.contains(&word.name.as_str()))
            .filter(|word| belongs(*section, word, reading))
            .collect();
        seen.extend(found.iter().map(|word| word.name.as_str()));
        if !found.is_empty() {
            sections.push((*section, found));
        }
    }
    sections
}

fn belongs(section: Section, word: &FactWord, reading: &Reading) -> bool {
    let name = word.name.as_str();
    match section {
        Section::Doubts => reading.missing().contains(name),
        Section::Dialogue => {
            is_of_the_project(name, reading) && word.kind == Kind::Date && !name.contains("_pse_")
        }
        Section::Events => name.starts_with("event.") && gives_a_date(name, reading),
        Section::System => name.starts_with("system."),
        Section::Data => name.starts_with("data."),
        Section::Special => is_of_the_project(name, reading),
    }
}

/// Where no consultation can be due, nothing is asked of one.
fn is_of_the_project(name: &str, reading: &Reading) -> bool {
    name.starts_with("project.") && reading.gate() != Gate::Absent
}

/// Whether a rule that applies works one of its dates out from this.
fn gives_a_date(name: &str, reading: &Reading) -> bool {
    let applied = reading.applies.iter().filter_map(|applied| pack().rule(&applied.rule));
    applied.flat_map(|rule| &rule.dates).any(|date| date.expression.names().contains(&name))
}

/// Why a field says nothing of its fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadFact {
    Choose,
    NotANumber,
    NotADate,
}

/// What a field holds for a fact as it is stored.
pub fn shown(json: Option<&Json>, word: &FactWord) -> Vec<String> {
    match json {
        Some(Json::String(text)) if text == UNKNOWN && matches!(word.kind, Kind::Date | Kind::Int) => {
            Vec::new()
        }
        Some(Json::String(text)) => vec![text.clone()],
        Some(Json::Array(codes)) => codes.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
        Some(Json::Null) | None if word.kind == Kind::Bool => vec!["false".to_owned()],
        Some(Json::Null) | None => Vec::new(),
        Some(other) => vec![other.to_string()],
    }
}

/// What a field says of a fact. `none` is ticked where a day that is not known is said never to have come.
pub fn typed(word: &FactWord, values: &[&str], was_unknown: bool, none: bool) -> Result<Json, BadFact> {
    let one = values.first().copied().unwrap_or_default();
    match &word.kind {
        _ if values.contains(&UNKNOWN) => Ok(UNKNOWN.into()),
        Kind::Bool => one.parse::<bool>().map(Json::from).map_err(|_| BadFact::Choose),
        Kind::Int if one.is_empty() => Ok(UNKNOWN.into()),
        Kind::Int => number(one).ok_or(BadFact::NotANumber),
        Kind::Date if one.is_empty() && was_unknown && !none => Ok(UNKNOWN.into()),
        Kind::Date if one.is_empty() => Ok(Json::Null),
        Kind::Date => day(one).map(|day| day.to_string().into()).ok_or(BadFact::NotADate),
        Kind::List(_) => Ok(values.iter().filter(|code| word.code_label(code).is_some()).copied().collect()),
        _ if one.is_empty() => Ok(Json::Null),
        _ => word.code_label(one).map(|_| one.into()).ok_or(BadFact::Choose),
    }
}

fn number(typed: &str) -> Option<Json> {
    let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    digits.parse::<u32>().ok().map(Json::from)
}

fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().or_else(|| Date::strptime("%d/%m/%Y", typed).ok())
}

#[cfg(test)]
mod tests {
    use content::law::{FactWord, words};
    use serde_json::{Value as Json, json};

    use super::{BadFact, shown, typed};

    fn word(name: &str) -> &'static FactWord {
        words().get(name).expect("a word of the pack")
    }

    #[test]
    fn a_field_says_back_what_it_was_shown() {
        let stored = [
            ("system.is_ai", json!(true)),
            ("system.is_ai", json!("unknown")),
            ("project.info_on", json!("2026-11-30")),
            ("org.headcount", json!(49)),
            ("data.cnil_list", json!(["hr_profiling", "constant_monitoring"])),
            ("system.role", json!("both")),
        ];
        for (name, json) in stored {
            let shown = shown(Some(&json), word(name));
            let values: Vec<&str> = shown.iter().map(String::as_str).collect();
            assert_eq!(typed(word(name), &values, false, false), Ok(json), "{name}");
        }
    }

    #[test]
    fn an_empty_day_stays_unknown_until_somebody_says_that_it_never_came() {
        let info = word("project.info_on");
        assert_eq!(typed(info, &[""], true, false), Ok(json!("unknown")));
        assert_eq!(typed(info, &[""], true, true), Ok(Json::Null));
        assert_eq!(typed(info, &[""], false, false), Ok(Json::Null));
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        assert_eq!(typed(word("system.is_ai"), &["maybe"], false, false), Err(BadFact::Choose));
        assert_eq!(typed(word("system.role"), &["owner"], false, false), Err(BadFact::Choose));
        assert_eq!(typed(word("org.headcount"), &["forty"], false, false), Err(BadFact::NotANumber));
        assert_eq!(typed(word("project.info_on"), &["soon"], false, false), Err(BadFact::NotADate));
    }
}
