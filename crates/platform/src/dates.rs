//! Instants and days as they are written to the database: text whose order is the order of time.

use jiff::{Timestamp, civil::Date};

/// A UTC instant of fixed width, to the millisecond: `2026-11-22T17:50:00.000Z`.
pub fn stamp(instant: Timestamp) -> String {
    format!("{instant:.3}")
}

/// A civil day: `2026-11-22`.
pub fn day(date: Date) -> String {
    date.to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn stamps_have_one_width_so_that_text_order_is_time_order() {
        let stamps: Vec<String> = [0, 1, 1_000, 1_795_369_800_123]
            .map(|ms| super::stamp(jiff::Timestamp::from_millisecond(ms).expect("in range")))
            .into();
        assert!(stamps.is_sorted());
        assert!(stamps.iter().all(|stamp| stamp.len() == "2026-11-22T17:50:00.000Z".len()));
    }
}
