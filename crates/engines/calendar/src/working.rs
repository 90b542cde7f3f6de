//! Days on which a limit may end, and the days that some limits count.

use jiff::civil::{Date, Weekday};

use crate::{Holidays, minus_days, plus_days};

/// Whether the day is neither a Saturday, nor a Sunday, nor a public holiday.
pub fn is_working_day(day: Date, holidays: Holidays) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contain(day)
}

/// The day itself, or the first working day after it (CPC 642).
///
/// ```
/// use calendar::{Holidays, next_working_day, plus_days};
/// use jiff::civil::date;
/// // Cass. soc. 5 February 2025 no 22-21.892: a vote of 6 April 2022, ten days, an Easter week-end.
/// let tenth = plus_days(date(2022, 4, 6), 10);
/// assert_eq!(next_working_day(tenth, Holidays::National), date(2022, 4, 19));
/// ```
pub fn next_working_day(day: Date, holidays: Holidays) -> Date {
    nearest(day, holidays, |day| plus_days(day, 1))
}

/// The day itself, or the last working day before it: for what is counted backwards, where late means refused.
pub fn previous_working_day(day: Date, holidays: Holidays) -> Date {
    nearest(day, holidays, |day| minus_days(day, 1))
}

/// The `count`-th *jour ouvrable* after the day (Labour Code L2315-22): every day but Sundays and public holidays.
///
/// Saturdays count. The starting day does not. A count of zero or less is the day itself.
pub fn plus_jours_ouvrables(from: Date, count: i64, holidays: Holidays) -> Date {
    let mut day = from;
    let mut left = count;
    while left > 0 && day < Date::MAX {
        day = plus_days(day, 1);
        if day.weekday() != Weekday::Sunday && !holidays.contain(day) {
            left -= 1;
        }
    }
    day
}

fn nearest(day: Date, holidays: Holidays, step: fn(Date) -> Date) -> Date {
    let mut found = day;
    while !is_working_day(found, holidays) {
        let next = step(found);
        if next == found {
            // The edge of the calendar: no working day beyond it.
            return found;
        }
        found = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{next_working_day, plus_jours_ouvrables, previous_working_day};
    use crate::Holidays;

    #[test]
    fn a_limit_on_a_closed_day_moves_to_the_next_open_one() {
        let cases = [
            (date(2027, 2, 28), date(2027, 3, 1)),
            (date(2027, 3, 28), date(2027, 3, 30)),
            (date(2028, 4, 30), date(2028, 5, 2)),
            (date(2026, 12, 30), date(2026, 12, 30)),
        ];
        for (day, expected) in cases {
            assert_eq!(next_working_day(day, Holidays::National), expected);
        }
    }

    #[test]
    fn the_local_holidays_of_alsace_and_moselle_move_a_limit_further() {
        assert_eq!(next_working_day(date(2027, 3, 26), Holidays::National), date(2027, 3, 26));
        assert_eq!(next_working_day(date(2027, 3, 26), Holidays::AlsaceMoselle), date(2027, 3, 30));
    }

    #[test]
    fn what_is_counted_backwards_moves_to_the_previous_open_day() {
        assert_eq!(previous_working_day(date(2026, 12, 12), Holidays::National), date(2026, 12, 11));
        assert_eq!(previous_working_day(date(2027, 3, 29), Holidays::National), date(2027, 3, 26));
    }

    #[test]
    fn six_jours_ouvrables_skip_the_sunday_and_keep_the_saturday() {
        assert_eq!(plus_jours_ouvrables(date(2026, 12, 17), 6, Holidays::National), date(2026, 12, 24));
        assert_eq!(plus_jours_ouvrables(date(2026, 12, 24), 1, Holidays::National), date(2026, 12, 26));
        assert_eq!(plus_jours_ouvrables(date(2026, 12, 24), 0, Holidays::National), date(2026, 12, 24));
    }

    #[test]
    fn the_edge_of_the_calendar_stops_the_search() {
        assert!(previous_working_day(Date::MIN, Holidays::National) >= Date::MIN);
        assert!(next_working_day(Date::MAX, Holidays::National) <= Date::MAX);
        assert_eq!(plus_jours_ouvrables(Date::MAX, 3, Holidays::National), Date::MAX);
    }
}
