//! How far a day is from today, as people say it.

use jiff::{ToSpan, civil::Date};

/// « hier », « aujourd’hui », « demain », « dans 12 j »: what a page says beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// Past by so many days.
    Late(i32),
    Today,
    Tomorrow,
    In(i32),
}

impl Away {
    pub fn from(today: Date, day: Date) -> Self {
        match days_between(today, day) {
            0 => Self::Today,
            1 => Self::Tomorrow,
            days if days < 0 => Self::Late(-days),
            days => Self::In(days),
        }
    }

    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late(_))
    }
}

/// Days from one day to another, below zero when it is past.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// A day as a number, for a drawing: only differences count.
pub fn number(day: Date) -> i32 {
    days_between(Date::constant(1970, 1, 1), day)
}

/// The day so many days later, or the last day of the calendar.
pub fn after(day: Date, days: i32) -> Date {
    day.checked_add(days.days()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Away, number};

    #[test]
    fn a_day_is_said_as_people_say_it() {
        let today = date(2026, 11, 22);
        let away = |day| Away::from(today, day);
        assert_eq!(away(date(2026, 11, 22)), Away::Today);
        assert_eq!(away(date(2026, 11, 23)), Away::Tomorrow);
        assert_eq!(away(date(2026, 12, 4)), Away::In(12));
        assert_eq!(away(date(2026, 11, 21)), Away::Late(1));
        assert_eq!(away(date(2025, 11, 22)), Away::Late(365));
    }

    #[test]
    fn months_do_not_hide_days() {
        assert_eq!(Away::from(date(2026, 1, 1), date(2027, 1, 1)), Away::In(365));
        assert_eq!(number(date(1970, 3, 1)), 59);
    }
}
