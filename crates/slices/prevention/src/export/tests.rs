//! Each file is read back by somebody else's reader, and says what the others say.

use calamine::{Reader, Xlsx};
use jiff::civil::date;
use kernel::Locale;
use platform::{T, texts::Texts};

use super::{Heading, Sheet, csv::csv, pdf::document, sheet, xlsx::xlsx};
use crate::model::{
    samples::{action, line, today},
    snapshot::Snapshot,
};

fn words(locale: Locale) -> T {
    let sources = [platform::texts::OWN, access::TEXTS, registry::TEXTS, obligations::TEXTS, crate::TEXTS];
    Texts::load(&sources).expect("the words").speak(locale)
}

fn snapshot(plan: &str) -> Snapshot {
    let (mut one, two) = (line(1), line(2));
    one.words.hazard = "=cmd|' /C calc'!A0".to_owned();
    one.words.measures = "Le tableur reste ; « deux » écrans, \"au choix\"\nEt une pause.".to_owned();
    let (mut first, second) = (action(1, &one), action(2, &one));
    first.words.cost = "1 200 €".to_owned();
    first.words.due_on = date(2026, 10, 1);
    Snapshot::of(Some(plan.to_owned()), &[one, two], &[first, second], |_| Vec::new())
}

fn heading() -> Heading<'static> {
    Heading { organisation: "Hautes-Vosges", project: "Planification", today: today(), version: None }
}

fn made(locale: Locale) -> (T, Sheet) {
    let t = words(locale);
    let sheet = sheet(&t, &heading(), &snapshot("papripact"));
    (t, sheet)
}

/// Every text of the lines and actions.
fn cells(sheet: &Sheet) -> Vec<String> {
    let rows = sheet.rows.iter().flat_map(|row| row.cells.iter().chain(row.actions.iter().flatten()));
    let all = sheet.columns.iter().chain(&sheet.action_columns).chain(rows);
    all.filter(|cell| !cell.is_empty()).cloned().collect()
}

/// A reader of ours that knows quotes: fields may hold separators and line ends.
fn read_csv(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap_or('"')),
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign if sign == separator && !quoted => row.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    rows
}

#[test]
fn the_table_of_the_spreadsheet_says_all_and_holds_no_formula() {
    for (locale, separator) in [(Locale::Fr, ';'), (Locale::En, ',')] {
        let (_, sheet) = made(locale);
        let bytes = csv(&sheet, locale);
        let text = std::str::from_utf8(&bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("its mark");
        let rows = read_csv(text, separator);
        assert_eq!(rows.len(), 1 + 3, "two actions of a line, one line without");
        assert!(rows.iter().all(|row| row.len() == sheet.columns.len() + sheet.action_columns.len()));
        let read: Vec<&String> = rows.iter().flatten().collect();
        assert!(read.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{read:?}");
        for cell in cells(&sheet) {
            assert!(read.iter().any(|known| **known == cell || **known == format!("'{cell}")), "{cell}");
        }
    }
}

#[test]
fn the_workbook_says_the_same_as_texts_and_the_same_bytes_twice() {
    for locale in [Locale::Fr, Locale::En] {
        let (t, sheet) = made(locale);
        let about = t.say("prevent-file-about");
        let bytes = xlsx(&sheet, &about, today()).expect("a workbook");
        assert_eq!(bytes, xlsx(&sheet, &about, today()).expect("a workbook"));
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).expect("it opens");
        let names = book.sheet_names();
        assert_eq!(names.len(), 3, "{names:?}");
        let mut read = Vec::new();
        for name in &names {
            assert!(
                book.worksheet_formula(name).is_ok_and(|formulas| formulas.used_cells().next().is_none())
            );
            let range = book.worksheet_range(name).expect("a sheet");
            read.extend(range.used_cells().map(|(_, _, cell)| cell.to_string()));
        }
        let notes = sheet.notes.iter().map(|(_, value)| value.clone());
        for cell in cells(&sheet).into_iter().chain(notes) {
            assert!(read.contains(&cell), "{cell}");
        }
    }
}

#[test]
fn the_document_to_typeset_says_the_same() {
    for locale in [Locale::Fr, Locale::En] {
        let (t, sheet) = made(locale);
        let document = document(&t, &heading(), &sheet);
        let mut said = Vec::new();
        gather(&document, &mut said);
        // A column that nobody filled has no label on paper.
        let labels = sheet.columns.iter().chain(&sheet.action_columns);
        let labels: Vec<&String> = labels.collect();
        for cell in cells(&sheet).iter().filter(|cell| !labels.contains(cell)) {
            let is_number = cell.chars().count() <= 3;
            assert!(said.contains(cell) || is_number, "{cell}");
        }
    }
}

fn gather(value: &serde_json::Value, said: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => said.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, said)),
        serde_json::Value::Object(items) => items.values().for_each(|item| gather(item, said)),
        _ => {}
    }
}

#[test]
fn a_list_of_actions_has_no_column_of_cost_unless_somebody_wrote_one() {
    let t = words(Locale::Fr);
    let cost = t.say("prevent-col-cost");
    let mut kept = snapshot("action_list");
    assert!(sheet(&t, &heading(), &kept).action_columns.contains(&cost), "a cost was written");
    kept.lines[0].actions.iter_mut().chain([]).for_each(|action| action.cost.clear());
    assert!(!sheet(&t, &heading(), &kept).action_columns.contains(&cost));
    let programme = Snapshot { plan: Some("papripact".to_owned()), ..kept };
    assert!(sheet(&t, &heading(), &programme).action_columns.contains(&cost), "a programme asks for it");
}
