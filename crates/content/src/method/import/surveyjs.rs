//! SurveyJS: a questionnaire in JSON, pages of elements.

use serde_json::Value;

use super::{Asked, CannotImport, Draft, Imported, Page, Question, Words};

/// What an element may say that a pack does not.
const NOT_CARRIED: [&str; 10] = [
    "visibleIf",
    "enableIf",
    "requiredIf",
    "validators",
    "choicesByUrl",
    "choicesVisibleIf",
    "defaultValue",
    "correctAnswer",
    "showOtherItem",
    "hasOther",
];

/// Reads a SurveyJS questionnaire as a draft pack. Errors: no JSON, or nothing that can be asked.
pub fn from_surveyjs(id: &str, json: &[u8]) -> Result<Imported, CannotImport> {
    let not_this = |reason: String| CannotImport::NotThis { format: "a SurveyJS questionnaire", reason };
    let survey: Value = serde_json::from_slice(json).map_err(|error| not_this(error.to_string()))?;
    let pages = match (survey.get("pages").and_then(Value::as_array), survey.get("elements")) {
        (Some(pages), _) => pages.clone(),
        (None, Some(_)) => vec![survey.clone()],
        (None, None) => return Err(not_this("it has neither pages nor elements".to_owned())),
    };
    let mut draft = Draft {
        title: words(survey.get("title")),
        summary: words(survey.get("description")),
        ..Draft::default()
    };
    for key in ["triggers", "calculatedValues", "completedHtml", "questionsOnPageMode"] {
        if survey.get(key).is_some() {
            draft.report.push(format!("the survey: {key} is not carried"));
        }
    }
    for (n, page) in pages.iter().enumerate() {
        let name =
            page.get("name").and_then(Value::as_str).map_or_else(|| format!("page {}", n + 1), str::to_owned);
        let mut title = words(page.get("title"));
        if title.is_empty() {
            title = Words::both(&format!("Page {}", n + 1), &format!("Page {}", n + 1));
        }
        if page.get("visibleIf").is_some() {
            draft.report.push(format!("{name}: visibleIf is not carried, the page is always shown"));
        }
        let mut questions = Vec::new();
        elements(page, &mut questions, &mut draft.report, 0);
        draft.pages.push(Page { title, questions });
    }
    draft.write(id)
}

/// Deeper than any form that people fill in.
const DEEPEST: usize = 8;

fn elements(of: &Value, questions: &mut Vec<Question>, report: &mut Vec<String>, depth: usize) {
    let found = of.get("elements").or_else(|| of.get("questions")).and_then(Value::as_array);
    for element in found.map(Vec::as_slice).unwrap_or_default() {
        let kind = element.get("type").and_then(Value::as_str).unwrap_or_default();
        if kind == "panel" && depth < DEEPEST {
            elements(element, questions, report, depth + 1);
            continue;
        }
        let name = element.get("name").and_then(Value::as_str).unwrap_or("question").to_owned();
        match asked(kind, element) {
            Ok(asked) => {
                losses(&name, kind, element, report);
                questions.push(question(name, element, asked));
            }
            Err(why) => report.push(format!("{name}: {why}")),
        }
    }
}

fn question(name: String, element: &Value, asked: Asked) -> Question {
    let title = words(element.get("title"));
    let is_required = element.get("isRequired").and_then(Value::as_bool).unwrap_or(false);
    Question {
        text: if title.is_empty() { Words::same(&name) } else { title },
        help: words(element.get("description")),
        code: name,
        optional: !is_required,
        asked,
    }
}

fn losses(name: &str, kind: &str, element: &Value, report: &mut Vec<String>) {
    for key in NOT_CARRIED.iter().filter(|key| element.get(**key).is_some()) {
        report.push(format!("{name}: {key} is not carried"));
    }
    if kind == "boolean" {
        report.push(format!(
            "{name}: yes and no are a choice; say which is the point of vigilance to make it count"
        ));
    }
    let input = element.get("inputType").and_then(Value::as_str).unwrap_or("text");
    if kind == "text" && input != "text" {
        report.push(format!("{name}: an input of type {input} becomes free text"));
    }
}

fn asked(kind: &str, element: &Value) -> Result<Asked, String> {
    match kind {
        "text" | "comment" => Ok(Asked::Text),
        "radiogroup" | "dropdown" | "buttongroup" => {
            Ok(Asked::Choice { among: list(element, "choices")?, many: false })
        }
        "checkbox" | "tagbox" => Ok(Asked::Choice { among: list(element, "choices")?, many: true }),
        "ranking" => Ok(Asked::Ranking(list(element, "choices")?)),
        "matrix" => Ok(Asked::Matrix { rows: list(element, "rows")?, columns: list(element, "columns")? }),
        "boolean" => Ok(Asked::Choice { among: yes_no(element), many: false }),
        "rating" => rating(element),
        "" => Err("an element without type is not carried".to_owned()),
        other => Err(format!("an element of type {other} is not carried")),
    }
}

fn yes_no(element: &Value) -> Vec<(String, Words)> {
    let label = |key: &str, fr: &str, en: &str| {
        let own = words(element.get(key));
        if own.is_empty() { Words::both(fr, en) } else { own }
    };
    vec![
        ("yes".to_owned(), label("labelTrue", "Oui", "Yes")),
        ("no".to_owned(), label("labelFalse", "Non", "No")),
    ]
}

fn rating(element: &Value) -> Result<Asked, String> {
    if element.get("rateValues").is_some() {
        return list(element, "rateValues").map(Asked::Scale);
    }
    let number = |key: &str, otherwise| element.get(key).and_then(Value::as_i64).unwrap_or(otherwise);
    let (least, most, step) = (number("rateMin", 1), number("rateMax", 5), number("rateStep", 1).max(1));
    let wide = least.checked_add(30).is_none_or(|bound| most > bound);
    if least >= most || wide {
        return Err(format!("a rating from {least} to {most} is not carried"));
    }
    let levels = (least..=most).step_by(usize::try_from(step).unwrap_or(1));
    let mut levels: Vec<_> = levels.map(|n| (n.to_string(), Words::same(&n.to_string()))).collect();
    for (key, at) in [("minRateDescription", 0), ("maxRateDescription", levels.len() - 1)] {
        let said = words(element.get(key));
        if !said.is_empty() {
            levels[at].1 = said;
        }
    }
    if levels.len() < 2 {
        Err("a rating with one level is not carried".to_owned())
    } else {
        Ok(Asked::Scale(levels))
    }
}

fn list(element: &Value, key: &str) -> Result<Vec<(String, Words)>, String> {
    let entries = element.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let entry = |value: &Value| {
        let code = plain(value.get("value").unwrap_or(value));
        let text = value.get("text").map(|text| words(Some(text))).filter(|text| !text.is_empty());
        (code.clone(), text.unwrap_or_else(|| Words::same(&code)))
    };
    let entries: Vec<_> = entries.iter().map(entry).collect();
    if entries.len() < 2 {
        Err(format!("it has fewer than two {key}, and is not carried"))
    } else {
        Ok(entries)
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A text, or one text a language; the default stands for French unless French is there.
fn words(value: Option<&Value>) -> Words {
    match value {
        Some(Value::String(text)) => Words { fr: Some(text.clone()), en: None },
        Some(Value::Object(texts)) => {
            let of = |key: &str| texts.get(key).and_then(Value::as_str).map(str::to_owned);
            let default = of("default");
            match (of("fr"), of("en")) {
                (Some(fr), None) => Words { fr: Some(fr), en: default },
                (fr, en) => Words { fr: fr.or(default), en },
            }
        }
        _ => Words::default(),
    }
}
