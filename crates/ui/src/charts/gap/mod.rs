//! The gap plot: where parties see the same criterion differently, the largest gap first.
//!
//! Each group has its own shape as well as its own colour. A row that may not be shown says so in words, without a
//! mark: what is hidden leaves no trace in the drawing.

mod shape;

use super::measure::{Weight, shorten, width, wrap};
use super::palette;
use super::sheet::{Anchor, Area, Frame, Line, Sheet, rect, stroke};
use shape::Shape;

/// What the gap plot shows. Only disclosed values may come here.
#[derive(Debug, Clone, Default)]
pub struct GapPicture {
    pub id_prefix: String,
    pub title: String,
    pub desc: String,
    /// Up to four groups, each named with its number of answers: "direction, 5".
    pub groups: Vec<String>,
    /// Marks of the scale, from the lowest to the highest value; the first and the last are its ends.
    pub ticks: Vec<Tick>,
    /// In any order: they are drawn with the largest gap first and the hidden ones last.
    pub rows: Vec<Row>,
}

/// A mark of the scale; without a label, only a line.
#[derive(Debug, Clone, Default)]
pub struct Tick {
    pub value: i32,
    pub label: String,
}

/// One criterion.
#[derive(Debug, Clone)]
pub struct Row {
    pub label: String,
    pub content: Content,
}

/// What a row may show.
#[derive(Debug, Clone)]
pub enum Content {
    /// One mark per group, in the order of [`GapPicture::groups`]; `None` where a group has no value.
    Shown {
        marks: Vec<Option<Mark>>,
        /// The gap in words: "+65".
        gap_label: String,
    },
    /// Why there is nothing to see: "masqué : moins de 5 réponses d’un groupe".
    Hidden(String),
}

/// Where a group stands, and between which values most of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub value: i32,
    pub spread: Option<(i32, i32)>,
}

/// How the plot is laid out on its sheet.
struct Form {
    width: i32,
    /// Where the scale starts and ends.
    scale: (i32, i32),
    /// Whether the name of a row stands above its marks instead of beside them.
    above: bool,
    size: i32,
    small: i32,
    class: &'static str,
}

const WIDE: Form =
    Form { width: 520, scale: (172, 474), above: false, size: 14, small: 13, class: "gap wide-only" };
const TALL: Form =
    Form { width: 340, scale: (14, 288), above: true, size: 16, small: 14, class: "gap narrow-only" };

/// The plot with the names of the criteria beside the marks, 520 wide.
pub fn draw(picture: &GapPicture) -> String {
    finish(picture, &WIDE, "wide")
}

/// The plot with the names above the marks, 340 wide, for phones.
pub fn draw_tall(picture: &GapPicture) -> String {
    finish(picture, &TALL, "tall")
}

fn finish(picture: &GapPicture, form: &Form, ending: &str) -> String {
    let (sheet, height) = paint(picture, form);
    let id_prefix = format!("{}-{ending}", picture.id_prefix);
    let (title, desc) = (&picture.title, &picture.desc);
    sheet.finish(&Frame { id_prefix: &id_prefix, class: form.class, title, desc, width: form.width, height })
}

fn paint(picture: &GapPicture, form: &Form) -> (Sheet, i32) {
    let mut sheet = Sheet::default();
    let top = legend(&mut sheet, picture, form);
    let rows = in_order(picture);
    let heights: Vec<i32> = rows.iter().map(|row| height(row, form)).collect();
    let bottom = top + heights.iter().sum::<i32>() + 4;
    for tick in &picture.ticks {
        let x = form.x(picture, tick.value);
        sheet.draw(&stroke((x, top), (x, bottom), palette::RULE, "1"));
    }
    let mut y = top;
    for (row, height) in rows.iter().zip(&heights) {
        paint_row(&mut sheet, picture, row, form, (y, *height));
        y += height;
    }
    ticks(&mut sheet, picture, form, bottom + form.small + 4);
    (sheet, bottom + form.small + 12)
}

/// The largest gap first, then as given; hidden rows last.
fn in_order(picture: &GapPicture) -> Vec<&Row> {
    let mut rows: Vec<&Row> = picture.rows.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.gap()));
    rows
}

impl Row {
    /// Distance between the two groups furthest apart; below zero when there is nothing to see.
    fn gap(&self) -> i64 {
        let Content::Shown { marks, .. } = &self.content else { return -1 };
        let values = || marks.iter().flatten().map(|mark| i64::from(mark.value));
        values().max().unwrap_or(0) - values().min().unwrap_or(0)
    }
}

impl Form {
    /// From value to place; values outside the scale stand at its ends.
    fn x(&self, picture: &GapPicture, value: i32) -> i32 {
        let first = picture.ticks.first().map_or(0, |tick| i64::from(tick.value));
        let last = picture.ticks.last().map_or(100, |tick| i64::from(tick.value));
        let (low, high) = (first.min(last), first.max(last).max(first.min(last) + 1));
        let part = (i64::from(value).clamp(low, high) - low) * i64::from(self.scale.1 - self.scale.0);
        self.scale.0 + i32::try_from(part / (high - low)).unwrap_or(0)
    }

    fn name_lines(&self, row: &Row) -> Vec<String> {
        let room = if self.above { self.width - 4 } else { self.scale.0 - 26 };
        wrap(&row.label, 2, room, self.size, Weight::Regular)
    }

    fn why_lines(&self, why: &str) -> Vec<String> {
        let start = if self.above { 2 } else { self.scale.0 };
        wrap(why, 3, self.width - start - 2, self.small, Weight::Regular)
    }

    fn line(&self) -> i32 {
        self.size + 3
    }
}

