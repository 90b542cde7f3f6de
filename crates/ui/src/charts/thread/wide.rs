//! The thread on a wide screen and on paper: drawing what was planned.

use super::super::measure::{Weight, shorten, width, wrap};
use super::super::palette;
use super::super::sheet::{Anchor, Area, Element, Line, Sheet, rect, stroke};
use super::dots;
use super::labels::Found;
use super::plan::{LINE, MARGIN, Plan, SIZE, SMALL, START, band_words, links, plan};
use super::{Band, Event, Page, ThreadPicture, Tone, lane_at};
use kernel::Sphere;

pub fn paint(picture: &ThreadPicture) -> Page {
    let plan = plan(picture);
    let mut sheet = Sheet::default();
    bands(&mut sheet, picture, &plan);
    lanes(&mut sheet, picture, &plan);
    deadlines(&mut sheet, picture, &plan);
    for (link, from, to) in links(picture) {
        let drawn = dots::curve(&plan.curve(picture, from, to), plan.radius() + 4);
        sheet.draw(&Element::new("g").holding(&(Element::new("title").saying(&link.label) + &drawn)));
    }
    let bottom = events(&mut sheet, picture, &plan);
    let (width, height) = (plan.places.end + MARGIN, bottom.max(today(&mut sheet, picture, &plan)));
    let id_prefix = format!("{}-wide", picture.id_prefix);
    Page { sheet, width, height, class: "thread wide-only", id_prefix }
}

fn bands(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) {
    for (at, (left, right)) in plan.places.bands.iter().enumerate() {
        let area = Area { left: *left, top: 0, right: *right, bottom: plan.bottom };
        sheet.draw(&rect(&area).attr("fill", palette::BANDS[at % 2]).empty());
    }
    let today = plan.places.today;
    sheet.draw(&stroke((today, 0), (today, plan.bottom), palette::INK, "1.5"));
    for (at, (band, edges)) in picture.bands.iter().zip(&plan.places.bands).enumerate() {
        band_name(sheet, plan, band, *edges, palette::BANDS[at % 2]);
    }
}

fn band_name(sheet: &mut Sheet, plan: &Plan, band: &Band, (left, right): (i32, i32), tint: &str) {
    let lines =
        if plan.header == 1 { vec![band_words(band)] } else { vec![band.label.clone(), band.dates.clone()] };
    let widest = lines.iter().map(|line| width(line, SIZE, Weight::Regular)).max().unwrap_or(0);
    // The line of today does not strike the name out when the name can stand beside it.
    let today = plan.places.today;
    let struck = (left + 4..left + 14 + widest).contains(&today);
    let x = if struck && today + 8 + widest <= right - 4 { today + 8 } else { left + 10 };
    for (row, text) in (0..).zip(&lines) {
        let text = shorten(text, (right - x - 4).max(0), SIZE, Weight::Regular);
        if text != "…" {
            sheet.text(Line::new(&text, x, 18 + row * LINE, SIZE, palette::SOFT).on(tint));
        }
    }
}

fn lanes(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) {
    for sphere in Sphere::ALL {
        let (lane, y) = (picture.lane(*sphere), plan.lanes[lane_at(*sphere)]);
        sheet.draw(&stroke((START, y), (plan.places.end, y), palette::mark(*sphere), "3"));
        let name = shorten(&lane.name, START - 14, SIZE, Weight::Bold);
        let below = wrap(&lane.sub_name, 2, START - 14, SMALL, Weight::Regular);
        let first = y + 5 - i32::try_from(below.len()).unwrap_or(0) * LINE / 2;
        sheet.text(Line::new(&name, 4, first, SIZE, palette::words(*sphere)).bold());
        for (row, text) in below.iter().enumerate() {
            let baseline = first + (i32::try_from(row).unwrap_or(0) + 1) * LINE;
            sheet.text(Line::new(text, 4, baseline, SMALL, palette::SOFT));
        }
    }
}

