//! The thread on a wide screen and on paper.

use super::super::measure::{Weight, shorten, width, wrap};
use super::super::palette;
use super::super::sheet::{Anchor, Area, Element, Line, Sheet, joined, rect, stroke};
use super::dots::{self, Curve};
use super::flags::{self, FlagPlace};
use super::labels::{self, Found, Wanted};
use super::scale::{self, Places, Room};
use super::{Page, ThreadPicture, Tone, lane_at};
use kernel::Sphere;

const WIDTH: i32 = 1180;
/// Where time starts, right of the names of the lanes.
const START: i32 = 130;
const MARGIN: i32 = 10;
const SIZE: i32 = 13;
const SMALL: i32 = 12;
const LINE: i32 = 16;
const LABEL_WIDTH: i32 = 158;
/// Least distance between two lanes.
const PITCH: i32 = 74;

/// The words of an event, broken into lines, its date last.
struct Words {
    lines: Vec<String>,
    date: String,
    width: i32,
}

/// Everything that has found its place.
struct Plan {
    places: Places,
    words: Vec<Words>,
    found: Vec<Option<Found>>,
    flags: Vec<FlagPlace>,
    /// One line for the names of the bands, or two when a date does not fit beside its name.
    header: i32,
    lanes: [i32; 3],
    bottom: i32,
}

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

fn plan(picture: &ThreadPicture) -> Plan {
    let names: Vec<i32> = picture.bands.iter().map(|band| width(&band_words(band), SIZE, Weight::Regular) + 24).collect();
    let room = Room { start: START, end: WIDTH - MARGIN, before: 28, after: 60 };
    let places = scale::place(picture, room, &names);
    let fits = |(name, (left, right)): (&i32, &(i32, i32))| name - 8 <= right - left;
    let header = if names.iter().zip(&places.bands).all(fits) { 1 } else { 2 };
    let top = if picture.bands.is_empty() { 8 } else { 8 + header * LINE };
    let flags = flags::arrange(picture, &places, (START + 4, places.end), top + 14);
    let under_flags = flags.iter().map(|flag| flag.y + 14).max().unwrap_or(top);
    let words: Vec<Words> = picture.events.iter().map(words).collect();
    let mut plan = Plan { places, words, found: Vec::new(), flags, header, lanes: [0, 90, 180], bottom: 0 };
    // Twice: the curves between lanes, which words avoid, depend on where the words push the lanes.
    for _ in 0..2 {
        plan.found = plan.arrange(picture);
        plan.settle(picture, under_flags);
    }
    plan
}

fn words(event: &super::Event) -> Words {
    let lines = wrap(&event.label, 2, LABEL_WIDTH, SIZE, Weight::Regular);
    let date = shorten(&event.date, LABEL_WIDTH, SMALL, Weight::Regular);
    let widest = lines.iter().map(|line| width(line, SIZE, Weight::Regular)).max().unwrap_or(0);
    let width = widest.max(width(&date, SMALL, Weight::Regular));
    Words { lines, date, width }
}

fn band_words(band: &super::Band) -> String {
    joined(&[&band.label, &band.dates], " · ")
}

fn links(picture: &ThreadPicture) -> impl Iterator<Item = (&super::Link, usize, usize)> {
    picture.real_links().map(|(link, _, _)| (link, link.from, link.to))
}

impl Words {
    fn height(&self) -> i32 {
        let lines = self.lines.len() + usize::from(!self.date.is_empty());
        i32::try_from(lines).unwrap_or(0) * LINE - 1
    }
}

impl Plan {
    fn radius(&self) -> i32 {
        if self.places.spacing >= 23 { 9 } else { 7 }
    }

    fn at(&self, picture: &ThreadPicture, event: usize) -> (i32, i32) {
        (self.places.events[event], self.lanes[lane_at(picture.events[event].lane)])
    }

    /// The way from one event to another: it leaves along its lane and arrives across.
    fn curve(&self, picture: &ThreadPicture, from: usize, to: usize) -> Curve {
        let ((x1, y1), (x2, y2)) = (self.at(picture, from), self.at(picture, to));
        let (dx, dy) = (x2 - x1, y2 - y1);
        // Within one lane, the way bows under the line.
        let bow = if dy == 0 { 34 } else { 0 };
        Curve([(x1, y1), (x1 + dx / 2, y1 + dy / 6 + bow), (x2 - dx / 4, y2 - dy / 2 + bow), (x2, y2)])
    }