fn count(lines: usize) -> i32 {
    i32::try_from(lines).unwrap_or(0)
}

fn height(row: &Row, form: &Form) -> i32 {
    let name = count(form.name_lines(row).len()) * form.line();
    let beside = match &row.content {
        Content::Shown { .. } => 28,
        Content::Hidden(why) => count(form.why_lines(why).len()) * form.line(),
    };
    if form.above { name + beside + 14 } else { name.max(beside) + 8 }
}

fn paint_row(sheet: &mut Sheet, picture: &GapPicture, row: &Row, form: &Form, (y, height): (i32, i32)) {
    let names = form.name_lines(row);
    let block = count(names.len()) * form.line();
    let first = if form.above { y + form.size } else { y + (height - block) / 2 + form.size - 1 };
    for (at, name) in names.iter().enumerate() {
        sheet.text(
            Line::new(name, 2, first + count(at) * form.line(), form.size, palette::INK).on(palette::CARD),
        );
    }
    let middle = if form.above { y + block + 18 } else { y + height / 2 };
    match &row.content {
        Content::Shown { marks, gap_label } => paint_marks(sheet, picture, form, middle, marks, gap_label),
        Content::Hidden(why) => {
            let lines = form.why_lines(why);
            let (x, top) = if form.above {
                (2, y + block)
            } else {
                (form.scale.0, middle - count(lines.len()) * form.line() / 2)
            };
            for (at, text) in lines.iter().enumerate() {
                let baseline = top + form.size - 1 + count(at) * form.line();
                sheet.text(Line::new(text, x, baseline, form.small, palette::SOFT).on(palette::CARD));
            }
        }
    }
}

fn paint_marks(
    sheet: &mut Sheet,
    picture: &GapPicture,
    form: &Form,
    y: i32,
    marks: &[Option<Mark>],
    gap_label: &str,
) {
    let shown: Vec<(usize, Mark)> =
        marks.iter().enumerate().filter_map(|(at, mark)| Some((at, (*mark)?))).collect();
    let xs: Vec<i32> = shown.iter().map(|(_, mark)| form.x(picture, mark.value)).collect();
    let (Some(left), Some(right)) = (xs.iter().min().copied(), xs.iter().max().copied()) else { return };
    let bar = Area { left, top: y - 3, right, bottom: y + 3 };
    sheet.draw(&rect(&bar).attr("fill", palette::BAR).empty());
    let (mut nearest, mut furthest) = (left - 9, right + 9);
    for (at, mark) in &shown {
        if let Some((low, high)) = mark.spread {
            let (from, to) = (form.x(picture, low.min(high)), form.x(picture, low.max(high)));
            let lift = y - 4 + shape::lift(*at, marks.len());
            sheet.draw(&stroke((from, lift), (to, lift), Shape::of(*at).colour(), "2"));
            (nearest, furthest) = (nearest.min(from), furthest.max(to));
        }
    }
    for (place, (at, _)) in shown.iter().enumerate() {
        // Marks that would hide each other step aside, up and down in turn.
        let near = xs[..place].iter().filter(|other| (*other - xs[place]).abs() < 12).count();
        Shape::of(*at).draw(sheet, (xs[place], y + [0, -7, 7, -10][near.min(3)]));
    }
    paint_gap(sheet, form, y, (nearest, furthest), gap_label);
}

/// The gap in words, on the side of the marks that has room for it.
fn paint_gap(sheet: &mut Sheet, form: &Form, y: i32, (nearest, furthest): (i32, i32), gap_label: &str) {
    let wide = width(gap_label, form.size, Weight::Bold);
    let right = furthest + 6 + wide <= form.width;
    let (x, anchor) = if right { (furthest + 6, Anchor::Start) } else { (nearest - 6, Anchor::End) };
    let line = Line::new(gap_label, x, y + 5, form.size, palette::INK).bold().anchored(anchor);
    // No room on either side: the table beside the picture still says it.
    if line.area().left >= form.scale.0 - 16 {
        sheet.text(line.on(palette::CARD));
    }
}

/// Shape and name of each group, wrapped. Returns where the plot starts.
fn legend(sheet: &mut Sheet, picture: &GapPicture, form: &Form) -> i32 {
    let (mut x, mut y) = (10, 14);
    for (at, group) in picture.groups.iter().enumerate() {
        let name = shorten(group, form.width - 26, form.size, Weight::Regular);
        let wide = 16 + width(&name, form.size, Weight::Regular);
        if x > 10 && x + wide > form.width {
            (x, y) = (10, y + form.line() + 6);
        }
        Shape::of(at).draw(sheet, (x, y));
        sheet.text(Line::new(&name, x + 14, y + 5, form.size, palette::INK));
        x += wide + 24;
    }
    if picture.groups.is_empty() { 4 } else { y + 20 }
}

/// Labels of the scale; one that would touch its neighbour is left out.
fn ticks(sheet: &mut Sheet, picture: &GapPicture, form: &Form, baseline: i32) {
    let mut written: Vec<Area> = Vec::new();
    let last = picture.ticks.len().saturating_sub(1);
    let order = std::iter::once(last).chain(0..last);
    for tick in order.filter_map(|at| picture.ticks.get(at)) {
        let half = width(&tick.label, form.small, Weight::Regular) / 2 + 1;
        let x = form.x(picture, tick.value).clamp(half, (form.width - half).max(half));
        let line = Line::new(&tick.label, x, baseline, form.small, palette::SOFT).anchored(Anchor::Middle);
        let area = line.area().widened(4, 0);
        let within = area.right - area.left <= form.width;
        if within && written.iter().all(|other| !other.meets(&area)) {
            written.push(area);
            sheet.text(line);
        }
    }
}

#[cfg(test)]
mod tests;
