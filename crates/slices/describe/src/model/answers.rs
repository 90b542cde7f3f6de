//! What was answered, question by question, parsed from what was typed.

use jiff::civil::Date;
use kernel::Stage;

use super::{
    draft::Draft,
    employer::Employer,
    question::Question,
    screens::{
        self, DataAnswer, DialogueAnswer, OrganisationAnswer, PeopleAnswer, ProjectAnswer,
        RepresentationAnswer, ThresholdAnswer, ToolAnswer,
    },
    vocabulary::{Answer, Change, Decision, Function, Ticks, Union},
};

/// Everything that was answered; a question that was not, or badly, is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    pub project: Option<ProjectAnswer>,
    pub organisation: Option<OrganisationAnswer>,
    pub threshold: Option<ThresholdAnswer>,
    pub representation: Option<RepresentationAnswer>,
    pub tool: Option<ToolAnswer>,
    pub functions: Option<Ticks<Function>>,
    pub work: Option<Ticks<Change>>,
    pub data: Option<DataAnswer>,
    pub decisions: Option<Ticks<Decision>>,
    pub people: Option<PeopleAnswer>,
    pub stage: Option<Answer<Stage>>,
    pub dialogue: Option<Answer<DialogueAnswer>>,
}

impl Answers {
    /// Parses a draft on a day; `employer` where it is already known, else what the draft itself says.
    pub fn read(draft: &Draft, employer: Option<&Employer>, today: Date) -> Self {
        let given = |question| draft.given(question);
        let organisation = given(Question::Organisation).and_then(|given| screens::organisation(given).ok());
        let representation =
            given(Question::Representation).and_then(|given| screens::representation(given).ok());
        let known = employer.cloned().unwrap_or_else(|| Employer::said(organisation, representation));
        Self {
            project: given(Question::Project).and_then(|given| screens::project(given).ok()),
            threshold: given(Question::Threshold)
                .and_then(|given| screens::threshold(given, &known, today).ok()),
            tool: given(Question::Tool).and_then(|given| screens::tool(given).ok()),
            functions: given(Question::Functions)
                .and_then(|given| screens::ticks(given, "functions", Function::parse).ok()),
            work: given(Question::Work).and_then(|given| screens::ticks(given, "work", Change::parse).ok()),
            data: given(Question::Data).and_then(|given| screens::data(given).ok()),
            decisions: given(Question::Decisions)
                .and_then(|given| screens::ticks(given, "decisions", Decision::parse).ok()),
            people: given(Question::People).and_then(|given| screens::people(given).ok()),
            stage: given(Question::Stage).and_then(|given| screens::stage(given).ok()),
            dialogue: given(Question::Dialogue).and_then(|given| screens::dialogue(given, today).ok()),
            organisation,
            representation,
        }
    }

    /// Only what is asked: an answer to a question that another answer took away no longer counts, and a talk that is
    /// asked about and not told is unknown, not absent.
    #[must_use]
    pub fn to(mut self, questions: &[Question]) -> Self {
        let asked = |question| questions.contains(&question);
        self.organisation = self.organisation.filter(|_| asked(Question::Organisation));
        self.threshold = self.threshold.filter(|_| asked(Question::Threshold));
        self.representation = self.representation.filter(|_| asked(Question::Representation));
        self.dialogue = asked(Question::Dialogue).then(|| self.dialogue.unwrap_or_default());
        self
    }

    /// Whether a question was answered, and well.
    pub const fn has(&self, question: Question) -> bool {
        match question {
            Question::Project => self.project.is_some(),
            Question::Organisation => self.organisation.is_some(),
            Question::Threshold => self.threshold.is_some(),
            Question::Representation => self.representation.is_some(),
            Question::Tool => self.tool.is_some(),
            Question::Functions => self.functions.is_some(),
            Question::Work => self.work.is_some(),
            Question::Data => self.data.is_some(),
            Question::Decisions => self.decisions.is_some(),
            Question::People => self.people.is_some(),
            Question::Stage => self.stage.is_some(),
            Question::Dialogue => self.dialogue.is_some(),
        }
    }

    /// What the answers say of the employer.
    pub fn employer(&self) -> Employer {
        Employer::said(self.organisation, self.representation)
    }
}

impl Employer {
    fn said(organisation: Option<OrganisationAnswer>, representation: Option<RepresentationAnswer>) -> Self {
        let headcount = organisation.map_or(Answer::Unknown, |answer| answer.headcount);
        // Below eleven the question is not asked: what was answered before the headcount was corrected no longer counts.
        let representation = representation.filter(|_| headcount.known().is_none_or(|people| *people >= 11));
        let union = representation.map_or(Answer::Unknown, |answer| answer.union);
        Self {
            kind: organisation.map_or(Answer::Unknown, |answer| answer.kind),
            headcount,
            committee: representation.map_or(Answer::Unknown, |answer| answer.committee),
            has_delegate: union == Answer::Is(Union::Delegate),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Answer, Answers};
    use crate::model::{
        draft::{Draft, Given},
        employer::Employer,
        question::Question,
        reader::Refusal,
        screens::refusals,
    };

    fn given(question: Question, pairs: &[(&str, &str)]) -> Given {
        Given::of(pairs.iter().copied(), &question.names())
    }

    #[test]
    fn only_the_title_must_be_told() {
        let employer = Employer::default();
        let today = date(2026, 11, 22);
        for question in Question::ALL.iter().filter(|question| **question != Question::Project) {
            let unknown: Vec<(&str, &str)> =
                question.names().into_iter().map(|name| (name, "unknown")).collect();
            let days = ["_on", "market", "trades", "headcount", "concerned", "since50_on"];
            let pairs: Vec<_> =
                unknown.into_iter().filter(|(name, _)| !days.iter().any(|day| name.ends_with(day))).collect();
            assert_eq!(refusals(*question, &given(*question, &pairs), &employer, today), [], "{question}");
        }
        let untitled = given(Question::Project, &[("title", "  "), ("purpose", "")]);
        assert_eq!(refusals(Question::Project, &untitled, &employer, today), [("title", Refusal::Required)]);
    }

    #[test]
    fn what_was_typed_wrong_is_kept_as_typed_and_counts_as_not_answered() {
        let mut draft = Draft::default();
        draft.keep(
            Question::Organisation,
            given(Question::Organisation, &[("kind", "company"), ("headcount", "4x")]),
        );
        assert_eq!(Answers::read(&draft, None, date(2026, 11, 22)).organisation, None);
        assert_eq!(draft.given(Question::Organisation).map(|given| given.one("headcount")), Some("4x"));
    }

    #[test]
    fn an_opinion_is_not_given_before_the_information_nor_tomorrow() {
        let today = date(2026, 11, 22);
        let said = |opinion| {
            let pairs = [("conversation", "begun"), ("info_on", "2026-11-10"), ("opinion_on", opinion)];
            refusals(Question::Dialogue, &given(Question::Dialogue, &pairs), &Employer::default(), today)
        };
        assert_eq!(said("2026-11-09"), [("opinion_on", Refusal::BeforeTheInformation)]);
        assert_eq!(said("2026-11-23"), [("opinion_on", Refusal::InTheFuture)]);
        assert_eq!(said("20/11/2026"), []);
    }

    #[test]
    fn one_certain_answer_settles_an_or_and_an_and() {
        assert_eq!(Answer::Unknown.or(Answer::Is(true)), Answer::Is(true));
        assert_eq!(Answer::Unknown.or(Answer::Is(false)), Answer::Unknown);
        assert_eq!(Answer::Unknown.and(Answer::Is(false)), Answer::Is(false));
    }
}
