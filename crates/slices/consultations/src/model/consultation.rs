//! A consultation as it stands: all of it follows from what was recorded.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{Id, Party, ProjectId, codes};
use obligations::api::Council;
use serde::Serialize;

use super::{
    event::{EventKind, Outcome, Side},
    part::Part,
};

/// What the ids of this slice are ids of.
pub mod mark {
    pub enum Consultation {}
    pub enum Event {}
    pub enum Question {}
}

pub type ConsultationId = Id<mark::Consultation>;
pub type EventId = Id<mark::Event>;
pub type QuestionId = Id<mark::Question>;

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done {
    pub on: Date,
    pub party: Party,
    pub name: String,
}

/// A part of the file as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    pub words: String,
    pub by: Done,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    pub id: QuestionId,
    pub number: i64,
    pub words: String,
    pub asked: Done,
    pub answer: Option<(String, Done)>,
}

/// Why an event no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakenBack {
    pub why: String,
    pub by: Done,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    pub id: EventId,
    pub number: i64,
    pub kind: EventKind,
    /// The day it happened, or is called for.
    pub on: Date,
    pub words: String,
    /// What an opinion says.
    pub outcome: Option<Outcome>,
    /// Who wrote it down, and when.
    pub recorded: Done,
    /// The event that it puts right.
    pub corrects: Option<EventId>,
    pub taken_back: Option<TakenBack>,
    /// The meeting that it is of.
    pub about: Option<EventId>,
    /// When the other side said the same.
    pub joined: Option<Done>,
}

