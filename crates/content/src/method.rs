//! Method packs: what a workshop, a diagnostic or an interview asks, in whose words, and how it counts.
//!
//! A pack is a folder: `method.toml` (what there is and how it counts) and one file of texts for each language. [`load`]
//! checks everything and gives all mistakes at once, each with its file, its line and what to write instead.
//!
//! Invariants of a loaded [`Method`]:
//! 1. Every text is there in both languages, and none is left over.
//! 2. Every item says whether a source attests it, we inferred it from one, or we propose it; a source is named in
//!    the first two cases and never in the last, so that nothing of ours passes for an institution's.
//! 3. Every question has a polarity and a criterion, every criterion at least one question, every id is unique.
//!
//! To add a method: a folder in `packs/methods/`, and its files in [`embedded`]; the tests load whatever is there.

pub mod archive;
mod check;
mod difference;
mod given;
pub mod import;
mod model;
mod raw;
mod starter;
#[cfg(test)]
mod tests;
mod texts;

use crate::diagnostic::Diagnostic;

pub use difference::{Change, Changed, Difference, Numbering, difference};
pub use given::{Always, Given, MOST_CHARACTERS, Refused, Sent, read};
pub use starter::{is_identifier, starter};

pub use model::{
    Answer, AnswerKind, Answering, Audience, Block, BlockKind, Content, Criterion, Duration, Entry, Evidence,
    Gives, GoalPart, Group, Horizons, Item, Lesson, List, Maturity, Method, Minutes, NotAVersion, Origin,
    Output, Participants, Provenance, Question, Role, Screen, Sharing, Shown, Source, Step, Text, Variant,
    Version,
};

/// A pack that travels inside the program.
#[derive(Debug, Clone, Copy)]
pub struct Pack {
    pub folder: &'static str,
    pub files: &'static [(&'static str, &'static [u8])],
}

impl Pack {
    /// Errors: as [`load`]; for an embedded pack a test says that there are none.
    pub fn load(&self) -> Result<Method, Vec<Diagnostic>> {
        load(self.folder, self.files)
    }
}

/// Reads the files of a pack, given by name without their folder.
///
/// Errors: every mistake found, in the order of the files and lines. A file that cannot be read at all hides the
/// mistakes that need it.
pub fn load(folder_name: &str, files: &[(&str, &[u8])]) -> Result<Method, Vec<Diagnostic>> {
    let (raw, texts, found) = raw::read(files);
    match (raw, texts) {
        (Some(raw), Some(texts)) => check::method(folder_name, &raw, &texts, found),
        _ => Err(found),
    }
}

/// Reads the files of a pack that came without its folder: its method names it. Errors: as [`load`].
pub fn load_as_named(files: &[(&str, &[u8])]) -> Result<Method, Vec<Diagnostic>> {
    let (raw, texts, found) = raw::read(files);
    match (raw, texts) {
        (Some(raw), Some(texts)) => check::method(raw.content.id.get_ref(), &raw, &texts, found),
        _ => Err(found),
    }
}

macro_rules! pack {
    ($folder:literal: $($file:literal),+) => {
        Pack { folder: $folder, files: &[
            $(($file, include_str!(concat!("../../../packs/methods/", $folder, "/", $file)).as_bytes())),+
        ] }
    };
}

static EMBEDDED: &[Pack] = &[
    pack!("laboria-self-diagnostic": "method.toml", "fr.toml", "en.toml"),
    pack!("black-box-keys": "method.toml", "fr.toml", "en.toml"),
    pack!("diag": "method.toml", "fr.toml", "en.toml"),
    pack!("isidor": "method.toml", "fr.toml", "en.toml"),
    pack!("transfo-asso": "method.toml", "fr.toml", "en.toml"),
    pack!("laboria-guide": "method.toml", "fr.toml", "en.toml"),
    pack!("european-agreement-2020": "method.toml", "fr.toml", "en.toml"),
    pack!("erds-chain": "method.toml", "fr.toml", "en.toml"),
];

/// The packs of `packs/methods/`.
pub fn embedded() -> &'static [Pack] {
    EMBEDDED
}
