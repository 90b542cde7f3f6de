//! The scale of time of the wide thread: where each day stands.
//!
//! Linear time fails real projects: three meetings in one week and a review eighteen months ahead. So the scale is
//! softly compressed, with two rules. First, whatever has to be told apart gets its room: two circles of a lane
//! never touch, a part of the life cycle is as wide as its name where possible. Second, the rest of the width is
//! shared between consecutive dates in proportion to the square root of the days between them: four times as
//! long is drawn twice as wide. A short story is not stretched: one day never takes more than [`DAY`] pixels, and what is
//! left stays open on the right, where the future is. Order is always kept; lengths are not comparable across the picture, which is why every
//! event, deadline and band carries its date in words.

use super::ThreadPicture;
use super::lane_at;

/// Something that takes a place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Band(usize),
    Flag(usize),
    Event(usize),
    Today,
}

/// Horizontal places, in pixels, in the order of the picture's own lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    pub today: i32,
    pub events: Vec<i32>,
    pub flags: Vec<i32>,
    /// Left and right edge of each band.
    pub bands: Vec<(i32, i32)>,
    /// Room between two circles of the same lane.
    pub spacing: i32,
    /// Where the drawing of time ends; further right than asked for when a lane overflows.
    pub end: i32,
}

/// The room that time may take.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub start: i32,
    pub end: i32,
    /// Least room before the first date and after the last.
    pub before: i32,
    pub after: i32,
}

/// Widest and tightest room between two circles of a lane.
const SPACINGS: [i32; 3] = [26, 23, 20];

/// Widest that one day between two dates may be.
const DAY: i64 = 60;

/// Room kept at the right edge for the words of the last band, at most.
const LONGEST_BAND: i32 = 200;

/// Places every date; `band_width` is the room each band would like for its words.
pub fn place(picture: &ThreadPicture, room: Room, band_width: &[i32]) -> Places {
    let stops = in_order(picture);
    let usable = room.end - room.start - room.before - room.after;
    let mut tight = (Vec::new(), SPACINGS[0]);
    for spacing in SPACINGS {
        tight = (tightest(picture, &stops, band_width, spacing, usable), spacing);
        if tight.0.last().is_none_or(|last| *last <= usable) {
            break;
        }
    }
    let (least, spacing) = tight;
    let overflow = (least.last().copied().unwrap_or(0) - usable).max(0);
    let needs = |stop: &Stop| match stop {
        Stop::Band(i) => band_width.get(*i).map_or(0, |width| width.min(&LONGEST_BAND) - room.after),
        _ => 0,
    };
    let x = spread(&stops, &least, usable + overflow, needs);
    let at = |wanted: Stop| {
        let found = stops.iter().position(|(_, stop)| *stop == wanted);
        room.start + room.before + found.map_or(0, |at| x[at])
    };
    let end = room.end + overflow;
    Places {
        today: at(Stop::Today),
        events: (0..picture.events.len()).map(|i| at(Stop::Event(i))).collect(),
        flags: (0..picture.flags.len()).map(|i| at(Stop::Flag(i))).collect(),
        bands: bands(picture, room.start, end, at),
        spacing,
        end,
    }
}

/// Every date of the picture, in order of time; on one day, what was held comes before "today".
fn in_order(picture: &ThreadPicture) -> Vec<(i32, Stop)> {
    let mut stops: Vec<(i32, u8, Stop)> = vec![(picture.today, 3, Stop::Today)];
    let starts = picture.bands.iter().enumerate().filter_map(|(i, band)| Some((i, band.from?)));
    stops.extend(starts.map(|(i, day)| (day, 0, Stop::Band(i))));
    stops.extend(picture.flags.iter().enumerate().map(|(i, flag)| (flag.day, 1, Stop::Flag(i))));
    let rank = |held: bool| if held { 2 } else { 4 };
    let events = picture.events.iter().enumerate();
    stops.extend(events.map(|(i, event)| (event.day, rank(event.held), Stop::Event(i))));
    stops.sort_by_key(|(day, rank, _)| (*day, *rank));
    stops.into_iter().map(|(day, _, stop)| (day, stop)).collect()
}

