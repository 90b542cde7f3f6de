//! The key under the wide thread: what the numbered circles are.

use super::super::measure::{Weight, wrap};
use super::super::palette;
use super::super::sheet::{Anchor, Line, Sheet, joined};
use super::ThreadPicture;

const COLUMNS: i32 = 3;
const SIZE: i32 = 14;
const LINE: i32 = 19;
const NUMBER: i32 = 26;

/// Writes the numbered events in columns, in order of time. Returns where the key ends.
pub fn paint(sheet: &mut Sheet, picture: &ThreadPicture, numbered: &[usize], width: i32, top: i32) -> i32 {
    let column = width / COLUMNS;
    let rows = numbered.len().div_ceil(COLUMNS as usize).max(1);
    let mut bottom = 0;
    for (at, events) in numbered.chunks(rows).enumerate() {
        let left = i32::try_from(at).unwrap_or(0) * column;
        let mut baseline = top + 16;
        for (row, event) in events.iter().enumerate() {
            let event = &picture.events[*event];
            let number = (at * rows + row + 1).to_string();
            let colour = palette::words(event.lane);
            sheet.text(
                Line::new(&number, left + NUMBER - 6, baseline, SIZE, colour).bold().anchored(Anchor::End),
            );
            let text = joined(&[&event.date, &event.label], " · ");
            for line in wrap(&text, 2, column - NUMBER - 14, SIZE, Weight::Regular) {
                sheet.text(Line::new(&line, left + NUMBER, baseline, SIZE, palette::INK));
                baseline += LINE;
            }
            baseline += 3;
        }
        bottom = bottom.max(baseline);
    }
    bottom
}
