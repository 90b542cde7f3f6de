//! What a report may contain, as read from JSON.

use serde::{Deserialize, Serialize};

use crate::error::ReportError;

/// A report: its title page, then sections made of blocks.
///
/// Every text is plain: `\n` is a line break, an empty line starts a new paragraph, nothing else has a meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub language: Language,
    pub title: String,
    #[serde(default)]
    pub subtitle: Option<String>,
    /// Whose report it is; printed above the title and at the top of every page.
    pub organisation: String,
    /// The date as readers see it, already in their language.
    pub date_text: String,
    /// The same date for the metadata, as `2026-11-30`.
    pub date: String,
    #[serde(default)]
    pub author: Option<String>,
    /// A warning for the first page, such as what the report does not replace.
    #[serde(default)]
    pub notice: Option<String>,
    /// The heading of the table of contents.
    pub contents_title: String,
    /// The word before the page number.
    pub page_word: String,
    pub sections: Vec<Section>,
}

/// The language of a report: hyphenation, quotation marks, and the voice of a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Fr,
    En,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub heading: String,
    /// 1 to 3; the first section is at 1, and no level is skipped on the way down.
    pub level: u8,
    #[serde(default)]
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Block {
    Paragraph {
        text: String,
    },
    List {
        items: Vec<String>,
        #[serde(default)]
        ordered: bool,
    },
    /// A table with its column headers, repeated on every page it covers.
    Table {
        /// Printed above with its number; without one the table has no number.
        #[serde(default)]
        caption: String,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
        /// Whether the first cell of a row names the row.
        #[serde(default)]
        row_headers: bool,
    },
    /// Label and value, line by line.
    Facts {
        rows: Vec<[String; 2]>,
    },
    Figure {
        /// A whole `<svg>` element with colours of its own: no style sheet reaches it.
        svg: String,
        /// What the figure says, for who does not see it.
        alt: String,
        #[serde(default)]
        caption: String,
    },
    Callout {
        tone: Tone,
        title: String,
        text: String,
    },
    Quote {
        text: String,
        #[serde(default)]
        source: String,
    },
}

/// The colour of a callout; its title must say the same in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    Info,
    Alert,
    Ok,
}

impl Document {
    /// Reads the JSON of a report; an error names the section and the block it comes from.
    pub fn parse(json: &str) -> Result<Document, ReportError> {
        serde_json::from_str(json).map_err(|error| faulty_block(json).unwrap_or(ReportError::Json(error)))
    }
}

/// Finds the block that does not parse: a position in a long line of JSON helps nobody.
fn faulty_block(json: &str) -> Option<ReportError> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    for (section, content) in value.get("sections")?.as_array()?.iter().enumerate() {
        for (block, content) in content.get("blocks")?.as_array()?.iter().enumerate() {
            if let Err(reason) = Block::deserialize(content) {
                return Some(ReportError::Block { section: section + 1, block: block + 1, reason });
            }
        }
    }
    None
}
