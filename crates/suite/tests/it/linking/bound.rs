//! How many right guesses chance alone explains.

/// What one way of guessing found, over all campaigns.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub name: String,
    pub hits: usize,
    /// What somebody who guesses at random would find on average.
    pub expected: f64,
}

/// Adds what a way of guessing found in one more campaign, each of `named` guesses being right once in `among`.
pub fn add(all: &mut Vec<Score>, name: &str, hits: usize, named: usize, among: usize) {
    let expected = named as f64 / among as f64;
    match all.iter_mut().find(|score| score.name == name) {
        Some(score) => {
            score.hits += hits;
            score.expected += expected;
        }
        None => all.push(Score { name: name.to_owned(), hits, expected }),
    }
}

/// The ways of guessing that found more, or fewer, than chance gives all of them together but once in a thousand runs.
///
/// A pairing of `n` by chance is right `X` times, with a mean and a variance of one; over campaigns these add up to very
/// nearly a Poisson law of mean `expected`, a little wider than the binomial law of as many single guesses. Each way of
/// guessing gets an equal part of the one in a thousand, half of it on either side: being always wrong would tell as well.
pub fn beyond_chance(scores: &[Score]) -> Vec<String> {
    let part = 0.001 / (2.0 * scores.len() as f64);
    let is_beyond = |score: &&Score| {
        let (least, most) = interval(score.expected, part);
        score.hits < least || score.hits > most
    };
    let said = |score: &Score| {
        let (least, most) = interval(score.expected, part);
        format!("{}: {} right, between {least} and {most} by chance", score.name, score.hits)
    };
    scores.iter().filter(is_beyond).map(said).collect()
}

/// The counts that a Poisson law of this mean leaves on either side less often than `tail`.
fn interval(mean: f64, tail: f64) -> (usize, usize) {
    let (mut term, mut below, mut count, mut least) = ((-mean).exp(), 0.0, 0, 0);
    loop {
        let through = below + term;
        if through < tail {
            least = count + 1;
        }
        if 1.0 - through < tail {
            return (least, count);
        }
        below = through;
        count += 1;
        term *= mean / count as f64;
    }
}

#[cfg(test)]
mod tests {
    use super::{add, beyond_chance, interval};

    #[test]
    fn the_interval_is_that_of_the_law() {
        assert_eq!(interval(0.0, 0.001), (0, 0), "what can never be right is never right");
        // Tables of the Poisson law of mean 20: 0.1 % on either side lie below 8 and above 35.
        let (least, most) = interval(20.0, 0.001);
        assert!((7..=9).contains(&least) && (34..=36).contains(&most), "{least} to {most}");
    }

    #[test]
    fn twice_chance_over_many_campaigns_is_seen_and_chance_is_not() {
        let mut scores = Vec::new();
        for _ in 0..40 {
            add(&mut scores, "by chance", 1, 24, 24);
            add(&mut scores, "twice", 2, 24, 24);
            add(&mut scores, "never", 0, 24, 24);
        }
        let seen = beyond_chance(&scores);
        assert!(seen.len() == 2 && seen[0].starts_with("twice") && seen[1].starts_with("never"), "{seen:?}");
    }
}
