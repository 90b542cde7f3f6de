//! The only values that results may carry to a page, an export or a report.

use std::ops::Deref;

use serde::{Serialize, Serializer};

/// A value about a group of people, or its absence by rule: [`Row`](crate::Row) alone makes a shown one.
///
/// `Display` prints the value, or a dash. A page that has room says the rule in words, the same for all withheld
/// cells: there is no reason to read in one, since nobody and four people must look alike.
///
/// A template cannot show what the plan did not:
/// ```compile_fail,E0423
/// let cell = disclosure::Disclosed::Shown(disclosure::Shown(4));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosed<T> {
    Shown(Shown<T>),
    Withheld,
}

/// A disclosed number of people.
pub type Cell = Disclosed<u32>;

/// A value that a plan lets through: reads as the value it holds, and is made nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<T>(T);

impl<T> Disclosed<T> {
    pub(crate) fn shown(value: T) -> Self {
        Self::Shown(Shown(value))
    }

    /// The value, if it may be shown.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Shown(Shown(value)) => Some(value),
            Self::Withheld => None,
        }
    }

    pub const fn is_withheld(&self) -> bool {
        matches!(self, Self::Withheld)
    }

    /// Derives something from a shown value; what is withheld stays withheld.
    pub fn map<U>(self, derive: impl FnOnce(T) -> U) -> Disclosed<U> {
        match self {
            Self::Shown(Shown(value)) => Disclosed::shown(derive(value)),
            Self::Withheld => Disclosed::Withheld,
        }
    }
}

impl<T> Deref for Shown<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: std::fmt::Display> std::fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: std::fmt::Display> std::fmt::Display for Disclosed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shown(value) => value.fmt(f),
            Self::Withheld => f.write_str("–"),
        }
    }
}

/// The value, or `null`. There is no `Deserialize`: reading a file back is no way round the plan.
impl<T: Serialize> Serialize for Disclosed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Disclosed};

    #[test]
    fn a_cell_prints_its_number_or_a_dash_and_exports_its_number_or_nothing() {
        let cells = [Cell::shown(12), Cell::Withheld];
        assert_eq!(cells.map(|c| c.to_string()), ["12", "–"]);
        assert_eq!(serde_json::to_string(&cells).expect("plain values"), "[12,null]");
    }

    #[test]
    fn what_is_derived_from_a_withheld_value_is_withheld() {
        assert_eq!(Cell::Withheld.map(|n| n + 1), Disclosed::Withheld);
        assert_eq!(Cell::shown(6).map(|n| n + 1).value(), Some(&7));
    }
}
