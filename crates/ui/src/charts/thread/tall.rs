//! The thread on a phone: a list that runs down, with the three lanes as rails beside it.
//!
//! On 340 pixels three columns of words would be three columns of fragments. So each date has its own row and the
//! whole width for its words; the rails keep what the eye needs: which dialogue, what passed to which other.

use super::super::measure::{Weight, shorten, wrap};
use super::super::palette;
use super::super::sheet::{Anchor, Area, Element, Line, Sheet, circle, rect, stroke};
use super::dots::{self, Curve};
use super::{Event, Flag, Page, ThreadPicture, Tone, lane_at};
use crate::charts::measure::width;
use kernel::Sphere;

const WIDTH: i32 = 340;
const RAILS: [i32; 3] = [18, 44, 70];
/// Where words start.
const WORDS: i32 = 94;
const SIZE: i32 = 16;
const SMALL: i32 = 14;
const LINE: i32 = 20;
const RADIUS: i32 = 8;

/// One row of the list.
enum Row<'a> {
    Band(&'a super::Band),
    Flag(&'a Flag),
    Event(usize, &'a Event),
    Today,
}

pub fn paint(picture: &ThreadPicture) -> Page {
    let mut sheet = Sheet::default();
    let top = legend(&mut sheet, picture);
    let rows = in_order(picture);
    let heights: Vec<i32> = rows.iter().map(|row| height(picture, row)).collect();
    let bottom = top + heights.iter().sum::<i32>() + 10;
    background(&mut sheet, &rows, &heights, top, bottom);
    for sphere in Sphere::ALL {
        let x = RAILS[lane_at(*sphere)];
        sheet.draw(&stroke((x, top), (x, bottom), palette::mark(*sphere), "3"));
    }
    let mut y = top;
    let mut places = vec![0; picture.events.len()];
    for (row, height) in rows.iter().zip(&heights) {
        if let Row::Event(i, _) = row {
            places[*i] = y + 16;
        }
        y += height;
    }
    links(&mut sheet, picture, &places);
    let mut y = top;
    for (row, height) in rows.iter().zip(&heights) {
        paint_row(&mut sheet, picture, row, y);
        y += height;
    }
    let id_prefix = format!("{}-tall", picture.id_prefix);
    Page { sheet, width: WIDTH, height: bottom, class: "thread narrow-only", id_prefix }
}

/// The names of the rails, each beside a point of its colour. Returns where the list starts.
fn legend(sheet: &mut Sheet, picture: &ThreadPicture) -> i32 {
    let mut baseline = 18;
    for sphere in Sphere::ALL {
        let (lane, x) = (picture.lane(*sphere), RAILS[lane_at(*sphere)]);
        let name = shorten(&lane.name, WIDTH - WORDS - 4, SIZE, Weight::Bold);
        sheet.draw(&circle(x, baseline - 5, 5).attr("fill", palette::mark(*sphere)).empty());
        sheet.draw(&stroke((x, baseline - 5), (WORDS - 8, baseline - 5), palette::mark(*sphere), "1"));
        sheet.draw(&stroke((x, baseline - 5), (x, 80), palette::mark(*sphere), "3"));
        sheet.text(Line::new(&name, WORDS, baseline, SIZE, palette::words(*sphere)).bold());
        let after = WORDS + width(&name, SIZE, Weight::Bold) + 8;
        let sub_name = shorten(&lane.sub_name, (WIDTH - after - 4).max(0), SMALL, Weight::Regular);
        if sub_name != "…" {
            sheet.text(Line::new(&sub_name, after, baseline, SMALL, palette::SOFT));
        }
        baseline += 24;
    }
    80
}

/// Every row in order of time; on one day: the band that opens, what the law dates, what was held, today, the rest.
fn in_order(picture: &ThreadPicture) -> Vec<Row<'_>> {
    let mut rows: Vec<(i32, u8, Row<'_>)> = vec![(picture.today, 3, Row::Today)];
    rows.extend(picture.bands.iter().map(|band| (band.from.unwrap_or(i32::MIN), 0, Row::Band(band))));
    rows.extend(picture.flags.iter().map(|flag| (flag.day, 1, Row::Flag(flag))));
    let rank = |held: bool| if held { 2 } else { 4 };
    let events = picture.events.iter().enumerate();
    rows.extend(events.map(|(i, event)| (event.day, rank(event.held), Row::Event(i, event))));
    rows.sort_by_key(|(day, rank, _)| (*day, *rank));
    // The first band covers what came before its own date too.
    if let Some(first) = rows.iter().position(|(_, _, row)| matches!(row, Row::Band(_))) {
        rows[..=first].rotate_right(1);
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn event_lines(event: &Event) -> Vec<String> {
    wrap(&event.label, 3, WIDTH - WORDS - 4, SIZE, Weight::Regular)
}

fn flag_lines(flag: &Flag) -> Vec<String> {
    let weight = if flag.tone == Tone::Alert { Weight::Bold } else { Weight::Regular };
    wrap(&flag.words(), 3, WIDTH - WORDS - 28, SIZE, weight)
}

fn height(picture: &ThreadPicture, row: &Row<'_>) -> i32 {
    let lines = |count: usize| i32::try_from(count).unwrap_or(0) * LINE;
    match row {
        Row::Band(band) => 34 + if band.dates.is_empty() { 0 } else { LINE - 2 },
        Row::Flag(flag) => lines(flag_lines(flag).len().max(1)) + 14,
        Row::Event(_, event) => {
            lines(event_lines(event).len() + usize::from(!event.date.is_empty())).max(LINE) + 14
        }
        Row::Today => 22 + if picture.today_label.is_empty() { 0 } else { 14 },
    }
}

fn background(sheet: &mut Sheet, rows: &[Row<'_>], heights: &[i32], top: i32, bottom: i32) {
    let mut y = top;
    let mut starts: Vec<i32> = Vec::new();
    for (row, height) in rows.iter().zip(heights) {
        if matches!(row, Row::Band(_)) {
            starts.push(y);
        }
        y += height;
    }
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(bottom);
        let area = Area { left: 0, top: *start, right: WIDTH, bottom: end };
        sheet.draw(&rect(&area).attr("fill", palette::BANDS[at % 2]).empty());
    }
}

/// The ways between rails. Two rails apart, a way bows through the gap beside the middle one.
fn links(sheet: &mut Sheet, picture: &ThreadPicture, places: &[i32]) {
    for (link, from, to) in picture.real_links() {
        let (a, b) =
            ((RAILS[lane_at(from.lane)], places[link.from]), (RAILS[lane_at(to.lane)], places[link.to]));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let bow = if dx == 0 { 14 } else { 0 };
        let curve = Curve([a, (a.0 + dx / 2 + bow, a.1 + dy / 8), (a.0 + dx / 2 + bow, b.1 - dy / 8), b]);
        let drawn = dots::curve(&curve, RADIUS + 4);
        sheet.draw(&Element::new("g").holding(&(Element::new("title").saying(&link.label) + &drawn)));
    }
}

fn paint_row(sheet: &mut Sheet, picture: &ThreadPicture, row: &Row<'_>, y: i32) {
    match row {
        Row::Band(band) => paint_band(sheet, band, y),
        Row::Flag(flag) => paint_flag(sheet, flag, y),
        Row::Event(_, event) => paint_event(sheet, picture, event, y),
        Row::Today => paint_today(sheet, picture, y),
    }
}

fn paint_band(sheet: &mut Sheet, band: &super::Band, y: i32) {
    let name = shorten(&band.label, WIDTH - WORDS - 4, SIZE, Weight::Bold);
    sheet.text(Line::new(&name, WORDS, y + 24, SIZE, palette::INK).bold());
    let dates = shorten(&band.dates, WIDTH - WORDS - 4, SMALL, Weight::Regular);
    sheet.text(Line::new(&dates, WORDS, y + 24 + LINE - 1, SMALL, palette::SOFT));
}

fn paint_flag(sheet: &mut Sheet, flag: &Flag, y: i32) {
    sheet.linked(flag.href.as_deref(), &flag.words(), |sheet| {
        dots::flag(sheet, flag.tone, (WORDS + 8, y + 16));
        let (colour, bold) = match flag.tone {
            Tone::Plain => (palette::INK, false),
            Tone::Alert => (palette::ALERT, true),
        };
        for (row, text) in flag_lines(flag).iter().enumerate() {
            let baseline = y + 21 + i32::try_from(row).unwrap_or(0) * LINE;
            let line = Line::new(text, WORDS + 24, baseline, SIZE, colour);
            sheet.text(if bold { line.bold() } else { line });
        }
    });
}

fn paint_event(sheet: &mut Sheet, picture: &ThreadPicture, event: &Event, y: i32) {
    sheet.linked(event.href.as_deref(), &picture.spoken(event), |sheet| {
        let x = RAILS[lane_at(event.lane)];
        dots::dot(sheet, event, (x, y + 16), RADIUS);
        let mut baseline = y + 21;
        for text in event_lines(event) {
            sheet.text(Line::new(&text, WORDS, baseline, SIZE, palette::INK));
            baseline += LINE;
        }
        let date = shorten(&event.date, WIDTH - WORDS - 4, SMALL, Weight::Regular);
        sheet.text(Line::new(&date, WORDS, baseline - 1, SMALL, palette::SOFT));
    });
}

fn paint_today(sheet: &mut Sheet, picture: &ThreadPicture, y: i32) {
    let middle = y + 18;
    sheet.draw(&stroke((0, middle), (WIDTH, middle), palette::INK, "1.5"));
    if picture.today_label.is_empty() {
        return;
    }
    let label = shorten(&picture.today_label, WIDTH - WORDS - 24, SMALL, Weight::Regular);
    let right = WORDS + width(&label, SMALL, Weight::Regular) + 18;
    let pill = Area { left: WORDS, top: middle - 11, right, bottom: middle + 11 };
    sheet.draw(&rect(&pill).attr("rx", "6").attr("fill", palette::INK).empty());
    sheet.text(
        Line::new(&label, (WORDS + right) / 2, middle + 5, SMALL, palette::CARD).anchored(Anchor::Middle),
    );
}
