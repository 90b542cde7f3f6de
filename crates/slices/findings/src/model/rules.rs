//! What may be done with a finding, and by whom: facts in, decision out.

use jiff::civil::Date;
use kernel::{Party, SpaceId, codes};

use super::{
    finding::Finding,
    wording::{Passing, repeats},
};

codes! {
    /// Why an act on a finding was not done.
    pub enum Refusal("refusal") {
        /// There is no such finding, space or meeting in this project.
        Unknown = "unknown",
        /// A party does not answer what it said itself.
        OwnFinding = "own_finding",
        /// The finding is of that space already.
        SameSpace = "same_space",
        /// That space is closed: nobody there would answer.
        ClosedSpace = "closed_space",
        /// The words are those of the finding: what passes is reworded.
        NotReworded = "not_reworded",
        /// The words are those of a note: what a party prepares for itself does not pass as it stands.
        FromNotebook = "from_notebook",
        /// It was passed to that space already.
        AlreadyPassed = "already_passed",
        /// The day for the answer has gone by.
        DueInThePast = "due_in_the_past",
        /// Somebody has answered these words: they stay as they were read.
        AlreadyAnswered = "already_answered",
        /// Only the party that did it may undo it.
        NotTheirs = "not_theirs",
        /// The meeting has not been held, or was held before the finding was recorded.
        NotHeldSince = "not_held_since",
    }
}

/// Whether an act was done, or why not.
pub type Done = Result<(), Refusal>;

impl Finding {
    /// Whether this party may answer. Errors: [`Refusal::OwnFinding`].
    pub fn answerable_by(&self, party: Party) -> Done {
        if party == self.party { Err(Refusal::OwnFinding) } else { Ok(()) }
    }

    /// Whether it may pass so: to another space, in other words than its own, with an answer due from today on. Whoever
    /// reads what was passed on, and never the finding itself, has its reworded words already: those may pass again.
    pub fn passable(&self, passing: &Passing, today: Date) -> Done {
        if passing.to == self.space {
            return Err(Refusal::SameSpace);
        }
        if !self.is_open_to(passing.to) {
            return Err(Refusal::AlreadyPassed);
        }
        if !self.is_passed_on && repeats(&passing.words, &self.text) {
            return Err(Refusal::NotReworded);
        }
        if passing.answer_due < today { Err(Refusal::DueInThePast) } else { Ok(()) }
    }

    /// Whether this party may take back what was passed to this space.
    pub fn withdrawable_by(&self, to: SpaceId, party: Party) -> Done {
        let Some(transmission) = self.passed.iter().find(|transmission| transmission.to_space == to) else {
            return Err(Refusal::Unknown);
        };
        if transmission.answered {
            return Err(Refusal::AlreadyAnswered);
        }
        if transmission.by_party == party { Ok(()) } else { Err(Refusal::NotTheirs) }
    }

    /// Whether this party may correct the words: its own, while nobody has answered them or committed to them.
    pub fn rewordable_by(&self, party: Party) -> Done {
        if !self.responses.is_empty() || self.fate.is_some() {
            return Err(Refusal::AlreadyAnswered);
        }
        if self.is_passed_on {
            // Whoever reads only what was passed on does not write over words they never saw.
            return Err(Refusal::NotTheirs);
        }
        if party == self.party { Ok(()) } else { Err(Refusal::NotTheirs) }
    }

    /// Whether this space is one it may still pass to.
    pub fn is_open_to(&self, space: SpaceId) -> bool {
        space != self.space && self.passed.iter().all(|transmission| transmission.to_space != space)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::{Party, SpaceId};

    use super::{Passing, Refusal};
    use crate::model::samples::{finding, passed, responded, space};

    const TODAY: jiff::civil::Date = date(2026, 3, 20);

    fn anew(to: SpaceId, answer_due: Date) -> Passing {
        Passing { to, words: "Que faire des réglages ?".to_owned(), answer_due }
    }

    #[test]
    fn a_party_does_not_answer_what_it_said_itself_and_every_other_may() {
        let finding = finding(Party::StaffRepresentatives);
        for party in Party::ALL {
            let own = *party == Party::StaffRepresentatives;
            assert_eq!(finding.answerable_by(*party), if own { Err(Refusal::OwnFinding) } else { Ok(()) });
        }
    }

    #[test]
    fn a_finding_passes_once_to_each_other_space() {
        let mut finding = finding(Party::Workers);
        assert_eq!(finding.passable(&anew(finding.space, TODAY), TODAY), Err(Refusal::SameSpace));
        assert_eq!(finding.passable(&anew(space(2), TODAY), TODAY), Ok(()));
        finding.passed.push(passed(2, Party::Workers, TODAY, TODAY));
        assert_eq!(finding.passable(&anew(space(2), TODAY), TODAY), Err(Refusal::AlreadyPassed));
        assert_eq!(finding.passable(&anew(space(3), TODAY), TODAY), Ok(()));
    }

    #[test]
    fn a_finding_never_passes_in_its_own_words_and_those_of_a_transmission_may_pass_again() {
        let mut finding = finding(Party::Workers);
        let raw = Passing { words: finding.text.clone(), ..anew(space(2), TODAY) };
        assert_eq!(finding.passable(&raw, TODAY), Err(Refusal::NotReworded));
        finding.is_passed_on = true;
        assert_eq!(finding.passable(&raw, TODAY), Ok(()));
    }

    #[test]
    fn an_answer_is_never_due_before_it_is_asked_for() {
        let finding = finding(Party::Workers);
        assert_eq!(finding.passable(&anew(space(2), date(2026, 3, 19)), TODAY), Err(Refusal::DueInThePast));
        assert_eq!(finding.passable(&anew(space(2), TODAY), TODAY), Ok(()));
    }

    #[test]
    fn only_who_passed_it_takes_it_back_and_only_while_nobody_has_answered() {
        let mut finding = finding(Party::Workers);
        finding.passed.push(passed(2, Party::Facilitator, TODAY, TODAY));
        assert_eq!(finding.withdrawable_by(space(2), Party::Workers), Err(Refusal::NotTheirs));
        assert_eq!(finding.withdrawable_by(space(2), Party::Facilitator), Ok(()));
        assert_eq!(finding.withdrawable_by(space(3), Party::Facilitator), Err(Refusal::Unknown));
        finding.passed[0].answered = true;
        assert_eq!(finding.withdrawable_by(space(2), Party::Facilitator), Err(Refusal::AlreadyAnswered));
    }

    #[test]
    fn whoever_reads_only_what_was_passed_on_does_not_correct_what_was_said() {
        let finding = crate::Finding { is_passed_on: true, ..finding(Party::LineManagers) };
        assert_eq!(finding.rewordable_by(Party::LineManagers), Err(Refusal::NotTheirs));
    }

    #[test]
    fn words_stay_as_they_were_read_once_somebody_has_answered_them() {
        let mut finding = finding(Party::Workers);
        assert_eq!(finding.rewordable_by(Party::Workers), Ok(()));
        assert_eq!(finding.rewordable_by(Party::Management), Err(Refusal::NotTheirs));
        finding.responses.push(responded(Party::Management, TODAY));
        assert_eq!(finding.rewordable_by(Party::Workers), Err(Refusal::AlreadyAnswered));
    }
}
