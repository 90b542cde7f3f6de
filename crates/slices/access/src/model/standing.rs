//! Where a session stands in one organisation: the seats of its person there, and the one that is taken.

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{MemberId, OrganisationId, Party, PersonId};

use super::{key_rule::KeyRule, member::Actor, opening::Opening};

/// A session that lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its hash: what the database knows it by.
    pub hash: String,
    pub person: PersonId,
    /// The only organisation it opens, for whoever founded it and has not proved their address yet.
    pub only_in: Option<OrganisationId>,
    pub last_seen_on: Option<Date>,
    pub opened_with: Opening,
    pub opened_at: Timestamp,
}

/// How long after coming in somebody may change what lets people in, without showing again that it is they.
pub const FRESH: SignedDuration = SignedDuration::from_mins(15);

impl Session {
    /// Whether its person has just shown who they are. A session that somebody left open, lent or took is not.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.opened_at + FRESH
    }
}

/// A session in one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub session: Session,
    /// The seats held there, in the order of the parties.
    pub seats: Vec<Actor>,
    /// The seat that was chosen there.
    pub chosen: Option<MemberId>,
    /// The parties among those whose members come in there with a passkey only.
    pub with_passkey_only: Vec<Party>,
    /// Whether the passkey that opened the session was struck out there.
    pub is_struck: bool,
    /// Whether the person was shown what the instance keeps of people, as it stands now.
    pub was_shown: bool,
    /// Which acts take two keys there, and whose.
    pub keys: KeyRule,
    /// A seat that was held there and is no more.
    pub left: Option<Actor>,
}

impl Standing {
    /// The seat that is taken: the chosen one while it is held, else the first.
    pub fn taken(&self) -> Option<&Actor> {
        let chosen = self.seats.iter().find(|seat| Some(seat.member) == self.chosen);
        chosen.or_else(|| self.seats.first())
    }

    /// Whether this seat opens to a passkey only, and the session was opened otherwise.
    pub fn is_shut(&self, seat: &Actor) -> bool {
        let came_with_one = self.session.opened_with == Opening::Passkey && !self.is_struck;
        !came_with_one && self.with_passkey_only.contains(&seat.party)
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};
    use kernel::{Id, Party};

    use super::{Actor, FRESH, KeyRule, Opening, Session, Standing};

    fn id<T: ?Sized>(n: u128) -> Id<T> {
        Id::parse(&format!("{n:032x}")).expect("an identifier")
    }

    fn seat(n: u128, party: Party) -> Actor {
        Actor {
            organisation: id(1),
            organisation_name: String::new(),
            person: id(2),
            member: id(n),
            party,
            name: String::new(),
            title: String::new(),
        }
    }

    fn standing(seats: Vec<Actor>, chosen: Option<u128>) -> Standing {
        let session = Session {
            hash: String::new(),
            person: id(2),
            only_in: None,
            last_seen_on: None,
            opened_with: Opening::Link,
            opened_at: Timestamp::UNIX_EPOCH,
        };
        Standing {
            session,
            seats,
            chosen: chosen.map(id),
            with_passkey_only: Vec::new(),
            is_struck: false,
            was_shown: true,
            keys: KeyRule::default(),
            left: None,
        }
    }

    #[test]
    fn a_session_is_fresh_for_a_quarter_of_an_hour_and_no_longer() {
        let session = standing(Vec::new(), None).session;
        assert!(session.is_fresh(session.opened_at));
        assert!(session.is_fresh(session.opened_at + FRESH - SignedDuration::from_secs(1)));
        assert!(!session.is_fresh(session.opened_at + FRESH));
    }

    #[test]
    fn the_chosen_seat_is_taken_else_the_first() {
        let seats = vec![seat(7, Party::Workers), seat(8, Party::Prevention)];
        assert_eq!(standing(seats.clone(), Some(8)).taken(), Some(&seats[1]));
        assert_eq!(standing(seats.clone(), None).taken(), Some(&seats[0]));
    }

    #[test]
    fn a_chosen_seat_that_is_no_longer_held_is_not_taken() {
        let seats = vec![seat(7, Party::Workers)];
        assert_eq!(standing(seats.clone(), Some(9)).taken(), Some(&seats[0]));
        assert_eq!(standing(Vec::new(), Some(9)).taken(), None);
    }

    #[test]
    fn where_a_passkey_is_asked_for_nothing_else_opens_the_seat() {
        let seats = vec![seat(7, Party::Management), seat(8, Party::Prevention)];
        let asked = Standing { with_passkey_only: vec![Party::Management], ..standing(seats.clone(), None) };
        assert!(asked.is_shut(&seats[0]) && !asked.is_shut(&seats[1]));
        let session = Session { opened_with: Opening::Provider, ..asked.session.clone() };
        assert!(Standing { session, ..asked.clone() }.is_shut(&seats[0]));
        let session = Session { opened_with: Opening::Passkey, ..asked.session.clone() };
        assert!(!Standing { session: session.clone(), ..asked.clone() }.is_shut(&seats[0]));
        assert!(
            Standing { session, is_struck: true, ..asked }.is_shut(&seats[0]),
            "a key that was struck out"
        );
    }
}
