//! French public holidays (Labour Code L3133-1), and the two more of Alsace-Moselle (L3134-13).

use jiff::civil::Date;

use crate::plus_days;

/// Which public holidays are kept where the date falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Holidays {
    /// The eleven of the whole country.
    #[default]
    National,
    /// The eleven, Good Friday and 26 December.
    AlsaceMoselle,
}

/// The holidays that fall on the same day every year, as (month, day).
const FIXED: [(i8, i8); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// The holidays counted in days from Easter: Easter Monday, Ascension, Whit Monday.
const FROM_EASTER: [i64; 3] = [1, 39, 50];

/// Good Friday, counted in days from Easter.
const GOOD_FRIDAY: i64 = -2;

impl Holidays {
    /// Whether the day is a public holiday.
    pub fn contain(self, day: Date) -> bool {
        FIXED.contains(&(day.month(), day.day()))
            || self.local_fixed(day)
            || easter(day.year()).is_some_and(|easter| self.movable(easter, day))
    }

    fn local_fixed(self, day: Date) -> bool {
        self == Self::AlsaceMoselle && (day.month(), day.day()) == (12, 26)
    }

    fn movable(self, easter: Date, day: Date) -> bool {
        FROM_EASTER.iter().any(|offset| plus_days(easter, *offset) == day)
            || (self == Self::AlsaceMoselle && plus_days(easter, GOOD_FRIDAY) == day)
    }
}

/// Easter Sunday of a year of the Gregorian calendar; none before its first full year, 1583.
///
/// The Gauss-Butcher computation, whose letters are kept: they are those of every published table.
pub fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Holidays, easter};

    #[test]
    fn easter_falls_where_the_tables_say() {
        let known = [(2022, 4, 17), (2024, 3, 31), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2038, 4, 25)];
        for (year, month, day) in known {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        assert_eq!(easter(1500), None);
    }

    #[test]
    fn the_eleven_national_holidays_of_2027_and_no_other_day() {
        let kept: Vec<String> = date(2027, 1, 1)
            .series(jiff::Span::new().days(1))
            .take_while(|day| day.year() == 2027)
            .filter(|day| Holidays::National.contain(*day))
            .map(|day| day.to_string())
            .collect();
        let expected = [
            "2027-01-01",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-08",
            "2027-05-17",
            "2027-07-14",
            "2027-08-15",
            "2027-11-01",
            "2027-11-11",
            "2027-12-25",
        ];
        assert_eq!(kept, expected);
    }

    #[test]
    fn alsace_and_moselle_keep_two_more() {
        for day in [date(2027, 3, 26), date(2027, 12, 26)] {
            assert!(Holidays::AlsaceMoselle.contain(day));
            assert!(!Holidays::National.contain(day));
        }
    }
}
