//! Evaluation in three values, keeping what was read.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use calendar::Holidays;

use crate::expression::{Comparison, Form, Node};
use crate::value::{Doubt, Value};
use crate::{Facts, Truth};

/// More ways than this of filling in what is unknown are not tried one by one.
const MOST_WAYS: usize = 32;

/// One evaluation: the facts, the holidays of the place, and a note of what was read.
pub(crate) struct Scope<'a> {
    facts: &'a dyn Facts,
    holidays: Holidays,
    reads: RefCell<BTreeMap<String, Value>>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(facts: &'a dyn Facts, holidays: Holidays) -> Self {
        Self { facts, holidays, reads: RefCell::default() }
    }

    /// The facts that were read, with the values they had.
    pub(crate) fn into_reads(self) -> BTreeMap<String, Value> {
        self.reads.into_inner()
    }

    pub(crate) fn truth(&self, node: &Node) -> Judged {
        Judged::from(self.value(node))
    }

    pub(crate) fn value(&self, node: &Node) -> Value {
        match &node.form {
            Form::Constant(value) => value.clone(),
            Form::Fact(name) => self.read(name),
            Form::Not(part) => self.truth(part).negated().into(),
            Form::And(parts) => self.all(parts).into(),
            // "One holds" is "not all fail".
            Form::Or(parts) => self.any(parts).into(),
            Form::Compare(sign, sides) => {
                let [left, right] = sides.as_ref();
                lifted(&[self.value(left), self.value(right)], |values| {
                    compared(*sign, values).map(Value::Bool)
                })
            }
            Form::Choose(choice) => self.chosen(choice),
            Form::Call(function, parts) => {
                let arguments: Vec<Value> = parts.iter().map(|part| self.value(part)).collect();
                lifted(&arguments, |values| function.apply(values, self.holidays))
            }
        }
    }

    /// How a fact is worked out, if it is.
    pub(crate) fn definition(&self, name: &str) -> Option<&Node> {
        self.facts.definition(name).map(|expression| &expression.root)
    }

    /// The value of a fact, as the expression sees it.
    pub(crate) fn named(&self, name: &str) -> Value {
        self.read(name)
    }

    fn read(&self, name: &str) -> Value {
        if let Some(value) = self.reads.borrow().get(name) {
            return value.clone();
        }
        let value = self.facts.value(name);
        self.reads.borrow_mut().insert(name.to_owned(), value.clone());
        value
    }

    /// Every part is read, even once the answer is settled: the trace says all that was looked at.
    fn all(&self, parts: &[Node]) -> Judged {
        parts.iter().map(|part| self.truth(part)).fold(Judged::settled(true), Judged::and)
    }

    fn any(&self, parts: &[Node]) -> Judged {
        let none_holds = |judged: Judged, part| judged.and(self.truth(part).negated());
        parts.iter().fold(Judged::settled(true), none_holds).negated()
    }

    fn chosen(&self, [asked, value, otherwise]: &[Node; 3]) -> Value {
        let asked = self.truth(asked);
        match asked.truth {
            Truth::True => self.value(value),
            Truth::False => self.value(otherwise),
            Truth::Unknown => either(asked.missing, self.value(value), self.value(otherwise)),
        }
    }
}

/// A truth, and the facts that would settle it when it is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    pub truth: Truth,
    pub missing: BTreeSet<String>,
}

impl Judged {
    pub(crate) fn settled(holds: bool) -> Self {
        Self { truth: holds.into(), missing: BTreeSet::new() }
    }

    fn negated(self) -> Self {
        Self { truth: self.truth.negated(), missing: self.missing }
    }

    pub(crate) fn and(mut self, mut other: Self) -> Self {
        let truth = self.truth.and(other.truth);
        if truth != Truth::Unknown {
            return Self { truth, missing: BTreeSet::new() };
        }
        self.missing.append(&mut other.missing);
        Self { truth, missing: self.missing }
    }
}

/// What is neither true nor false was not answered as the vocabulary promised: it counts as unknown.
impl From<Value> for Judged {
    fn from(value: Value) -> Self {
        match value {
            Value::Bool(holds) => Self::settled(holds),
            Value::Unknown(doubt) => Self { truth: Truth::Unknown, missing: doubt.missing },
            _ => Self { truth: Truth::Unknown, missing: BTreeSet::new() },
        }
    }
}

