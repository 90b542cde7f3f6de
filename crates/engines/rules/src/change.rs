//! What it would take for something that holds not to hold.

use serde::Serialize;

use crate::Truth;
use crate::evaluate::Scope;
use crate::expression::{Comparison, Form, Node};
use crate::value::Value;

/// A fact that would have to be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub fact: String,
    pub now: Value,
    pub need: Need,
}

/// How it would have to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Need {
    /// Compare so with this value, as in `< 50`.
    Be { sign: Comparison, value: Value },
    /// Be different, in a way that depends on other facts.
    Differ,
}

/// More ways than this tell nobody anything.
const MOST_WAYS: usize = 8;

/// The ways in which a node that holds would cease to: each is a set of changes that go together.
pub(crate) fn ways_to_fail(node: &Node, scope: &Scope) -> Vec<Vec<Change>> {
    ways(node, scope, false)
}

/// The ways to make a node `wanted`; none when it already is, or cannot be.
fn ways(node: &Node, scope: &Scope, wanted: bool) -> Vec<Vec<Change>> {
    if scope.truth(node).truth != Truth::from(!wanted) {
        return Vec::new();
    }
    let mut found = match &node.form {
        Form::Not(part) => ways(part, scope, !wanted),
        // One part is enough to make an "and" fail, or an "or" hold.
        Form::And(parts) if !wanted => parts.iter().flat_map(|part| ways(part, scope, wanted)).collect(),
        Form::Or(parts) if wanted => parts.iter().flat_map(|part| ways(part, scope, wanted)).collect(),
        // Otherwise every part that stands in the way must change.
        Form::And(parts) | Form::Or(parts) => together(parts, scope, wanted),
        Form::Constant(_) => Vec::new(),
        Form::Fact(_) | Form::Compare(..) | Form::Choose(_) | Form::Call(..) => {
            vec![atom(node, scope, wanted)]
        }
    };
    found.truncate(MOST_WAYS);
    found
}

fn together(parts: &[Node], scope: &Scope, wanted: bool) -> Vec<Vec<Change>> {
    let standing = parts.iter().filter(|part| scope.truth(part).truth == Truth::from(!wanted));
    standing.map(|part| ways(part, scope, wanted)).fold(vec![Vec::new()], |combined, choices| {
        let pairs = combined.iter().flat_map(|way| {
            choices.iter().map(|choice| way.iter().chain(choice).cloned().collect::<Vec<_>>())
        });
        pairs.take(MOST_WAYS).collect()
    })
}

/// The changes that a comparison or a plain fact asks for.
fn atom(node: &Node, scope: &Scope, wanted: bool) -> Vec<Change> {
    let known = match &node.form {
        Form::Fact(name) => Some((name, Comparison::Equal, Value::Bool(wanted))),
        Form::Compare(sign, sides) => compared_with_constant(*sign, sides)
            .map(|(name, sign, value)| (name, if wanted { sign } else { sign.negated() }, value.clone())),
        _ => None,
    };
    match known {
        Some((name, sign, value)) => vec![change(name, scope, Need::Be { sign, value })],
        None => {
            let mut names = Vec::new();
            node.collect_names(&mut names);
            names.into_iter().map(|name| change(name, scope, Need::Differ)).collect()
        }
    }
}

fn change(name: &str, scope: &Scope, need: Need) -> Change {
    Change { fact: name.to_owned(), now: scope.named(name), need }
}

fn compared_with_constant(sign: Comparison, sides: &[Node; 2]) -> Option<(&String, Comparison, &Value)> {
    let [left, right] = sides;
    match (&left.form, &right.form) {
        (Form::Fact(name), Form::Constant(value)) => Some((name, sign, value)),
        (Form::Constant(value), Form::Fact(name)) => sign.mirrored().map(|sign| (name, sign, value)),
        _ => None,
    }
}
