//! What kind of thing a fact is, so that an expression is checked before it is ever evaluated.

use std::collections::BTreeMap;
use std::fmt;

/// The kind of a fact. Each can also be absent (`none`) or unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Bool,
    Int,
    Date,
    /// One code of a vocabulary; of any, when the list is empty.
    Text(Vec<String>),
    /// Several codes of a vocabulary; of any, when the list is empty.
    List(Vec<String>),
    Period,
    /// What `none` is: it fits every kind.
    Nothing,
}

/// The names an expression may use, and their kinds.
pub trait Vocabulary {
    fn kind(&self, name: &str) -> Option<Kind>;
    /// Every name, to suggest one when a name is not known.
    fn names(&self) -> Vec<String>;
}

impl Vocabulary for BTreeMap<String, Kind> {
    fn kind(&self, name: &str) -> Option<Kind> {
        self.get(name).cloned()
    }

    fn names(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }
}

impl Kind {
    /// The kind of either, when one value may stand where the other does.
    pub(crate) fn joined(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Nothing, kind) | (kind, Self::Nothing) => Some(kind.clone()),
            (Self::Text(a), Self::Text(b)) => Some(Self::Text(union(a, b))),
            (Self::List(a), Self::List(b)) => Some(Self::List(union(a, b))),
            _ => (self == other).then(|| self.clone()),
        }
    }

    /// Whether `<` and `>` mean something.
    pub(crate) const fn has_order(&self) -> bool {
        matches!(self, Self::Int | Self::Date | Self::Nothing)
    }
}

/// Both vocabularies; an open one stays open.
fn union(a: &[String], b: &[String]) -> Vec<String> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let mut codes = a.to_vec();
    codes.extend(b.iter().filter(|code| !a.contains(code)).cloned());
    codes
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool => f.write_str("true or false"),
            Self::Int => f.write_str("a whole number"),
            Self::Date => f.write_str("a date"),
            Self::Text(codes) if codes.is_empty() => f.write_str("a text"),
            Self::Text(codes) => write!(f, "one of {}", codes.join(", ")),
            Self::List(codes) if codes.is_empty() => f.write_str("a list of texts"),
            Self::List(codes) => write!(f, "a list of {}", codes.join(", ")),
            Self::Period => f.write_str("a period"),
            Self::Nothing => f.write_str("none"),
        }
    }
}
