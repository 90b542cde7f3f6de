//! What it would take for something that holds not to hold.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Serialize;

use crate::condition::Trigger;
use crate::definitions::Definitions;
use crate::evaluate::Scope;
use crate::expression::{Comparison, Form, Node};
use crate::trial::Trial;
use crate::{Facts, Truth, Value};

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

/// Changes that go together.
pub(crate) type Way = Vec<Change>;

/// More ways than this tell nobody anything.
const MOST_WAYS: usize = 12;

/// Definitions that use each other twice over could be followed for ever: the search stops here.
const MOST_STEPS: usize = 2_000;

/// Nobody changes the day of evaluation.
const DAY_OF_EVALUATION: &str = "as_of";

/// What would change on given facts: found once, however many triggers ask.
pub struct Changes<'a> {
    facts: &'a dyn Facts,
    scope: Scope<'a>,
    steps: Cell<usize>,
    /// What was found behind each definition.
    found: RefCell<BTreeMap<(String, bool), Vec<Way>>>,
    trials: RefCell<Vec<(Way, Rc<Trial<'a>>)>>,
}

impl<'a> Changes<'a> {
    pub fn new(facts: &'a dyn Facts) -> Self {
        let scope = Scope::new(facts, facts.holidays());
        Self { facts, scope, steps: Cell::new(0), found: RefCell::default(), trials: RefCell::default() }
    }

    /// The ways in which a node that holds would cease to.
    pub(crate) fn ways_to_fail(&self, node: &Node) -> Vec<Way> {
        self.steps.set(0);
        self.ways(node, false)
    }

    /// Whether changes that can be tried out do end a trigger. What cannot be tried out is believed.
    pub(crate) fn end(&self, way: &Way, trigger: &Trigger) -> bool {
        let Some(trial) = self.trial(way) else { return true };
        trigger.conditions().iter().any(|condition| condition.evaluate(trial.as_ref()).holds == Truth::False)
    }

