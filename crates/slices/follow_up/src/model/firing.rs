//! When a reading puts going back on the table.

use agreements::model::clause::Direction;
use jiff::{ToSpan, civil::Date};

/// Days within which the trigger's space meets. Ours.
pub const MEETS_WITHIN_DAYS: i32 = 15;

/// The share of the threshold that counts as close to it: a fifth. Ours.
const NEAR: i64 = 5;

/// What decides whether a reading fires the trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    pub threshold: i64,
    pub direction: Direction,
    /// The day the commitment was made: what was measured before is the point of comparison, not a breach.
    pub made_on: Date,
    /// The last day on which the trigger's space met: what was measured until then has been answered.
    pub answered_on: Option<Date>,
    /// Whether going back is on the table already.
    pub on_the_table: bool,
}

impl Situation {
    /// Whether this value on this day fires the trigger.
    pub fn fires(&self, on: Date, value: i64) -> bool {
        let is_answered = self.answered_on.is_some_and(|answered| on <= answered);
        !self.on_the_table
            && on >= self.made_on
            && !is_answered
            && self.direction.is_past(self.threshold, value)
    }
}

/// The last day to meet once the trigger has fired.
pub fn meets_by(today: Date) -> Date {
    today.checked_add(MEETS_WITHIN_DAYS.days()).unwrap_or(Date::MAX)
}

/// Whether a value is within a fifth of the threshold, on the side where nothing has happened yet.
pub fn is_near(direction: Direction, threshold: i64, value: i64) -> bool {
    let room = threshold.unsigned_abs() / NEAR.unsigned_abs();
    // A threshold of nought leaves no room: every good value would be near it.
    threshold != 0 && !direction.is_past(threshold, value) && threshold.abs_diff(value) <= room
}

#[cfg(test)]
mod tests {
    use super::{Direction, Situation, is_near, meets_by};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn late_orders() -> Situation {
        Situation {
            threshold: 15,
            direction: Direction::Above,
            made_on: date(2026, 11, 23),
            answered_on: None,
            on_the_table: false,
        }
    }

    #[test]
    fn a_value_past_the_threshold_fires_and_the_threshold_itself_does_not() {
        assert!(late_orders().fires(date(2027, 1, 4), 16));
        assert!(!late_orders().fires(date(2027, 1, 4), 15));
    }

    #[test]
    fn what_was_measured_before_the_commitment_never_fires() {
        assert!(!late_orders().fires(date(2026, 11, 22), 40));
        assert!(late_orders().fires(date(2026, 11, 23), 40));
    }

    #[test]
    fn nothing_fires_twice_while_going_back_is_on_the_table() {
        assert!(!Situation { on_the_table: true, ..late_orders() }.fires(date(2027, 1, 4), 40));
    }

    #[test]
    fn once_answered_the_trigger_is_armed_again_for_what_is_measured_afterwards() {
        let answered = Situation { answered_on: Some(date(2027, 1, 10)), ..late_orders() };
        assert!(!answered.fires(date(2027, 1, 10), 40));
        assert!(answered.fires(date(2027, 1, 11), 40));
    }

    #[test]
    fn the_space_meets_within_fifteen_days() {
        assert_eq!(meets_by(date(2026, 12, 20)), date(2027, 1, 4));
    }

    #[test]
    fn thirteen_is_near_fifteen_and_eleven_is_not() {
        assert!(is_near(Direction::Above, 15, 13) && is_near(Direction::Above, 15, 15));
        assert!(!is_near(Direction::Above, 15, 11) && !is_near(Direction::Above, 15, 16));
        assert!(is_near(Direction::Below, 80, 90) && !is_near(Direction::Below, 80, 100));
    }

    proptest! {
        #[test]
        fn near_and_past_never_hold_together(threshold: i64, value: i64, above: bool) {
            let direction = if above { Direction::Above } else { Direction::Below };
            prop_assert!(!(is_near(direction, threshold, value) && direction.is_past(threshold, value)));
        }
    }
}
