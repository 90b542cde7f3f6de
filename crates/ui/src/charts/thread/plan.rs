//! The plan of the wide thread: where everything goes, before anything is drawn.

use super::super::measure::{Weight, shorten, width, wrap};
use super::super::palette;
use super::super::sheet::{Area, joined};
use super::dots::Curve;
use super::flags::{self, FlagPlace};
use super::labels::{self, Found, Wanted};
use super::scale::{self, Places, Room};
use super::{Band, Event, Link, ThreadPicture, lane_at};
use kernel::Sphere;

const WIDTH: i32 = 1180;
/// Where time starts, right of the names of the lanes.
pub const START: i32 = 130;
pub const MARGIN: i32 = 10;
pub const SIZE: i32 = 14;
pub const SMALL: i32 = 13;
pub const LINE: i32 = 17;
const LABEL_WIDTH: i32 = 172;
/// Least distance between two lanes.
const PITCH: i32 = 76;

/// The words of an event, broken into lines, its date last.
pub struct Words {
    pub lines: Vec<String>,
    pub date: String,
    width: i32,
}

/// Everything that has found its place.
pub struct Plan {
    pub places: Places,
    pub words: Vec<Words>,
    pub found: Vec<Option<Found>>,
    pub flags: Vec<FlagPlace>,
    /// One line for the names of the bands, or two when a date does not fit beside its name.
    pub header: i32,
    pub lanes: [i32; 3],
    pub bottom: i32,
}

pub fn plan(picture: &ThreadPicture) -> Plan {
    let names: Vec<i32> =
        picture.bands.iter().map(|band| width(&band_words(band), SIZE, Weight::Regular) + 24).collect();
    let room = Room { start: START, end: WIDTH - MARGIN, before: 28, after: 60 };
    let places = scale::place(picture, room, &names);
    let fits = |(name, (left, right)): (&i32, &(i32, i32))| name - 8 <= right - left;
    let header = if names.iter().zip(&places.bands).all(fits) { 1 } else { 2 };
    let top = if picture.bands.is_empty() { 8 } else { 8 + header * LINE };
    let flags = flags::arrange(picture, &places, (START + 4, places.end + MARGIN - 2), top + 14);
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

fn words(event: &Event) -> Words {
    let lines = wrap(&event.label, 2, LABEL_WIDTH, SIZE, Weight::Regular);
    let date = shorten(&event.date, LABEL_WIDTH, SMALL, Weight::Regular);
    let widest = lines.iter().map(|line| width(line, SIZE, Weight::Regular)).max().unwrap_or(0);
    let width = widest.max(width(&date, SMALL, Weight::Regular));
    Words { lines, date, width }
}

pub fn band_words(band: &Band) -> String {
    joined(&[&band.label, &band.dates], " · ")
}

pub fn links(picture: &ThreadPicture) -> impl Iterator<Item = (&Link, usize, usize)> {
    picture.real_links().map(|(link, _, _)| (link, link.from, link.to))
}

impl Words {
    fn height(&self) -> i32 {
        let lines = self.lines.len() + usize::from(!self.date.is_empty());
        i32::try_from(lines).unwrap_or(0) * LINE - 1
    }
}

impl Plan {
    pub fn radius(&self) -> i32 {
        if self.places.spacing >= 23 { 9 } else { 7 }
    }

    pub fn at(&self, picture: &ThreadPicture, event: usize) -> (i32, i32) {
        (self.places.events[event], self.lanes[lane_at(picture.events[event].lane)])
    }

    /// The way from one event to another: it leaves along its lane and arrives across.
    pub fn curve(&self, picture: &ThreadPicture, from: usize, to: usize) -> Curve {
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
            let lane = self.lanes[lane_at(*sphere)];
            let here: Vec<usize> = (0..found.len()).filter(|i| picture.events[*i].lane == *sphere).collect();
            let wanted: Vec<Wanted> = here.iter().map(|i| self.wanted(picture, *i)).collect();
            let limits = (START + 4, self.places.end);
            let cost = |area: &Area| self.cost(area, lane, &ways);
            let placed = labels::arrange(&wanted, limits, *sphere != Sphere::Technical, cost);
            for (event, place) in here.into_iter().zip(placed) {
                found[event] = place;
            }
        }
        found
    }

    /// What it costs to write over an area that counts from a lane: less over a way than over the line of today.
    fn cost(&self, area: &Area, lane: i32, ways: &[(i32, i32)]) -> i32 {
        let (across, down) = (area.left - 3..area.right + 3, area.top - 2..area.bottom + 2);
        let on_way = ways.iter().filter(|(x, y)| across.contains(x) && down.contains(&(y - lane))).count();
        let on_today = across.contains(&self.places.today);
        i32::try_from(on_way.min(6)).unwrap_or(6) * 4 + i32::from(on_today) * 30
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
            let edges =
                here.filter_map(|(_, found)| found.map(|f| if above { -f.area.top } else { f.area.bottom }));
            edges.max().unwrap_or(0)
        };
        let mut lanes = [0; 3];
        let mut floor = under_flags + 4;
        for (at, sphere) in [Sphere::Social, Sphere::Professional, Sphere::Technical].into_iter().enumerate()
        {
            let least = if at == 0 { floor + 26 } else { lanes[at - 1] + PITCH };
            lanes[at] = (floor + reach(sphere, true).max(14)).max(least);
            floor = lanes[at] + reach(sphere, false).max(14) + 6;
        }
        self.bottom = floor.max(lanes[2] + 34) + 4;
        self.lanes = lanes;
    }

    pub fn tint(&self, x: i32) -> &'static str {
        let band = self.places.bands.iter().position(|(left, right)| (*left..*right).contains(&x));
        band.map_or(palette::CARD, |at| palette::BANDS[at % 2])
    }
}
