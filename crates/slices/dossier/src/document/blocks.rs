//! The pieces of a document, in the shape the typesetter reads.

use serde::Serialize;
use serde_json::{Value, json};

/// A heading and what stands under it.
#[derive(Debug, Serialize)]
pub struct Section {
    heading: String,
    level: u8,
    blocks: Vec<Value>,
}

impl Section {
    /// A chapter.
    pub fn chapter(heading: String, blocks: Vec<Value>) -> Self {
        Self { heading, level: 1, blocks }
    }

    /// A part of the chapter before it.
    pub fn part(heading: String, blocks: Vec<Value>) -> Self {
        Self { heading, level: 2, blocks }
    }

    /// A part of the part before it, which the table of contents leaves out.
    pub fn detail(heading: String, blocks: Vec<Value>) -> Self {
        Self { heading, level: 3, blocks }
    }
}

pub fn paragraph(text: impl Into<String>) -> Value {
    json!({"type": "paragraph", "text": text.into()})
}

pub fn list(items: Vec<String>) -> Value {
    json!({"type": "list", "items": items})
}

/// A table whose rows have as many cells as there are columns.
pub fn table(caption: String, columns: Vec<String>, rows: Vec<Vec<String>>, row_headers: bool) -> Value {
    json!({"type": "table", "caption": caption, "columns": columns, "rows": rows, "row_headers": row_headers})
}

/// Labels and values; those without a value are left out.
pub fn facts(rows: Vec<(String, String)>) -> Value {
    let rows: Vec<[String; 2]> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| [label, value])
        .collect();
    json!({"type": "facts", "rows": rows})
}

/// A drawing, what it says for who does not see it, and its caption.
pub fn figure(svg: String, alt: String, caption: String) -> Value {
    json!({"type": "figure", "svg": svg, "alt": alt, "caption": caption})
}

/// How a callout is meant; its title says the same in words.
#[derive(Debug, Clone, Copy)]
pub enum Tone {
    Alert,
    Ok,
}

pub fn callout(tone: Tone, title: String, text: String) -> Value {
    let tone = match tone {
        Tone::Alert => "alert",
        Tone::Ok => "ok",
    };
    json!({"type": "callout", "tone": tone, "title": title, "text": text})
}

pub fn quote(text: String, source: String) -> Value {
    json!({"type": "quote", "text": text, "source": source})
}
