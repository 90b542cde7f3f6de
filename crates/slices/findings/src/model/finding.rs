//! A finding (*constat*): something worth following, and what became of it.

use jiff::civil::Date;
use kernel::{FindingId, Party, ResponseId, SpaceId, Sphere, codes};
use serde::Serialize;

codes! {
    /// What sort of thing was said. None of them is good or bad (commitment 7).
    pub enum FindingKind("finding_kind") {
        Vigilance = "vigilance",
        Need = "need",
        Opportunity = "opportunity",
        Question = "question",
        Disagreement = "disagreement",
        UnexpectedEffect = "unexpected_effect",
    }
}

codes! {
    /// How far a finding has come.
    pub enum Step("step") {
        Said = "said",
        /// Passed to another space, or taken up in a meeting that was held.
        Discussed = "discussed",
        /// Another party has answered, with reasons.
        Answered = "answered",
        /// A clause that all have consented to says what will be done.
        Committed = "committed",
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub id: FindingId,
    pub space: SpaceId,
    pub space_name: String,
    pub sphere: Sphere,
    pub kind: FindingKind,
    pub text: String,
    /// Where it comes from, in people's words: « auto-diagnostic, autonomie ». May be empty.
    pub origin: String,
    /// What it comes from: `campaign:<id>#autonomy`, `activity:<id>`, `trigger:<id>`.
    pub origin_ref: Option<String>,
    /// Where and in which conditions an effect was seen: the same tool does other things elsewhere. May be empty.
    pub context: String,
    pub recorded_on: Date,
    pub party: Party,
    /// Empty where its author is hidden from the reader, or wants no name beside it.
    pub by_name: String,
    /// Whether the reader stands above its author: what is read here is what was passed on, never what was said.
    pub is_passed_on: bool,
    /// The day its words were last corrected; the former ones are in the journal.
    pub reworded_on: Option<Date>,
    pub step: Step,
    pub reached: Reached,
    /// Oldest first.
    pub responses: Vec<Response>,
    /// Oldest first.
    pub passed: Vec<Transmission>,
    pub fate: Option<Fate>,
}

/// What a party answers, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Response {
    pub id: ResponseId,
    pub party: Party,
    pub by_name: String,
    pub text: String,
    pub reasons: String,
    pub on: Date,
}

/// A finding passed to another space, in words chosen for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transmission {
    pub to_space: SpaceId,
    pub to_name: String,
    pub to_sphere: Sphere,
    pub words: String,
    pub by_party: Party,
    pub on: Date,
    pub answer_due: Date,
    pub answered: bool,
    /// The response that answers it.
    pub response: Option<ResponseId>,
}

impl Transmission {
    /// Whether the answer was due before today and has not come.
    pub fn is_late(&self, today: Date) -> bool {
        !self.answered && self.answer_due < today
    }
}

/// What a finding became, once a text commits the parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fate {
    pub label: String,
    /// The end of its address under the project.
    pub href_rest: String,
    pub on: Date,
}

/// The day each step was reached; a step may be skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reached {
    pub said: Date,
    pub discussed: Option<Date>,
    pub answered: Option<Date>,
    pub committed: Option<Date>,
}

impl Reached {
    /// Reads the steps from what was done. `taken_up` are the days of held meetings that took it up.
    pub fn from_acts(
        said: Date,
        passed: &[Transmission],
        taken_up: &[Date],
        responses: &[Response],
        fate: Option<&Fate>,
    ) -> Self {
        let discussed =
            passed.iter().map(|transmission| transmission.on).chain(taken_up.iter().copied()).min();
        let answered = responses.iter().map(|response| response.on).min();
        Self { said, discussed, answered, committed: fate.map(|fate| fate.on) }
    }

    /// The furthest step reached.
    pub const fn step(&self) -> Step {
        match (self.committed, self.answered, self.discussed) {
            (Some(_), _, _) => Step::Committed,
            (None, Some(_), _) => Step::Answered,
            (None, None, Some(_)) => Step::Discussed,
            (None, None, None) => Step::Said,
        }
    }

    /// The day a step was reached, if it was.
    pub const fn on(&self, step: Step) -> Option<Date> {
        match step {
            Step::Said => Some(self.said),
            Step::Discussed => self.discussed,
            Step::Answered => self.answered,
            Step::Committed => self.committed,
        }
    }
}

