//! A QR code as an SVG drawing: one path, no style, no script, so that a strict content policy holds.

use std::fmt::Write;

use qrcode::{Color, QrCode};

/// The blank border that readers ask for, in modules.
const QUIET: usize = 4;

/// Draws a text as a QR code; `None` when it is too long for one. The same text stands beside it in words, so the drawing
/// is hidden from assistive technology.
pub fn draw(text: &str) -> Option<String> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let colors = code.into_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        for (x, run) in dark_runs(row) {
            write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).ok()?;
        }
    }
    Some(format!(
        r##"<svg viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##
    ))
}

/// Where dark modules begin in a row, and how many follow one another.
fn dark_runs(row: &[Color]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (x, color) in row.iter().enumerate() {
        match runs.last_mut() {
            _ if *color == Color::Light => {}
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use qrcode::{Color, QrCode};

    use super::{dark_runs, draw};

    #[test]
    fn the_drawing_has_every_dark_module_and_no_other() {
        let text = "https://dialogue.example/r/0A1B2C3D4E5F6G7H8J9K0M1N2P";
        let code = QrCode::new(text).expect("short enough");
        let dark = code.to_colors().iter().filter(|color| **color == Color::Dark).count();
        let drawn = draw(text).expect("short enough");
        let path = drawn.split("d=\"").nth(2).expect("the second path");
        let runs = path.split('h').skip(1).step_by(2);
        let area: usize = runs.filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(area, dark);
    }

    #[test]
    fn runs_are_where_the_dark_modules_are() {
        use Color::{Dark, Light};
        assert_eq!(dark_runs(&[Dark, Dark, Light, Dark, Light, Light, Dark]), [(0, 2), (3, 1), (6, 1)]);
        assert_eq!(dark_runs(&[Light; 3]), []);
    }

    #[test]
    fn the_drawing_carries_no_style_and_what_is_too_long_is_refused() {
        assert!(!draw("court").expect("short enough").contains("style"));
        assert_eq!(draw(&"x".repeat(5_000)), None);
    }
}
