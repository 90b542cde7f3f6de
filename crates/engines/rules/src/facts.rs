//! Where facts come from.

use std::collections::{BTreeMap, HashMap};

use calendar::Holidays;

use crate::{Expression, Value};

/// Answers by name. A name that is not known answers [`Value::unknown`], never `false`.
pub trait Facts {
    fn value(&self, name: &str) -> Value;

    /// How a fact is worked out, if it is: what would change it is then looked for underneath.
    fn definition(&self, _name: &str) -> Option<&Expression> {
        None
    }

    /// The public holidays of the place.
    fn holidays(&self) -> Holidays {
        Holidays::National
    }
}

impl Facts for BTreeMap<String, Value> {
    fn value(&self, name: &str) -> Value {
        self.get(name).cloned().unwrap_or_else(|| Value::unknown(name))
    }
}

impl Facts for HashMap<String, Value> {
    fn value(&self, name: &str) -> Value {
        self.get(name).cloned().unwrap_or_else(|| Value::unknown(name))
    }
}
