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
    /// The form of a consultation outside a statutory space.
    FormNotStatutory,
    /// Said to have decided what nobody came to understand there first, and nobody says why.
    NotUnderstood,
}

/// What is said of a time of dialogue, to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub kind: ActivityKind,
    pub form: Form,
    pub round: Round,
    pub state: ActivityState,
    pub on: Date,
    pub is_statutory: bool,
    /// Whether a round of the same space sought to understand before it.
    pub follows: bool,
    pub without_understanding: &'a str,
}

/// Whether this may be held there, then. Errors: [`Misplaced`].
pub fn check(said: &Said<'_>, today: Date) -> Result<(), Misplaced> {
    if said.kind.needs_a_statutory_space() && !said.is_statutory {
        return Err(Misplaced::NotStatutory);
    }
    if said.form.needs_a_statutory_space() && !said.is_statutory {
        return Err(Misplaced::FormNotStatutory);
    }
    if said.state == ActivityState::Held && said.on > today {
        return Err(Misplaced::HeldInTheFuture);
    }
    let is_bare = !said.follows && said.without_understanding.is_empty();
    if said.state == ActivityState::Held && said.round == Round::Decide && is_bare {
        return Err(Misplaced::NotUnderstood);
    }
    Ok(())
}

/// The rounds of a space that sought to understand before a day, latest first: what a decision there may follow.
pub fn understood_before(
    activities: &[Activity],
    space: SpaceId,
    on: Date,
    but: Option<ActivityId>,
) -> Vec<&Activity> {
    let mut before: Vec<&Activity> = activities
        .iter()
        .filter(|known| known.space == space && known.on <= on && Some(known.id) != but)
        .filter(|known| known.round == Round::Understand && known.state != ActivityState::Cancelled)
        .collect();
    before.sort_by_key(|known| std::cmp::Reverse((known.on, known.id)));
    before
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::{ActivityId, SpaceId, Sphere};

    use super::{
        Activity, ActivityKind, ActivityState, Form, Misplaced, Round, Said, check, understood_before,
    };

    const TODAY: Date = date(2026, 3, 12);

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

    /// A round that seeks to understand, held today in a statutory space.
    fn said(kind: ActivityKind) -> Said<'static> {
        Said {
            kind,
            form: kind.usual_form(),
            round: Round::Understand,
            state: ActivityState::Held,
            on: TODAY,
            is_statutory: true,
            follows: false,
            without_understanding: "",
        }
    }

    #[test]
    fn an_informal_space_never_holds_a_consultation_nor_what_takes_its_form() {
        for kind in ActivityKind::ALL {
            for form in Form::ALL {
                for state in ActivityState::ALL {
                    let informal = Said { form: *form, state: *state, is_statutory: false, ..said(*kind) };
                    let allowed = !kind.needs_a_statutory_space() && *form != Form::Consultation;
                    assert_eq!(check(&informal, TODAY).is_ok(), allowed, "{kind} {form} {state}");
                    let statutory = Said { is_statutory: true, ..informal };
                    assert_eq!(check(&statutory, TODAY), Ok(()));
                }
            }
        }
        let meeting = Said { form: Form::Consultation, is_statutory: false, ..said(ActivityKind::Meeting) };
        assert_eq!(check(&meeting, TODAY), Err(Misplaced::FormNotStatutory));
    }

    #[test]
    fn nothing_is_held_on_a_day_that_has_not_come() {
        let tomorrow = Said { on: TODAY.tomorrow().expect("a day"), ..said(ActivityKind::Meeting) };
        assert_eq!(check(&tomorrow, TODAY), Err(Misplaced::HeldInTheFuture));
        let planned = Said { state: ActivityState::Planned, ..tomorrow };
        assert_eq!(check(&planned, TODAY), Ok(()));
    }

    #[test]
    fn a_round_that_decides_follows_one_that_understands_or_says_why_not() {
        let decides = Said { round: Round::Decide, ..said(ActivityKind::Meeting) };
        assert_eq!(check(&decides, TODAY), Err(Misplaced::NotUnderstood));
        assert_eq!(check(&Said { follows: true, ..decides }, TODAY), Ok(()));
        assert_eq!(check(&Said { without_understanding: "urgence", ..decides }, TODAY), Ok(()));
        // Planning it is no fault: there is time to understand first.
        assert_eq!(check(&Said { state: ActivityState::Planned, ..decides }, TODAY), Ok(()));
    }

    #[test]
    fn a_decision_follows_only_what_was_sought_to_understand_before_it_in_the_same_space() {
        let here = meeting(ActivityState::Held, None);
        let elsewhere = Activity {
            space: SpaceId::parse("0198c0de000070008000000000000009").expect("an id"),
            ..here.clone()
        };
        let after = Activity { on: date(2026, 3, 20), ..here.clone() };
        let cancelled = meeting(ActivityState::Cancelled, None);
        let decides = Activity { round: Round::Decide, ..here.clone() };
        let found = |activities: &[Activity]| {
            understood_before(activities, here.space, date(2026, 3, 12), None).len()
        };
        assert_eq!(found(&[elsewhere, after, cancelled, decides]), 0);
        assert_eq!(found(std::slice::from_ref(&here)), 1);
        let itself = understood_before(std::slice::from_ref(&here), here.space, here.on, Some(here.id));
        assert!(itself.is_empty(), "nothing follows itself");
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
