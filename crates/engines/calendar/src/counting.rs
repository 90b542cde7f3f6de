//! Counting months and days from a date.

use jiff::{Span, civil::Date};

/// The same day `months` later (earlier if negative), or the last day of that month when it is shorter.
///
/// CPC 641. No stickiness to month ends: 28 February plus a month is 28 March.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(calendar::add_months(date(2026, 12, 31), 2), date(2027, 2, 28));
/// assert_eq!(calendar::add_months(date(2027, 12, 31), 2), date(2028, 2, 29));
/// ```
pub fn add_months(from: Date, months: i64) -> Date {
    moved(from, Span::new().try_months(months).ok(), months < 0)
}

/// The date `days` calendar days later; the day it starts from is not counted (CPC 641).
pub fn plus_days(from: Date, days: i64) -> Date {
    moved(from, Span::new().try_days(days).ok(), days < 0)
}

/// The date `days` calendar days earlier, for what must be done before something.
pub fn minus_days(from: Date, days: i64) -> Date {
    plus_days(from, days.saturating_neg())
}

/// The calendar days from `from` (counted) to `to` (not counted), negative when `to` comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Moves by a span; what lies beyond the calendar stops at its edge.
fn moved(from: Date, span: Option<Span>, backwards: bool) -> Date {
    let edge = if backwards { Date::MIN } else { Date::MAX };
    span.and_then(|span| from.checked_add(span).ok()).unwrap_or(edge)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{add_months, days_between, minus_days, plus_days};

    #[test]
    fn months_are_clamped_to_the_last_day_and_never_stick_to_it() {
        let cases = [
            (date(2027, 1, 31), 1, date(2027, 2, 28)),
            (date(2028, 1, 31), 1, date(2028, 2, 29)),
            (date(2027, 12, 31), 2, date(2028, 2, 29)),
            (date(2027, 2, 28), 1, date(2027, 3, 28)),
            (date(2028, 2, 29), 12, date(2029, 2, 28)),
            // Two real files: Cass. soc. 9 October 2024 no 23-11.339, and TJ Nanterre 14 February 2025.
            (date(2021, 7, 8), 2, date(2021, 9, 8)),
            (date(2024, 9, 26), 2, date(2024, 11, 26)),
            (date(2027, 3, 31), -1, date(2027, 2, 28)),
        ];
        for (from, months, expected) in cases {
            assert_eq!(add_months(from, months), expected, "{from} + {months} months");
        }
    }

    #[test]
    fn the_starting_day_is_not_counted() {
        assert_eq!(plus_days(date(2026, 12, 1), 90), date(2027, 3, 1));
        assert_eq!(minus_days(date(2026, 12, 15), 3), date(2026, 12, 12));
    }

    #[test]
    fn a_suspension_counts_its_first_day_and_not_its_last() {
        assert_eq!(days_between(date(2026, 10, 19), date(2026, 11, 9)), 21);
        assert_eq!(days_between(date(2026, 11, 9), date(2026, 10, 19)), -21);
    }

    #[test]
    fn a_date_beyond_the_calendar_stops_at_its_edge() {
        assert_eq!(add_months(date(9999, 12, 1), 1), Date::MAX);
        assert_eq!(plus_days(date(2026, 1, 1), i64::MAX), Date::MAX);
        assert_eq!(minus_days(date(2026, 1, 1), i64::MIN), Date::MAX);
        assert_eq!(minus_days(date(2026, 1, 1), i64::MAX), Date::MIN);
        assert_eq!(add_months(date(2026, 1, 1), i64::MIN), Date::MIN);
    }
}
