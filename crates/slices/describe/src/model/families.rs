//! Whom to invite: the six stakeholder families, in the words that fit this employer and this tool.

use kernel::{Party, StakeholderFamily};
use registry::OrganisationKind;

use super::{
    answers::Answers,
    employer::Employer,
    vocabulary::{Answer, Origin},
};

/// A family to invite: for which party, and which words say who that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    pub family: StakeholderFamily,
    pub party: Party,
    /// The end of the key of the sentence that says who: `describe-invite-deciders-company`.
    pub words: &'static str,
}

/// The six families, none left out: one that is missing will be missed.
pub fn invitations(employer: &Employer, answers: &Answers) -> Vec<Invitation> {
    StakeholderFamily::ALL
        .iter()
        .map(|family| Invitation {
            family: *family,
            party: party(*family),
            words: words(*family, employer, answers),
        })
        .collect()
}

const fn party(family: StakeholderFamily) -> Party {
    match family {
        StakeholderFamily::Deciders => Party::Management,
        StakeholderFamily::Designers | StakeholderFamily::Integrators => Party::Technical,
        StakeholderFamily::Users => Party::Workers,
        StakeholderFamily::Representatives => Party::StaffRepresentatives,
        StakeholderFamily::Preventers => Party::Prevention,
    }
}

fn words(family: StakeholderFamily, employer: &Employer, answers: &Answers) -> &'static str {
    let is_small = employer.at_least(11) == Some(false);
    match family {
        StakeholderFamily::Deciders if employer.is_public() => "public",
        StakeholderFamily::Deciders if employer.kind == Answer::Is(OrganisationKind::Association) => {
            "association"
        }
        StakeholderFamily::Deciders if is_small => "small",
        StakeholderFamily::Deciders => "company",
        StakeholderFamily::Designers => match answers.tool.map(|tool| tool.origin) {
            Some(Answer::Is(Origin::Own)) => "own",
            Some(Answer::Is(Origin::Adapted)) => "adapted",
            _ => "bought",
        },
        StakeholderFamily::Integrators if is_small => "small",
        StakeholderFamily::Integrators | StakeholderFamily::Users => "any",
        StakeholderFamily::Representatives => employer.body().code(),
        StakeholderFamily::Preventers if employer.is_public() => "public",
        StakeholderFamily::Preventers if is_small => "small",
        StakeholderFamily::Preventers => "any",
    }
}

#[cfg(test)]
mod tests {
    use kernel::StakeholderFamily;

    use super::invitations;
    use crate::model::{
        answers::Answers,
        employer::{Committee, Employer},
        vocabulary::Answer,
    };

    fn representatives(headcount: u32, committee: Committee) -> &'static str {
        let employer = Employer {
            headcount: Answer::Is(headcount),
            committee: Answer::Is(committee),
            ..Employer::default()
        };
        let invited = invitations(&employer, &Answers::default());
        assert_eq!(invited.len(), StakeholderFamily::ALL.len());
        invited.iter().find(|i| i.family == StakeholderFamily::Representatives).map_or("", |i| i.words)
    }

    #[test]
    fn nobody_is_asked_to_invite_a_body_that_they_do_not_have() {
        assert_eq!(representatives(7, Committee::Carence), "nobody");
        // The law asks for none below eleven; whoever tells of one is believed.
        assert_eq!(representatives(7, Committee::Elected), "small_council");
        assert_eq!(representatives(65, Committee::Carence), "nobody");
        assert_eq!(representatives(49, Committee::Elected), "small_council");
        assert_eq!(representatives(320, Committee::Elected), "council_with_commission");
    }
}
