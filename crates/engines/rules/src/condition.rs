//! Named conditions, and what they gave: the reasons a person is shown.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use calendar::Holidays;
use serde::Serialize;

use crate::change::{self, Change, Changes};
use crate::definitions::Definitions;
use crate::error::ExpressionError;
use crate::evaluate::{Judged, Scope};
use crate::expression::Expression;
use crate::kind::{Kind, Vocabulary};
use crate::{Facts, Truth, Value};

/// Something that must hold, with a name that reasons can refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub name: String,
    pub expression: Expression,
}

/// What a condition gave, and what it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionTrace {
    pub condition: String,
    pub holds: Truth,
    /// The facts that were read, with the values they had.
    pub facts: BTreeMap<String, Value>,
    /// The facts that would settle it, when it is unknown.
    #[serde(skip)]
    pub missing: BTreeSet<String>,
}

/// Conditions that must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trigger {
    conditions: Vec<Condition>,
    /// The facts that are read more than once; nothing when that was not looked up.
    repeated: Option<BTreeSet<String>>,
}

/// Whether a trigger holds, why, and what is missing to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub truth: Truth,
    pub because: Vec<ConditionTrace>,
    /// The facts that would settle it, when it is unknown.
    pub missing: BTreeSet<String>,
}

/// What conditions gave on one set of facts, each worked out once, however many triggers name it. In what shares one,
/// conditions of one name are the same.
#[derive(Default)]
pub struct Traces<'a> {
    known: RefCell<BTreeMap<&'a str, Rc<ConditionTrace>>>,
}

impl<'a> Traces<'a> {
    fn of(&self, condition: &'a Condition, facts: &dyn Facts) -> Rc<ConditionTrace> {
        if let Some(known) = self.known.borrow().get(condition.name.as_str()) {
            return Rc::clone(known);
        }
        let found = Rc::new(condition.evaluate(facts));
        self.known.borrow_mut().insert(&condition.name, Rc::clone(&found));
        found
    }
}

impl Condition {
    /// Reads a condition. Errors: an expression that cannot be read, or that is not true or false.
    pub fn parse(name: &str, source: &str, vocabulary: &dyn Vocabulary) -> Result<Self, ExpressionError> {
        let expression = Expression::parse_as(source, &Kind::Bool, vocabulary)?;
        Ok(Self { name: name.to_owned(), expression })
    }

    pub fn evaluate(&self, facts: &dyn Facts) -> ConditionTrace {
        let scope = Scope::new(facts, facts.holidays());
        let judged = scope.truth(&self.expression.root);
        ConditionTrace {
            condition: self.name.clone(),
            holds: judged.truth,
            facts: scope.into_reads(),
            missing: judged.missing,
        }
    }
}

impl Trigger {
    pub const fn new(conditions: Vec<Condition>) -> Self {
        Self { conditions, repeated: None }
    }

    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// Evaluates every condition, settled or not: the reasons are complete.
    pub fn evaluate(&self, facts: &dyn Facts) -> Verdict {
        let because: Vec<ConditionTrace> =
            self.conditions.iter().map(|condition| condition.evaluate(facts)).collect();
        let judged = because
            .iter()
            .map(|trace| Judged { truth: trace.holds, missing: trace.missing.clone() })
            .fold(Judged::settled(true), Judged::and);
        Verdict { truth: judged.truth, because, missing: judged.missing }
    }

    /// The same, sharing what conditions gave for other triggers on the same facts. Nothing when one of them does not
    /// hold: most triggers end there, and nobody asks for their reasons.
    pub fn evaluate_with<'a>(&'a self, facts: &dyn Facts, traces: &Traces<'a>) -> Option<Verdict> {
        let mut found = Vec::with_capacity(self.conditions.len());
        for condition in &self.conditions {
            let trace = traces.of(condition, facts);
            if trace.holds == Truth::False {
                return None;
            }
            found.push(trace);
        }
        let judged = found
            .iter()
            .map(|trace| Judged { truth: trace.holds, missing: trace.missing.clone() })
            .fold(Judged::settled(true), Judged::and);
        let because = found.iter().map(|trace| ConditionTrace::clone(trace)).collect();
        Some(Verdict { truth: judged.truth, because, missing: judged.missing })
    }

    /// Notes which facts the conditions read more than once, behind the names of these definitions: only for those can a
    /// change that ends one condition be undone by another, and needs to be tried out.
    #[must_use]
    pub fn over(mut self, definitions: &Definitions) -> Self {
        let roots = self.conditions.iter().map(|condition| &condition.expression.root);
        self.repeated = Some(change::read_more_than_once(roots, definitions));
        self
    }

    /// The ways in which a trigger that holds would cease to: each is a set of changes that go together.
    pub fn what_would_change(&self, facts: &dyn Facts) -> Vec<Vec<Change>> {
        self.what_would_change_with(&Changes::new(facts))
    }

    /// The same, sharing what was found for other triggers on the same facts.
    pub fn what_would_change_with(&self, changes: &Changes) -> Vec<Vec<Change>> {
        let roots = self.conditions.iter().map(|condition| &condition.expression.root);
        let mut ways: Vec<Vec<Change>> = roots.flat_map(|root| changes.ways_to_fail(root)).collect();
        let doubtful = |fact: &String| self.repeated.as_ref().is_none_or(|repeated| repeated.contains(fact));
        ways.retain(|way| !way.iter().any(|change| doubtful(&change.fact)) || changes.end(way, self));
        change::distinct(ways)
    }
}

impl Expression {
    /// Its value on these facts, working days being those of the place.
    pub fn evaluate(&self, facts: &dyn Facts, holidays: Holidays) -> Value {
        Scope::new(facts, holidays).value(&self.root)
    }

    /// Its value, and the facts that were read.
    pub fn trace(&self, facts: &dyn Facts, holidays: Holidays) -> (Value, BTreeMap<String, Value>) {
        let scope = Scope::new(facts, holidays);
        let value = scope.value(&self.root);
        (value, scope.into_reads())
    }
}
