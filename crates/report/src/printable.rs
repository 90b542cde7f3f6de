//! Replaces what no bundled font can print, and drops what is not text.
//!
//! PDF/UA-1 forbids a character without a glyph, and one emoji typed on a phone must not cost a works council its
//! file. What cannot be printed becomes `�`, so that its absence shows.

use crate::document::{Block, Document};
use crate::world::has_glyph;

/// Makes every text of the document printable, those inside figures included.
pub fn make_printable(document: &mut Document) {
    let Document { title, organisation, date_text, contents_title, page_word, .. } = document;
    [title, organisation, date_text, contents_title, page_word].into_iter().for_each(clean);
    let Document { subtitle, author, notice, sections, .. } = document;
    [subtitle, author, notice].into_iter().flatten().for_each(clean);
    for section in sections {
        clean(&mut section.heading);
        section.blocks.iter_mut().for_each(clean_block);
    }
}

fn clean_block(block: &mut Block) {
    match block {
        Block::Paragraph { text } => clean(text),
        Block::List { items, .. } => items.iter_mut().for_each(clean),
        Block::Table { caption, columns, rows, .. } => {
            clean(caption);
            columns.iter_mut().chain(rows.iter_mut().flatten()).for_each(clean);
        }
        Block::Facts { rows } => rows.iter_mut().flatten().for_each(clean),
        Block::Figure { svg, alt, caption } => [svg, alt, caption].into_iter().for_each(clean),
        Block::Callout { title, text, .. } => [title, text].into_iter().for_each(clean),
        Block::Quote { text, source } => [text, source].into_iter().for_each(clean),
    }
}

fn clean(text: &mut String) {
    *text = printable(text);
}

/// The same text with only characters that can be printed.
fn printable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' => clean.push('\n'),
            '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            _ if is_invisible(character) => {}
            _ if has_glyph(character) => clean.push(character),
            // One mark for a run: an emoji is often several code points.
            _ if clean.ends_with(char::REPLACEMENT_CHARACTER) => {}
            _ => clean.push(char::REPLACEMENT_CHARACTER),
        }
    }
    clean
}

/// Controls, joiners, variation selectors, and the marks that reorder text: a line of evidence must read as it was
/// written.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_its_typography_are_kept_as_written() {
        let text = "L’« écart »\u{202F}: 3\u{a0}h — 4,5 % … œuvre → ● ◼ ◆ ✓ – fin";
        assert_eq!(printable(text), text);
    }

    #[test]
    fn a_character_without_glyph_becomes_one_visible_mark() {
        assert_eq!(printable("d’accord 🏭🏽"), "d’accord \u{FFFD}");
    }

    #[test]
    fn marks_that_reorder_or_hide_text_are_dropped() {
        assert_eq!(printable("non\u{202E}iuo\u{200B}\u{7}"), "noniuo");
    }

    #[test]
    fn line_ends_of_every_system_are_line_breaks() {
        assert_eq!(printable("a\r\nb\rc\td"), "a\nb\nc d");
    }
}