impl Finding {
    /// The transmissions that still wait for an answer, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Transmission> {
        self.passed.iter().filter(|transmission| !transmission.answered)
    }

    /// Whether an answer that was asked for is late.
    pub fn is_late(&self, today: Date) -> bool {
        self.passed.iter().any(|transmission| transmission.is_late(today))
    }

    /// Its words, cut at a blank where they pass this many characters.
    pub fn short(&self, most: usize) -> String {
        if self.text.chars().count() <= most {
            return self.text.clone();
        }
        let cut: String = self.text.chars().take(most).collect();
        let kept = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(kept, _)| kept);
        format!("{}…", kept.trim_end_matches(['.', ',', ';', ':', '…', ' ', '\u{a0}']))
    }

    /// The earliest day by which an answer is still awaited.
    pub fn next_due(&self) -> Option<Date> {
        self.waiting().map(|transmission| transmission.answer_due).min()
    }
}

/// Where a finding stands today, as a list says it in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    Committed(&'a Fate),
    /// An answer that was asked for is late.
    Late(&'a Transmission),
    Awaited(&'a Transmission),
    Answered(&'a Response),
    /// Taken up, with no answer asked for and none given.
    Discussed(Date),
    Said,
}

impl Finding {
    /// Where it stands: what it became, else what is awaited (the latest due first), else what was answered.
    pub fn standing(&self, today: Date) -> Standing<'_> {
        if let Some(fate) = &self.fate {
            return Standing::Committed(fate);
        }
        if let Some(awaited) = self.waiting().min_by_key(|transmission| transmission.answer_due) {
            return if awaited.is_late(today) { Standing::Late(awaited) } else { Standing::Awaited(awaited) };
        }
        match (self.responses.last(), self.reached.discussed) {
            (Some(response), _) => Standing::Answered(response),
            (None, Some(on)) => Standing::Discussed(on),
            (None, None) => Standing::Said,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::Party;

    use super::{Fate, Reached, Standing, Step};
    use crate::model::samples::{finding, passed, responded};

    const SAID: Date = date(2026, 3, 12);

    fn fate(on: Date) -> Fate {
        Fate { label: "Article 4".to_owned(), href_rest: "accords".to_owned(), on }
    }

    #[test]
    fn each_act_moves_a_finding_one_step_further() {
        let passed = [passed(2, Party::Workers, date(2026, 3, 13), date(2026, 3, 27))];
        let responses = [responded(Party::Management, date(2026, 3, 20))];
        let fate = fate(date(2026, 4, 2));
        let steps = [
            Reached::from_acts(SAID, &[], &[], &[], None),
            Reached::from_acts(SAID, &passed, &[], &[], None),
            Reached::from_acts(SAID, &passed, &[], &responses, None),
            Reached::from_acts(SAID, &passed, &[], &responses, Some(&fate)),
        ];
        for (reached, step) in steps.iter().zip(Step::ALL) {
            assert_eq!(reached.step(), *step);
            assert!(reached.on(*step).is_some());
        }
    }

    #[test]
    fn a_held_meeting_is_enough_for_a_finding_to_be_discussed() {
        let reached = Reached::from_acts(SAID, &[], &[date(2026, 3, 19), date(2026, 3, 15)], &[], None);
        assert_eq!((reached.step(), reached.discussed), (Step::Discussed, Some(date(2026, 3, 15))));
    }

    #[test]
    fn a_finding_answered_without_being_discussed_does_not_claim_that_it_was() {
        let reached = Reached::from_acts(SAID, &[], &[], &[responded(Party::Technical, SAID)], None);
        assert_eq!((reached.step(), reached.discussed), (Step::Answered, None));
    }

    #[test]
    fn an_answer_is_late_the_day_after_it_was_due_and_not_before() {
        let due = date(2026, 3, 27);
        let mut asked = passed(2, Party::Workers, SAID, due);
        assert!(!asked.is_late(due));
        assert!(asked.is_late(date(2026, 3, 28)));
        asked.answered = true;
        assert!(!asked.is_late(date(2026, 3, 28)));
    }

    #[test]
    fn a_long_finding_is_cut_between_words() {
        let finding = finding(Party::Workers);
        assert_eq!(finding.short(200), finding.text);
        assert_eq!(finding.short(20), "Le temps proposé…");
    }

    #[test]
    fn what_is_awaited_comes_before_what_was_answered_and_the_earliest_due_first() {
        let mut finding = finding(Party::Workers);
        assert_eq!(finding.standing(SAID), Standing::Said);
        finding.responses.push(responded(Party::Management, SAID));
        assert!(matches!(finding.standing(SAID), Standing::Answered(_)));
        finding.passed.push(passed(3, Party::Workers, SAID, date(2026, 4, 30)));
        finding.passed.push(passed(2, Party::Workers, SAID, date(2026, 3, 27)));
        assert_eq!(finding.standing(SAID), Standing::Awaited(&finding.passed[1]));
        assert_eq!(finding.standing(date(2026, 3, 28)), Standing::Late(&finding.passed[1]));
        finding.fate = Some(fate(SAID));
        assert!(matches!(finding.standing(date(2026, 3, 28)), Standing::Committed(_)));
    }
}
