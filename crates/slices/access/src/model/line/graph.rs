//! Whether a line can be one: nobody above themselves, at any height, and not everybody above everybody.

use std::collections::{BTreeMap, BTreeSet};

use super::{BadLine, MOST_ABOVE, Pairs};

/// The superiors of each person, by place in the list of all.
struct Graph<'a> {
    names: Vec<&'a str>,
    above: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    fn of(pairs: &'a Pairs) -> Self {
        let all: BTreeSet<&str> =
            pairs.iter().flat_map(|pair| [pair.subordinate.as_str(), pair.superior.as_str()]).collect();
        let names: Vec<&str> = all.into_iter().collect();
        let place: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
        let mut above = vec![Vec::new(); names.len()];
        for pair in pairs {
            above[place[pair.subordinate.as_str()]].push(place[pair.superior.as_str()]);
        }
        Self { names, above }
    }

    /// Everybody, those at the top first. Errors: somebody who stands above themselves, by those between.
    fn top_first(&self) -> Result<Vec<usize>, BadLine> {
        let mut order = Vec::with_capacity(self.names.len());
        let mut state = vec![State::Unseen; self.names.len()];
        for start in 0..self.names.len() {
            // Who is being climbed from, and which of their superiors comes next: a stack of ours, since a line of fifty
            // thousand one above the other is refused, not a reason to fall.
            let mut way: Vec<(usize, usize)> = Vec::new();
            if state[start] == State::Unseen {
                state[start] = State::OnTheWay;
                way.push((start, 0));
            }
            while let Some((person, next)) = way.pop() {
                let Some(superior) = self.above[person].get(next).copied() else {
                    state[person] = State::Done;
                    order.push(person);
                    continue;
                };
                way.push((person, next + 1));
                match state[superior] {
                    State::Done => {}
                    State::OnTheWay => return Err(BadLine::Cycle(self.circle(&way, superior))),
                    State::Unseen => {
                        state[superior] = State::OnTheWay;
                        way.push((superior, 0));
                    }
                }
            }
        }
        Ok(order)
    }

    fn circle(&self, way: &[(usize, usize)], back_to: usize) -> Vec<String> {
        let from = way.iter().position(|(person, _)| *person == back_to).unwrap_or_default();
        let round = way[from..].iter().map(|(person, _)| *person).chain([back_to]);
        round.map(|person| self.names[person].to_owned()).collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unseen,
    OnTheWay,
    Done,
}

/// Checks the pairs as a whole. Errors: [`BadLine::Cycle`], [`BadLine::TooEntangled`].
pub fn check(pairs: &Pairs) -> Result<(), BadLine> {
    let graph = Graph::of(pairs);
    let mut ancestors: Vec<Vec<usize>> = vec![Vec::new(); graph.names.len()];
    let mut count = 0;
    for person in graph.top_first()? {
        let mut all: Vec<usize> = graph.above[person].clone();
        for superior in &graph.above[person] {
            all.extend_from_slice(&ancestors[*superior]);
        }
        all.sort_unstable();
        all.dedup();
        count += all.len();
        if count > MOST_ABOVE {
            return Err(BadLine::TooEntangled);
        }
        ancestors[person] = all;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::model::line::{BadLine, MOST_LINES, Pair, Pairs};

    fn pairs(lines: &[(&str, &str)]) -> Pairs {
        lines
            .iter()
            .map(|(subordinate, superior)| Pair {
                subordinate: (*subordinate).to_owned(),
                superior: (*superior).to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_line_and_a_matrix_are_lines() {
        assert_eq!(check(&pairs(&[("c", "b"), ("d", "b"), ("b", "a"), ("d", "e"), ("e", "a")])), Ok(()));
    }

    #[test]
    fn a_circle_is_named_in_its_order() {
        let names = |names: &[&str]| Err(BadLine::Cycle(names.iter().map(|n| (*n).to_owned()).collect()));
        assert_eq!(check(&pairs(&[("a", "a")])), names(&["a", "a"]));
        assert_eq!(check(&pairs(&[("a", "b"), ("b", "a")])), names(&["a", "b", "a"]));
        let way = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")];
        assert_eq!(check(&pairs(&way)), names(&["b", "c", "d", "b"]));
    }

    #[test]
    fn a_ladder_of_fifty_thousand_is_refused_and_does_not_fall() {
        let ladder: Pairs = (0..MOST_LINES)
            .map(|n| Pair { subordinate: format!("{n:05}"), superior: format!("{:05}", n + 1) })
            .collect();
        assert_eq!(check(&ladder), Err(BadLine::TooEntangled));
    }

    #[test]
    fn fifty_thousand_in_five_levels_are_a_line() {
        let wide: Pairs = (1..MOST_LINES)
            .map(|n| Pair { subordinate: format!("{n:05}"), superior: format!("{:05}", n / 10) })
            .collect();
        assert_eq!(check(&wide), Ok(()));
    }
}