impl From<Judged> for Value {
    fn from(judged: Judged) -> Self {
        match judged.truth {
            Truth::True => Self::Bool(true),
            Truth::False => Self::Bool(false),
            Truth::Unknown => Self::Unknown(Doubt { missing: judged.missing, among: Vec::new() }),
        }
    }
}

/// One of two values, when what chooses between them is unknown.
fn either(missing: BTreeSet<String>, first: Value, second: Value) -> Value {
    if first == second && !first.is_unknown() {
        return first;
    }
    let mut doubt = Doubt { missing, among: Vec::new() };
    let mut bounded = true;
    for value in [first, second] {
        doubt.missing.append(&mut value.missing());
        match possibilities(&value) {
            Some(values) => doubt.among.extend(values),
            None => bounded = false,
        }
    }
    doubt.among = if bounded { distinct(doubt.among) } else { Vec::new() };
    Value::Unknown(doubt)
}

/// Applies an operation to values some of which may be unknown: settled when every possibility gives one answer.
fn lifted(values: &[Value], operation: impl Fn(&[&Value]) -> Option<Value>) -> Value {
    if !values.iter().any(Value::is_unknown) {
        let known: Vec<&Value> = values.iter().collect();
        return operation(&known).unwrap_or(Value::Unknown(Doubt::default()));
    }
    let missing = values.iter().flat_map(Value::missing).collect();
    let Some(results) = every_way(values, &operation) else {
        return Value::Unknown(Doubt { missing, among: Vec::new() });
    };
    match results.as_slice() {
        [only] => only.clone(),
        _ => Value::Unknown(Doubt { missing, among: results }),
    }
}

/// The distinct results over every way of filling in what is unknown, if those ways can be listed.
fn every_way(values: &[Value], operation: impl Fn(&[&Value]) -> Option<Value>) -> Option<Vec<Value>> {
    let mut ways: Vec<Vec<Value>> = vec![Vec::new()];
    for value in values {
        let possible = possibilities(value)?;
        if ways.len() * possible.len() > MOST_WAYS {
            return None;
        }
        ways = ways
            .iter()
            .flat_map(|way| possible.iter().map(|value| way.iter().cloned().chain([value.clone()]).collect()))
            .collect();
    }
    let results = ways.iter().map(|way| operation(&way.iter().collect::<Vec<_>>()));
    results.collect::<Option<Vec<_>>>().map(distinct)
}

/// The values something can have; nothing when it could be anything.
fn possibilities(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Unknown(doubt) if doubt.among.is_empty() => None,
        Value::Unknown(doubt) => Some(doubt.among.clone()),
        known => Some(vec![known.clone()]),
    }
}

fn distinct(values: Vec<Value>) -> Vec<Value> {
    values.into_iter().fold(Vec::new(), |mut kept, value| {
        if !kept.contains(&value) {
            kept.push(value);
        }
        kept
    })
}

/// Whether two known values compare so; nothing when their kinds do not go together.
fn compared(sign: Comparison, values: &[&Value]) -> Option<bool> {
    let [left, right] = values else { return None };
    match (sign, left, right) {
        (Comparison::Equal, a, b) => Some(a == b),
        (Comparison::Different, a, b) => Some(a != b),
        (Comparison::In, Value::Text(code), Value::List(codes)) => Some(codes.contains(code)),
        (Comparison::NotIn, Value::Text(code), Value::List(codes)) => Some(!codes.contains(code)),
        // What is absent is in no list, and neither before nor after anything.
        (Comparison::NotIn, Value::None, _) | (Comparison::NotIn, _, Value::None) => Some(true),
        (_, Value::None, _) | (_, _, Value::None) => Some(false),
        (_, Value::Int(a), Value::Int(b)) => Some(ordered(sign, a, b)),
        (_, Value::Date(a), Value::Date(b)) => Some(ordered(sign, a, b)),
        _ => None,
    }
}

fn ordered<T: Ord>(sign: Comparison, a: &T, b: &T) -> bool {
    match sign {
        Comparison::Less => a < b,
        Comparison::AtMost => a <= b,
        Comparison::More => a > b,
        Comparison::AtLeast => a >= b,
        Comparison::Equal | Comparison::In => a == b,
        Comparison::Different | Comparison::NotIn => a != b,
    }
}
