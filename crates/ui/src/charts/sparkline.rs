//! An indicator in one glance: its values in time, its last value, the threshold that calls people together.

use super::measure::{Weight, shorten, width};
use super::palette;
use super::sheet::{Area, Element, Frame, Line, Sheet, circle};

/// What the small chart shows. Values may be in any unit, the same for all.
#[derive(Debug, Clone, Default)]
pub struct SparkPicture {
    pub id_prefix: String,
    pub title: String,
    /// Says the last value, the threshold and whether it is crossed.
    pub desc: String,
    /// Day and value, in order of time.
    pub points: Vec<(i32, i64)>,
    /// The last value in words, with its unit; may be empty.
    pub last_label: String,
    pub threshold: Option<Threshold>,
}

/// The value at which a clause convenes a space.
#[derive(Debug, Clone, Default)]
pub struct Threshold {
    pub value: i64,
    /// "seuil 15 %".
    pub label: String,
    /// Whether the last value is past it: the caller knows which side is the wrong one.
    pub crossed: bool,
}

const WIDTH: i32 = 280;
const HEIGHT: i32 = 76;
const SIZE: i32 = 13;
const TOP: i32 = 10;
const BOTTOM: i32 = HEIGHT - 8;

/// The chart, 280 × 76: the curve on the left, the words of the last value and of the threshold on the right.
pub fn draw(picture: &SparkPicture) -> String {
    paint(picture).finish(&Frame {
        id_prefix: &picture.id_prefix,
        class: "spark",
        title: &picture.title,
        desc: &picture.desc,
        width: WIDTH,
        height: HEIGHT,
    })
}

fn paint(picture: &SparkPicture) -> Sheet {
    let mut sheet = Sheet::default();
    let words = [Some(&picture.last_label), picture.threshold.as_ref().map(|t| &t.label)];
    let widest = words.iter().flatten().map(|text| width(text, SIZE, Weight::Bold)).max().unwrap_or(0);
    // The words may take up to two fifths of the width.
    let room = widest.min(WIDTH * 2 / 5);
    let right = WIDTH - room - 16;
    let y = heights(picture);
    let alert = picture.threshold.as_ref().is_some_and(|threshold| threshold.crossed);
    let colour = if alert { palette::ALERT } else { palette::INK };
    if let Some(threshold) = &picture.threshold {
        let line = Element::new("line")
            .ints([("x1", 4), ("x2", right + 8), ("y1", y(threshold.value)), ("y2", y(threshold.value))])
            .attr("stroke", palette::ALERT)
            .attr("stroke-width", "1.5")
            .attr("stroke-dasharray", "5 4");
        sheet.draw(&line.empty());
    }
    let places = places(picture, right, &y);
    if places.len() > 1 {
        let path: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let line = Element::new("polyline").attr("points", &path.join(" ")).attr("fill", "none");
        sheet.draw(
            &line.attr("stroke", colour).attr("stroke-width", "2").attr("stroke-linejoin", "round").empty(),
        );
    }
    if let Some((x, y)) = places.last() {
        let area = Area { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 };
        sheet.mark(area, &circle(*x, *y, 4).attr("fill", colour).empty());
    }
    labels(&mut sheet, picture, (right + 12, room), places.last().map(|place| place.1), &y);
    sheet
}

