//! How many people an employer has, in whole persons.

use thiserror::Error;

/// Staff of an organisation, in whole persons as counted by L1111-2 of the Labour Code (not full-time equivalents).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Headcount(u32);

/// A number that cannot be a headcount: negative, or beyond any employer on Earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0} is not a headcount")]
pub struct NotAHeadcount(pub i64);

impl Headcount {
    /// No employer has more staff than this: a larger figure is a slip of the keyboard.
    pub const MOST: u32 = 5_000_000;

    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<i64> for Headcount {
    type Error = NotAHeadcount;

    fn try_from(n: i64) -> Result<Self, NotAHeadcount> {
        u32::try_from(n).ok().filter(|n| *n <= Self::MOST).map(Self).ok_or(NotAHeadcount(n))
    }
}

impl std::fmt::Display for Headcount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Headcount, NotAHeadcount};

    #[test]
    fn a_negative_or_absurd_number_is_no_headcount() {
        assert_eq!(Headcount::try_from(-1), Err(NotAHeadcount(-1)));
        assert_eq!(Headcount::try_from(5_000_001), Err(NotAHeadcount(5_000_001)));
        assert_eq!(Headcount::try_from(86).map(Headcount::get), Ok(86));
    }
}
