//! A project read by the law on a day, with the facts it was read from.

use std::{collections::BTreeSet, ops::Deref};

use content::law::{self, CaseFacts, LawPack};
use jiff::civil::Date;
use rules::Value;

use super::gate::{Gate, Shut, Standing, by_law, gate, opens_on};

/// The fact that says that people already work with the system although nobody has given an opinion.
pub const IN_USE_TOO_EARLY: &str = "project.in_use_before_opinion";

/// The rules of the law, read once.
pub fn pack() -> &'static LawPack {
    law::in_force()
}

/// What the law says, and of which case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    law: law::Reading,
    case: CaseFacts,
    standing: Standing,
}

impl Deref for Reading {
    type Target = law::Reading;

    fn deref(&self) -> &law::Reading {
        &self.law
    }
}

impl Reading {
    /// Reads a case on a day, with what is known of the gate beside the law.
    ///
    /// Whether the system is in use too early is worked out here and not believed: it is, as long as people work with it
    /// before a gate that is not open, whichever way the project came there; but for a use that was rightly begun, and of
    /// which a further consultation is held.
    pub fn of(mut case: CaseFacts, standing: Standing, today: Date) -> Self {
        let mut law = pack().evaluate(&case, today);
        let settled = match by_law(pack(), &law) {
            Gate::Absent | Gate::Open => Some(false),
            Gate::Closed(_) | Gate::Undetermined(_) if !in_real_conditions(&case) => None,
            Gate::Closed(_) | Gate::Undetermined(_) => Some(!standing.allows_use()),
        };
        let stated = case.stated(IN_USE_TOO_EARLY).cloned().unwrap_or(Value::Bool(false));
        if let Some(in_use) = settled.filter(|in_use| stated != Value::Bool(*in_use))
            && case.set(IN_USE_TOO_EARLY, in_use).is_ok()
        {
            law = pack().evaluate(&case, today);
        }
        Self { law, case, standing }
    }

    /// The facts it was read from.
    pub const fn case(&self) -> &CaseFacts {
        &self.case
    }

    /// What the law says, without the facts.
    pub const fn law(&self) -> &law::Reading {
        &self.law
    }

    pub fn gate(&self) -> Gate {
        gate(pack(), &self.law, &self.standing)
    }

    /// The first day on which the law's gate is open; nothing where it puts none, or cannot say.
    pub fn opens_on(&self) -> Option<Date> {
        self.law.applies.iter().filter(|applied| applied.kind == law::RuleKind::Gate).find_map(opens_on)
    }

    /// Whether people work with the system before a gate that is not open. What a court stopped is stopped for a use that
    /// was rightly begun too.
    pub fn is_in_use_too_early(&self) -> bool {
        if self.case.stated(IN_USE_TOO_EARLY) == Some(&Value::Bool(true)) {
            return true;
        }
        match self.gate() {
            Gate::Closed(closed) if in_real_conditions(&self.case) => {
                closed.is_shut_by(Shut::Suspended) || !self.standing.allows_use()
            }
            _ => false,
        }
    }

    /// Every rule that binds or warns today, to tell two readings apart.
    pub fn standing(&self) -> BTreeSet<String> {
        self.law.applies.iter().map(|applied| applied.rule.clone()).collect()
    }
}

/// Whether people already work with the system, as far as the stage says.
fn in_real_conditions(case: &CaseFacts) -> bool {
    matches!(case.stated("project.stage"), Some(Value::Text(stage)) if ["pilot", "deployment", "in_use"].contains(&stage.as_str()))
}

/// The rules that a change of facts raised, and those it lifted.
pub fn difference(before: &Reading, after: &Reading) -> (Vec<String>, Vec<String>) {
    let (was, is) = (before.standing(), after.standing());
    (is.difference(&was).cloned().collect(), was.difference(&is).cloned().collect())
}
