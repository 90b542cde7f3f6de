//! Counts nobody may print, the floor they are held against, and the size under which nothing is counted.

use thiserror::Error;

/// A number of people that nobody may print: it has neither `Display` nor `Serialize`, and no way to read it back.
///
/// ```
/// # use disclosure::{Floor, RawCount};
/// assert!(!Floor::DEFAULT.is_met_by(RawCount::new(4)));
/// assert_eq!(format!("{:?}", RawCount::new(4)), "RawCount(…)");
/// ```
/// A template cannot show it:
/// ```compile_fail,E0277
/// println!("{}", disclosure::RawCount::new(4));
/// ```
/// An export cannot carry it:
/// ```compile_fail,E0277
/// fn export<T: serde::Serialize>(_: T) {}
/// export(disclosure::RawCount::new(4));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RawCount(u32);

impl RawCount {
    pub const fn new(people: u32) -> Self {
        Self(people)
    }

    pub(crate) const fn get(self) -> u32 {
        self.0
    }
}

// Written by hand: a derived one would print the number in the first log line that meets it.
impl std::fmt::Debug for RawCount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RawCount(…)")
    }
}

/// The smallest group that may be shown (*seuil de diffusion*), in persons.
///
/// Five at least, whatever the parties agree: they may raise it, and once raised it does not come down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Floor(u32);

/// A floor that would show more than the one it replaces, or than five people allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a floor of {asked} is under {least}")]
pub struct FloorTooLow {
    pub asked: u32,
    pub least: u32,
}

impl Floor {
    /// Five people: the floor of every campaign that has not chosen a higher one.
    pub const DEFAULT: Self = Self(5);

    /// A floor of `n` people. Errors: [`FloorTooLow`] under five.
    pub const fn new(n: u32) -> Result<Self, FloorTooLow> {
        Self::DEFAULT.raised_to(n)
    }

    /// The same floor, raised. Errors: [`FloorTooLow`] when `n` would lower it.
    pub const fn raised_to(self, n: u32) -> Result<Self, FloorTooLow> {
        if n < self.0 { Err(FloorTooLow { asked: n, least: self.0 }) } else { Ok(Self(n)) }
    }

    pub const fn get(self) -> u32 {
        self.0
    }

    pub const fn is_met_by(self, count: RawCount) -> bool {
        count.0 >= self.0
    }
}

impl Default for Floor {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl TryFrom<u32> for Floor {
    type Error = FloorTooLow;
    fn try_from(n: u32) -> Result<Self, FloorTooLow> {
        Self::new(n)
    }
}

impl From<Floor> for u32 {
    fn from(floor: Floor) -> Self {
        floor.0
    }
}

impl std::fmt::Display for Floor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The proof that enough people were invited for a campaign to have statistics at all; a plan asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LargeEnough(());

/// Why a campaign has no statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoStatistics {
    /// In so small a circle everyone is recognised: the page offers to answer together, in one session.
    #[error("{invited} people were invited, {least} are needed for statistics")]
    TooFewInvited { invited: u32, least: u32 },
}

impl LargeEnough {
    /// Under ten people invited, one answers together rather than each alone.
    pub const LEAST_INVITED: u32 = 10;

    /// Errors: [`NoStatistics`] with the reason to give on the page. `invited` counts people, all groups together.
    pub const fn of(invited: u32) -> Result<Self, NoStatistics> {
        if invited < Self::LEAST_INVITED {
            return Err(NoStatistics::TooFewInvited { invited, least: Self::LEAST_INVITED });
        }
        Ok(Self(()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Floor, FloorTooLow, LargeEnough, NoStatistics};

    #[test]
    fn a_floor_is_never_under_five_and_never_comes_down() {
        assert_eq!(Floor::new(4), Err(FloorTooLow { asked: 4, least: 5 }));
        let raised = Floor::new(8).expect("above five");
        assert_eq!(raised.raised_to(7), Err(FloorTooLow { asked: 7, least: 8 }));
        assert_eq!(raised.raised_to(10).map(Floor::get), Ok(10));
    }

    #[test]
    fn a_stored_floor_is_checked_when_it_is_read() {
        assert!(serde_json::from_str::<Floor>("3").is_err());
        assert_eq!(serde_json::from_str::<Floor>("6").expect("above five").get(), 6);
    }

    #[test]
    fn nine_people_invited_have_no_statistics_and_ten_have() {
        assert_eq!(LargeEnough::of(9), Err(NoStatistics::TooFewInvited { invited: 9, least: 10 }));
        assert!(LargeEnough::of(10).is_ok());
    }
}
