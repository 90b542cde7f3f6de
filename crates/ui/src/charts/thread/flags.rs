//! Where the legal deadlines go on the wide thread: rows of flags above the social lane.

use super::super::measure::{Weight, shorten, width};
use super::super::sheet::{Anchor, Area};
use super::scale::Places;
use super::{ThreadPicture, Tone};

const ROW: i32 = 23;
const SIZE: i32 = 14;
const LONGEST: i32 = 430;

/// A flag that has found its place.
#[derive(Debug, Clone)]
pub struct FlagPlace {
    pub x: i32,
    pub y: i32,
    pub text: String,
    pub words: Area,
    pub anchor: Anchor,
    row: i32,
}

impl FlagPlace {
    pub fn text_x(&self) -> i32 {
        if self.anchor == Anchor::End { self.words.right } else { self.words.left }
    }

    /// Everything the flag covers.
    fn whole(&self) -> Area {
        let (left, right) = (self.words.left.min(self.x - 10), self.words.right.max(self.x + 10));
        Area { left, right, ..self.words }
    }
}

/// Places every flag; `first` is the height of the top row.
pub fn arrange(picture: &ThreadPicture, places: &Places, limits: (i32, i32), first: i32) -> Vec<FlagPlace> {
    // What calls for action chooses first, then in order of time.
    let mut order: Vec<usize> = (0..picture.flags.len()).collect();
    order.sort_by_key(|i| (picture.flags[*i].tone == Tone::Plain, places.flags[*i], *i));
    let mut placed: Vec<(usize, FlagPlace)> = Vec::new();
    for i in order {
        let taken: Vec<&FlagPlace> = placed.iter().map(|(_, flag)| flag).collect();
        let rows = i32::try_from(taken.len()).unwrap_or(0);
        let tries = (0..=rows).flat_map(|row| candidates(picture, places, i, limits, row));
        let free = tries
            .filter(|(_, flag)| taken.iter().all(|other| !flag.whole().widened(6, 0).meets(&other.whole())));
        if let Some((_, flag)) = free.min_by_key(|(price, _)| *price) {
            placed.push((i, flag));
        }
    }
    let top = placed.iter().map(|(_, flag)| flag.row).max().unwrap_or(0);
    placed.sort_by_key(|(i, _)| *i);
    placed.into_iter().map(|(_, flag)| flag.lowered(first + top * ROW)).collect()
}

impl FlagPlace {
    /// Rows count upwards from zero until all are known; then they are hung under the first.
    fn lowered(mut self, base: i32) -> Self {
        self.y += base;
        self.words.top += base;
        self.words.bottom += base;
        self
    }
}

fn candidates(
    picture: &ThreadPicture,
    places: &Places,
    i: usize,
    (left, right): (i32, i32),
    row: i32,
) -> Vec<(i32, FlagPlace)> {
    let (flag, x, y) = (&picture.flags[i], places.flags[i], -row * ROW);
    let weight = if flag.tone == Tone::Alert { Weight::Bold } else { Weight::Regular };
    let room = (right - x - 14).max(x - 14 - left).clamp(20, LONGEST);
    let text = shorten(&flag.words(), room, SIZE, weight);
    let wide = width(&text, SIZE, weight);
    [(x + 14, Anchor::Start, 0), (x - 14 - wide, Anchor::End, 6)]
        .into_iter()
        .filter(|(from, _, _)| *from >= left && from + wide <= right)
        .map(|(from, anchor, lean)| {
            let words = Area { left: from, top: y - 10, right: from + wide, bottom: y + 10 };
            let struck = i32::from((from..from + wide).contains(&places.today)) * 16;
            (row * 10 + lean + struck, FlagPlace { x, y, text: text.clone(), words, anchor, row })
        })
        .collect()
}
