//! The sheet as one table for spreadsheets: a row for each action, and one for a line that has none.

use kernel::Locale;

use super::Sheet;

/// UTF-8 with its mark, without which French spreadsheets read accents wrongly; their separator is the semicolon.
pub fn csv(sheet: &Sheet, locale: Locale) -> Vec<u8> {
    let separator = match locale {
        Locale::Fr => ";",
        Locale::En => ",",
    };
    let header = sheet.columns.iter().chain(&sheet.action_columns).cloned().collect::<Vec<_>>();
    let empty = vec![String::new(); sheet.action_columns.len()];
    let rows = sheet.rows.iter().flat_map(|row| {
        let actions = if row.actions.is_empty() { vec![&empty] } else { row.actions.iter().collect() };
        actions.into_iter().map(|action| row.cells.iter().chain(action).cloned().collect::<Vec<_>>())
    });
    let mut text = String::from('\u{feff}');
    for row in std::iter::once(header).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| cell_of(cell)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A cell in quotes. What a spreadsheet would take for a formula is told to be a text: these words were typed by people.
fn cell_of(text: &str) -> String {
    let starts = text.trim_start_matches([' ', '\u{a0}', '\n']).chars().next();
    let is_formula = starts.is_some_and(|first| "=+-@\t\r|%＝＋－＠".contains(first));
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell_of;

    #[test]
    fn what_would_be_a_formula_is_a_text_and_quotes_are_doubled() {
        assert_eq!(cell_of("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        for start in ["+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "\n=1"] {
            assert!(cell_of(start).starts_with("\"'"), "{start}");
        }
        assert_eq!(cell_of("Temps - réglages ; pauses\nsuite"), "\"Temps - réglages ; pauses\nsuite\"");
    }
}
