//! What changed between two versions of a method, and whether answers that are being given survive it.
//!
//! Safe for running answers: rewording, reordering, making optional. Everything else that touches what is asked or who
//! reads it is refused: it takes a new major version, which running campaigns do not take.

mod compare;

use super::model::{Method, Version};
use kernel::codes;

codes! {
    /// What happened to a part of a method.
    pub enum Change("change") {
        Reworded = "reworded",
        Reordered = "reordered",
        MadeOptional = "made_optional",
        MadeRequired = "made_required",
        Added = "added",
        Removed = "removed",
        /// Another block, another place in a grid, another part of a goal.
        Moved = "moved",
        /// Asked otherwise: way of answering, lists, polarity, criterion, situation, order of questions.
        AskedOtherwise = "asked_otherwise",
        /// A private canvas opened, other parties, other variants.
        ReadByOthers = "read_by_others",
        /// Duration, role, source, lesson, output, step: around the questions.
        ToldOtherwise = "told_otherwise",
    }
}

impl Change {
    /// Whether answers given before and after mean the same and are read by the same people.
    pub const fn is_safe(self) -> bool {
        match self {
            Self::Reworded | Self::Reordered | Self::MadeOptional | Self::ToldOtherwise => true,
            Self::MadeRequired
            | Self::Added
            | Self::Removed
            | Self::Moved
            | Self::AskedOtherwise
            | Self::ReadByOthers => false,
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    pub change: Change,
    /// What it is: question, list, block, step…
    pub what: &'static str,
    pub id: String,
}

impl std::fmt::Display for Changed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let how = match self.change {
            Change::Reworded => "reworded",
            Change::Reordered => "stands elsewhere in the order",
            Change::MadeOptional => "may now be left empty",
            Change::MadeRequired => "may no longer be left empty",
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Moved => "moved to another place",
            Change::AskedOtherwise => "asked or counted otherwise",
            Change::ReadByOthers => "asked of, or read by, others",
            Change::ToldOtherwise => "told otherwise",
        };
        write!(f, "{} {:?}: {how}", self.what, self.id)
    }
}

/// What the number of the new version is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Fits,
    /// Something changed under the same number: a published version never changes.
    SameNumber,
    /// The number went down.
    Lower,
    /// What changed does not compare, and the first number is the same.
    NeedsMajor,
    /// Another method.
    OtherMethod,
}

/// The difference between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub from: Version,
    pub to: Version,
    pub changes: Vec<Changed>,
    pub numbering: Numbering,
}

impl Difference {
    /// Whether a running campaign may take the new version without harm to answers already given.
    pub fn is_safe(&self) -> bool {
        self.numbering == Numbering::Fits && self.changes.iter().all(|changed| changed.change.is_safe())
    }

    pub fn refused(&self) -> impl Iterator<Item = &Changed> {
        self.changes.iter().filter(|changed| !changed.change.is_safe())
    }
}

/// Compares two versions, what is asked first.
///
/// ```
/// let method = content::method::embedded()[0].load().expect("an embedded pack loads");
/// assert!(content::method::difference(&method, &method).changes.is_empty());
/// ```
pub fn difference(old: &Method, new: &Method) -> Difference {
    let mut changes = compare::all(old, new);
    changes.sort();
    changes.dedup();
    let is_safe = changes.iter().all(|changed| changed.change.is_safe());
    let numbering = match () {
        () if old.id != new.id => Numbering::OtherMethod,
        () if new.version < old.version => Numbering::Lower,
        () if new.version == old.version && !changes.is_empty() => Numbering::SameNumber,
        () if !is_safe && new.version.major == old.version.major => Numbering::NeedsMajor,
        () => Numbering::Fits,
    };
    Difference { from: old.version, to: new.version, changes, numbering }
}
