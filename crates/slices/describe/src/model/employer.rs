//! What is known of the employer: which bodies it has decides what is asked, and what is never named.

use kernel::codes;
use registry::{Organisation, OrganisationKind};

use super::{question::UNKNOWN, vocabulary::Answer};

codes! {
    /// The committee of the employer (input `org.cse` of the rule base).
    pub enum Committee("committee") {
        Elected = "elected",
        Carence = "carence_pv",
        NotOrganised = "not_organised",
        NoneBelow11 = "none_below_11",
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// Who sits for the staff.
    pub enum Body("body") {
        /// A committee that is consulted, with a health and safety commission.
        CouncilWithCommission = "council_with_commission",
        Council = "council",
        /// The committee of a small firm: a dialogue, and no consultation on technology.
        SmallCouncil = "small_council",
        /// No committee, but a union delegate.
        Delegate = "delegate",
        PublicCommittee = "public_committee",
        /// Nobody: the team chooses someone.
        Nobody = "nobody",
        Unknown = "unknown",
    }
}

/// What is known of the employer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Employer {
    pub kind: Answer<OrganisationKind>,
    pub headcount: Answer<u32>,
    pub committee: Answer<Committee>,
    pub has_delegate: bool,
}

impl Employer {
    /// What an organisation that is already here is known to be.
    pub fn of(organisation: &Organisation) -> Self {
        let text = |name: &str| organisation.facts.get(name).and_then(serde_json::Value::as_str);
        let kind = match text("org.sector") {
            Some(UNKNOWN) => Answer::Unknown,
            _ => Answer::Is(organisation.kind),
        };
        Self {
            kind,
            headcount: organisation
                .headcount
                .map_or(Answer::Unknown, |headcount| Answer::Is(headcount.get())),
            committee: text("org.cse")
                .and_then(|code| Committee::parse(code).ok())
                .map_or(Answer::Unknown, Answer::Is),
            has_delegate: organisation.facts.get("org.union_delegate")
                == Some(&serde_json::Value::Bool(true)),
        }
    }

    pub fn is_public(&self) -> bool {
        use OrganisationKind::{PublicHospital, PublicState, PublicTerritorial};
        matches!(self.kind, Answer::Is(PublicState | PublicTerritorial | PublicHospital))
    }

    /// Whether it has at least so many people; nothing when nobody knows.
    pub fn at_least(&self, people: u32) -> Option<bool> {
        self.headcount.known().map(|headcount| *headcount >= people)
    }

    /// Who sits for the staff.
    pub fn body(&self) -> Body {
        if self.is_public() {
            return Body::PublicCommittee;
        }
        match self.committee {
            Answer::Is(Committee::Elected) if self.at_least(300) == Some(true) => Body::CouncilWithCommission,
            Answer::Is(Committee::Elected) if self.at_least(50) == Some(false) => Body::SmallCouncil,
            Answer::Is(Committee::Elected) => Body::Council,
            Answer::Is(_) if self.has_delegate => Body::Delegate,
            Answer::Is(_) => Body::Nobody,
            // Below eleven nobody is asked: a committee sits there only where the structure tells of one.
            Answer::Unknown if self.at_least(11) == Some(false) => Body::Nobody,
            Answer::Unknown => Body::Unknown,
        }
    }
}

impl Body {
    /// Whether a text of law gives the body its powers over a project.
    pub const fn is_statutory(self) -> bool {
        matches!(
            self,
            Self::CouncilWithCommission | Self::Council | Self::SmallCouncil | Self::PublicCommittee
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Committee, Employer};
    use crate::model::vocabulary::Answer;

    fn employer(headcount: u32, committee: Committee) -> Employer {
        Employer { headcount: Answer::Is(headcount), committee: Answer::Is(committee), ..Employer::default() }
    }

    #[test]
    fn below_eleven_nobody_sits_unless_the_structure_tells_of_a_committee() {
        let unasked = Employer { headcount: Answer::Is(10), ..Employer::default() };
        assert_eq!(unasked.body(), Body::Nobody);
        assert_eq!(employer(10, Committee::NoneBelow11).body(), Body::Nobody);
        assert_eq!(employer(10, Committee::Elected).body(), Body::SmallCouncil);
        assert_eq!(employer(11, Committee::NotOrganised).body(), Body::Nobody);
    }

    #[test]
    fn the_size_of_the_employer_says_which_committee_it_is() {
        assert_eq!(employer(49, Committee::Elected).body(), Body::SmallCouncil);
        assert_eq!(employer(50, Committee::Elected).body(), Body::Council);
        assert_eq!(employer(300, Committee::Elected).body(), Body::CouncilWithCommission);
        assert_eq!(Employer::default().body(), Body::Unknown);
    }
}
