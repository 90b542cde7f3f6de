//! When an article is adopted: every party that must consent has, and none of them objects.
//!
//! A vote counts heads; consent asks each party whether it can live with the text. Hence no majority, no casting vote.

use access::KeyRule;
use kernel::Party;

use super::position::{Position, PositionKind};

/// Where an article stands between the parties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    pub consenting: Vec<Party>,
    pub objecting: Vec<Party>,
    /// Needed, and not heard on this version.
    pub silent: Vec<Party>,
}

impl Standing {
    /// Whether nothing is missing.
    pub fn is_adopted(&self) -> bool {
        self.objecting.is_empty() && self.silent.is_empty() && !self.consenting.is_empty()
    }

    /// What still separates the article from adoption: standing objections and unheard parties.
    pub fn missing(&self) -> usize {
        self.objecting.len() + self.silent.len()
    }
}

/// The parties whose consent is needed: the two that hold a key always, the technical party as soon as it has a member.
pub fn needed(keys: &KeyRule, present: &[Party]) -> Vec<Party> {
    let technical = present.contains(&Party::Technical).then_some(Party::Technical);
    keys.holders().into_iter().chain(technical).collect()
}

/// Where an article stands, from the positions in force on its version.
///
/// An objection stands whoever raised it, needed or not: what one party cannot live with is never adopted over its head.
pub fn standing(needed: &[Party], positions: &[Position]) -> Standing {
    let of = |kind| {
        let parties = positions.iter().filter(move |position| position.kind == kind);
        parties.map(|position| position.party).collect::<Vec<_>>()
    };
    let silent = needed.iter().copied().filter(|party| positions.iter().all(|p| p.party != *party)).collect();
    Standing { consenting: of(PositionKind::Consent), objecting: of(PositionKind::Objection), silent }
}

#[cfg(test)]
mod tests {
    use kernel::Party::{self, Management, StaffRepresentatives, Technical, Workers};
    use proptest::prelude::*;

    use super::{KeyRule, needed, standing};
    use crate::model::position::{
        PositionKind::{self, Consent, Objection},
        in_force, position,
    };

    #[test]
    fn where_workers_hold_the_second_key_their_consent_is_needed_in_its_place() {
        let keys = KeyRule::new(Workers, []).expect("a sound rule");
        assert_eq!(needed(&keys, &[Management, Workers]), [Management, Workers]);
        assert_eq!(needed(&keys, &[Management, Workers, Technical]), [Management, Workers, Technical]);
    }

    #[test]
    fn both_key_holders_are_needed_even_where_one_has_no_member_yet() {
        assert_eq!(needed(&KeyRule::default(), &[Management]), [Management, StaffRepresentatives]);
        assert_eq!(needed(&KeyRule::default(), &[]), [Management, StaffRepresentatives]);
    }

    #[test]
    fn the_technical_party_is_needed_as_soon_as_it_has_a_member() {
        assert_eq!(
            needed(&KeyRule::default(), &[Management, StaffRepresentatives, Technical]),
            [Management, StaffRepresentatives, Technical]
        );
    }

    #[test]
    fn one_objection_holds_an_article_that_all_others_consent_to() {
        let positions = [position(Management, Consent, 1), position(StaffRepresentatives, Objection, 1)];
        let standing = standing(&needed(&KeyRule::default(), &[]), &positions);
        assert!(!standing.is_adopted());
        assert_eq!(standing.objecting, [StaffRepresentatives]);
        assert_eq!(standing.missing(), 1);
    }

    #[test]
    fn the_last_needed_consent_adopts() {
        let mut positions = vec![position(Management, Consent, 1)];
        assert!(!standing(&needed(&KeyRule::default(), &[]), &positions).is_adopted());
        positions.push(position(StaffRepresentatives, Consent, 1));
        assert!(standing(&needed(&KeyRule::default(), &[]), &positions).is_adopted());
    }

    fn any_position() -> impl Strategy<Value = (Party, PositionKind, i64)> {
        (
            prop::sample::select(Party::TRINOME.to_vec()),
            prop::sample::select(PositionKind::ALL.to_vec()),
            1..3_i64,
        )
    }

    proptest! {
        #[test]
        fn nothing_is_adopted_with_an_objection_or_without_a_needed_party(
            spoken in prop::collection::vec(any_position(), 0..12),
            present in prop::collection::vec(prop::sample::select(Party::ALL.to_vec()), 0..7),
            version in 1..3_i64,
        ) {
            let spoken: Vec<_> = spoken.into_iter().map(|(party, kind, on)| position(party, kind, on)).collect();
            let positions = in_force(&spoken, version);
            let needed = needed(&KeyRule::default(), &present);
            let adopted = standing(&needed, &positions).is_adopted();
            let last = |party: Party| spoken.iter().rev().find(|p| p.party == party && p.version == version).map(|p| p.kind);
            let all_consent = needed.iter().all(|party| last(*party) == Some(Consent));
            let none_objects = Party::ALL.iter().all(|party| last(*party) != Some(Objection));
            prop_assert_eq!(adopted, all_consent && none_objects);
            prop_assert!(!adopted || needed.contains(&Management) && needed.contains(&StaffRepresentatives));
        }
    }
}
