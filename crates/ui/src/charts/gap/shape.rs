//! One shape and one colour for each group.

use kernel::Sphere;

use super::super::palette;
use super::super::sheet::{Area, Element, Sheet, circle, diamond, rect};

/// Shapes in the order of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Square,
    Circle,
    Diamond,
    Triangle,
}

impl Shape {
    /// The shape of the group at this place; a fifth group would start again.
    pub fn of(group: usize) -> Self {
        [Self::Square, Self::Circle, Self::Diamond, Self::Triangle][group % 4]
    }

    pub fn colour(self) -> &'static str {
        match self {
            Self::Square => palette::mark(Sphere::Social),
            Self::Circle => palette::mark(Sphere::Professional),
            Self::Diamond => palette::mark(Sphere::Technical),
            Self::Triangle => palette::INK,
        }
    }

    pub fn draw(self, sheet: &mut Sheet, (x, y): (i32, i32)) {
        let area = Area { left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 };
        let shape = match self {
            Self::Square => rect(&area.widened(-1, -1)),
            Self::Circle => circle(x, y, 8),
            Self::Diamond => diamond(x, y, 9),
            Self::Triangle => Element::new("path").attr("d", &format!("M{x} {}l9 16h-18z", y - 9)),
        };
        // A thin white edge keeps two marks apart where they touch.
        let shape = shape.attr("fill", self.colour()).attr("stroke", palette::CARD).attr("stroke-width", "1");
        sheet.mark(area, &shape.empty());
    }
}

/// Where the thin bar of a group runs, so that the bars of several groups lie side by side.
pub fn lift(group: usize, groups: usize) -> i32 {
    let step = if groups > 2 { 3 } else { 8 };
    i32::try_from(group % 4).unwrap_or(0) * step
}