fn deadlines(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) {
    let Some(floor) = plan.flags.iter().map(|flag| flag.y).max() else { return };
    let name = shorten(&picture.flags_name, START - 14, SIZE, Weight::Bold);
    sheet.text(Line::new(&name, 4, floor + 4, SIZE, palette::SOFT).bold());
    for (flag, place) in picture.flags.iter().zip(&plan.flags) {
        sheet.linked(flag.href.as_deref(), &flag.words(), |sheet| {
            dots::flag(sheet, flag.tone, (place.x, place.y));
            let colour = if flag.tone == Tone::Alert { palette::ALERT } else { palette::INK };
            let middle = (place.words.left + place.words.right) / 2;
            let line = Line::new(&place.text, place.text_x(), place.y + 4, SIZE, colour);
            let line = if flag.tone == Tone::Alert { line.bold() } else { line };
            sheet.text(line.anchored(place.anchor).on(plan.tint(middle)));
        });
    }
}

/// Circles and words, then the key of the circles that only have a number. Returns where the drawing ends.
fn events(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) -> i32 {
    for found in
        plan.found.iter().zip(&picture.events).filter_map(|(found, event)| Some((found.as_ref()?, event)))
    {
        if let (Found { tie: Some(tie), .. }, event) = found {
            let (x, y) = (tie.left + 1, plan.lanes[lane_at(event.lane)]);
            sheet.draw(&stroke((x, y + tie.top), (x, y + tie.bottom), palette::mark(event.lane), "1"));
        }
    }
    let mut numbered: Vec<usize> = (0..plan.found.len()).filter(|i| plan.found[*i].is_none()).collect();
    numbered.sort_by_key(|i| (plan.places.events[*i], *i));
    let mut reading: Vec<usize> = (0..plan.found.len()).collect();
    reading.sort_by_key(|i| (picture.events[*i].day, *i));
    for i in reading {
        let event = &picture.events[i];
        let place = numbered.iter().position(|n| *n == i).map_or(1, |place| place + 1);
        // What is seen in the link is said by its name: its words, or its number in the key.
        let spoken = match &plan.found[i] {
            Some(_) => picture.spoken(event),
            None => format!("{place}. {}", picture.spoken(event)),
        };
        sheet.linked(event.href.as_deref(), &spoken, |sheet| {
            let (x, y) = plan.at(picture, i);
            dots::dot(sheet, event, (x, y), plan.radius());
            match &plan.found[i] {
                Some(found) => lines(sheet, plan, i, found, y),
                None => number(sheet, event, (x, y), place),
            }
        });
    }
    super::key::paint(sheet, picture, &numbered, plan.places.end, plan.bottom + 26)
}

fn lines(sheet: &mut Sheet, plan: &Plan, event: usize, found: &Found, y: i32) {
    let (words, area) = (&plan.words[event], &found.area);
    let middle = (area.left + area.right) / 2;
    let x = match found.anchor {
        Anchor::Start => area.left,
        Anchor::Middle => middle,
        Anchor::End => area.right,
    };
    let mut baseline = y + area.top + 13;
    for text in &words.lines {
        sheet.text(
            Line::new(text, x, baseline, SIZE, palette::INK).anchored(found.anchor).on(plan.tint(middle)),
        );
        baseline += LINE;
    }
    let date = Line::new(&words.date, x, baseline, SMALL, palette::SOFT);
    sheet.text(date.anchored(found.anchor).on(plan.tint(middle)));
}

fn number(sheet: &mut Sheet, event: &Event, (x, y): (i32, i32), number: usize) {
    let colour = if event.held { palette::CARD } else { palette::words(event.lane) };
    let text = number.to_string();
    let size = if text.len() > 2 { 8 } else { 11 };
    let line = Line::new(&text, x, y + 4, size, colour).bold().anchored(Anchor::Middle);
    sheet.inside_mark(line);
}

fn today(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) -> i32 {
    let half = width(&picture.today_label, SMALL, Weight::Regular) / 2 + 7;
    let middle = plan.places.today.clamp(half + 1, (plan.places.end + MARGIN - half - 1).max(half + 1));
    let pill = Area { left: middle - half, top: plan.bottom, right: middle + half, bottom: plan.bottom + 19 };
    sheet.draw(&rect(&pill).attr("rx", "5").attr("fill", palette::INK).empty());
    let line = Line::new(&picture.today_label, middle, plan.bottom + 14, SMALL, palette::CARD);
    sheet.text(line.anchored(Anchor::Middle));
    plan.bottom + 22
}