    /// Finds a place for the words of every event, lane by lane.
    fn arrange(&self, picture: &ThreadPicture) -> Vec<Option<Found>> {
        let ways: Vec<(i32, i32)> = links(picture)
            .map(|(_, from, to)| self.curve(picture, from, to))
            .flat_map(|curve| (0..=24).map(move |step| curve.at(step, 24)))
            .collect();
        let mut found = vec![None; picture.events.len()];
        for sphere in Sphere::ALL {
            let y = self.lanes[lane_at(*sphere)];
            let here: Vec<usize> = (0..found.len()).filter(|i| picture.events[*i].lane == *sphere).collect();
            let wanted: Vec<Wanted> = here.iter().map(|i| self.wanted(picture, *i)).collect();
            let cost = |area: &Area| {
                let within = |p: &&(i32, i32)| {
                    (area.left - 3..area.right + 3).contains(&p.0)
                        && (area.top - 2..area.bottom + 2).contains(&(p.1 - y))
                };
                let crossed = i32::try_from(ways.iter().filter(within).count()).unwrap_or(0);
                let today = (area.left - 3..area.right + 3).contains(&self.places.today);
                crossed.min(6) * 4 + i32::from(today) * 30
            };
            let limits = (START + 4, self.places.end);
            let placed = labels::arrange(&wanted, limits, *sphere != Sphere::Technical, cost);
            for (event, place) in here.into_iter().zip(placed) {
                found[event] = place;
            }
        }
        found
    }

    fn wanted(&self, picture: &ThreadPicture, event: usize) -> Wanted {
        let (words, days) = (&self.words[event], picture.events[event].day - picture.today);
        // Of two events as far from today, the one to come chooses first.
        let turn = days.saturating_abs().saturating_mul(2) + i32::from(days < 0);
        Wanted { x: self.places.events[event], width: words.width, height: words.height(), turn }
    }

    /// Spreads the lanes so that the words of each fit between it and its neighbours.
    fn settle(&mut self, picture: &ThreadPicture, under_flags: i32) {
        let reach = |sphere: Sphere, above: bool| {
            let here = self.found.iter().enumerate().filter(|(i, _)| picture.events[*i].lane == sphere);
            let edges = here.filter_map(|(_, found)| found.map(|f| if above { -f.area.top } else { f.area.bottom }));
            edges.max().unwrap_or(0)
        };
        let mut lanes = [0; 3];
        let mut floor = under_flags + 4;
        for (at, sphere) in [Sphere::Social, Sphere::Professional, Sphere::Technical].into_iter().enumerate() {
            let least = if at == 0 { floor + 26 } else { lanes[at - 1] + PITCH };
            lanes[at] = (floor + reach(sphere, true).max(14)).max(least);
            floor = lanes[at] + reach(sphere, false).max(14) + 6;
        }
        self.bottom = floor.max(lanes[2] + 34) + 4;
        self.lanes = lanes;
    }

    fn tint(&self, x: i32) -> &'static str {
        let band = self.places.bands.iter().position(|(left, right)| (*left..*right).contains(&x));
        band.map_or(palette::CARD, |at| palette::BANDS[at % 2])
    }
}

fn bands(sheet: &mut Sheet, picture: &ThreadPicture, plan: &Plan) {
    for (at, (left, right)) in plan.places.bands.iter().enumerate() {
        let area = Area { left: *left, top: 0, right: *right, bottom: plan.bottom };
        sheet.draw(&rect(&area).attr("fill", palette::BANDS[at % 2]).empty());
    }
    let today = plan.places.today;
    sheet.draw(&stroke((today, 0), (today, plan.bottom), palette::INK, "1.5"));
    for (at, (band, (left, right))) in picture.bands.iter().zip(&plan.places.bands).enumerate() {
        let lines = if plan.header == 1 { vec![band_words(band)] } else { vec![band.label.clone(), band.dates.clone()] };
        let widest = lines.iter().map(|line| width(line, SIZE, Weight::Regular)).max().unwrap_or(0);
        // The line of today does not strike the name out when the name can stand beside it.
        let struck = (left + 4..left + 14 + widest).contains(&today);
        let x = if struck && today + 8 + widest <= right - 4 { today + 8 } else { left + 10 };
        for (row, text) in lines.iter().enumerate() {
            let text = shorten(text, (right - x - 4).max(0), SIZE, Weight::Regular);
            if text == "…" {
                continue;
            }
            let baseline = 18 + i32::try_from(row).unwrap_or(0) * LINE;
            sheet.text(Line::new(&text, x, baseline, SIZE, palette::SOFT).on(palette::BANDS[at % 2]));
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
    for found in plan.found.iter().zip(&picture.events).filter_map(|(found, event)| Some((found.as_ref()?, event))) {
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
        sheet.linked(event.href.as_deref(), &picture.spoken(event), |sheet| {
            let (x, y) = plan.at(picture, i);
            dots::dot(sheet, event, (x, y), plan.radius());
            match &plan.found[i] {
                Some(found) => lines(sheet, plan, i, found, y),
                None => number(sheet, event, (x, y), numbered.iter().position(|n| *n == i).unwrap_or(0) + 1),
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
    let mut baseline = y + area.top + 12;
    for text in &words.lines {
        sheet.text(Line::new(text, x, baseline, SIZE, palette::INK).anchored(found.anchor).on(plan.tint(middle)));
        baseline += LINE;
    }
    let date = Line::new(&words.date, x, baseline, SMALL, palette::SOFT);
    sheet.text(date.anchored(found.anchor).on(plan.tint(middle)));
}

fn number(sheet: &mut Sheet, event: &super::Event, (x, y): (i32, i32), number: usize) {
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
