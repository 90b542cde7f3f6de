//! Where facts come from.

use std::collections::{BTreeMap, HashMap};

use crate::Value;

/// Answers by name. A name that is not known answers [`Value::unknown`], never `false`.
pub trait Facts {
    fn value(&self, name: &str) -> Value;
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
