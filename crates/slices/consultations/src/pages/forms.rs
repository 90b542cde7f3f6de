//! The forms of the page, each under names of its own, since they share it.

use jiff::civil::Date;
use obligations::api::Council;
use platform::{T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field};

use super::Before;
use crate::model::{
    consultation::{Consultation, EventId, Phase, QuestionId},
    event::{EventKind, Outcome, Side},
};

/// The most characters of what is written in one go.
pub const WORDS: usize = 4000;

/// A form of one event.
pub struct EventForm {
    pub kind: &'static str,
    pub id: String,
    pub label: String,
    /// Shown unfolded: what is awaited now, or what was just refused.
    pub is_open: bool,
    pub fields: Vec<Field>,
}

/// What is called in the language of the reader, with the body's own name.
pub fn label(t: &T, prefix: &str, kind: EventKind, council: &str) -> String {
    t.one(&format!("{prefix}-{}", kind.code().replace('_', "-")), "council", council.to_owned())
}

/// The forms that the reader's side may send now.
pub fn events(seat: &ProjectSeat, before: &Before, form: &Form) -> Vec<EventForm> {
    let (Some(side), Some(consultation)) = (before.side, &before.consultation) else { return Vec::new() };
    let open = consultation.open_to(side, before.deemed);
    let awaited = awaited(consultation.phase(before.deemed), side);
    let t = &seat.ctx().t;
    open.into_iter()
        .map(|kind| {
            let name = |field: &str| field_name(kind, field);
            let refused =
                ["on", "words", "outcome", "about"].iter().any(|field| form.error(&name(field)).is_some());
            EventForm {
                kind: kind.code(),
                id: EventId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()).to_string(),
                label: label(t, "consult-do", kind, &before.council_name(t)),
                is_open: refused || awaited == Some(kind),
                fields: meeting_field(t, form, kind, consultation)
                    .into_iter()
                    .chain(event_fields(t, form, kind, before.council, seat.ctx().today))
                    .collect(),
            }
        })
        .collect()
}

/// What this side is awaited for.
const fn awaited(phase: Phase, side: Side) -> Option<EventKind> {
    match (phase, side) {
        (Phase::Preparing, Side::Employer) => Some(EventKind::HandedOver),
        (Phase::HandedOver, Side::Council) => Some(EventKind::Acknowledged),
        (Phase::Opined | Phase::Deemed, Side::Employer) => Some(EventKind::FollowedUp),
        _ => None,
    }
}

/// A field of the form of an event.
pub fn field_name(kind: EventKind, field: &str) -> String {
    format!("{}-{field}", kind.code())
}

/// Which meeting, where there are several: each has its own agenda and its own minutes.
fn meeting_field(t: &T, form: &Form, kind: EventKind, consultation: &Consultation) -> Option<Field> {
    let meetings = consultation.meetings();
    if !kind.is_of_a_meeting() || meetings.len() < 2 {
        return None;
    }
    let choice = |meeting: &crate::model::meeting::Meeting<'_>| {
        Choice::new(meeting.event.id.to_string(), t.one("consult-meeting-of", "day", t.day(meeting.event.on)))
    };
    let choices = meetings.iter().map(choice).collect();
    Some(Field::select(t, form, &field_name(kind, "about"), t.say("consult-meeting-which"), choices))
}

fn event_fields(t: &T, form: &Form, kind: EventKind, council: Council, today: Date) -> Vec<Field> {
    let code = kind.code().replace('_', "-");
    let (on, words, outcome) =
        (field_name(kind, "on"), field_name(kind, "words"), field_name(kind, "outcome"));
    let mut over = form.clone();
    if form.pairs().iter().all(|(name, _)| *name != on) && !kind.is_called() {
        over = with(form, &on, &today.to_string());
    }
    let mut fields = vec![Field::date(
        t,
        &over,
        &on,
        t.say(match kind {
            EventKind::Extended => "consult-on-until",
            _ if kind.is_called() => "consult-on-called",
            _ => "consult-on",
        }),
    )];
    if kind == EventKind::OpinionGiven {
        let choices =
            Outcome::ALL.iter().map(|o| Choice::new(o.code(), t.say_code("consult-outcome", o))).collect();
        fields.push(Field::radios(t, form, &outcome, t.say("consult-outcome"), choices));
    }
    let key = own_words(t, &format!("consult-words-{code}"), council);
    let label = if t.has(&key) { t.say(&key) } else { t.say("consult-words") };
    let area = Field::area(t, form, &words, label).most(WORDS);
    fields.push(if kind.needs_words() { area } else { area.optional(t) });
    fields
}

/// The key of a text in the words of a public committee, where it has words of its own.
pub fn own_words(t: &T, key: &str, council: Council) -> String {
    let public = format!("{key}-public");
    if council != Council::Cse && t.has(&public) { public } else { key.to_owned() }
}

/// The form with one more value, its refusals kept.
pub fn with(form: &Form, name: &str, value: &str) -> Form {
    let pairs = form.pairs().iter().cloned().chain([(name.to_owned(), value.to_owned())]);
    let mut filled = Form::with(pairs);
    for (name, message) in form.errors() {
        filled.refuse(name, message.to_owned());
    }
    filled
}

/// The form of a question, for the side that asks.
pub fn question(seat: &ProjectSeat, form: &Form) -> Vec<Field> {
    let t = &seat.ctx().t;
    let over = if form.value("ask-on").is_empty() && form.error("ask-on").is_none() {
        with(form, "ask-on", &seat.ctx().today.to_string())
    } else {
        form.clone()
    };
    vec![
        Field::area(t, form, "ask-words", t.say("consult-question")).most(WORDS),
        Field::date(t, &over, "ask-on", t.say("consult-question-on")),
    ]
}

/// The form of an answer: each question has names of its own.
pub fn answer(seat: &ProjectSeat, form: &Form, id: QuestionId) -> Vec<Field> {
    let t = &seat.ctx().t;
    let (words, on) = (format!("answer-{id}"), format!("answer-on-{id}"));
    let over = if form.value(&on).is_empty() && form.error(&on).is_none() {
        with(form, &on, &seat.ctx().today.to_string())
    } else {
        form.clone()
    };
    vec![
        Field::area(t, form, &words, t.say("consult-answer")).hint(t.say("consult-answer-hint")).most(WORDS),
        Field::date(t, &over, &on, t.say("consult-answer-on")),
    ]
}
