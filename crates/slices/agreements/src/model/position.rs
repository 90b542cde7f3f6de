//! What a party says of an article: consent, or an objection with its reason.

use jiff::civil::Date;
use kernel::{Party, codes};

codes! {
    /// A party consents when it can live with the article; it objects when it cannot, and says why.
    pub enum PositionKind("position") {
        Consent = "consent",
        Objection = "objection",
    }
}

/// The position of a party on one version of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    pub party: Party,
    pub kind: PositionKind,
    /// Never empty for an objection.
    pub reason: String,
    pub by_name: String,
    pub on: Date,
    pub version: i64,
}

/// The positions that count on a version: the last of each party, in the order in which parties are named.
pub fn in_force(spoken: &[Position], version: i64) -> Vec<Position> {
    Party::ALL
        .iter()
        .filter_map(|party| spoken.iter().rev().find(|p| p.version == version && p.party == *party).cloned())
        .collect()
}

#[cfg(test)]
pub(crate) fn position(party: Party, kind: PositionKind, version: i64) -> Position {
    let on = jiff::civil::date(2026, 11, 23);
    Position { party, kind, reason: "parce que".into(), by_name: "Camille".into(), on, version }
}

#[cfg(test)]
mod tests {
    use super::{
        PositionKind::{Consent, Objection},
        in_force, position,
    };
    use kernel::Party::{Management, StaffRepresentatives};

    #[test]
    fn the_last_word_of_a_party_is_the_one_that_counts() {
        let spoken = [
            position(Management, Objection, 1),
            position(StaffRepresentatives, Consent, 1),
            position(Management, Consent, 1),
        ];
        let kinds: Vec<_> = in_force(&spoken, 1).iter().map(|p| (p.party, p.kind)).collect();
        assert_eq!(kinds, [(Management, Consent), (StaffRepresentatives, Consent)]);
    }

    #[test]
    fn a_new_version_starts_without_positions() {
        assert!(in_force(&[position(Management, Consent, 1)], 2).is_empty());
    }
}
