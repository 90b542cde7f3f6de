//! In which form the law asks for the actions: by the headcount and the nature of the employer, or what is missing to say.

use std::collections::BTreeSet;

use content::law::{Plan, PreventionPack};
use jiff::civil::Date;
use obligations::api::Reading;
use rules::Truth;

/// The form of the actions.
#[derive(Debug, Clone)]
pub enum Form {
    /// This one, because these conditions hold.
    Known(&'static Plan),
    /// One of them, once these facts are known.
    Unknown(BTreeSet<String>),
    /// None of those that the pack knows.
    None,
}

impl Form {
    pub const fn plan(&self) -> Option<&'static Plan> {
        match self {
            Self::Known(plan) => Some(plan),
            _ => None,
        }
    }
}

/// The form for this reading: the first plan whose conditions all hold; while one may hold for all that is known, nothing
/// is said but what is missing.
pub fn form(pack: &'static PreventionPack, reading: &Reading, on: Date) -> Form {
    let mut missing = BTreeSet::new();
    for plan in &pack.plans {
        match holds(plan, reading, on) {
            (Truth::True, _) => return Form::Known(plan),
            (Truth::Unknown, facts) => missing.extend(facts),
            (Truth::False, _) => {}
        }
    }
    if missing.is_empty() { Form::None } else { Form::Unknown(missing) }
}

/// Whether the conditions of a plan hold, and the facts that would settle it.
fn holds(plan: &Plan, reading: &Reading, on: Date) -> (Truth, BTreeSet<String>) {
    let law = obligations::api::pack();
    let Some(told) = law.explain(&plan.rule, reading.case(), on) else {
        return (Truth::False, BTreeSet::new());
    };
    let of_plan: Vec<_> =
        told.because.iter().filter(|trace| plan.conditions.contains(&trace.condition)).collect();
    let missing = of_plan.iter().flat_map(|trace| trace.missing.iter().cloned()).collect();
    if of_plan.iter().any(|trace| trace.holds == Truth::False) || of_plan.is_empty() {
        (Truth::False, BTreeSet::new())
    } else if of_plan.iter().all(|trace| trace.holds == Truth::True) {
        (Truth::True, BTreeSet::new())
    } else {
        (Truth::Unknown, missing)
    }
}

#[cfg(test)]
mod tests {
    use content::law::prevention;

    use super::{Form, form};
    use crate::model::samples::{read, today};

    fn plan(case: &str) -> Option<&'static str> {
        form(prevention(), &read(case), today()).plan().map(|plan| plan.id.as_str())
    }

    #[test]
    fn below_fifty_a_list_from_fifty_a_programme_and_a_public_employer_its_own() {
        assert_eq!(plan("[org]\nsector = \"company\"\nheadcount = 49\n"), Some("action_list"));
        assert_eq!(plan("[org]\nsector = \"company\"\nheadcount = 50\n"), Some("papripact"));
        assert_eq!(plan("[org]\nsector = \"association\"\nheadcount = 8\n"), Some("action_list"));
        assert_eq!(plan("[org]\nsector = \"public_territorial\"\nheadcount = 300\n"), Some("public"));
    }

    #[test]
    fn an_unknown_headcount_says_what_is_missing_and_picks_nothing() {
        let case = "[org]\nsector = \"company\"\nheadcount = \"unknown\"\n";
        match form(prevention(), &read(case), today()) {
            Form::Unknown(missing) => assert!(missing.contains("org.headcount"), "{missing:?}"),
            other => panic!("{other:?}"),
        }
    }
}
