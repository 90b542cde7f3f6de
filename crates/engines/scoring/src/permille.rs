//! Shares in whole thousandths: the same everywhere, on every machine.

/// A share in thousandths, from 0 to 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Permille(u16);

impl Permille {
    pub const ZERO: Self = Self(0);

    /// `part` out of `whole`, rounded to the nearest thousandth, halves up. A share of nothing is zero, and more than
    /// the whole is the whole.
    ///
    /// ```
    /// # use scoring::Permille;
    /// assert_eq!(Permille::ratio(2, 3).get(), 667);
    /// assert_eq!(Permille::ratio(1, 2000).get(), 1);
    /// ```
    pub fn ratio(part: usize, whole: usize) -> Self {
        Self::divide(part as u128 * 1000, whole as u128)
    }

    /// The mean, rounded like [`Permille::ratio`]. The mean of nothing is zero.
    pub fn mean(shares: &[Self]) -> Self {
        let sum: u128 = shares.iter().map(|share| u128::from(share.0)).sum();
        Self::divide(sum, shares.len() as u128)
    }

    /// How far apart two shares are.
    pub const fn distance(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }

    pub const fn get(self) -> u16 {
        self.0
    }

    /// The share in whole percent, halves up, for a page that has no room for thousandths.
    pub const fn percent(self) -> u16 {
        (self.0 + 5) / 10
    }

    fn divide(thousandths: u128, whole: u128) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let rounded = (2 * thousandths + whole) / (2 * whole);
        Self(u16::try_from(rounded).unwrap_or(u16::MAX).min(1000))
    }
}

impl std::fmt::Display for Permille {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Permille;

    #[test]
    fn halves_are_rounded_up_and_nothing_is_zero() {
        assert_eq!(Permille::mean(&[Permille(333), Permille(334)]).get(), 334);
        assert_eq!(Permille::mean(&[]), Permille::ZERO);
        assert_eq!(Permille::ratio(3, 0), Permille::ZERO);
        assert_eq!(Permille::ratio(7, 3).get(), 1000);
    }

    #[test]
    fn a_percent_is_rounded_half_up() {
        assert_eq!(
            [Permille(4), Permille(5), Permille(667), Permille(1000)].map(Permille::percent),
            [0, 1, 67, 100]
        );
    }
}
