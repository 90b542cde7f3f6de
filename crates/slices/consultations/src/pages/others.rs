//! The other consultations of a project, and opening one more.

use platform::{T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field};

use super::{Before, address, body_name};
use crate::{
    Consultation,
    model::{
        consultation::{Level, Phase},
        event::EventKind,
    },
};

/// A consultation of the list.
pub struct OtherLine {
    pub number: i64,
    pub body: String,
    pub object: String,
    pub begun: String,
    /// Where it stands, in two words.
    pub state: String,
    pub is_open: bool,
    /// Where it is read; nothing for the one that is shown.
    pub href: Option<String>,
}

/// Every consultation of the project, the latest first, where there are several.
pub fn others(seat: &ProjectSeat, before: &Before) -> Vec<OtherLine> {
    if before.all.len() < 2 {
        return Vec::new();
    }
    let t = &seat.ctx().t;
    let shown = before.consultation.as_ref().map(|known| known.number);
    before.all.iter().rev().map(|known| line(seat, before, known, shown, t)).collect()
}

fn line(seat: &ProjectSeat, before: &Before, known: &Consultation, shown: Option<i64>, t: &T) -> OtherLine {
    let reading =
        crate::store::read_by(&before.organisation, &seat.project, &before.all, known, seat.ctx().today);
    let is_deemed = !known.has(EventKind::OpinionGiven)
        && obligations::api::gate(&reading) == obligations::api::Gate::Open;
    let phase = known.phase(is_deemed);
    OtherLine {
        number: known.number,
        body: body_name(t, known),
        object: object(t, known),
        begun: t.day(known.begun.on),
        state: t.say_code("consult-state", phase),
        is_open: matches!(phase, Phase::Preparing | Phase::HandedOver),
        href: (shown != Some(known.number)).then(|| address(seat, Some(known.number), "")),
    }
}

/// What it is about.
pub fn object(t: &T, known: &Consultation) -> String {
    if known.object.is_empty() { t.say("consult-object-project") } else { known.object.clone() }
}

/// What is asked to open one: its object, and its level where an undertaking has several committees.
pub fn fields(t: &T, form: &Form, before: &Before) -> Vec<Field> {
    let object = Field::area(t, form, "object", t.say("consult-object"))
        .hint(t.say("consult-object-hint"))
        .most(OBJECT);
    let object = if before.all.is_empty() { object.optional(t) } else { object };
    let mut fields = vec![object];
    if has_levels(before) {
        let choices =
            Level::ALL.iter().map(|level| Choice::new(level.code(), t.say_code("consult-level", level)));
        fields.push(Field::select(t, form, "level", t.say("consult-level"), choices.collect()));
        fields.push(Field::text(t, form, "place", t.say("consult-place")).most(120).optional(t));
    }
    fields
}

/// The most characters of an object.
pub const OBJECT: usize = 300;

/// Whether several committees sit here.
pub fn has_levels(before: &Before) -> bool {
    let several = before.whole.case().stated("org.establishments").and_then(|is| match is {
        rules::Value::Int(count) => Some(*count >= 2),
        _ => None,
    });
    before.council == obligations::api::Council::Cse && several.unwrap_or_default()
}
