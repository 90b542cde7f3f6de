//! An act of the journal, as its page says it.

use serde_json::Value;

/// The parts of a record's body that name what the act is about, the first one found being said. Never a list, never what
/// was said in confidence: the journal holds nothing of the kind.
const NAMING: [&str; 9] = ["name", "title", "label", "text", "words", "outcome", "reason", "value", "route"];

/// The longest part that is quoted.
const QUOTED: usize = 160;

/// What the act was about, in the words of its record; nothing where the record names nothing.
pub fn about(body: &Value) -> Option<String> {
    // Of a measure, what was measured, in its unit, and on which day: a bare figure says nothing.
    if let Some(Value::Number(number)) = body.get("value") {
        return Some(measured(
            number.as_f64()?,
            body.get("unit").and_then(Value::as_str).unwrap_or_default(),
        ));
    }
    NAMING.iter().find_map(|name| said(body.get(name)?)).or_else(|| body.get("to").and_then(about_change))
}

/// What something was changed into.
fn about_change(to: &Value) -> Option<String> {
    NAMING.iter().find_map(|name| said(to.get(name)?))
}

fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(cut(text.trim())),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// As French writes it: a comma, and a blank that does not break before the unit.
fn measured(number: f64, unit: &str) -> String {
    let figure = number.to_string().replace('.', ",");
    if unit.is_empty() { figure } else { format!("{figure}\u{a0}{unit}") }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches(['.', ',', ';', ':', '…', ' ', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::about;

    #[test]
    fn an_act_is_named_by_the_title_of_what_it_is_about() {
        assert_eq!(about(&json!({"kind": "meeting", "title": "Réunion"})).as_deref(), Some("Réunion"));
        assert_eq!(about(&json!({"from": {"name": "a"}, "to": {"name": "CSE"}})).as_deref(), Some("CSE"));
        assert_eq!(about(&json!({"value": 16, "unit": "%"})).as_deref(), Some("16\u{a0}%"));
    }

    #[test]
    fn a_record_that_names_nothing_is_not_given_words() {
        assert_eq!(about(&json!({})), None);
        assert_eq!(about(&json!({"reason": " ", "codes": [1]})), None);
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let long = "mot ".repeat(100);
        let said = about(&json!({"text": long})).expect("a text");
        let sentence = about(&json!({"text": "Une phrase. ".repeat(50)})).expect("a text");
        assert!(sentence.ends_with("phrase…") || sentence.ends_with("Une…"), "{sentence}");
        assert!(said.ends_with("mot…") && said.chars().count() <= 161, "{said}");
    }
}
