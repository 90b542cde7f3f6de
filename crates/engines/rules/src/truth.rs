//! Three values of truth: ignorance is not "no".

use serde::{Serialize, Serializer};

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    True,
    False,
    /// Not enough is known to tell.
    Unknown,
}

impl Truth {
    /// Both hold: one certain "no" settles it.
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// One of them holds: one certain "yes" settles it.
    pub const fn or(self, other: Self) -> Self {
        self.negated().and(other.negated()).negated()
    }

    /// The contrary; the contrary of unknown is unknown.
    pub const fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    pub const fn is_true(self) -> bool {
        matches!(self, Self::True)
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// `true`, `false`, or the text `"unknown"`.
impl Serialize for Truth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::True => serializer.serialize_bool(true),
            Self::False => serializer.serialize_bool(false),
            Self::Unknown => serializer.serialize_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    const ALL: [Truth; 3] = [True, False, Unknown];

    #[test]
    fn false_settles_an_and_and_true_settles_an_or() {
        for any in ALL {
            assert_eq!(False.and(any), False);
            assert_eq!(any.and(False), False);
            assert_eq!(True.or(any), True);
            assert_eq!(any.or(True), True);
            assert_eq!(True.and(any), any);
            assert_eq!(False.or(any), any);
        }
    }

    #[test]
    fn unknown_is_never_false() {
        assert_eq!(Unknown.and(True), Unknown);
        assert_eq!(Unknown.or(False), Unknown);
        assert_eq!(Unknown.negated(), Unknown);
    }
}
