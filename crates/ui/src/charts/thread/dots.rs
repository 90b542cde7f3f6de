//! What both versions of the thread draw alike: circles, flags, and the curves of what passed between spaces.

use super::super::palette;
use super::super::sheet::{Area, Element, Sheet, circle, diamond};
use super::{Event, Tone};

/// Room a circle takes, its ring included.
pub fn dot_area(x: i32, y: i32, radius: i32) -> Area {
    Area { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }.widened(2, 2)
}

/// A time of dialogue: full when held, hollow when planned.
pub fn dot(sheet: &mut Sheet, event: &Event, (x, y): (i32, i32), radius: i32) {
    let colour = palette::mark(event.lane);
    let fill = if event.held { colour } else { palette::CARD };
    let ring = circle(x, y, radius).attr("fill", fill).attr("stroke", colour).attr("stroke-width", "3");
    sheet.mark(dot_area(x, y, radius), &ring.attr("class", "dot").empty());
}

/// A legal deadline: a diamond, with an exclamation mark when it calls for action.
pub fn flag(sheet: &mut Sheet, tone: Tone, (x, y): (i32, i32)) {
    let area = Area { left: x - 9, top: y - 9, right: x + 9, bottom: y + 9 };
    let shape = match tone {
        Tone::Plain => diamond(x, y, 8).attr("fill", palette::SOFT).empty(),
        Tone::Alert => {
            let mark = Element::new("path").attr("d", &format!("M{x} {}v5m0 2v2", y - 5));
            let mark = mark.attr("stroke", palette::CARD).attr("stroke-width", "2").attr("fill", "none");
            diamond(x, y, 9).attr("fill", palette::ALERT).empty() + &mark.empty()
        }
    };
    sheet.mark(area, &shape);
}

/// A dashed curve through four control points, with a point of arrow where it arrives.
pub fn curve(points: &Curve, stop: i32) -> String {
    let [a, b, c, d] = points.0;
    let path = format!("M{} {}C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1);
    let line = Element::new("path").attr("class", "passed").attr("d", &path).attr("fill", "none");
    let line = line.attr("stroke", palette::SOFT).attr("stroke-width", "1.6").attr("stroke-dasharray", "5 4");
    line.empty() + &arrow(points, stop)
}

/// A cubic curve by its control points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Curve(pub [(i32, i32); 4]);

impl Curve {
    /// The point at `step` of `steps` along the curve.
    pub fn at(&self, step: i32, steps: i32) -> (i32, i32) {
        let (t, n) = (i64::from(step), i64::from(steps));
        let u = n - t;
        let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        let sum = |get: fn(&(i32, i32)) -> i32| {
            let total: i64 = self.0.iter().zip(weights).map(|(p, w)| i64::from(get(p)) * w).sum();
            i32::try_from(total.div_euclid(n * n * n)).unwrap_or(0)
        };
        (sum(|p| p.0), sum(|p| p.1))
    }
}

/// The arrow stands where the curve comes within `stop` pixels of its end.
fn arrow(curve: &Curve, stop: i32) -> String {
    let end = curve.0[3];
    let far = |p: &(i32, i32)| (p.0 - end.0).pow(2) + (p.1 - end.1).pow(2) >= stop * stop;
    let Some(tip) = (0..=60).rev().map(|step| curve.at(step, 60)).find(far) else {
        return String::new();
    };
    let Some(tail) = (0..=60)
        .rev()
        .map(|step| curve.at(step, 60))
        .find(|p| (p.0 - end.0).pow(2) + (p.1 - end.1).pow(2) >= (stop + 8) * (stop + 8))
    else {
        return String::new();
    };
    let (dx, dy) = (tip.0 - tail.0, tip.1 - tail.1);
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let (px, py) = (-dy * 4 / length, dx * 4 / length);
    let (bx, by) = (tip.0 - dx * 8 / length, tip.1 - dy * 8 / length);
    let path = format!("M{} {}L{} {}L{} {}z", tip.0, tip.1, bx + px, by + py, bx - px, by - py);
    Element::new("path").attr("d", &path).attr("fill", palette::SOFT).empty()
}
