//! Which questions are asked, in order, and where each stands.

use super::{
    answers::Answers,
    employer::{Committee, Employer},
    question::Question,
    vocabulary::Answer,
};

/// Who describes: that decides whether the employer is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Describer {
    /// Nobody that we know.
    Visitor,
    /// A member of an organisation that is already here.
    Member(Employer),
}

impl Describer {
    /// What is known of the employer.
    pub fn employer(&self, answers: &Answers) -> Employer {
        match self {
            Self::Visitor => answers.employer(),
            Self::Member(employer) => employer.clone(),
        }
    }

    /// What is known of the employer before any answer.
    pub const fn known(&self) -> Option<&Employer> {
        match self {
            Self::Visitor => None,
            Self::Member(employer) => Some(employer),
        }
    }
}

/// The questions for this describer, given what is answered so far. What is not answered yet may still be asked.
pub fn questions(describer: &Describer, answers: &Answers) -> Vec<Question> {
    let employer = describer.employer(answers);
    let is_member = matches!(describer, Describer::Member(_));
    let asked = |question: &Question| match question {
        Question::Organisation => !is_member,
        Question::Threshold => !is_member && has_a_threshold(answers, &employer),
        Question::Representation => !is_member && may_have_a_committee(&employer),
        Question::Dialogue => may_consult(&employer, is_member || answers.representation.is_some()),
        _ => true,
    };
    Question::ALL.iter().copied().filter(asked).collect()
}

/// Thresholds count from eleven people, in private law; nobody who does not know the number is asked since when.
fn has_a_threshold(answers: &Answers, employer: &Employer) -> bool {
    let is_asked_later = answers.organisation.is_none();
    is_asked_later || (!employer.is_public() && employer.at_least(11) == Some(true))
}

fn may_have_a_committee(employer: &Employer) -> bool {
    !employer.is_public() && employer.at_least(11) != Some(false)
}

/// Only an elected committee of an employer of fifty or more is consulted, and asked about.
fn may_consult(employer: &Employer, is_settled: bool) -> bool {
    let elected = employer.committee == Answer::Is(Committee::Elected) || !is_settled;
    may_have_a_committee(employer) && elected && employer.at_least(50) != Some(false)
}

/// Where a question stands: its number from 1, how many there are, and its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub number: usize,
    pub count: usize,
    pub before: Option<Question>,
    pub after: Option<Question>,
}

/// The place of a question; nothing when it is not asked.
pub fn place(questions: &[Question], question: Question) -> Option<Place> {
    let index = questions.iter().position(|asked| *asked == question)?;
    Some(Place {
        number: index + 1,
        count: questions.len(),
        before: index.checked_sub(1).and_then(|before| questions.get(before).copied()),
        after: questions.get(index + 1).copied(),
    })
}

/// The first question that is asked and not answered.
pub fn first_open(questions: &[Question], answers: &Answers) -> Option<Question> {
    questions.iter().copied().find(|question| !answers.has(*question))
}

#[cfg(test)]
mod tests {
    use super::{Describer, place, questions};
    use crate::model::{
        answers::Answers,
        employer::{Committee, Employer},
        question::Question,
        screens::{OrganisationAnswer, RepresentationAnswer},
        vocabulary::Answer,
    };
    use registry::OrganisationKind;

    fn answers(kind: OrganisationKind, headcount: u32, committee: Option<Committee>) -> Answers {
        Answers {
            organisation: Some(OrganisationAnswer {
                kind: Answer::Is(kind),
                headcount: Answer::Is(headcount),
            }),
            representation: committee.map(|committee| RepresentationAnswer {
                committee: Answer::Is(committee),
                union: Answer::Unknown,
            }),
            ..Answers::default()
        }
    }

    #[test]
    fn there_are_eight_to_twelve_questions_whoever_describes() {
        use OrganisationKind::{Association, Company, PublicTerritorial};
        let cases = [
            Answers::default(),
            answers(Company, 7, None),
            answers(Association, 7, None),
            answers(Company, 49, Some(Committee::Elected)),
            answers(Company, 86, Some(Committee::Elected)),
            answers(Company, 65, Some(Committee::Carence)),
            answers(PublicTerritorial, 45, None),
        ];
        for answers in cases {
            let asked = questions(&Describer::Visitor, &answers);
            assert!((8..=12).contains(&asked.len()), "{asked:?}");
        }
        let member = Employer { headcount: Answer::Is(7), ..Employer::default() };
        assert_eq!(questions(&Describer::Member(member), &Answers::default()).len(), 8);
    }

    #[test]
    fn an_employer_below_eleven_is_asked_nothing_about_a_committee() {
        let asked = questions(&Describer::Visitor, &answers(OrganisationKind::Company, 10, None));
        for question in [Question::Threshold, Question::Representation, Question::Dialogue] {
            assert!(!asked.contains(&question), "{question}");
        }
    }

    #[test]
    fn only_an_elected_committee_of_fifty_or_more_is_asked_about() {
        let asked = |headcount, committee| {
            questions(&Describer::Visitor, &answers(OrganisationKind::Company, headcount, Some(committee)))
                .contains(&Question::Dialogue)
        };
        assert!(asked(86, Committee::Elected));
        assert!(!asked(49, Committee::Elected));
        assert!(!asked(65, Committee::Carence));
    }

    #[test]
    fn a_question_knows_its_number_and_its_neighbours() {
        let asked = questions(&Describer::Visitor, &Answers::default());
        let third = place(&asked, Question::Threshold).expect("it is asked");
        assert_eq!((third.number, third.count), (3, 12));
        assert_eq!(
            (third.before, third.after),
            (Some(Question::Organisation), Some(Question::Representation))
        );
        assert_eq!(place(&asked, Question::Project).expect("it is asked").before, None);
        assert_eq!(place(&[Question::Project], Question::Tool), None);
    }
}
