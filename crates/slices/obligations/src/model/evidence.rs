//! How an obligation is met, who says so and who says otherwise, and where that leaves it.

use content::law::{Applied, DateKind, Reading as LawReading, RuleKind};
use jiff::civil::Date;
use kernel::{Id, Party, codes};
use serde::Serialize;

use super::urgent::safe_day;

/// What the ids of evidence are ids of.
pub mod mark {
    pub enum Evidence {}
}

pub type EvidenceId = Id<mark::Evidence>;

codes! {
    /// What is said of an obligation.
    pub enum Claim("claim") {
        /// Something done here meets it.
        Act = "act",
        /// Something kept elsewhere meets it.
        Document = "document",
        /// It is not met so.
        Contested = "contested",
        /// It does not apply, for a reason that the facts do not say.
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// Where an obligation stands.
    pub enum State("state of an obligation") {
        Met = "met",
        /// One party says that it is met, another that it is not.
        Contested = "contested",
        Open = "open",
        /// Its last day has passed, and nothing says that it is met.
        Late = "late",
        NotApplicable = "not_applicable",
    }
}

/// Who said something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    pub on: Date,
    pub party: Party,
    pub name: String,
}

/// Something said of an obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub id: EvidenceId,
    pub rule: String,
    pub claim: Claim,
    /// What was done here: `activity:<id>`, `clause:<id>`, `consultation:<id>`.
    pub act: Option<String>,
    pub title: String,
    /// Where a document is kept; empty for an act.
    pub kept_at: String,
    pub dated_on: Date,
    pub words: String,
    pub added: Said,
    /// Why it no longer counts, and who says so.
    pub withdrawn: Option<(String, Said)>,
}

/// Where an obligation stands, from what is said of it and still stands, oldest first.
pub fn state<'a>(said: impl IntoIterator<Item = &'a Evidence>, is_past: bool) -> State {
    let unmet = if is_past { State::Late } else { State::Open };
    let standing = said.into_iter().filter(|evidence| evidence.withdrawn.is_none());
    standing.fold(unmet, |state, evidence| match (evidence.claim, state) {
        (Claim::Act | Claim::Document, _) => State::Met,
        (Claim::NotApplicable, State::Met | State::Contested) => state,
        (Claim::NotApplicable, _) => State::NotApplicable,
        (Claim::Contested, State::Met | State::Contested) => State::Contested,
        (Claim::Contested, _) => unmet,
    })
}

/// Whether the rules of this kind are met by doing something.
pub const fn is_due(kind: RuleKind) -> bool {
    matches!(kind, RuleKind::Obligation | RuleKind::Procedure)
}

/// Whether the last of a rule's days has passed; never where it has none.
pub fn is_past(applied: &Applied, today: Date) -> bool {
    let dated = applied
        .dates
        .iter()
        .filter(|date| !matches!(date.kind, DateKind::Event | DateKind::KeepUntil | DateKind::From));
    dated.map(safe_day).max().is_some_and(|last| last < today)
}

/// The rules of a reading that somebody must meet.
pub fn due(reading: &LawReading) -> impl Iterator<Item = &Applied> {
    reading.applies.iter().filter(|applied| is_due(applied.kind))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{Id, Party};

    use super::{Claim, Evidence, Said, State, state};

    fn said(claim: Claim) -> Evidence {
        let said = Said { on: date(2026, 12, 1), party: Party::Management, name: "Sylvie".to_owned() };
        Evidence {
            id: Id::parse(&"1".repeat(32)).expect("an id"),
            rule: "cse-agenda".to_owned(),
            claim,
            act: None,
            title: String::new(),
            kept_at: String::new(),
            dated_on: date(2026, 12, 1),
            words: String::new(),
            added: said,
            withdrawn: None,
        }
    }

    #[test]
    fn nothing_said_is_open_then_late() {
        assert_eq!(state(&[], false), State::Open);
        assert_eq!(state(&[], true), State::Late);
    }

    #[test]
    fn what_is_met_may_be_contested_and_met_again() {
        let mut all = vec![said(Claim::Document)];
        assert_eq!(state(&all, true), State::Met);
        all.push(said(Claim::Contested));
        assert_eq!(state(&all, true), State::Contested);
        all.push(said(Claim::Act));
        assert_eq!(state(&all, true), State::Met);
    }

    #[test]
    fn whoever_says_that_it_does_not_apply_is_contradicted_by_who_contests_it() {
        let mut all = vec![said(Claim::NotApplicable)];
        assert_eq!(state(&all, false), State::NotApplicable);
        all.push(said(Claim::Contested));
        assert_eq!(state(&all, false), State::Open);
    }

    #[test]
    fn what_is_withdrawn_no_longer_counts() {
        let mut one = said(Claim::Document);
        one.withdrawn = Some(("wrong file".to_owned(), one.added.clone()));
        assert_eq!(state(&[one], false), State::Open);
    }
}
