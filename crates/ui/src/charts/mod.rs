//! Charts drawn on the server: plain structs in, SVG text out.
//!
//! Invariants: no word is born here (every text is an argument, already translated and already rounded); every text
//! is escaped; coordinates are integers, so the same picture gives the same bytes; no style attribute and no style
//! sheet inside, so that a strict content policy holds; no two texts overlap, whatever the data.
//! Colours pass WCAG 2.2 AA on the tints they stand on, and no meaning rests on colour alone.
//!
//! A chart never replaces the table that carries the same content: the page shows both.
//!
//! To add a chart: a file with its picture struct and a `draw`, built from [`sheet`], then a test that calls
//! `well_formed::check` and `Sheet::overlaps`.

pub mod gap;
pub mod sparkline;
pub mod steps;
pub mod thread;

mod measure;
mod palette;
mod sheet;
#[cfg(test)]
mod well_formed;
mod xml;

pub use gap::GapPicture;
pub use sparkline::SparkPicture;
pub use thread::ThreadPicture;