codes! {
    /// At which level a committee is consulted, where an undertaking has several.
    pub enum Level("level of a consultation") {
        /// One committee, for the whole.
        Whole = "whole",
        Central = "central",
        Establishment = "establishment",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consultation {
    pub id: ConsultationId,
    pub project: ProjectId,
    pub number: i64,
    pub council: Council,
    /// What it is about; empty for the project as a whole.
    pub object: String,
    pub level: Level,
    /// The establishment, where it is of one.
    pub place: String,
    /// Begun while people rightly worked with the system: they may go on.
    pub is_use_allowed: bool,
    pub begun: Done,
    pub parts: BTreeMap<Part, Written>,
    /// By number.
    pub questions: Vec<Question>,
    /// In the order in which they were recorded.
    pub events: Vec<Event>,
}

codes! {
    /// How far a consultation is.
    pub enum Phase("phase of a consultation") {
        Preparing = "preparing",
        HandedOver = "handed_over",
        /// The opinion was given.
        Opined = "opined",
        /// The law deems it given.
        Deemed = "deemed",
        FollowedUp = "followed_up",
        /// Given up before any opinion.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// Why an event cannot be written down so.
    pub enum NotSo("event refused") {
        /// It is the other side's to record.
        OtherSide = "other_side",
        /// What it follows from has not happened.
        NotYet = "not_yet",
        /// It happened already: it can be put right, not repeated.
        Already = "already",
        /// Its day has not come.
        Ahead = "ahead",
        /// Its day is before what it follows from.
        TooEarly = "too_early",
        /// This body knows no such thing.
        NotHere = "not_here",
        /// The consultation was given up.
        Over = "over",
        /// The consultation, or the event, is not there.
        Unknown = "unknown",
    }
}

impl Consultation {
    /// What still counts, in the order of the days.
    pub fn standing(&self) -> Vec<&Event> {
        let mut standing: Vec<&Event> =
            self.events.iter().filter(|event| event.taken_back.is_none()).collect();
        standing.sort_by_key(|event| (event.on, event.number));
        standing
    }

    /// The latest of a kind that still counts.
    pub fn last(&self, kind: EventKind) -> Option<&Event> {
        self.standing().into_iter().rev().find(|event| event.kind == kind)
    }

    fn first(&self, kind: EventKind) -> Option<&Event> {
        self.standing().into_iter().find(|event| event.kind == kind)
    }

    pub fn has(&self, kind: EventKind) -> bool {
        self.last(kind).is_some()
    }

    /// Whether the judge has suspended the project, and nobody has said that it resumed.
    pub fn is_suspended(&self) -> bool {
        let last = self
            .standing()
            .into_iter()
            .rev()
            .find(|e| matches!(e.kind, EventKind::Suspended | EventKind::Resumed));
        last.is_some_and(|event| event.kind == EventKind::Suspended)
    }

    /// How far it is; `deemed`: the law's limit has passed.
    pub fn phase(&self, deemed: bool) -> Phase {
        match () {
            () if self.is_withdrawn() => Phase::Withdrawn,
            () if self.has(EventKind::FollowedUp) => Phase::FollowedUp,
            () if self.has(EventKind::OpinionGiven) => Phase::Opined,
            () if self.has(EventKind::HandedOver) && deemed => Phase::Deemed,
            () if self.has(EventKind::HandedOver) => Phase::HandedOver,
            () => Phase::Preparing,
        }
    }

    /// Given up: nothing of it counts for the law any more.
    pub fn is_withdrawn(&self) -> bool {
        self.has(EventKind::Withdrawn)
    }

    /// What this side may record now, in the order of the procedure.
    pub fn open_to(&self, side: Side, deemed: bool) -> Vec<EventKind> {
        let open = |kind: &EventKind| self.may_record(*kind, side, deemed).is_ok();
        EventKind::ALL.iter().copied().filter(open).collect()
    }

    fn may_record(&self, kind: EventKind, side: Side, deemed: bool) -> Result<(), NotSo> {
        if !kind.sides().contains(&side) {
            return Err(NotSo::OtherSide);
        }
        if !kind.is_of(self.council) {
            return Err(NotSo::NotHere);
        }
        // An opinion that is deemed given is followed up too.
        let ready = kind.follows().is_none_or(|before| self.has(before))
            || (kind == EventKind::FollowedUp && deemed && self.has(EventKind::HandedOver));
        match () {
            () if self.is_withdrawn() && !matches!(kind, EventKind::Suspended | EventKind::Resumed) => {
                Err(NotSo::Over)
            }
            () if kind == EventKind::Withdrawn && self.has(EventKind::OpinionGiven) => Err(NotSo::Already),
            () if !ready || (kind == EventKind::Resumed && !self.is_suspended()) => Err(NotSo::NotYet),
            () if kind == EventKind::Suspended && self.is_suspended() => Err(NotSo::Already),
            () if kind == EventKind::Disputed && self.has(EventKind::Acknowledged) => Err(NotSo::Already),
            () if !kind.repeats() && self.has(kind) => Err(NotSo::Already),
            () => Ok(()),
        }
    }

    /// Whether an event may be written down.
    pub fn check(
        &self,
        kind: EventKind,
        side: Side,
        on: Date,
        deemed: bool,
        today: Date,
    ) -> Result<(), NotSo> {
        self.may_record(kind, side, deemed)?;
        self.check_day(kind, on, today)
    }

    /// Whether an event of this kind may be of this day.
    pub fn check_day(&self, kind: EventKind, on: Date, today: Date) -> Result<(), NotSo> {
        let before = kind.follows().filter(|_| !kind.is_ahead_of_it()).and_then(|before| self.first(before));
        match () {
            () if on > today && !kind.is_called() => Err(NotSo::Ahead),
            () if before.is_some_and(|before| on < before.on) => Err(NotSo::TooEarly),
            () => Ok(()),
        }
    }

    /// Questions that nobody has answered.
    pub fn unanswered(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.answer.is_none())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Consultation, NotSo, Phase};
    use crate::model::{
        event::{EventKind, Side},
        fixture::{TODAY, with},
    };

    #[test]
    fn nothing_is_recorded_before_what_it_follows_from_nor_by_the_other_side() {
        let empty = with(&[]);
        let check = |c: &Consultation, kind, side, on| c.check(kind, side, on, false, TODAY);
        assert_eq!(check(&empty, EventKind::OpinionGiven, Side::Council, TODAY), Err(NotSo::NotYet));
        assert_eq!(check(&empty, EventKind::HandedOver, Side::Council, TODAY), Err(NotSo::OtherSide));
        assert_eq!(
            check(&empty, EventKind::HandedOver, Side::Employer, date(2026, 12, 1)),
            Err(NotSo::Ahead)
        );
        let begun = with(&[(EventKind::HandedOver, date(2026, 11, 2))]);
        assert_eq!(
            check(&begun, EventKind::OpinionGiven, Side::Council, date(2026, 11, 1)),
            Err(NotSo::TooEarly)
        );
        assert_eq!(check(&begun, EventKind::OpinionGiven, Side::Employer, TODAY), Err(NotSo::OtherSide));
        assert_eq!(check(&begun, EventKind::HandedOver, Side::Employer, TODAY), Err(NotSo::Already));
        assert_eq!(check(&begun, EventKind::OpinionGiven, Side::Council, TODAY), Ok(()));
    }

    #[test]
    fn an_opinion_that_is_deemed_given_is_followed_up_too() {
        let consultation = with(&[(EventKind::HandedOver, date(2026, 9, 2))]);
        assert!(!consultation.open_to(Side::Employer, false).contains(&EventKind::FollowedUp));
        assert!(consultation.open_to(Side::Employer, true).contains(&EventKind::FollowedUp));
        assert_eq!(consultation.phase(true), Phase::Deemed);
    }

    #[test]
    fn a_public_committee_is_offered_nothing_that_only_a_cse_has() {
        let mut held = with(&[(EventKind::HandedOver, date(2026, 11, 2))]);
        assert!(held.open_to(Side::Council, false).contains(&EventKind::JudgeAsked));
        held.council = obligations::api::Council::Cst;
        let offered = held.open_to(Side::Council, false);
        assert!(!offered.contains(&EventKind::JudgeAsked) && offered.contains(&EventKind::OpinionGiven));
    }

    #[test]
    fn a_consultation_that_was_given_up_takes_nothing_but_what_a_judge_says() {
        let held =
            with(&[(EventKind::HandedOver, date(2026, 11, 2)), (EventKind::Withdrawn, date(2026, 11, 3))]);
        assert_eq!(held.phase(true), Phase::Withdrawn);
        assert_eq!(held.open_to(Side::Council, false), [EventKind::Suspended]);
    }

    #[test]
    fn a_suspension_ends_once_and_may_come_again() {
        let suspended = with(&[(EventKind::Suspended, date(2026, 11, 2))]);
        assert!(suspended.is_suspended());
        assert!(!suspended.open_to(Side::Council, false).contains(&EventKind::Suspended));
        let resumed =
            with(&[(EventKind::Suspended, date(2026, 11, 2)), (EventKind::Resumed, date(2026, 11, 9))]);
        assert!(!resumed.is_suspended());
        assert!(!resumed.open_to(Side::Council, false).contains(&EventKind::Resumed));
    }
}
