//! The sheet as a document for the typesetter.

use jiff::civil::Date;
use platform::T;
use serde_json::{Value, json};

use super::{Heading, Sheet};

/// The JSON of the document.
pub fn document(t: &T, heading: &Heading<'_>, sheet: &Sheet) -> Value {
    let mut sections = vec![section(1, t.say("prevent-file-about"), vec![facts(&sheet.notes)])];
    sections.extend(chapters(t, sheet));
    let day: Date = heading.version.map_or(heading.today, |version| version.dated_on);
    json!({
        "language": t.locale().code(),
        "title": sheet.title,
        "subtitle": sheet.actions_title,
        "organisation": heading.organisation,
        "date_text": t.day(day),
        "date": day.to_string(),
        "author": t.say("prevent-file-author"),
        "notice": obligations::api::notices(t).notice,
        "contents_title": t.say("prevent-file-contents"),
        "page_word": t.say("prevent-file-page"),
        "sections": sections,
    })
}

/// The chapters of the lines and of the actions, at home in the dossier too.
pub fn chapters(t: &T, sheet: &Sheet) -> Vec<Value> {
    let lede = if sheet.rows.is_empty() { "prevent-kept-none" } else { "prevent-order" };
    let mut sections = vec![section(1, sheet.lines_title.clone(), vec![paragraph(t.say(lede))])];
    sections.extend(sheet.rows.iter().map(|row| {
        let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let pairs = sheet.columns.iter().cloned().zip(row.cells.iter().cloned()).skip(1);
        let heading = t.two("prevent-file-line", "number", cell(0), "unit", cell(1));
        section(2, heading, vec![facts(&pairs.collect::<Vec<_>>())])
    }));
    sections.push(section(1, sheet.actions_title.clone(), actions(t, sheet)));
    sections
}

fn actions(t: &T, sheet: &Sheet) -> Vec<Value> {
    let all = sheet.rows.iter().flat_map(|row| {
        let of = row.cells.first().cloned().unwrap_or_default();
        row.actions.iter().map(move |cells| (of.clone(), cells))
    });
    let blocks: Vec<Value> = all
        .map(|(line, cells)| {
            let mut pairs: Vec<(String, String)> =
                sheet.action_columns.iter().cloned().zip(cells.iter().cloned()).collect();
            pairs.insert(1, (t.say("prevent-col-line"), line));
            facts(&pairs)
        })
        .collect();
    if blocks.is_empty() { vec![paragraph(t.say("prevent-actions-none"))] } else { blocks }
}

fn section(level: u8, heading: String, blocks: Vec<Value>) -> Value {
    json!({"heading": heading, "level": level, "blocks": blocks})
}

fn paragraph(text: String) -> Value {
    json!({"type": "paragraph", "text": text})
}

fn facts(pairs: &[(String, String)]) -> Value {
    let rows: Vec<[&String; 2]> =
        pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| [label, value]).collect();
    json!({"type": "facts", "rows": rows})
}
