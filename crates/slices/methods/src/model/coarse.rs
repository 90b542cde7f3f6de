//! How many have answered, said in steps: while a campaign runs, one more answer must not be seen to arrive.

/// The steps in which the count is said.
const STEPS: [u32; 8] = [5, 10, 20, 50, 100, 200, 500, 1000];

/// A count of answers that only moves in steps. Never made for one group alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coarse {
    /// Fewer than five: none at all looks the same as four.
    Few,
    /// At least this step, and less than the next.
    AtLeast(u32),
}

impl Coarse {
    pub fn of(answers: u32) -> Self {
        let step = STEPS.iter().copied().take_while(|step| *step <= answers).last();
        step.map_or(Self::Few, Self::AtLeast)
    }
}

#[cfg(test)]
mod tests {
    use super::Coarse;

    #[test]
    fn none_looks_the_same_as_four() {
        assert!((0..5).all(|answers| Coarse::of(answers) == Coarse::Few));
    }

    #[test]
    fn the_count_moves_only_at_its_steps() {
        let moves = (1..=1200).filter(|answers| Coarse::of(*answers) != Coarse::of(answers - 1));
        assert_eq!(moves.collect::<Vec<_>>(), [5, 10, 20, 50, 100, 200, 500, 1000]);
        assert_eq!(Coarse::of(49), Coarse::AtLeast(20));
    }
}
