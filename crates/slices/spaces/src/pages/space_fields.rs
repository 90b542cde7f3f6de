//! The fields of a space: what everybody fills first, and what may be said later.

use jiff::civil::Date;
use kernel::{SpaceId, Sphere};
use platform::{T, form::Form as Sent};
use ui::{Choice, Field};

use crate::model::space::{Form, Level, Mandate, Space, usual_form};

pub const STATUTORY: &str = "statutory";
pub const INFORMAL: &str = "informal";
/// The fields that wait behind a line; where one is refused, they are all in sight.
pub const LATER: [&str; 5] = ["level", "usually", "may", "may_not", "rhythm"];

/// What a space is called, who is there, whether a text of law provides for it.
pub fn first(t: &T, form: &Sent) -> Vec<Field> {
    let status = vec![
        Choice::new(INFORMAL, t.say("space-informal")).hint(t.say("spaces-informal-note")),
        Choice::new(STATUTORY, t.say("space-statutory")).hint(t.say("spaces-statutory-note")),
    ];
    vec![
        Field::text(t, form, "name", t.say("space-name")).hint(t.say("space-name-hint")).most(60),
        Field::text(t, form, "who", t.say("space-who")).hint(t.say("space-who-hint")).optional(t).most(120),
        Field::radios(t, form, "status", t.say("space-status"), status),
    ]
}

/// The dialogue to which a new space belongs: it never changes.
pub fn sphere(t: &T, form: &Sent) -> Field {
    let spheres = Sphere::ALL.iter().map(|sphere| {
        Choice::new(sphere.code(), t.say_code("sphere-dialogue", sphere))
            .hint(t.say_code("space-sphere-hint", sphere))
    });
    Field::radios(t, form, "sphere", t.say("space-sphere"), spheres.collect())
}

/// Its level, its usual form, its mandate, its rhythm: each has a sensible default.
pub fn later(t: &T, form: &Sent) -> Vec<Field> {
    let levels = Level::ALL.iter().map(|level| Choice::new(level.code(), t.say_code("level", level)));
    let forms = Form::ALL.iter().map(|form| Choice::new(form.code(), t.say_code("dialogue-form", form)));
    let usual = std::iter::once(Choice::new("", t.say("round-usual")));
    vec![
        Field::select(t, form, "level", t.say("space-level"), levels.collect())
            .hint(t.say("space-level-hint")),
        Field::select(t, form, "usually", t.say("space-form"), usual.chain(forms).collect())
            .hint(t.say("space-form-hint")),
        Field::area(t, form, "may", t.say("space-may")).hint(t.say("space-may-hint")).optional(t).most(600),
        Field::area(t, form, "may_not", t.say("space-may-not"))
            .hint(t.say("space-may-not-hint"))
            .optional(t)
            .most(600),
        Field::number(t, form, "rhythm", t.say("space-rhythm")).hint(t.say("space-rhythm-hint")).optional(t),
    ]
}

/// A form that holds what is known of a space.
pub fn of(space: &Space) -> Sent {
    let rhythm = space.rhythm_weeks.map(|weeks| weeks.to_string()).unwrap_or_default();
    Sent::with([
        ("name", space.name.as_str()),
        ("who", &space.who),
        ("status", if space.is_statutory { STATUTORY } else { INFORMAL }),
        ("level", space.level.code()),
        ("usually", space.form.code()),
        ("may", &space.mandate.may),
        ("may_not", &space.mandate.may_not),
        ("rhythm", &rhythm),
    ])
}

/// Which space is written about: a known one, or a new one of this sphere.
pub struct Which {
    pub id: SpaceId,
    pub sphere: Sphere,
    pub opened_on: Date,
}

/// Reads a space. Nothing where a field is refused.
pub fn read(t: &T, form: &mut Sent, which: &Which) -> Option<Space> {
    let name = form.text(t, "name", 60);
    let who = form.optional_text(t, "who", 120);
    let status = form.value("status").to_owned();
    if status != STATUTORY && status != INFORMAL {
        form.refuse("status", t.say("form-choose"));
    }
    let is_statutory = status == STATUTORY;
    let mut space = Space::new(which.id, which.sphere, (name, who), is_statutory, which.opened_on);
    space.form = form_of(t, form, which.sphere, is_statutory)?;
    if !form.value("level").is_empty() {
        space.level = form.code(t, "level", Level::parse)?;
    }
    let (may, may_not) = (form.optional_text(t, "may", 600), form.optional_text(t, "may_not", 600));
    space.mandate = Mandate { may, may_not };
    let rhythm = form.optional_number(t, "rhythm", 1, 104);
    space.rhythm_weeks = rhythm.and_then(|weeks| u8::try_from(weeks).ok());
    if !space.is_lawful() {
        form.refuse("usually", t.say("spaces-form-not-statutory"));
    }
    (!form.is_refused()).then_some(space)
}

fn form_of(t: &T, form: &mut Sent, sphere: Sphere, is_statutory: bool) -> Option<Form> {
    if form.value("usually").is_empty() {
        return Some(usual_form(sphere, is_statutory));
    }
    form.code(t, "usually", Form::parse)
}
