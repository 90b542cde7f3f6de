//! Who speaks: the parties to a technological social dialogue.

use crate::codes;

codes! {
    /// A party (*partie prenante*): the interest a person speaks for, not a job title.
    pub enum Party("party") {
        Management = "management",
        StaffRepresentatives = "staff_representatives",
        Workers = "workers",
        LineManagers = "line_managers",
        /// Designers, integrators, supplier.
        Technical = "technical",
        Prevention = "prevention",
        Facilitator = "facilitator",
    }
}

impl Party {
    /// The three parties whose consent a text needs: the *trinôme* that gives the platform its name.
    pub const TRINOME: [Self; 3] = [Self::Management, Self::StaffRepresentatives, Self::Technical];

    /// Whether the party holds one of the two keys (commitment 4, parity).
    pub const fn holds_a_key(self) -> bool {
        matches!(self, Self::Management | Self::StaffRepresentatives)
    }

    /// The party whose key completes this one's.
    pub const fn other_key(self) -> Option<Self> {
        match self {
            Self::Management => Some(Self::StaffRepresentatives),
            Self::StaffRepresentatives => Some(Self::Management),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Party;

    #[test]
    fn every_code_reads_back_as_its_party() {
        for party in Party::ALL {
            assert_eq!(Party::parse(party.code()), Ok(*party));
        }
    }

    #[test]
    fn the_two_keys_complete_each_other_and_no_other_party_holds_one() {
        for party in Party::ALL {
            assert_eq!(party.holds_a_key(), party.other_key().is_some());
            assert_eq!(party.other_key().and_then(Party::other_key), party.holds_a_key().then_some(*party));
        }
    }
}
