//! Facts as they would be if some of them were otherwise.

use std::cell::RefCell;
use std::collections::BTreeMap;

use calendar::{Holidays, minus_days, plus_days};

use crate::Facts;
use crate::change::{Change, Need};
use crate::evaluate::Scope;
use crate::expression::{Comparison, Expression};
use crate::value::Value;

/// Facts some of which are changed; what is derived from them is worked out again, once, when it is asked for.
pub(crate) struct Trial<'a> {
    facts: &'a dyn Facts,
    changed: BTreeMap<String, Value>,
    worked_out: RefCell<BTreeMap<String, Value>>,
}

impl<'a> Trial<'a> {
    /// The facts after these changes; nothing when one of them does not say what its fact would be.
    pub(crate) fn of(facts: &'a dyn Facts, changes: &[Change]) -> Option<Self> {
        let changed = changes.iter().map(|change| Some((change.fact.clone(), example(&change.need)?)));
        Some(Self { facts, changed: changed.collect::<Option<_>>()?, worked_out: RefCell::default() })
    }
}

impl Facts for Trial<'_> {
    fn value(&self, name: &str) -> Value {
        if let Some(value) = self.changed.get(name) {
            return value.clone();
        }
        let Some(definition) = self.facts.definition(name) else { return self.facts.value(name) };
        if let Some(value) = self.worked_out.borrow().get(name) {
            return value.clone();
        }
        let value = Scope::new(self, self.holidays()).value(&definition.root);
        self.worked_out.borrow_mut().insert(name.to_owned(), value.clone());
        value
    }

    fn definition(&self, name: &str) -> Option<&Expression> {
        self.facts.definition(name)
    }

    fn holidays(&self) -> Holidays {
        self.facts.holidays()
    }
}

/// A value that a fact could have instead.
fn example(need: &Need) -> Option<Value> {
    let Need::Be { sign, value } = need else { return None };
    match (sign, value) {
        (Comparison::Equal | Comparison::AtLeast | Comparison::AtMost, value) => Some(value.clone()),
        (Comparison::Less, Value::Int(number)) => Some(Value::Int(number.saturating_sub(1))),
        (Comparison::More, Value::Int(number)) => Some(Value::Int(number.saturating_add(1))),
        (Comparison::Less, Value::Date(day)) => Some(Value::Date(minus_days(*day, 1))),
        (Comparison::More, Value::Date(day)) => Some(Value::Date(plus_days(*day, 1))),
        (Comparison::In, Value::List(codes)) => codes.first().cloned().map(Value::Text),
        // No code is empty: it is another one, and in no list.
        (Comparison::Different, Value::Text(_)) | (Comparison::NotIn, Value::List(_)) => {
            Some(Value::text(""))
        }
        (Comparison::Different, Value::Bool(holds)) => Some(Value::Bool(!holds)),
        _ => None,
    }
}
