//! The meetings of a consultation: each has its own agenda and its own minutes, with their own last days.

use jiff::civil::Date;

use super::{
    consultation::{Consultation, Event, EventId},
    event::EventKind,
};

/// A meeting, and what was written down of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting<'a> {
    pub event: &'a Event,
    /// The agenda, proposed by one side or set by both.
    pub agenda: Option<&'a Event>,
    pub agenda_sent: Option<&'a Event>,
    pub minutes_sent: Option<&'a Event>,
    /// The day of the next one, where there is one.
    pub next: Option<Date>,
}

impl Consultation {
    /// Every meeting that stands, by day.
    pub fn meetings(&self) -> Vec<Meeting<'_>> {
        let standing = self.standing();
        let called: Vec<&Event> =
            standing.iter().copied().filter(|event| event.kind == EventKind::MeetingCalled).collect();
        let of = |meeting: &Event, kind: EventKind| {
            let is_its =
                |event: &&&Event| event.kind == kind && self.meeting_of(event, &called) == Some(meeting.id);
            standing.iter().rev().find(is_its).copied()
        };
        let days = called.iter().skip(1).map(|next| Some(next.on)).chain([None]);
        called
            .iter()
            .zip(days)
            .map(|(event, next)| Meeting {
                event,
                agenda: of(event, EventKind::AgendaSet),
                agenda_sent: of(event, EventKind::AgendaSent),
                minutes_sent: of(event, EventKind::MinutesSent),
                next,
            })
            .collect()
    }

    /// The meeting that an event is of: the one that it names, as it was put right since; where it names none, the next one
    /// for an agenda, the last one for minutes.
    fn meeting_of(&self, event: &Event, called: &[&Event]) -> Option<EventId> {
        if let Some(about) = event.about {
            return Some(self.as_put_right(about));
        }
        let found = if event.kind.is_ahead_of_it() {
            called.iter().find(|meeting| meeting.on >= event.on).or(called.last())
        } else {
            called.iter().rev().find(|meeting| meeting.on <= event.on).or(called.first())
        };
        found.map(|meeting| meeting.id)
    }

    /// The event that stands in the place of one, after every correction.
    fn as_put_right(&self, id: EventId) -> EventId {
        let instead = self.events.iter().find(|event| event.corrects == Some(id));
        instead.map_or(id, |event| self.as_put_right(event.id))
    }
}

/// The last day for the minutes: the law's, or the next meeting where that comes first (D2315-26).
pub fn minutes_by(by_law: Date, next: Option<Date>) -> Date {
    next.map_or(by_law, |next| by_law.min(next))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::minutes_by;
    use crate::model::{
        event::EventKind::{AgendaSent, MeetingCalled, MinutesSent},
        fixture::{id, with},
    };

    const fn day(day: i8) -> Date {
        date(2026, 12, day)
    }

    #[test]
    fn each_meeting_has_its_own_agenda_and_minutes() {
        let held = with(&[
            (MeetingCalled, day(8)),
            (MeetingCalled, day(20)),
            (AgendaSent, day(3)),
            (MinutesSent, day(12)),
            (AgendaSent, day(15)),
        ]);
        let meetings = held.meetings();
        let days = |meeting: &super::Meeting<'_>| {
            (
                meeting.event.on,
                meeting.agenda_sent.map(|event| event.on),
                meeting.minutes_sent.map(|event| event.on),
            )
        };
        assert_eq!(days(&meetings[0]), (day(8), Some(day(3)), Some(day(12))));
        assert_eq!(days(&meetings[1]), (day(20), Some(day(15)), None));
        assert_eq!((meetings[0].next, meetings[1].next), (Some(day(20)), None));
    }

    #[test]
    fn an_agenda_stays_with_its_meeting_when_the_day_of_the_meeting_is_put_right() {
        let mut held = with(&[
            (MeetingCalled, day(8)),
            (AgendaSent, day(3)),
            (MeetingCalled, day(10)),
            (MeetingCalled, day(4)),
        ]);
        held.events[1].about = Some(id(1));
        held.events[2].corrects = Some(id(1));
        held.events[0].taken_back = Some(crate::model::consultation::TakenBack {
            why: "moved".to_owned(),
            by: crate::model::fixture::by(day(3)),
        });
        let meetings = held.meetings();
        assert_eq!(meetings.len(), 2);
        assert!(meetings[0].agenda_sent.is_none(), "the agenda went to another meeting");
        assert_eq!(meetings[1].agenda_sent.map(|event| event.on), Some(day(3)));
    }

    #[test]
    fn minutes_are_due_before_the_next_meeting_where_it_comes_first() {
        assert_eq!(minutes_by(day(23), Some(day(20))), day(20));
        assert_eq!(minutes_by(day(23), Some(day(28))), day(23));
        assert_eq!(minutes_by(day(23), None), day(23));
    }
}
