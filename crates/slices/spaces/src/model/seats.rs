//! Who sits in a space, by name; distinct from the words in which a space says who is there.

use std::collections::BTreeMap;

use kernel::{MemberId, Party, SpaceId, codes};

codes! {
    /// How somebody is there.
    pub enum SeatKind("seat") {
        Sits = "sits",
        /// Comes and is heard; takes part in no decision.
        Guest = "guest",
    }
}

/// A member in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seated {
    pub space: SpaceId,
    pub member: MemberId,
    pub party: Party,
    pub seat: SeatKind,
}

/// Who would sit in a space, by member.
pub type Seats = BTreeMap<MemberId, SeatKind>;

/// Who sits in this space.
pub fn seats_of(seated: &[Seated], space: SpaceId) -> Seats {
    seated.iter().filter(|one| one.space == space).map(|one| (one.member, one.seat)).collect()
}

/// What changes between two compositions: who comes or comes otherwise, and who leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    pub comes: Vec<(MemberId, SeatKind)>,
    pub leaves: Vec<MemberId>,
}

impl Change {
    pub fn between(former: &Seats, next: &Seats) -> Self {
        let comes = next.iter().filter(|(member, seat)| former.get(member) != Some(seat));
        let leaves = former.keys().filter(|member| !next.contains_key(member));
        Self {
            comes: comes.map(|(member, seat)| (*member, *seat)).collect(),
            leaves: leaves.copied().collect(),
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.comes.is_empty() && self.leaves.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use kernel::MemberId;

    use super::{Change, SeatKind, Seats};

    fn member(n: u32) -> MemberId {
        MemberId::parse(&format!("0198c0de0000700080000000{n:08}")).expect("an id")
    }

    #[test]
    fn a_change_says_who_comes_who_comes_otherwise_and_who_leaves() {
        let former: Seats = [(member(1), SeatKind::Sits), (member(2), SeatKind::Sits)].into();
        let next: Seats = [(member(1), SeatKind::Guest), (member(3), SeatKind::Sits)].into();
        let change = Change::between(&former, &next);
        assert_eq!(change.comes, [(member(1), SeatKind::Guest), (member(3), SeatKind::Sits)]);
        assert_eq!(change.leaves, [member(2)]);
        assert!(Change::between(&next, &next).is_empty());
    }
}
