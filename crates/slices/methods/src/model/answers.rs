//! Answers on their way: kept on the person's own telephone, in one short cookie, until they send them.

use std::collections::BTreeMap;

use scoring::Answer;

/// One place a question, in the order of the pack; empty until it is answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    pub fn none(questions: usize) -> Self {
        Self(vec![None; questions])
    }

    /// Reads the cookie: one letter a question. Whatever is not exactly that gives no answers at all, since a cookie
    /// that somebody rewrote, or that belongs to another questionnaire, says nothing.
    pub fn read(cookie: &str, questions: usize) -> Self {
        let read = || {
            let answers = cookie.bytes().map(from_letter).collect::<Option<Vec<_>>>()?;
            (answers.len() == questions).then_some(Self(answers))
        };
        read().unwrap_or_else(|| Self::none(questions))
    }

    /// The cookie: `y`, `n`, `d`, `x`, and `-` where nothing is answered yet.
    pub fn write(&self) -> String {
        self.0.iter().map(|answer| char::from(letter(*answer))).collect()
    }

    /// The answer at this place, counted from 0.
    pub fn at(&self, place: usize) -> Option<Answer> {
        self.0.get(place).copied().flatten()
    }

    /// Answers a question; a place that does not exist changes nothing.
    pub fn set(&mut self, place: usize, answer: Answer) {
        if let Some(slot) = self.0.get_mut(place) {
            *slot = Some(answer);
        }
    }

    /// The first place without an answer.
    pub fn first_missing(&self) -> Option<usize> {
        self.0.iter().position(Option::is_none)
    }

    pub fn is_begun(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// The answers by question: all that a sheet keeps. `ids` are the questions in the order of the pack.
    pub fn by_question<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, Answer> {
        ids.into_iter().zip(&self.0).filter_map(|(id, answer)| Some((id.to_owned(), (*answer)?))).collect()
    }
}

// Written by hand: what somebody answers is for no log.
impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answers(…)")
    }
}

const fn letter(answer: Option<Answer>) -> u8 {
    match answer {
        None => b'-',
        Some(Answer::Yes) => b'y',
        Some(Answer::No) => b'n',
        Some(Answer::DontKnow) => b'd',
        Some(Answer::NotApplicable) => b'x',
    }
}

/// What a letter says; `None` when it says nothing of ours.
fn from_letter(byte: u8) -> Option<Option<Answer>> {
    let known = Answer::ALL.iter().copied().map(Some).chain([None]);
    known.into_iter().find(|answer| letter(*answer) == byte)
}

#[cfg(test)]
mod tests {
    use scoring::Answer;

    use super::Answers;

    fn begun() -> Answers {
        let mut answers = Answers::none(6);
        for (place, answer) in Answer::ALL.iter().enumerate() {
            answers.set(place, *answer);
        }
        answers
    }

    #[test]
    fn answers_come_back_from_the_cookie_as_they_went() {
        let answers = begun();
        assert_eq!(answers.write(), "yndx--");
        assert_eq!(Answers::read(&answers.write(), 6), answers);
        assert_eq!(answers.first_missing(), Some(4));
        assert!(answers.is_begun() && !Answers::none(6).is_begun());
    }

    #[test]
    fn a_cookie_that_is_not_ours_gives_no_answers_and_no_error() {
        let long = "y".repeat(100_000);
        for cookie in [
            "",
            "ynd",
            "yndx---",
            "YNDX--",
            "yndx-é",
            "yn\"x--",
            "yn;x--",
            "0000001",
            long.as_str(),
            "\0\0\0\0\0\0",
        ] {
            assert_eq!(Answers::read(cookie, 6), Answers::none(6), "{cookie:.20}");
        }
    }

    #[test]
    fn every_cookie_of_the_right_letters_is_read_and_written_the_same() {
        for number in 0..5_u32.pow(4) {
            let cookie: String = (0..4_u32)
                .map(|place| ['y', 'n', 'd', 'x', '-'][(number / 5_u32.pow(place) % 5) as usize])
                .collect();
            assert_eq!(Answers::read(&cookie, 4).write(), cookie);
        }
    }

    #[test]
    fn a_place_that_does_not_exist_changes_nothing() {
        let mut answers = begun();
        answers.set(6, Answer::Yes);
        assert_eq!(answers, begun());
        assert_eq!(answers.at(6), None);
    }

    #[test]
    fn a_sheet_names_questions_and_answers_and_nothing_else() {
        let sheet = begun().by_question(["a1", "a2", "a3", "a4", "a5", "k1"]);
        let json = serde_json::to_string(&sheet).expect("JSON");
        assert_eq!(json, r#"{"a1":"yes","a2":"no","a3":"dont_know","a4":"not_applicable"}"#);
    }

    #[test]
    fn no_log_line_can_print_answers() {
        assert_eq!(format!("{:?}", begun()), "Answers(…)");
    }
}
