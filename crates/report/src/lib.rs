//! Typesets a report: JSON in, tagged PDF/UA-1 out.
//!
//! A slice says what a report contains, as the JSON of a [`Document`]; this crate says how it looks. It knows no
//! slice, and no crate of ours: JSON is the only thing that passes.
//!
//! Invariants:
//! - No disk, no clock, no network, no chance: one version of this crate gives the same bytes for the same JSON,
//!   whenever and wherever it runs. The date printed and the date of the metadata are in the JSON.
//! - What people wrote is data, never markup: the template reads it from one virtual file, so `#panic()` prints as
//!   `#panic()`.
//! - Every PDF passes the PDF/UA-1 checks of the typesetter, or is refused: headings in order, alternative texts,
//!   table headers, language and title.
//! - No sentence of ours: every word printed comes from the JSON, save the word and number before a caption
//!   ("Table 3"), which the typesetter writes in the language of the document.
//!
//! To add a kind of block: add its variant to [`Block`], what can be wrong with it to `check.rs`, its texts to
//! `printable.rs`, its drawing to `templates/blocks.typ`, an example to `fixtures/dossier.fr.json`.

mod check;
mod document;
mod error;
mod printable;
mod typeset;
mod world;

pub use document::{Block, Document, Language, Section, Tone};
pub use error::{Flaw, ReportError};

/// Typesets the JSON of a [`Document`] as a tagged PDF/UA-1 file.
///
/// Errors: [`ReportError::Json`] and [`ReportError::Block`] when the JSON has another shape, [`ReportError::Flawed`]
/// when the document could not be read aloud or laid out, [`ReportError::Typeset`] when an SVG cannot be drawn.
pub fn render(json: &str) -> Result<Vec<u8>, ReportError> {
    let mut document = Document::parse(json)?;
    check::check(&document)?;
    printable::make_printable(&mut document);
    typeset::typeset(&document)
}
