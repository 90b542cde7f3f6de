//! The sheet as a workbook: the lines, the actions, and what the file is.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Sheet;

/// The longest name of a sheet that spreadsheets accept.
const LONGEST_NAME: usize = 31;

/// A workbook of texts only: nothing that people typed can be a formula. The same content on a day gives the same bytes.
/// Errors: what the writer refuses.
pub fn xlsx(sheet: &Sheet, about: &str, today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = (today.year(), today.month(), today.day());
    let year = u16::try_from(year).unwrap_or(2000);
    let made = ExcelDateTime::from_ymd(year, month.unsigned_abs(), day.unsigned_abs())?;
    book.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&made));
    let number = sheet.columns.first().cloned().unwrap_or_default();
    let lines: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.cells.clone()).collect();
    let actions = sheet.rows.iter().flat_map(|row| {
        let of = row.cells.first().cloned().unwrap_or_default();
        row.actions.iter().map(move |cells| [vec![of.clone()], cells.clone()].concat())
    });
    let action_columns = [vec![number], sheet.action_columns.clone()].concat();
    table(book.add_worksheet(), &sheet.lines_title, &sheet.columns, &lines)?;
    table(book.add_worksheet(), &sheet.actions_title, &action_columns, &actions.collect::<Vec<_>>())?;
    notes(book.add_worksheet(), about, sheet)?;
    book.save_to_buffer()
}

fn table(
    page: &mut Worksheet,
    name: &str,
    columns: &[String],
    rows: &[Vec<String>],
) -> Result<(), XlsxError> {
    page.set_name(sheet_name(name))?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, title) in (0_u16..).zip(columns) {
        page.write_string_with_format(0, column, title, &head)?;
        page.set_column_width(column, width(title))?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            page.write_string_with_format(row, column, cell, &body)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.set_landscape();
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Short titles head numbers and days, longer ones sentences.
fn width(title: &str) -> f64 {
    if title.chars().count() <= 3 { 7.0 } else { 26.0 }
}

fn notes(page: &mut Worksheet, about: &str, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_name(sheet_name(about))?;
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_column_width(0, 28.0)?;
    page.set_column_width(1, 90.0)?;
    page.write_string_with_format(0, 0, &sheet.title, &head)?;
    for (row, (label, value)) in (1_u32..).zip(&sheet.notes) {
        page.write_string_with_format(row, 0, label, &head)?;
        page.write_string_with_format(row, 1, value, &body)?;
    }
    Ok(())
}

/// Without what the name of a sheet may not hold.
fn sheet_name(text: &str) -> String {
    let plain = text.chars().filter(|letter| !"[]:*?/\\'".contains(*letter));
    plain.take(LONGEST_NAME).collect::<String>().trim().to_owned()
}