    fn trial(&self, way: &Way) -> Option<Rc<Trial<'a>>> {
        if let Some((_, trial)) = self.trials.borrow().iter().find(|(known, _)| known == way) {
            return Some(Rc::clone(trial));
        }
        let trial = Rc::new(Trial::of(self.facts, way)?);
        self.trials.borrow_mut().push((way.clone(), Rc::clone(&trial)));
        Some(trial)
    }

    /// What is found behind a definition, once.
    fn behind(&self, name: &str, definition: &Node, wanted: bool) -> Vec<Way> {
        let key = (name.to_owned(), wanted);
        if let Some(found) = self.found.borrow().get(&key) {
            return found.clone();
        }
        let found = self.ways(definition, wanted);
        self.found.borrow_mut().insert(key, found.clone());
        found
    }

    /// The ways to make a node `wanted`; none when it already is, or cannot be.
    fn ways(&self, node: &Node, wanted: bool) -> Vec<Way> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MOST_STEPS || self.truth(node) != Truth::from(!wanted) {
            return Vec::new();
        }
        let found = match &node.form {
            Form::Not(part) => self.ways(part, !wanted),
            // One part is enough to make an "and" fail, or an "or" hold.
            Form::And(parts) if !wanted => self.any(parts, wanted),
            Form::Or(parts) if wanted => self.any(parts, wanted),
            // Otherwise every part that stands in the way must change.
            Form::And(parts) | Form::Or(parts) => self.together(parts, wanted),
            Form::Choose(choice) => self.chosen(choice, wanted),
            Form::Fact(name) => match self.scope.definition(name) {
                Some(definition) => self.behind(name, definition, wanted),
                None => self.atom(node, wanted),
            },
            Form::Compare(sign, sides) => match self.pushed_in(*sign, sides) {
                Some(choice) => self.ways(&choice, wanted),
                None => self.atom(node, wanted),
            },
            Form::Constant(_) | Form::Call(..) => Vec::new(),
        };
        distinct(found)
    }

    fn truth(&self, node: &Node) -> Truth {
        self.scope.truth(node).truth
    }

    fn any(&self, parts: &[Node], wanted: bool) -> Vec<Way> {
        parts.iter().flat_map(|part| self.ways(part, wanted)).collect()
    }

    /// What is unknown could stand in for what is changed: then no change is certain to be enough.
    fn together(&self, parts: &[Node], wanted: bool) -> Vec<Way> {
        if parts.iter().any(|part| self.truth(part) == Truth::Unknown) {
            return Vec::new();
        }
        let standing = parts.iter().filter(|part| self.truth(part) == Truth::from(!wanted));
        standing.map(|part| self.ways(part, wanted)).fold(vec![Vec::new()], |combined, choices| {
            let pairs = combined.iter().flat_map(|way| {
                choices.iter().map(|choice| way.iter().chain(choice).cloned().collect::<Way>())
            });
            pairs.take(MOST_WAYS).collect()
        })
    }

    /// Change the branch that is taken, or take the other where it already gives what is wanted.
    fn chosen(&self, [asked, value, otherwise]: &[Node; 3], wanted: bool) -> Vec<Way> {
        let holds = self.truth(asked) == Truth::True;
        let (taken, other) = if holds { (value, otherwise) } else { (otherwise, value) };
        let mut found = Vec::new();
        if self.truth(other) == Truth::from(wanted) {
            found.extend(self.ways(asked, !holds));
        }
        found.extend(self.ways(taken, wanted));
        found
    }

    /// `(a ? x : y) < z` as `a ? x < z : y < z`, looking behind the name of a definition.
    fn pushed_in(&self, sign: Comparison, [left, right]: &[Node; 2]) -> Option<Node> {
        let behind = match &left.form {
            Form::Fact(name) => self.scope.definition(name)?,
            _ => left,
        };
        let Form::Choose(choice) = &behind.form else { return None };
        let [asked, value, otherwise] = choice.as_ref();
        let compared = |side: &Node| {
            let sides = Box::new([side.clone(), right.clone()]);
            Node { column: side.column, form: Form::Compare(sign, sides) }
        };
        let choice = [asked.clone(), compared(value), compared(otherwise)];
        Some(Node { column: left.column, form: Form::Choose(Box::new(choice)) })
    }

    /// The changes that a comparison or a plain fact asks for.
    fn atom(&self, node: &Node, wanted: bool) -> Vec<Way> {
        let known = match &node.form {
            Form::Fact(name) => Some((name, Comparison::Equal, Value::Bool(wanted))),
            Form::Compare(sign, sides) => compared_with_constant(*sign, sides)
                .map(|(name, sign, value)| (name, if wanted { sign } else { sign.negated() }, value.clone())),
            _ => None,
        };
        let way: Way = match known {
            Some((name, sign, value)) => vec![self.change(name, Need::Be { sign, value })],
            None => {
                let mut names = Vec::new();
                node.collect_names(&mut names);
                names.retain(|name| *name != DAY_OF_EVALUATION);
                names.into_iter().map(|name| self.change(name, Need::Differ)).collect()
            }
        };
        if way.is_empty() { Vec::new() } else { vec![way] }
    }

    fn change(&self, name: &str, need: Need) -> Change {
        Change { fact: name.to_owned(), now: self.scope.named(name), need }
    }
}

/// Each way once, and no more than can be read.
pub(crate) fn distinct(found: Vec<Way>) -> Vec<Way> {
    let kept = found.into_iter().fold(Vec::new(), |mut kept, way| {
        if !kept.contains(&way) {
            kept.push(way);
        }
        kept
    });
    kept.into_iter().take(MOST_WAYS).collect()
}

fn compared_with_constant(sign: Comparison, sides: &[Node; 2]) -> Option<(&String, Comparison, &Value)> {
    let [left, right] = sides;
    match (&left.form, &right.form) {
        (Form::Fact(name), Form::Constant(value)) => Some((name, sign, value)),
        (Form::Constant(value), Form::Fact(name)) => sign.mirrored().map(|sign| (name, sign, value)),
        _ => None,
    }
}

/// The facts that are read more than once, behind the names of definitions.
pub(crate) fn read_more_than_once<'a>(
    roots: impl Iterator<Item = &'a Node>,
    definitions: &'a Definitions,
) -> BTreeSet<String> {
    let mut count = Count { definitions, steps: 0, read: BTreeMap::new() };
    roots.for_each(|root| count.visit(root));
    count.read.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name.to_owned()).collect()
}

struct Count<'a> {
    definitions: &'a Definitions,
    steps: usize,
    read: BTreeMap<&'a str, usize>,
}

impl<'a> Count<'a> {
    fn visit(&mut self, node: &'a Node) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return;
        }
        match &node.form {
            Form::Fact(name) => match self.definitions.expression(name) {
                Some(definition) => self.visit(&definition.root),
                None => *self.read.entry(name).or_default() += 1,
            },
            _ => node.parts().iter().for_each(|part| self.visit(part)),
        }
    }
}
