//! A time of dialogue: whatever is held in a space, on a day.

use jiff::civil::Date;
use kernel::{ActivityId, SpaceId, Sphere, codes};
use serde::Serialize;

use super::space::Form;

codes! {
    /// What is held.
    pub enum ActivityKind("activity_kind") {
        Launch = "launch",
        Information = "information",
        Meeting = "meeting",
        Workshop = "workshop",
        Campaign = "campaign",
        Consultation = "consultation",
        Opinion = "opinion",
        UserTest = "user_test",
        TechnicalReview = "technical_review",
        Review = "review",
        Other = "other",
    }
}

codes! {
    /// Where it stands.
    pub enum ActivityState("activity_state") {
        Planned = "planned",
        Held = "held",
        Cancelled = "cancelled",
    }
}

codes! {
    /// Whether people seek to understand, or take a decision: each round says which it is.
    pub enum Round("round") {
        Understand = "understand",
        Decide = "decide",
    }
}

impl ActivityKind {
    /// The form that this usually takes; whoever plans it may say another.
    pub const fn usual_form(self) -> Form {
        match self {
            Self::Launch | Self::Information | Self::TechnicalReview => Form::Information,
            Self::Consultation | Self::Opinion => Form::Consultation,
            Self::Campaign | Self::UserTest => Form::Inquiry,
            Self::Meeting | Self::Workshop | Self::Review | Self::Other => Form::Expression,
        }
    }

    /// An opinion decides; whatever else is held seeks to understand, unless people say otherwise.
    pub const fn usual_round(self) -> Round {
        match self {
            Self::Opinion => Round::Decide,
            _ => Round::Understand,
        }
    }

    /// Whether only a statutory space holds it: elsewhere the same talk is useful, and is not that act.
    pub const fn needs_a_statutory_space(self) -> bool {
        matches!(self, Self::Consultation | Self::Opinion)
    }

    /// Whether people plan it by hand. A campaign and a review come with what they are made of.
    pub const fn is_planned_by_hand(self) -> bool {
        !matches!(self, Self::Campaign | Self::Review)
    }
}

/// A time of dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Activity {
    pub id: ActivityId,
    pub space: SpaceId,
    pub sphere: Sphere,
    pub kind: ActivityKind,
    pub title: String,
    /// The day it was held, or the day it is planned for.
    pub on: Date,
    pub state: ActivityState,
    /// What drives it: `campaign:<id>`, `review:<id>`; nothing when people planned it by hand.
    pub source: Option<String>,
    /// What came out of it, in people's words; empty while it is not held.
    pub outcome: String,
    pub form: Form,
    pub round: Round,
    /// The round in which what is decided here was understood.
    pub follows: Option<ActivityId>,
    /// Why it decides without one, in people's words; empty otherwise.
    pub without_understanding: String,
}

impl Activity {
    /// Whether its day has passed and nobody has said whether it was held.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == ActivityState::Planned && self.on < today
    }

    /// The page that drives it, as the end of an address under the project.
    pub fn source_rest(&self) -> Option<String> {
        let (kind, id) = self.source.as_deref()?.split_once(':')?;
        match kind {
            "campaign" => Some(format!("diagnostics/{id}")),
            "review" | "trigger" | "commitment" => Some("suivi".to_owned()),
            _ => None,
        }
    }
}

/// Why a time of dialogue cannot be written down so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// A consultation or an opinion outside a statutory space.
    NotStatutory,
    /// Said to be held on a day that has not come.
    HeldInTheFuture,
}

/// Whether this may be held there, then. Errors: [`Misplaced`].
pub fn check(
    kind: ActivityKind,
    is_statutory: bool,
    state: ActivityState,
    on: Date,
    today: Date,
) -> Result<(), Misplaced> {
    if kind.needs_a_statutory_space() && !is_statutory {
        return Err(Misplaced::NotStatutory);
    }
    if state == ActivityState::Held && on > today {
        return Err(Misplaced::HeldInTheFuture);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{ActivityId, SpaceId, Sphere};

    use super::{Activity, ActivityKind, ActivityState, Misplaced, check};

    fn meeting(state: ActivityState, source: Option<&str>) -> Activity {
        Activity {
            id: ActivityId::parse("0198c0de000070008000000000000001").expect("an id"),
            space: SpaceId::parse("0198c0de000070008000000000000002").expect("an id"),
            sphere: Sphere::Social,
            kind: ActivityKind::Meeting,
            title: "Réunion".to_owned(),
            on: date(2026, 3, 12),
            state,
            source: source.map(str::to_owned),
            outcome: String::new(),
            form: ActivityKind::Meeting.usual_form(),
            round: ActivityKind::Meeting.usual_round(),
            follows: None,
            without_understanding: String::new(),
        }
    }

    #[test]
    fn an_informal_space_never_holds_a_consultation() {
        let (on, today) = (date(2026, 3, 12), date(2026, 3, 12));
        for kind in [ActivityKind::Consultation, ActivityKind::Opinion] {
            assert_eq!(check(kind, false, ActivityState::Planned, on, today), Err(Misplaced::NotStatutory));
            assert_eq!(check(kind, true, ActivityState::Planned, on, today), Ok(()));
        }
        assert_eq!(check(ActivityKind::Information, false, ActivityState::Held, on, today), Ok(()));
    }

    #[test]
    fn nothing_is_held_on_a_day_that_has_not_come() {
        let (tomorrow, today) = (date(2026, 3, 13), date(2026, 3, 12));
        let held = check(ActivityKind::Meeting, true, ActivityState::Held, tomorrow, today);
        assert_eq!(held, Err(Misplaced::HeldInTheFuture));
        assert_eq!(check(ActivityKind::Meeting, true, ActivityState::Planned, tomorrow, today), Ok(()));
    }

    #[test]
    fn only_a_planned_activity_whose_day_has_passed_is_overdue() {
        let later = date(2026, 3, 13);
        assert!(meeting(ActivityState::Planned, None).is_overdue(later));
        assert!(!meeting(ActivityState::Planned, None).is_overdue(date(2026, 3, 12)));
        assert!(!meeting(ActivityState::Held, None).is_overdue(later));
        assert!(!meeting(ActivityState::Cancelled, None).is_overdue(later));
    }

    #[test]
    fn an_activity_that_something_drives_leads_to_its_page() {
        let campaign = meeting(ActivityState::Held, Some("campaign:abc"));
        assert_eq!(campaign.source_rest().as_deref(), Some("diagnostics/abc"));
        assert_eq!(meeting(ActivityState::Held, None).source_rest(), None);
        assert_eq!(meeting(ActivityState::Held, Some("nothing known")).source_rest(), None);
    }
}
