//! Why a rule applies, and what it would take for it not to: structured, before any word.

use content::law::{Applied, words};
use rules::{Change, ConditionTrace, Truth, Value};

use super::{derivations::roots, reading::Reading};

/// More ways than this of not being bound tell nobody anything.
const MOST_WAYS: usize = 3;

/// Why a rule applies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reasons {
    /// The names of the conditions that hold, in the order of the rule.
    pub conditions: Vec<String>,
    /// What was stated and counted: names and values, each once.
    pub facts: Vec<(String, Value)>,
}

/// The reasons of a trace. Derived facts are brought back to what people stated; what nobody stated is not repeated.
pub fn reasons(reading: &Reading, because: &[ConditionTrace]) -> Reasons {
    let mut reasons = Reasons::default();
    for trace in because.iter().filter(|trace| trace.holds == Truth::True) {
        reasons.conditions.push(trace.condition.clone());
        for name in trace.facts.keys().flat_map(|name| roots(name)) {
            let known = reasons.facts.iter().any(|(fact, _)| *fact == name);
            if let Some(value) = reading.case().stated(&name).filter(|value| !known && counts(&name, value)) {
                reasons.facts.push((name, value.clone()));
            }
        }
    }
    reasons
}

/// Whether a stated value says something: not what is supposed of everybody.
fn counts(name: &str, value: &Value) -> bool {
    words().get(name).is_none_or(|word| word.default != *value) && !value.is_unknown()
}

/// What would have to be different: each a set of changes that go together. What the project can change comes before
/// what the employer is.
pub fn ways_out(applied: &Applied) -> Vec<Vec<Change>> {
    let mut ways = applied.what_would_change.clone();
    ways.sort_by_key(|way| way.iter().any(|change| change.fact.starts_with("org.")));
    ways.truncate(MOST_WAYS);
    ways
}
