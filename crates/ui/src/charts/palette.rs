//! The colours of the charts; the style sheet has the same ones under the same names.

use kernel::Sphere;

pub const CARD: &str = "#fff";
pub const INK: &str = "#1d2330";
pub const SOFT: &str = "#565d6b";
pub const ALERT: &str = "#a3231f";
/// Lines that only guide the eye.
pub const RULE: &str = "#e6e3da";
/// The bar between two marks.
pub const BAR: &str = "#c9c5b8";
/// Tints behind the life cycle, used in turn.
pub const BANDS: [&str; 2] = ["#f5f3ec", "#efece2"];

/// Colour of lines and marks of a sphere: at least 3:1 on every tint above.
pub fn mark(sphere: Sphere) -> &'static str {
    match sphere {
        Sphere::Social => "#3d4aa3",
        Sphere::Professional => "#b06a00",
        Sphere::Technical => "#0b6b62",
    }
}

/// Colour of words of a sphere: at least 4.5:1 on every tint above.
pub fn words(sphere: Sphere) -> &'static str {
    match sphere {
        Sphere::Social => "#3d4aa3",
        Sphere::Professional => "#8f5400",
        Sphere::Technical => "#0b6b62",
    }
}
