//! The deadline algebra of French law on civil dates.
//!
//! Pure: no clock, no time zone, no file. A date goes in, a date comes out, and every function answers for every date:
//! a result beyond the calendar stops at its first or last day rather than failing.
//!
//! Invariants: months are counted from quantième to quantième, clamped to the last day (CPC 641); the day that starts a
//! period is never counted (CPC 641); extending a limit never brings it forward (CPC 642).
//!
//! To add a public holiday: one line in `holidays.rs`, and one in its test. To add a way of counting: one function, a
//! worked example from a text or a decision in its doc comment, and a property in `tests/properties.rs`.

mod counting;
mod holidays;
mod limit;
mod working;

pub use counting::{add_months, days_between, minus_days, plus_days};
pub use holidays::{Holidays, easter};
pub use limit::Limit;
pub use working::{is_working_day, next_working_day, plus_jours_ouvrables, previous_working_day};
