//! The list of findings, one finding with its whole history, writing one down, and what is done with one.

pub mod acts;
mod forms;
pub mod list;
pub mod new;
pub mod show;
mod trail;

use kernel::FindingId;
use platform::{PageError, PageResult, T, form::Form};

/// The finding that an address names.
fn finding_id(text: &str) -> PageResult<FindingId> {
    FindingId::parse(text).map_err(|_| PageError::NotFound)
}

/// The words that name a field, where it stands and at the head of a refused page.
fn label(name: &str) -> &'static str {
    match name {
        "text" | "wording" => "finding-words",
        "kind" => "finding-kind",
        "space" => "finding-space",
        "to" => "finding-pass-to",
        "origin" => "finding-origin-words",
        "context" => "finding-context",
        "source" => "finding-source",
        "words" => "finding-pass-words",
        "chosen" => "finding-pass-chosen",
        "due" => "finding-due",
        "meeting" => "finding-meeting",
        "reasons" => "finding-reasons",
        _ => "finding-answer",
    }
}

/// Every refused field with its name and its message, for the head of the page.
fn errors(t: &T, form: &Form) -> Vec<(String, String)> {
    let line = |(name, message): (&str, &str)| {
        let said = t.two("finding-error", "label", t.say(label(name)), "message", message.to_owned());
        (name.to_owned(), said)
    };
    form.errors().map(line).collect()
}
