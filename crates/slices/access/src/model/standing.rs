//! Where a session stands in one organisation: the seats of its person there, and the one that is taken.

use jiff::civil::Date;
use kernel::{MemberId, OrganisationId, PersonId};

use super::member::Actor;

/// A session that lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its hash: what the database knows it by.
    pub hash: String,
    pub person: PersonId,
    /// The only organisation it opens, for whoever founded it and has not proved their address yet.
    pub only_in: Option<OrganisationId>,
    pub last_seen_on: Option<Date>,
}

/// A session in one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub session: Session,
    /// The seats held there, in the order of the parties.
    pub seats: Vec<Actor>,
    /// The seat that was chosen there.
    pub chosen: Option<MemberId>,
    /// A seat that was held there and is no more.
    pub left: Option<Actor>,
}

impl Standing {
    /// The seat that is taken: the chosen one while it is held, else the first.
    pub fn taken(&self) -> Option<&Actor> {
        let chosen = self.seats.iter().find(|seat| Some(seat.member) == self.chosen);
        chosen.or_else(|| self.seats.first())
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Id, Party};

    use super::{Actor, Session, Standing};

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
        let session = Session { hash: String::new(), person: id(2), only_in: None, last_seen_on: None };
        Standing { session, seats, chosen: chosen.map(id), left: None }
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
}
