//! Where the words of each circle go on the wide thread, so that none covers another.
//!
//! The circles nearest to today choose first. Each tries above and below its lane, centred, to the right, to the
//! left, nearer then further, and takes the cheapest free place; a word away from its circle is tied to it by a
//! thin line that no other word may cross. A circle that finds no place within [`REACH`] gets a number instead,
//! explained under the picture: nothing is lost, nothing overlaps.

use super::super::sheet::{Anchor, Area};

/// Least distance from the lane to its words.
pub const NEAR: i32 = 15;
/// Furthest distance from the lane to the near edge of its words.
const REACH: i32 = 116;
const STEP: i32 = 4;

/// Words looking for a place along a lane.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Centre of the circle.
    pub x: i32,
    pub width: i32,
    pub height: i32,
    /// Small goes first.
    pub turn: i32,
}

/// A place found; vertical coordinates count from the lane, upwards negative.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub area: Area,
    pub anchor: Anchor,
    /// From the circle to the words, when they are not next to it.
    pub tie: Option<Area>,
}

/// Gives a place to as many as possible; `cost` says how much it would hurt to write over an area.
pub fn arrange(
    wanted: &[Wanted],
    (left, right): (i32, i32),
    above_first: bool,
    cost: impl Fn(&Area) -> i32,
) -> Vec<Option<Found>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|at| (wanted[*at].turn, *at));
    let mut found: Vec<Option<Found>> = vec![None; wanted.len()];
    for at in order {
        let taken: Vec<Found> = found.iter().flatten().copied().collect();
        let mut best: Option<(i32, Found)> = None;
        for (price, place) in candidates(&wanted[at], above_first) {
            let within = place.area.left >= left && place.area.right <= right;
            if !within || taken.iter().any(|other| clash(&place, other)) {
                continue;
            }
            let price = price + cost(&place.area);
            if best.as_ref().is_none_or(|(least, _)| price < *least) {
                best = Some((price, place));
            }
        }
        found[at] = best.map(|(_, place)| place);
    }
    found
}

/// Every place worth trying, with its price.
fn candidates(wanted: &Wanted, above_first: bool) -> impl Iterator<Item = (i32, Found)> {
    let Wanted { x, width, height, .. } = *wanted;
    let sides = [(true, i32::from(!above_first) * 12), (false, i32::from(above_first) * 12)];
    let aligned =
        [(x - width / 2, Anchor::Middle, 0), (x - 9, Anchor::Start, 5), (x + 9 - width, Anchor::End, 8)];
    (NEAR..=REACH).step_by(STEP as usize).flat_map(move |distance| {
        sides.into_iter().flat_map(move |(above, side)| {
            aligned.into_iter().map(move |(left, anchor, lean)| {
                let top = if above { -distance - height } else { distance };
                let area = Area { left, top, right: left + width, bottom: top + height };
                let tie = (distance >= NEAR + 10).then(|| tie(x, distance, above));
                let far = distance - NEAR + i32::from(tie.is_some()) * 8;
                (far + side + lean, Found { area, anchor, tie })
            })
        })
    })
}

fn tie(x: i32, distance: i32, above: bool) -> Area {
    let (top, bottom) = if above { (-distance + 1, -11) } else { (11, distance - 1) };
    Area { left: x - 1, top, right: x + 1, bottom }
}

fn clash(a: &Found, b: &Found) -> bool {
    let crosses = |tie: Option<Area>, words: &Area| tie.is_some_and(|tie| tie.widened(4, 1).meets(words));
    a.area.widened(7, 2).meets(&b.area) || crosses(a.tie, &b.area) || crosses(b.tie, &a.area)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(x: i32, turn: i32) -> Wanted {
        Wanted { x, width: 120, height: 28, turn }
    }

    #[test]
    fn a_lonely_word_stands_centred_next_to_its_circle() {
        let found = arrange(&[word(300, 0)], (0, 1000), true, |_| 0);
        let place = found[0].expect("there is room");
        assert_eq!((place.area.left, place.area.bottom), (240, -NEAR));
        assert!(place.tie.is_none());
    }

    #[test]
    fn neighbours_share_both_sides_of_the_lane() {
        let found = arrange(&[word(300, 0), word(340, 1)], (0, 1000), true, |_| 0);
        let (a, b) = (found[0].expect("room"), found[1].expect("room"));
        assert!(!a.area.meets(&b.area));
        assert!(a.area.bottom < 0 && b.area.top > 0, "one above, one below");
    }

    #[test]
    fn a_costly_place_is_left_for_a_cheaper_one() {
        let found = arrange(&[word(300, 0)], (0, 1000), true, |area| if area.top < 0 { 500 } else { 0 });
        assert!(found[0].expect("there is room").area.top > 0);
    }

    #[test]
    fn a_crowd_leaves_some_without_words_but_never_overlaps() {
        let crowd: Vec<Wanted> = (0..30).map(|i| word(100 + i * 20, i)).collect();
        let found: Vec<Found> = arrange(&crowd, (0, 800), true, |_| 0).into_iter().flatten().collect();
        assert!((8..30).contains(&found.len()), "{}", found.len());
        for (at, a) in found.iter().enumerate() {
            assert!(found[at + 1..].iter().all(|b| !clash(a, b)));
        }
    }
}
