//! What was asked and what was answered.

use std::collections::BTreeMap;

use kernel::codes;

codes! {
    /// An answer to a question; a question left out has none.
    pub enum Answer("answer") {
        Yes = "yes",
        No = "no",
        DontKnow = "dont_know",
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// Which answer is a vigilance point.
    pub enum Polarity("polarity") {
        YesIsVigilance = "yes_is_vigilance",
        NoIsVigilance = "no_is_vigilance",
    }
}

impl Polarity {
    /// The answer that is a vigilance point.
    pub const fn vigilance(self) -> Answer {
        match self {
            Self::YesIsVigilance => Answer::Yes,
            Self::NoIsVigilance => Answer::No,
        }
    }
}

/// A question as scoring needs it: no words, only what it belongs to and how it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub criterion: String,
    pub polarity: Polarity,
}

/// What one person answered (*feuille de réponses*), and in which group: never who, never when.
#[derive(Clone, PartialEq, Eq)]
pub struct Sheet {
    pub group: String,
    /// By question.
    pub answers: BTreeMap<String, Answer>,
}

// Written by hand: answers have no place in a log.
impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sheet(…)")
    }
}

impl Sheet {
    pub(crate) fn answer(&self, question: &Question) -> Option<Answer> {
        self.answers.get(&question.id).copied()
    }

    pub(crate) fn count<'a>(
        &self,
        questions: &[&'a Question],
        keep: impl Fn(Answer, &'a Question) -> bool,
    ) -> usize {
        let kept =
            |question: &&&'a Question| self.answer(question).is_some_and(|answer| keep(answer, question));
        questions.iter().filter(kept).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Polarity, Sheet};

    #[test]
    fn every_code_reads_back() {
        for answer in Answer::ALL {
            assert_eq!(Answer::parse(answer.code()), Ok(*answer));
        }
        for polarity in Polarity::ALL {
            assert_eq!(Polarity::parse(polarity.code()), Ok(*polarity));
        }
    }

    #[test]
    fn a_sheet_in_a_log_says_nothing() {
        let sheet = Sheet { group: "workers".into(), answers: [("v1".into(), Answer::Yes)].into() };
        assert_eq!(format!("{sheet:?}"), "Sheet(…)");
    }
}
