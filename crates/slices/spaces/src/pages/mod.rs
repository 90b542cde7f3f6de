//! The spaces with what is held in them and what to watch; a new space; one space and who sits there; a time of dialogue.

pub mod activity;
pub mod alerts;
mod declared;
pub mod members;
pub mod new;
pub mod open;
pub mod show;
pub mod space;
mod space_fields;

use kernel::Sphere;
use platform::{T, form::Form};

use crate::model::activity::Misplaced;

/// The class that gives a sphere its colour; the word always stands beside it.
pub const fn tag(sphere: Sphere) -> &'static str {
    match sphere {
        Sphere::Social => "s",
        Sphere::Professional => "p",
        Sphere::Technical => "t",
    }
}

/// The words that name a field, where it stands and at the head of a refused page.
fn label(name: &str) -> &'static str {
    match name {
        "space" => "spaces-where",
        "kind" => "spaces-kind",
        "title" => "spaces-what",
        "state" => "spaces-state",
        "on" => "spaces-on",
        "outcome" => "spaces-outcome",
        "form" => "round-form",
        "round" => "round-round",
        "follows" => "round-follows",
        "without" => "round-without",
        "name" => "space-name",
        "who" => "space-who",
        "sphere" => "space-sphere",
        "level" => "space-level",
        "usually" => "space-form",
        "may" => "space-may",
        "may_not" => "space-may-not",
        "rhythm" => "space-rhythm",
        "sits" => "seats-sits",
        "guests" => "seats-guests",
        "reason" => "seats-reason",
        "because" => "space-because",
        "review" => "space-review",
        "aside" => "alert-aside-reason",
        "unlinked" => "watch-unlinked",
        "silent" => "watch-silent",
        "weeks" => "watch-aside",
        _ => "space-status",
    }
}

/// Every refused field with its name and its message, for the head of the page.
fn errors(t: &T, form: &Form) -> Vec<(String, String)> {
    let line = |(name, message): (&str, &str)| {
        let said = t.two("spaces-error", "label", t.say(label(name)), "message", message.to_owned());
        (name.to_owned(), said)
    };
    form.errors().map(line).collect()
}

/// Whether one of these fields is refused: what holds them then stands open.
fn is_refused(errors: &[(String, String)], names: &[&str]) -> bool {
    errors.iter().any(|(name, _)| names.contains(&name.as_str()))
}

/// Says next to the field what is misplaced.
fn refuse_misplaced(t: &T, form: &mut Form, checked: Result<(), Misplaced>) {
    match checked {
        Ok(()) => {}
        Err(Misplaced::NotStatutory) => form.refuse("kind", t.say("spaces-not-statutory")),
        Err(Misplaced::FormNotStatutory) => form.refuse("form", t.say("spaces-form-not-statutory")),
        Err(Misplaced::HeldInTheFuture) => form.refuse("on", t.say("spaces-held-in-future")),
        Err(Misplaced::NotUnderstood) => form.refuse("without", t.say("round-not-understood")),
    }
}
