//! The French pack and the engine together.

mod audit;
mod bodies;
mod cases;
mod dates;
mod each_rule;
mod faults;
mod in_force;
mod json;
mod pack;
mod reading;

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::law::{self, LawPack};

/// The built-in pack, read once for all tests.
fn french() -> &'static LawPack {
    static PACK: OnceLock<LawPack> = OnceLock::new();
    PACK.get_or_init(|| law::load(law::embedded().iter().copied()).expect("the built-in pack is read"))
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is not a date"))
}
