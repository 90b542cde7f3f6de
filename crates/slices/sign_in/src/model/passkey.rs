//! A passkey as its owner sees it.

use jiff::civil::Date;
use kernel::Id;

/// The longest name somebody gives to a passkey.
pub const LONGEST_NAME: usize = 60;
/// More than anybody holds: a bound on what one account may store.
pub const MOST: usize = 20;

/// A passkey that a person has added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    pub id: Id<Self>,
    /// As the person calls it: « Mon téléphone ».
    pub name: String,
    pub added_on: Date,
    pub used_on: Option<Date>,
}

pub type PasskeyId = Id<Passkey>;

/// How whoever holds a session came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    WithPasskey,
    /// With one that was struck out since: whoever has the lost device adds no other.
    WithStruck,
    Otherwise,
}

/// What a session may do with the passkeys of its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Add, rename, remove.
    Free,
    /// An organisation asks for one, and the person has none yet: the first may be added.
    First,
    /// An organisation asks for one, and this session was opened without: use it first. Otherwise whoever reads the
    /// person's mail would add their own.
    Locked,
}

impl Hold {
    /// `live` is how many still open a seat that asks for one: others may have struck out those of somebody who lost theirs.
    pub const fn new(is_demanded: bool, came: Came, live: usize) -> Self {
        match (is_demanded, came, live) {
            (_, Came::WithStruck, _) => Self::Locked,
            (false, ..) | (true, Came::WithPasskey, _) => Self::Free,
            (true, Came::Otherwise, 0) => Self::First,
            (true, Came::Otherwise, _) => Self::Locked,
        }
    }

    pub const fn may_add(self) -> bool {
        matches!(self, Self::Free | Self::First)
    }

    pub const fn may_change(self) -> bool {
        matches!(self, Self::Free)
    }
}

/// Whether one of these may go: never the last, where an organisation lets its owner in with nothing else.
pub const fn may_remove(is_demanded: bool, held: usize) -> bool {
    !is_demanded || held > 1
}

#[cfg(test)]
mod tests {
    use super::{Came, Hold, may_remove};

    #[test]
    fn where_a_passkey_is_asked_for_a_link_adds_the_first_and_never_the_second() {
        assert_eq!(Hold::new(true, Came::Otherwise, 0), Hold::First);
        assert_eq!(Hold::new(true, Came::Otherwise, 1), Hold::Locked);
        assert!(!Hold::Locked.may_add() && !Hold::Locked.may_change());
        assert!(Hold::First.may_add());
        assert_eq!(Hold::new(true, Came::WithPasskey, 1), Hold::Free);
        assert_eq!(Hold::new(false, Came::Otherwise, 3), Hold::Free);
    }

    #[test]
    fn whoever_came_with_a_key_that_was_struck_out_adds_none() {
        for (is_demanded, live) in [(true, 0), (true, 1), (false, 0)] {
            assert_eq!(Hold::new(is_demanded, Came::WithStruck, live), Hold::Locked);
        }
    }

    #[test]
    fn the_last_passkey_stays_where_one_is_asked_for() {
        assert!(!may_remove(true, 1));
        assert!(may_remove(true, 2));
        assert!(may_remove(false, 1));
    }
}
