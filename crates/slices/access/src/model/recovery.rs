//! Moving somebody's seats to a new address: what two others must show before it is done.
//!
//! No party moves a seat of another alone: the two who vouch are two persons, of two parties where two sit; and a seat of
//! a party that holds a key moves only with somebody of that party, where somebody else of it sits. Whoever came in on the
//! day of the request or later does not vouch: nobody is invited for the purpose.
//!
//! Where nobody else could vouch second, seventy-two hours take the place of the second voice ([`WAIT`]): the address on
//! file is told when they begin, and whoever reads it, or still comes in, ends them.

use jiff::SignedDuration;
use kernel::{Party, PersonId};

/// What takes the place of a second voice.
pub const WAIT: SignedDuration = SignedDuration::from_hours(72);

/// Somebody who may vouch, at the seat they vouch from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voucher {
    pub person: PersonId,
    pub party: Party,
    /// Whether they had come in before the day of the request.
    pub was_there: bool,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Who no longer reads their address.
    pub person: PersonId,
    /// The parties for which they sit here.
    pub parties: Vec<Party>,
    /// The parties that hold a key here.
    pub keyed: Vec<Party>,
    /// Who reads the new address, where that is known.
    pub heir: Option<PersonId>,
}

/// What vouching does, or why it does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vouching {
    /// The first: another person is awaited.
    First,
    /// The second: the seats move.
    Second,
    /// The only one there can be: time takes the place of the second.
    Alone,
    /// Nobody vouches for themselves, under either address.
    Oneself,
    /// One person, one voice.
    Again,
    /// Another party sits: the second voice is theirs.
    SameParty,
    /// One of the two must be of the party whose key moves.
    OwnPartyAwaited,
    /// They came in on the day of the request, or later.
    TooRecent,
}

impl Vouching {
    /// `sitting` is everybody who has come in, seat by seat; `given` is who has vouched already.
    pub fn of(lost: &Lost, sitting: &[Voucher], given: &[Voucher], by: Voucher) -> Self {
        if by.person == lost.person || Some(by.person) == lost.heir {
            return Self::Oneself;
        }
        if !by.was_there {
            return Self::TooRecent;
        }
        if given.iter().any(|voucher| voucher.person == by.person) {
            return Self::Again;
        }
        let others: Vec<&Voucher> =
            sitting.iter().filter(|seat| seat.person != lost.person && seat.was_there).collect();
        let two_parties_sit = others.iter().any(|seat| seat.party != others[0].party);
        if two_parties_sit && given.iter().any(|voucher| voucher.party == by.party) {
            return Self::SameParty;
        }
        let Some(first) = given.first() else {
            let is_alone = others.iter().all(|seat| seat.person == by.person);
            return if is_alone { Self::Alone } else { Self::First };
        };
        let awaited = lost
            .parties
            .iter()
            .find(|party| lost.keyed.contains(party) && others.iter().any(|seat| seat.party == **party));
        if awaited.is_some_and(|party| ![first.party, by.party].contains(party)) {
            return Self::OwnPartyAwaited;
        }
        Self::Second
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Id, Party, PersonId};

    use super::{Lost, Voucher, Vouching};

    fn person(n: u32) -> PersonId {
        Id::parse(&format!("{n:032x}")).expect("an identifier")
    }

    fn at(n: u32, party: Party) -> Voucher {
        Voucher { person: person(n), party, was_there: true }
    }

    /// The first person sits for the staff and lost their address.
    fn lost() -> Lost {
        Lost {
            person: person(1),
            parties: vec![STAFF],
            keyed: vec![Party::Management, STAFF],
            heir: Some(person(9)),
        }
    }

    const STAFF: Party = Party::StaffRepresentatives;

    #[test]
    fn two_persons_of_two_parties_are_enough_and_nothing_less_is() {
        let sitting =
            [at(1, STAFF), at(2, Party::Management), at(3, Party::Management), at(4, Party::Technical)];
        let by = |given: &[Voucher], by| Vouching::of(&lost(), &sitting, given, by);
        assert_eq!(by(&[], sitting[1]), Vouching::First);
        assert_eq!(by(&[sitting[1]], sitting[1]), Vouching::Again);
        assert_eq!(by(&[sitting[1]], sitting[2]), Vouching::SameParty);
        assert_eq!(by(&[sitting[1]], sitting[3]), Vouching::Second);
        assert_eq!(by(&[sitting[1]], sitting[0]), Vouching::Oneself);
    }

    #[test]
    fn where_one_other_person_sits_time_takes_the_place_of_the_second() {
        let sitting = [at(1, STAFF), at(2, Party::Management)];
        let by = |sitting: &[Voucher], by| Vouching::of(&lost(), sitting, &[], by);
        assert_eq!(by(&sitting, sitting[1]), Vouching::Alone);
        assert_eq!(by(&sitting, sitting[0]), Vouching::Oneself);
        // One person in two seats is one; a third who was there before is a second voice; a newcomer is none.
        let twice = [sitting[0], sitting[1], at(2, Party::Technical)];
        assert_eq!(by(&twice, twice[1]), Vouching::Alone);
        let three = [sitting[0], sitting[1], at(3, Party::Workers)];
        assert_eq!(by(&three, three[1]), Vouching::First);
        let newcomer = Voucher { was_there: false, ..at(3, Party::Workers) };
        assert_eq!(by(&[sitting[0], sitting[1], newcomer], sitting[1]), Vouching::Alone);
    }

    #[test]
    fn one_person_who_sits_twice_is_one_voice() {
        let sitting = [at(2, Party::Management), at(2, Party::Technical), at(3, Party::Workers)];
        assert_eq!(Vouching::of(&lost(), &sitting, &[sitting[0]], sitting[1]), Vouching::Again);
    }

    #[test]
    fn whoever_reads_the_new_address_vouches_for_nobody_here() {
        let sitting = [at(2, Party::Management), at(9, Party::Technical)];
        assert_eq!(Vouching::of(&lost(), &sitting, &[], sitting[1]), Vouching::Oneself);
    }

    #[test]
    fn where_one_party_sits_two_of_its_members_vouch() {
        let sitting = [at(2, Party::Management), at(3, Party::Management)];
        assert_eq!(Vouching::of(&lost(), &sitting, &[sitting[0]], sitting[1]), Vouching::Second);
    }

    #[test]
    fn a_key_moves_only_with_somebody_of_its_party_where_one_sits() {
        let sitting = [at(2, Party::Management), at(4, Party::Technical), at(5, STAFF)];
        assert_eq!(Vouching::of(&lost(), &sitting, &[sitting[0]], sitting[1]), Vouching::OwnPartyAwaited);
        assert_eq!(Vouching::of(&lost(), &sitting, &[sitting[0]], sitting[2]), Vouching::Second);
    }

    #[test]
    fn nobody_is_invited_for_the_purpose() {
        let fresh = Voucher { was_there: false, ..at(4, Party::Technical) };
        let sitting = [at(2, Party::Management), fresh];
        assert_eq!(Vouching::of(&lost(), &sitting, &[], fresh), Vouching::TooRecent);
    }
}
