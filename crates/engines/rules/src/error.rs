//! Why an expression was refused, and where.

use thiserror::Error;

use crate::{MAX_DEPTH, MAX_LENGTH};

/// An expression that cannot be read, with the column (from 1) of the trouble.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("column {column}: {problem}")]
pub struct ExpressionError {
    pub column: usize,
    pub problem: Problem,
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    #[error("the expression is longer than {MAX_LENGTH} bytes")]
    TooLong,
    #[error("the expression is nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    #[error("{0:?} has no meaning here")]
    UnexpectedSign(char),
    #[error("a text is not closed by its quote")]
    OpenText,
    #[error("{0:?} is not a whole number that can be held")]
    BadNumber(String),
    #[error("{0:?} is not a date of the calendar")]
    BadDate(String),
    #[error("expected {expected}, found {found}")]
    Expected { expected: &'static str, found: String },
    #[error("only a fact or a constant can stand between the two signs of a chain")]
    BadChain,
    #[error("{name:?} is not a known fact{}", hint(.nearest.as_deref()))]
    UnknownFact { name: String, nearest: Option<String> },
    #[error("{0:?} is not a known function")]
    UnknownFunction(String),
    #[error("{function} takes {expected}, and was given {given}")]
    BadArguments { function: &'static str, expected: &'static str, given: String },
    #[error("{found} stands where {expected} is needed")]
    WrongKind { expected: String, found: String },
    #[error("{code:?} is none of {}", .known.join(", "))]
    UnknownCode { code: String, known: Vec<String> },
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map(|name| format!(" (did you mean {name:?}?)")).unwrap_or_default()
}

impl Problem {
    pub(crate) const fn at(self, column: usize) -> ExpressionError {
        ExpressionError { column, problem: self }
    }
}