/// The two texts on the right: each at the height of its value, moved apart when they would touch.
fn labels(
    sheet: &mut Sheet,
    picture: &SparkPicture,
    (x, room): (i32, i32),
    last: Option<i32>,
    y: &impl Fn(i64) -> i32,
) {
    let clamp = |baseline: i32| baseline.clamp(14, HEIGHT - 5);
    let mut value = last.map(|y| clamp(y + 5));
    let mut bound = picture.threshold.as_ref().map(|threshold| clamp(y(threshold.value) + 5));
    if let (Some(a), Some(b)) = (value, bound)
        && (a - b).abs() < 18
    {
        let middle = ((a + b) / 2).clamp(23, HEIGHT - 14);
        let up = if a <= b { -9 } else { 9 };
        (value, bound) = (Some(middle + up), Some(middle - up));
    }
    let crossed = picture.threshold.as_ref().is_some_and(|threshold| threshold.crossed);
    let colour = if crossed { palette::ALERT } else { palette::INK };
    if let Some(baseline) = value {
        let text = shorten(&picture.last_label, room, SIZE, Weight::Bold);
        sheet.text(Line::new(&text, x, baseline, SIZE, colour).bold());
    }
    if let (Some(baseline), Some(threshold)) = (bound, &picture.threshold) {
        let text = shorten(&threshold.label, room, SIZE, Weight::Regular);
        sheet.text(Line::new(&text, x, baseline, SIZE, palette::ALERT));
    }
}

/// From value to height; the threshold is always in view.
fn heights(picture: &SparkPicture) -> impl Fn(i64) -> i32 {
    let threshold = picture.threshold.as_ref().map(|threshold| threshold.value);
    let values = picture.points.iter().map(|point| point.1).chain(threshold);
    let (low, high) = values.fold((i128::MAX, i128::MIN), |(low, high), value| {
        (low.min(i128::from(value)), high.max(i128::from(value)))
    });
    move |value| {
        let span = (high - low).max(1);
        let up = (i128::from(value) - low) * i128::from(BOTTOM - TOP) / span;
        if high <= low { (TOP + BOTTOM) / 2 } else { BOTTOM - i32::try_from(up).unwrap_or(0) }
    }
}

fn places(picture: &SparkPicture, right: i32, y: &impl Fn(i64) -> i32) -> Vec<(i32, i32)> {
    let days: Vec<i64> = picture.points.iter().map(|point| i64::from(point.0)).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return Vec::new() };
    let span = (last - first).max(1);
    let x = |day: i64| if first == last { right } else { 4 + place(day - first, span, i64::from(right - 4)) };
    days.iter().zip(&picture.points).map(|(day, point)| (x(*day), y(point.1))).collect()
}

fn place(part: i64, whole: i64, room: i64) -> i32 {
    i32::try_from(part * room / whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::well_formed::{HOSTILE, check};
    use super::*;
    use proptest::prelude::*;

    fn picture(points: Vec<(i32, i64)>, value: i64) -> SparkPicture {
        SparkPicture {
            id_prefix: "i".into(),
            title: "Écart".into(),
            desc: "Dernière valeur 18 %, seuil 15 %".into(),
            points,
            last_label: "18\u{a0}%".into(),
            threshold: Some(Threshold { value, label: "seuil 15\u{a0}%".into(), crossed: true }),
        }
    }

    #[test]
    fn no_value_one_value_and_extreme_values_are_all_drawn() {
        for points in
            [vec![], vec![(3, 5)], vec![(0, i64::MIN), (1, i64::MAX)], vec![(i32::MIN, 1), (i32::MAX, 1)]]
        {
            let picture = picture(points, 15);
            assert_eq!(check(&draw(&picture)), Ok(()));
            assert_eq!(paint(&picture).overlaps(WIDTH, HEIGHT), None);
        }
    }

    #[test]
    fn a_higher_value_stands_higher() {
        let picture = picture(vec![(0, 10), (1, 20)], 15);
        let y = heights(&picture);
        assert!(y(20) < y(15) && y(15) < y(10));
    }

    #[test]
    fn hostile_words_stay_words() {
        let mut picture = picture(vec![(0, 1)], 1);
        picture.last_label = HOSTILE.into();
        assert_eq!(check(&draw(&picture)), Ok(()));
    }

    proptest! {
        #[test]
        fn value_and_threshold_never_touch(points in proptest::collection::vec((0..900_i32, -50..50_i64), 0..30), bound in -60..60_i64) {
            let mut points = points;
            points.sort();
            let picture = picture(points, bound);
            prop_assert_eq!(paint(&picture).overlaps(WIDTH, HEIGHT), None);
            prop_assert_eq!(draw(&picture), draw(&picture));
        }
    }
}
