//! The meetings, each with the last days of its own agenda and minutes.

use jiff::civil::Date;
use obligations::api::{ClockLine, clock};
use platform::T;
use registry::ProjectSeat;
use serde_json::json;

use super::Before;
use crate::model::{
    consultation::{Consultation, Event},
    event::EventKind,
    meeting::{Meeting, minutes_by},
};

/// The law's names of the last days of an agenda and of minutes.
const AGENDA: &str = "agenda_sent";
const MINUTES: &str = "minutes_sent";

/// A meeting as it is shown.
pub struct MeetingLine {
    pub day: String,
    pub days: Vec<MeetingDay>,
    pub articles: Vec<String>,
}

/// Something due for a meeting, and where it stands.
pub struct MeetingDay {
    pub label: String,
    pub said: String,
    /// « envoyé le… », « en retard »; empty while it is neither.
    pub state: String,
    pub is_late: bool,
}

/// Every meeting that stands, by day.
pub fn meetings(seat: &ProjectSeat, before: &Before) -> Vec<MeetingLine> {
    let Some(consultation) = &before.consultation else { return Vec::new() };
    let all = consultation.meetings();
    all.iter().map(|meeting| line(seat, before, consultation, meeting)).collect()
}

fn line(
    seat: &ProjectSeat,
    before: &Before,
    consultation: &Consultation,
    meeting: &Meeting<'_>,
) -> MeetingLine {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let clock = of_meeting(seat, before, consultation, meeting.event.on);
    let articles = clock.iter().flat_map(|line| line.articles.iter().cloned());
    let mut found: Vec<String> = articles.collect();
    found.dedup();
    let days = clock.iter().filter(|line| !line.is_event).map(|line| {
        let (by, done) = match line.name.as_str() {
            MINUTES => (minutes_by(line.on, meeting.next), meeting.minutes_sent),
            AGENDA => (line.on, meeting.agenda_sent),
            _ => (line.on, None),
        };
        let said =
            if by < line.on { t.one("consult-minutes-before", "day", t.day(by)) } else { line.said.clone() };
        let is_followed = [MINUTES, AGENDA].contains(&line.name.as_str());
        let (state, is_late) = if is_followed { state(t, by, done, today) } else { (String::new(), false) };
        MeetingDay { label: line.label.clone(), said, state, is_late }
    });
    MeetingLine { day: t.day(meeting.event.on), days: days.collect(), articles: found }
}

/// The dates of the law that follow from the day of this meeting.
fn of_meeting(seat: &ProjectSeat, before: &Before, consultation: &Consultation, on: Date) -> Vec<ClockLine> {
    let fact = EventKind::MeetingCalled.fact().unwrap_or_default();
    let mut project = seat.project.clone();
    project.facts.extend(crate::model::told::told(&before.all, consultation));
    project.facts.insert(fact.to_owned(), json!(on.to_string()));
    let reading = obligations::api::reading(&before.organisation, &project, seat.ctx().today);
    clock(&reading, &seat.ctx().t, &[fact])
}

/// Whether it was done, in time or late, and where it was not, whether its day has passed.
fn state(t: &T, by: Date, done: Option<&Event>, today: Date) -> (String, bool) {
    match done {
        Some(event) if event.on > by => (t.one("consult-meeting-late-done", "day", t.day(event.on)), true),
        Some(event) => (t.one("consult-meeting-done", "day", t.day(event.on)), false),
        None if by < today => (t.say("consult-meeting-late"), true),
        None => (String::new(), false),
    }
}
