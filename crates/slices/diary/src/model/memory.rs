//! What a calendar last said of each date: a date that moves is the same date, moved.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

/// What was last said of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub day: Date,
    /// Of what was said.
    pub digest: String,
    /// How many times it has changed.
    pub sequence: i64,
    pub changed_at: Timestamp,
}

/// What is said now of these dates (what tells each apart, its day, the digest of what is said), and the names of those
/// that changed or are new.
pub fn follow(
    before: &BTreeMap<String, Said>,
    now_said: &[(String, Date, String)],
    now: Timestamp,
) -> (BTreeMap<String, Said>, Vec<String>) {
    let mut changed = Vec::new();
    let after = now_said.iter().map(|(key, day, digest)| {
        let known = before.get(key);
        let said = match known.filter(|known| known.digest == *digest) {
            Some(known) => known.clone(),
            None => {
                changed.push(key.clone());
                let sequence = known.map_or(0, |known| known.sequence + 1);
                Said { day: *day, digest: digest.clone(), sequence, changed_at: now }
            }
        };
        (key.clone(), said)
    });
    (after.collect(), changed)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::{Timestamp, civil::date};

    use super::follow;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + hour * 3600).expect("in range")
    }

    #[test]
    fn a_date_that_moves_is_the_same_date_one_step_further() {
        let said = |day: i8| vec![("law-deemed-1".to_owned(), date(2026, 12, day), format!("day {day}"))];
        let (first, changed) = follow(&BTreeMap::new(), &said(21), at(0));
        assert_eq!((first["law-deemed-1"].sequence, changed.len()), (0, 1));
        let (again, changed) = follow(&first, &said(21), at(1));
        assert_eq!((&again, changed.len()), (&first, 0), "what did not change was changed");
        let (moved, _) = follow(&again, &said(28), at(2));
        let last = &moved["law-deemed-1"];
        assert_eq!((last.sequence, last.changed_at, last.day), (1, at(2), date(2026, 12, 28)));
        let (back, _) = follow(&moved, &said(21), at(3));
        assert_eq!(back["law-deemed-1"].sequence, 2, "going back is a change too");
    }
}
