//! The three horizons at which an article is looked at again: short, medium and long term.
//!
//! The method asks for three (methods.md 13 and 25.8); when they fall is ours to propose and the parties' to decide.

use jiff::{ToSpan, civil::Date};

/// Months from today to each review, as proposed by default.
pub const PROPOSED_MONTHS: [i32; 3] = [3, 12, 24];

/// Which of the three dates is wrong, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HorizonFault {
    /// Not after today. The place of the date, from 0.
    NotAhead(usize),
    /// Not after the date before it.
    NotAfter(usize),
}

/// The dates that the form proposes.
pub fn proposed(today: Date) -> [Date; 3] {
    PROPOSED_MONTHS.map(|months| today.checked_add(months.months()).unwrap_or(Date::MAX))
}

/// Checks that the dates lie ahead and follow one another.
pub fn check(dates: [Date; 3], today: Date) -> Vec<HorizonFault> {
    let ahead =
        dates.iter().enumerate().filter(|(_, date)| **date <= today).map(|(i, _)| HorizonFault::NotAhead(i));
    let after = (1..3).filter(|i| dates[*i] <= dates[i - 1]).map(HorizonFault::NotAfter);
    ahead.chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        HorizonFault::{NotAfter, NotAhead},
        check, proposed,
    };
    use jiff::civil::date;

    #[test]
    fn the_proposed_dates_are_accepted_on_any_day() {
        for today in [date(2026, 11, 23), date(2027, 11, 30), date(2028, 2, 29)] {
            assert!(check(proposed(today), today).is_empty(), "{today}");
        }
        assert_eq!(proposed(date(2026, 11, 30))[0], date(2027, 2, 28));
    }

    #[test]
    fn a_date_that_is_past_or_out_of_order_is_named() {
        let today = date(2026, 11, 23);
        assert_eq!(check([today, date(2027, 1, 1), date(2028, 1, 1)], today), [NotAhead(0)]);
        assert_eq!(
            check([date(2027, 2, 1), date(2027, 2, 1), date(2027, 1, 1)], today),
            [NotAfter(1), NotAfter(2)]
        );
    }
}
