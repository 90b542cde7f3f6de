//! Derived facts: named expressions over other facts, each over those defined before it.

use std::collections::BTreeMap;

use calendar::Holidays;

use crate::error::ExpressionError;
use crate::expression::Expression;
use crate::kind::{Kind, Vocabulary};
use crate::{Facts, Value};

/// Definitions in the order in which they are worked out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    ordered: Vec<(String, Expression)>,
    index: BTreeMap<String, usize>,
}

impl Definitions {
    /// Adds a definition over the words of `base` and the definitions added before. Errors: an expression that cannot
    /// be read; a name that is defined later is not known yet.
    pub fn define(
        &mut self,
        name: &str,
        source: &str,
        base: &dyn Vocabulary,
    ) -> Result<&Kind, ExpressionError> {
        let expression = Expression::parse(source, &self.over(base))?;
        self.index.insert(name.to_owned(), self.ordered.len());
        self.ordered.push((name.to_owned(), expression));
        // What was just pushed is there; the fallback keeps the function total.
        Ok(self.ordered.last().map_or(&Kind::Nothing, |(_, expression)| expression.kind()))
    }

    /// The words of `base` and those defined here.
    pub fn over<'a>(&'a self, base: &'a dyn Vocabulary) -> impl Vocabulary + 'a {
        Widened { definitions: self, base }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.ordered.iter().map(|(name, _)| name.as_str())
    }

    pub fn expression(&self, name: &str) -> Option<&Expression> {
        let place = self.index.get(name)?;
        self.ordered.get(*place).map(|(_, expression)| expression)
    }

    /// Works out every definition, once, over these facts.
    pub fn evaluate<'a>(&'a self, facts: &'a dyn Facts, holidays: Holidays) -> Derived<'a> {
        let mut derived = Derived { definitions: self, facts, holidays, values: BTreeMap::new() };
        for (name, expression) in &self.ordered {
            let value = expression.evaluate(&derived, holidays);
            derived.values.insert(name.clone(), value);
        }
        derived
    }
}

/// Facts, and what is derived from them.
pub struct Derived<'a> {
    definitions: &'a Definitions,
    facts: &'a dyn Facts,
    holidays: Holidays,
    values: BTreeMap<String, Value>,
}

impl Facts for Derived<'_> {
    fn value(&self, name: &str) -> Value {
        self.values.get(name).cloned().unwrap_or_else(|| self.facts.value(name))
    }

    fn definition(&self, name: &str) -> Option<&Expression> {
        self.definitions.expression(name)
    }

    fn holidays(&self) -> Holidays {
        self.holidays
    }
}

struct Widened<'a> {
    definitions: &'a Definitions,
    base: &'a dyn Vocabulary,
}

impl Vocabulary for Widened<'_> {
    fn kind(&self, name: &str) -> Option<Kind> {
        self.definitions.expression(name).map(|e| e.kind().clone()).or_else(|| self.base.kind(name))
    }

    fn names(&self) -> Vec<String> {
        let defined = self.definitions.names().map(str::to_owned);
        defined.chain(self.base.names()).collect()
    }
}