/// The leftmost place of each stop that keeps order and the room between circles.
fn tightest(
    picture: &ThreadPicture,
    stops: &[(i32, Stop)],
    band_width: &[i32],
    spacing: i32,
    usable: i32,
) -> Vec<i32> {
    // Bands may claim half the width between them; the words of a narrower band are shortened instead.
    let share = usable / 2 / i32::try_from(picture.bands.len().max(1)).unwrap_or(1);
    let after_band = first_open_band(picture, band_width, share);
    let mut front = Front { lanes: [-spacing; 3], furthest: 0, floor: 0, after_today: 0, after_band };
    let mut day_before = None;
    let mut places = Vec::with_capacity(stops.len());
    for (day, stop) in stops {
        if day_before.is_some_and(|before| before != *day) {
            front.floor = front.furthest + 2;
        }
        day_before = Some(*day);
        let x = match stop {
            Stop::Event(i) => front.event(lane_at(picture.events[*i].lane), spacing, *day > picture.today),
            Stop::Today => front.today(),
            Stop::Band(i) => front.band(band_width.get(*i).copied().unwrap_or(0).min(share)),
            Stop::Flag(_) => front.floor,
        };
        front.furthest = front.furthest.max(x);
        places.push(x);
    }
    places
}

/// How far each kind of stop has come, while the tightest places are found from left to right.
struct Front {
    /// The last circle of each lane.
    lanes: [i32; 3],
    /// The last stop of any kind.
    furthest: i32,
    /// Where the present day may start.
    floor: i32,
    after_today: i32,
    after_band: i32,
}

impl Front {
    fn event(&mut self, lane: usize, spacing: i32, to_come: bool) -> i32 {
        let late = if to_come { self.after_today } else { 0 };
        self.lanes[lane] = self.floor.max(self.lanes[lane] + spacing).max(late);
        self.lanes[lane]
    }

    /// The line of today stands clear of the circles of other days, and goes through those of its own.
    fn today(&mut self) -> i32 {
        let latest = self.lanes.iter().max().copied().unwrap_or(0);
        let x = if self.floor <= latest { self.floor } else { self.floor.max(latest + 14) };
        self.after_today = x + 14;
        x
    }

    fn band(&mut self, width: i32) -> i32 {
        let x = self.floor.max(self.after_band);
        self.after_band = x + width;
        x
    }
}

/// Room that a band open to the left claims before the next one starts.
fn first_open_band(picture: &ThreadPicture, band_width: &[i32], share: i32) -> i32 {
    let open = picture.bands.iter().position(|band| band.from.is_none());
    open.and_then(|i| band_width.get(i)).map_or(0, |width| (*width).min(share) - 24)
}

/// Shares what is left of the width between consecutive dates, by the square root of the days between them, so that
/// every stop stays within the width with the room it `needs` on its right.
fn spread(stops: &[(i32, Stop)], least: &[i32], usable: i32, needs: impl Fn(&Stop) -> i32) -> Vec<i32> {
    let mut sum = 0_i64;
    let mut sums = Vec::with_capacity(stops.len());
    for (at, (day, _)) in stops.iter().enumerate() {
        let before = if at == 0 { *day } else { stops[at - 1].0 };
        let days = i64::from(*day) - i64::from(before);
        sum += (days.max(0) * 10_000).isqrt();
        sums.push(sum);
    }
    let sum = sum.max(1);
    let limits = stops
        .iter()
        .zip(least)
        .zip(&sums)
        .filter(|(_, part)| **part > 0)
        .map(|(((_, stop), x), part)| i64::from((usable - needs(stop) - x).max(0)) * sum / part);
    let spare = limits.min().unwrap_or(0).min(sum * DAY / 100);
    let shift = |part: i64| i32::try_from(spare * part / sum).unwrap_or(0);
    least.iter().zip(sums).map(|(x, part)| x + shift(part)).collect()
}

/// Edges of the bands: dated edges stand at their date, the others at the edge of the drawing or of the next band.
fn bands(picture: &ThreadPicture, start: i32, end: i32, at: impl Fn(Stop) -> i32) -> Vec<(i32, i32)> {
    let count = picture.bands.len();
    let left = |i: usize| match picture.bands[i].from {
        Some(_) if i > 0 => at(Stop::Band(i)),
        _ => start,
    };
    let right = |i: usize| if i + 1 < count { left(i + 1) } else { end };
    (0..count).map(|i| (left(i), right(i).max(left(i)))).collect()
}
