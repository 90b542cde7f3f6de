//! What must hold before a document is typeset, so that the PDF can be read aloud and nothing is printed askew.

use typst::foundations::Datetime;

use crate::document::{Block, Document, Section};
use crate::error::{Flaw, ReportError};

/// Refuses a document that PDF/UA-1 or the layout could not honour, naming the place.
pub fn check(document: &Document) -> Result<(), ReportError> {
    first_page(document).map_err(|flaw| flawed("first page".to_owned(), flaw))?;
    let mut previous = 0;
    for (index, section) in document.sections.iter().enumerate() {
        let place = format!("section {} ({:?})", index + 1, section.heading);
        heading(section, previous).map_err(|flaw| flawed(place.clone(), flaw))?;
        previous = section.level;
        for (index, block) in section.blocks.iter().enumerate() {
            content(block).map_err(|flaw| flawed(format!("{place}, block {}", index + 1), flaw))?;
        }
    }
    Ok(())
}

fn flawed(place: String, flaw: Flaw) -> ReportError {
    ReportError::Flawed { place, flaw }
}

fn first_page(document: &Document) -> Result<(), Flaw> {
    filled("title", &document.title)?;
    filled("organisation", &document.organisation)?;
    filled("contents_title", &document.contents_title)?;
    day_of_the_calendar(&document.date)
}

fn heading(section: &Section, previous: u8) -> Result<(), Flaw> {
    filled("heading", &section.heading)?;
    if !(1..=3).contains(&section.level) || section.level > previous + 1 {
        return Err(Flaw::Level { level: section.level, previous });
    }
    Ok(())
}

fn content(block: &Block) -> Result<(), Flaw> {
    match block {
        Block::Table { columns, rows, .. } => table(columns, rows),
        Block::Facts { rows } => rows.iter().try_for_each(|[label, _]| filled("label", label)),
        Block::Figure { svg, alt, .. } => filled("svg", svg).and_then(|()| filled("alt", alt)),
        Block::Callout { title, .. } => filled("title", title),
        Block::Quote { text, .. } => filled("text", text),
        Block::Paragraph { .. } | Block::List { .. } => Ok(()),
    }
}

fn table(columns: &[String], rows: &[Vec<String>]) -> Result<(), Flaw> {
    if columns.is_empty() {
        return Err(Flaw::Empty("columns"));
    }
    let expected = columns.len();
    match rows.iter().position(|row| row.len() != expected) {
        Some(index) => Err(Flaw::Row { row: index + 1, found: rows[index].len(), expected }),
        None => Ok(()),
    }
}

fn filled(field: &'static str, text: &str) -> Result<(), Flaw> {
    if text.trim().is_empty() { Err(Flaw::Empty(field)) } else { Ok(()) }
}

fn day_of_the_calendar(date: &str) -> Result<(), Flaw> {
    let wrong = || Flaw::Date(date.to_owned());
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(wrong()) };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return Err(wrong());
    }
    let day = day.parse().ok().zip(month.parse().ok()).zip(year.parse().ok());
    day.and_then(|((day, month), year)| Datetime::from_ymd(year, month, day)).map(|_| ()).ok_or_else(wrong)
}
