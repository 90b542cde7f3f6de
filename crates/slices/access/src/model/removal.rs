//! Who may end a seat, and when it cannot be ended.

use kernel::{MemberId, Party};

use super::{key_rule::KeyRule, member::Member};

/// What ending a seat would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// It may be done.
    Open,
    /// Only whoever holds the seat, or somebody of the same party, ends it.
    OfAnotherParty,
    /// The last person who came in for a party that holds a key: replaced, never removed, or the other key would be alone.
    LastKey,
}

impl Removal {
    /// A party decides who speaks for it. Where nobody of it has come in yet, whoever invites may take an invitation back.
    pub fn of(
        target: &Member,
        everybody: &[Member],
        rule: &KeyRule,
        by: (MemberId, Party),
        may_invite: bool,
    ) -> Self {
        let present =
            |member: &&Member| member.party == target.party && member.has_joined && !member.has_left;
        let vacant = !everybody.iter().any(|member| present(&member));
        let is_theirs = target.id == by.0 || target.party == by.1 || (vacant && may_invite);
        if !is_theirs {
            return Self::OfAnotherParty;
        }
        let others = everybody.iter().filter(present).any(|member| member.id != target.id);
        if target.has_joined && rule.holds(target.party) && !others {
            return Self::LastKey;
        }
        Self::Open
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Id, Locale, Party, PersonId};

    use super::{KeyRule, Member, Removal};

    fn member(n: u32, party: Party, has_joined: bool) -> Member {
        let id = Id::parse(&format!("{n:032x}")).expect("an identifier");
        Member {
            id,
            person: PersonId::of_first_seat(id),
            party,
            name: String::new(),
            title: String::new(),
            email: String::new(),
            locale: Locale::Fr,
            has_joined,
            has_left: false,
        }
    }

    fn tried(target: usize, by: usize, everybody: &[Member]) -> Removal {
        let by = &everybody[by];
        Removal::of(
            &everybody[target],
            everybody,
            &KeyRule::default(),
            (by.id, by.party),
            by.party.holds_a_key(),
        )
    }

    #[test]
    fn a_party_decides_who_speaks_for_it_and_no_other_does() {
        let everybody = [
            member(1, Party::Management, true),
            member(2, Party::StaffRepresentatives, true),
            member(3, Party::StaffRepresentatives, true),
            member(4, Party::Workers, true),
        ];
        assert_eq!(tried(1, 2, &everybody), Removal::Open);
        assert_eq!(tried(1, 1, &everybody), Removal::Open);
        assert_eq!(tried(1, 0, &everybody), Removal::OfAnotherParty);
        assert_eq!(tried(3, 0, &everybody), Removal::OfAnotherParty);
        assert_eq!(tried(3, 3, &everybody), Removal::Open);
    }

    #[test]
    fn the_last_of_a_party_that_holds_a_key_is_replaced_never_removed() {
        let mut everybody = vec![member(1, Party::Management, true), member(2, Party::Management, false)];
        assert_eq!(tried(0, 0, &everybody), Removal::LastKey);
        assert_eq!(tried(1, 0, &everybody), Removal::Open);
        everybody[1].has_joined = true;
        assert_eq!(tried(0, 1, &everybody), Removal::Open);
    }

    #[test]
    fn an_invitation_to_an_empty_seat_is_taken_back_by_whoever_invites() {
        let everybody = [member(1, Party::Management, true), member(2, Party::Technical, false)];
        assert_eq!(tried(1, 0, &everybody), Removal::Open);
    }
}
