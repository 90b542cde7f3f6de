//! What was done, in words: events, questions, the parts of the file.

use platform::T;
use registry::ProjectSeat;

use super::{Before, forms};
use crate::model::{
    consultation::{Done, Event},
    event::Side,
    part::Part,
};

/// An event as a line.
pub struct EventLine {
    pub id: String,
    pub day: String,
    pub label: String,
    pub outcome: Option<String>,
    pub words: Vec<String>,
    pub by: String,
    /// Why it no longer counts, and who says so.
    pub taken_back: Option<(String, String)>,
    /// Where the reader puts it right; nothing for who may not.
    pub correct: Option<String>,
    /// Who of the other side said the same, of what both say together; what is awaited of it otherwise.
    pub joined: Option<String>,
    /// Whether it waits for the reader's side.
    pub may_join: bool,
}

/// Who did something, and when.
pub fn by(t: &T, done: &Done) -> String {
    let party = t.say_code("party", done.party);
    t.with(
        "consult-by",
        &[("name", done.name.clone().into()), ("party", party.into()), ("day", t.day(done.on).into())],
    )
}

/// Paragraphs of what people typed.
pub fn paragraphs(words: &str) -> Vec<String> {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Every event, by day, as this reader may read it.
pub fn events(seat: &ProjectSeat, before: &Before) -> Vec<EventLine> {
    let Some(consultation) = &before.consultation else { return Vec::new() };
    let mut events: Vec<&Event> = consultation.events.iter().collect();
    events.sort_by_key(|event| (event.on, event.number));
    events.into_iter().map(|event| line(seat, before, event)).collect()
}

fn line(seat: &ProjectSeat, before: &Before, event: &Event) -> EventLine {
    let t = &seat.ctx().t;
    let reads = before.reads_words || event.kind.is_public();
    let is_theirs = before.side.is_some() && Side::of(event.recorded.party) == before.side;
    let correct = is_theirs && event.taken_back.is_none();
    let is_joint = event.kind.is_joint() && event.taken_back.is_none();
    let joined = match &event.joined {
        Some(done) => t.one("consult-joined", "by", by(t, done)),
        None => t.say("consult-joined-awaited"),
    };
    EventLine {
        id: event.id.to_string(),
        day: t.day(event.on),
        label: forms::label(t, "consult-event", event.kind, &before.council_name(t)),
        outcome: event.outcome.map(|outcome| t.say_code("consult-outcome", outcome)),
        words: if reads { paragraphs(&event.words) } else { Vec::new() },
        by: by(t, &event.recorded),
        taken_back: event
            .taken_back
            .as_ref()
            .map(|back| (if reads { back.why.clone() } else { String::new() }, by(t, &back.by))),
        joined: is_joint.then_some(joined),
        may_join: is_joint && event.joined.is_none() && before.side.is_some() && !is_theirs,
        correct: correct.then(|| format!("{}?etape={}", seat.path("consultation/corriger"), event.id)),
    }
}

/// A part of the file as a line of the checklist.
pub struct PartLine {
    pub label: String,
    pub is_written: bool,
    pub by: String,
    /// The articles that ask for it by name; empty for what makes the information precise.
    pub articles: Vec<String>,
}

/// The checklist: every part that this project's file has.
pub fn checklist(t: &T, before: &Before) -> Vec<PartLine> {
    let parts = Part::asked(&before.reading);
    let written = |part: &Part| before.consultation.as_ref().and_then(|c| c.parts.get(part));
    parts
        .into_iter()
        .map(|part| PartLine {
            label: t.say_code("consult-part", part),
            is_written: written(&part).is_some(),
            by: written(&part).map(|written| by(t, &written.by)).unwrap_or_default(),
            articles: part.rule().map(|rule| obligations::api::articles(rule, t)).unwrap_or_default(),
        })
        .collect()
}
