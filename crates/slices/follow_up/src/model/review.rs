//! Looking again: at short, medium and long term, and whenever the trigger calls.

use jiff::civil::Date;
use kernel::{Party, ReviewId, codes};

codes! {
    /// Which review.
    pub enum Horizon("horizon") {
        Short = "short",
        Medium = "medium",
        Long = "long",
        /// Convened by the trigger: going back is on the table.
        Called = "called",
    }
}

codes! {
    /// What a review concludes. All are worth the same: going back is a result of dialogue, not its failure.
    pub enum Outcome("outcome") {
        Continue = "continue",
        Adjust = "adjust",
        Suspend = "suspend",
        GoBack = "go_back",
        /// The project is not taken further: as good an end as another.
        Abandon = "abandon",
    }
}

/// A review, awaited or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub id: ReviewId,
    pub horizon: Horizon,
    pub due_on: Date,
    pub held: Option<Held>,
}

/// A review that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub on: Date,
    pub outcome: Outcome,
    pub note: String,
    pub present: Vec<Party>,
    pub by_party: Party,
    pub by_name: String,
}

impl Review {
    pub fn is_called(&self) -> bool {
        self.horizon == Horizon::Called
    }

    /// Days between the day it was due and the day it was held, or today while it is awaited; nothing when on time.
    pub fn days_late(&self, today: Date) -> Option<i32> {
        let until = self.held.as_ref().map_or(today, |held| held.on);
        let days = until.duration_since(self.due_on).as_hours() / 24;
        i32::try_from(days).ok().filter(|days| *days > 0)
    }
}

/// Whether a review may conclude: it binds both, so both were there (commitment 4).
pub fn is_quorate(present: &[Party]) -> bool {
    present.contains(&Party::Management) && present.contains(&Party::StaffRepresentatives)
}

#[cfg(test)]
mod tests {
    use super::{Held, Horizon, Outcome, Review, is_quorate};
    use jiff::civil::{Date, date};
    use kernel::{Party, ReviewId};

    fn review(due_on: Date, held_on: Option<Date>) -> Review {
        let held = held_on.map(|on| Held {
            on,
            outcome: Outcome::GoBack,
            note: String::new(),
            present: Party::TRINOME.to_vec(),
            by_party: Party::Facilitator,
            by_name: "Camille".into(),
        });
        Review { id: ReviewId::parse(&"1".repeat(32)).expect("an id"), horizon: Horizon::Short, due_on, held }
    }

    #[test]
    fn a_review_held_late_stays_late_whatever_today_is() {
        let late = review(date(2027, 2, 23), Some(date(2027, 3, 2)));
        assert_eq!(late.days_late(date(2027, 3, 2)), Some(7));
        assert_eq!(late.days_late(date(2030, 1, 1)), Some(7));
    }

    #[test]
    fn an_awaited_review_is_late_from_the_day_after() {
        assert_eq!(review(date(2027, 2, 23), None).days_late(date(2027, 2, 23)), None);
        assert_eq!(review(date(2027, 2, 23), None).days_late(date(2027, 2, 24)), Some(1));
    }

    #[test]
    fn a_review_held_early_is_not_late() {
        assert_eq!(review(date(2027, 2, 23), Some(date(2027, 2, 1))).days_late(date(2027, 6, 1)), None);
    }

    #[test]
    fn a_review_that_one_party_holds_alone_concludes_nothing() {
        assert!(!is_quorate(&[Party::Management, Party::Technical]));
        assert!(is_quorate(&[Party::StaffRepresentatives, Party::Management]));
    }
}
