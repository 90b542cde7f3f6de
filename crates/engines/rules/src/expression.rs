//! An expression that has been read and checked.

use std::fmt;

use crate::error::{ExpressionError, Problem};
use crate::function::Function;
use crate::kind::{Kind, Vocabulary};
use crate::{MAX_LENGTH, Value, check, parse};

/// An expression whose names and kinds are those of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    pub(crate) root: Node,
    kind: Kind,
    source: String,
}

impl Expression {
    /// Reads and checks an expression. Errors: the first trouble, with its column.
    pub fn parse(source: &str, vocabulary: &dyn Vocabulary) -> Result<Self, ExpressionError> {
        if source.len() > MAX_LENGTH {
            return Err(Problem::TooLong.at(1));
        }
        let root = parse::parse(source)?;
        let kind = check::kind_of(&root, vocabulary)?;
        Ok(Self { root, kind, source: source.to_owned() })
    }

    /// The same, when only one kind makes sense (a condition is true or false, a deadline is a date).
    pub fn parse_as(
        source: &str,
        wanted: &Kind,
        vocabulary: &dyn Vocabulary,
    ) -> Result<Self, ExpressionError> {
        let read = Self::parse(source, vocabulary)?;
        if read.kind.joined(wanted).is_none() {
            return Err(check::wrong_kind(wanted, &read.kind).at(1));
        }
        Ok(read)
    }

    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The text it was read from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names it reads, each once, in the order of the text.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.root.collect_names(&mut names);
        names
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

/// A part of an expression, with the column where it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub column: usize,
    pub form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    Constant(Value),
    Fact(String),
    Not(Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Compare(Comparison, Box<[Node; 2]>),
    /// `choice[0] ? choice[1] : choice[2]`.
    Choose(Box<[Node; 3]>),
    Call(Function, Vec<Node>),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Comparison {
    #[serde(rename = "==")]
    Equal,
    #[serde(rename = "!=")]
    Different,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">")]
    More,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "in")]
    In,
    #[serde(rename = "not in")]
    NotIn,
}

impl Comparison {
    /// The sign that says the contrary.
    pub const fn negated(self) -> Self {
        match self {
            Self::Equal => Self::Different,
            Self::Different => Self::Equal,
            Self::Less => Self::AtLeast,
            Self::AtLeast => Self::Less,
            Self::More => Self::AtMost,
            Self::AtMost => Self::More,
            Self::In => Self::NotIn,
            Self::NotIn => Self::In,
        }
    }

    /// The sign that says the same with both sides swapped, if there is one.
    pub(crate) const fn mirrored(self) -> Option<Self> {
        match self {
            Self::Equal | Self::Different => Some(self),
            Self::Less => Some(Self::More),
            Self::More => Some(Self::Less),
            Self::AtMost => Some(Self::AtLeast),
            Self::AtLeast => Some(Self::AtMost),
            Self::In | Self::NotIn => None,
        }
    }
}

impl Node {
    pub(crate) fn collect_names<'a>(&'a self, names: &mut Vec<&'a str>) {
        match &self.form {
            Form::Constant(_) => {}
            Form::Fact(name) if names.contains(&name.as_str()) => {}
            Form::Fact(name) => names.push(name),
            _ => self.parts().iter().for_each(|part| part.collect_names(names)),
        }
    }

    /// The parts it is made of.
    pub(crate) fn parts(&self) -> &[Self] {
        match &self.form {
            Form::Constant(_) | Form::Fact(_) => &[],
            Form::Not(part) => std::slice::from_ref(part.as_ref()),
            Form::And(parts) | Form::Or(parts) | Form::Call(_, parts) => parts,
            Form::Compare(_, sides) => sides.as_slice(),
            Form::Choose(choice) => choice.as_slice(),
        }
    }
}
