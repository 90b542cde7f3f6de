//! A limit with both of its readings, because no decision says which one a consultation follows.

use jiff::civil::Date;

use crate::{Holidays, add_months, next_working_day, plus_days};

/// The last day of a period: as counted, and as extended to a working day (CPC 642).
///
/// Whether the limits of R2312-6 are extended is not settled: both are shown, and what must wait for the end of the
/// consultation waits for the later one ([`Limit::first_day_after`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limit {
    pub nominal: Date,
    pub extended: Date,
}

impl Limit {
    /// The limit whose last day, as counted, is this one.
    pub fn ending(nominal: Date, holidays: Holidays) -> Self {
        Self { nominal, extended: next_working_day(nominal, holidays) }
    }

    /// The limit of a consultation: so many months from the day the information was given (R2312-5, R2312-6).
    ///
    /// ```
    /// use calendar::{Holidays, Limit};
    /// use jiff::civil::date;
    /// let limit = Limit::of_consultation(date(2026, 12, 31), 2, Holidays::National);
    /// assert_eq!((limit.nominal, limit.extended), (date(2027, 2, 28), date(2027, 3, 1)));
    /// assert_eq!(limit.first_day_after(), date(2027, 3, 2));
    /// ```
    pub fn of_consultation(informed_on: Date, months: i64, holidays: Holidays) -> Self {
        Self::ending(add_months(informed_on, months), holidays)
    }

    /// The first day on which the decision may be taken, whichever reading is right.
    pub fn first_day_after(self) -> Date {
        plus_days(self.nominal.max(self.extended), 1)
    }
}
