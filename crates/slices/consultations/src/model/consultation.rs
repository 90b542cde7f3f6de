//! A consultation as it stands: all of it follows from what was recorded.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{Id, Party, ProjectId, codes};
use obligations::api::Council;
use registry::Facts;
use serde::Serialize;
use serde_json::{Value as Json, json};

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
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consultation {
    pub id: ConsultationId,
    pub project: ProjectId,
    pub number: i64,
    pub council: Council,
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
            () if self.has(EventKind::FollowedUp) => Phase::FollowedUp,
            () if self.has(EventKind::OpinionGiven) => Phase::Opined,
            () if self.has(EventKind::HandedOver) && deemed => Phase::Deemed,
            () if self.has(EventKind::HandedOver) => Phase::HandedOver,
            () => Phase::Preparing,
        }
    }

    /// The facts of the law as this consultation tells them: those of which something was ever recorded here.
    pub fn facts(&self) -> Facts {
        let told = EventKind::ALL.iter().filter_map(|kind| Some((*kind, kind.fact()?)));
        let told = told.filter(|(kind, _)| self.events.iter().any(|event| event.kind == *kind));
        told.map(|(kind, fact)| {
            (fact.to_owned(), self.last(kind).map_or(Json::Null, |event| json!(event.on.to_string())))
        })
        .collect()
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
        // An opinion that is deemed given is followed up too.
        let ready = kind.follows().is_none_or(|before| self.has(before))
            || (kind == EventKind::FollowedUp && deemed && self.has(EventKind::HandedOver));
        match () {
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
        // An agenda goes out before its meeting.
        let before =
            kind.follows().filter(|_| kind != EventKind::AgendaSent).and_then(|before| self.first(before));
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
    use std::collections::BTreeMap;

    use jiff::civil::{Date, date};
    use kernel::{Id, Party};
    use obligations::api::Council;

    use super::{Consultation, Done, Event, NotSo, Phase, TakenBack};
    use crate::model::event::{EventKind, Side};

    const TODAY: Date = date(2026, 11, 30);

    fn by(on: Date) -> Done {
        Done { on, party: Party::Management, name: "Sylvie".to_owned() }
    }

    fn id<T: ?Sized>(number: i64) -> Id<T> {
        Id::parse(&format!("{number:032}")).expect("an id")
    }

    fn with(events: &[(EventKind, Date)]) -> Consultation {
        let events = events.iter().zip(1..).map(|((kind, on), number)| Event {
            id: id(number),
            number,
            kind: *kind,
            on: *on,
            words: String::new(),
            outcome: None,
            recorded: by(*on),
            corrects: None,
            taken_back: None,
        });
        Consultation {
            id: id(1),
            project: id(2),
            number: 1,
            council: Council::Cse,
            begun: by(date(2026, 10, 1)),
            parts: BTreeMap::new(),
            questions: Vec::new(),
            events: events.collect(),
        }
    }

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
    fn what_is_taken_back_no_longer_counts_and_its_fact_goes() {
        let mut consultation = with(&[(EventKind::HandedOver, date(2026, 11, 2))]);
        assert_eq!(consultation.facts()["project.info_on"], "2026-11-02");
        consultation.events[0].taken_back = Some(TakenBack { why: "not that day".to_owned(), by: by(TODAY) });
        assert_eq!(consultation.facts()["project.info_on"], serde_json::Value::Null);
        assert!(!consultation.facts().contains_key("project.opinion_on"), "nothing was ever said of it");
        assert_eq!(consultation.phase(false), Phase::Preparing);
    }

    #[test]
    fn an_opinion_that_is_deemed_given_is_followed_up_too() {
        let consultation = with(&[(EventKind::HandedOver, date(2026, 9, 2))]);
        assert!(!consultation.open_to(Side::Employer, false).contains(&EventKind::FollowedUp));
        assert!(consultation.open_to(Side::Employer, true).contains(&EventKind::FollowedUp));
        assert_eq!(consultation.phase(true), Phase::Deemed);
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
