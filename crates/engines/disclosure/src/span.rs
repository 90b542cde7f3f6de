//! What additions and subtractions of shown cells give: the sets of people in their span.

/// A prime above every determinant of a table of zeros and ones of this size, so that reckoning modulo it is exact.
const PRIME: i128 = (1 << 61) - 1;

/// The span of some cells, each a line that says which corners it counts; kept reduced.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    corners: usize,
    /// The first corner of each line, and the line: one at its own first corner, zero at those of the others.
    lines: Vec<(usize, Vec<i128>)>,
}

impl Span {
    pub(crate) const fn of_nothing(corners: usize) -> Self {
        Self { corners, lines: Vec::new() }
    }

    /// The span with one more cell.
    pub(crate) fn with(&self, cell: &[bool]) -> Self {
        let mut span = self.clone();
        let mut line = cell.iter().map(|counts| i128::from(*counts)).collect::<Vec<_>>();
        for (pivot, known) in &span.lines {
            subtract(&mut line, known, *pivot);
        }
        let Some(pivot) = line.iter().position(|x| *x != 0) else { return span };
        let inverse = power(line[pivot], PRIME - 2);
        line.iter_mut().for_each(|x| *x = *x * inverse % PRIME);
        for (_, known) in &mut span.lines {
            subtract(known, &line, pivot);
        }
        span.lines.push((pivot, line));
        span
    }

    /// Whether every set of people that the span gives satisfies `holds`, which is told the corners of the set.
    // A set is known by what it is at the first corners of the lines, since all other lines are zero there.
    pub(crate) fn every_set(&self, holds: impl Fn(&[bool]) -> bool) -> bool {
        let choices = 1_usize.checked_shl(u32::try_from(self.lines.len()).unwrap_or(u32::MAX)).unwrap_or(0);
        (1..choices).all(|choice| self.set(choice).is_none_or(|set| holds(&set)))
    }

    /// The set that holds the first corners of the chosen lines and of no other; none where the span has none.
    fn set(&self, choice: usize) -> Option<Vec<bool>> {
        let chosen = |at: usize| choice >> at & 1 == 1;
        let value = |corner: usize| -> i128 {
            let lines = self.lines.iter().enumerate().filter(|(at, _)| chosen(*at));
            lines.map(|(_, (_, line))| line[corner]).sum::<i128>() % PRIME
        };
        (0..self.corners)
            .map(|corner| match value(corner) {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            })
            .collect()
    }
}

/// Takes from `line` as much of `known` as makes it zero at `pivot`.
fn subtract(line: &mut [i128], known: &[i128], pivot: usize) {
    let factor = line[pivot];
    for (x, y) in line.iter_mut().zip(known) {
        *x = (*x - factor * y % PRIME + PRIME) % PRIME;
    }
}

fn power(base: i128, mut exponent: i128) -> i128 {
    let (mut base, mut result) = (base, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::Span;

    fn gives(cells: &[&[bool]], wanted: &[bool]) -> bool {
        let span = cells.iter().fold(Span::of_nothing(wanted.len()), |span, cell| span.with(cell));
        !span.every_set(|set| set != wanted)
    }

    #[test]
    fn a_difference_of_two_cells_is_in_their_span_and_nothing_else_is() {
        let (whole, part) = ([true, true, true], [true, true, false]);
        assert!(gives(&[&whole, &part], &[false, false, true]));
        assert!(!gives(&[&whole, &part], &[true, false, false]));
    }

    #[test]
    fn three_pairs_give_each_of_the_three() {
        let pairs: [&[bool]; 3] = [&[true, true, false], &[true, false, true], &[false, true, true]];
        assert!(gives(&pairs, &[true, false, false]), "half of 110 + 101 − 011");
        assert!(!gives(&pairs[..2], &[true, false, false]));
    }
}
