//! The spaces and what is held in them; adding a time of dialogue; one time of dialogue; one space.

pub mod activity;
pub mod new;
pub mod show;
pub mod space;

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
        "name" => "space-name",
        "who" => "space-who",
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

/// Says next to the field what is misplaced.
fn refuse_misplaced(t: &T, form: &mut Form, checked: Result<(), Misplaced>) {
    match checked {
        Ok(()) => {}
        Err(Misplaced::NotStatutory) => form.refuse("kind", t.say("spaces-not-statutory")),
        Err(Misplaced::HeldInTheFuture) => form.refuse("on", t.say("spaces-held-in-future")),
    }
}
