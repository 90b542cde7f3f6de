//! Whether an expression makes sense: every name known, every comparison between things of one kind.

use crate::error::{ExpressionError, Problem};
use crate::expression::{Comparison, Form, Node};
use crate::function::Function;
use crate::kind::{Kind, Vocabulary};
use crate::value::Value;

type Checked = Result<Kind, ExpressionError>;

/// The kind of what a node evaluates to.
pub(crate) fn kind_of(node: &Node, words: &dyn Vocabulary) -> Checked {
    match &node.form {
        Form::Constant(value) => Ok(kind_of_constant(value)),
        Form::Fact(name) => words.kind(name).ok_or_else(|| unknown_fact(name, words).at(node.column)),
        Form::Not(part) => condition(part, words),
        Form::And(parts) | Form::Or(parts) => {
            parts.iter().try_for_each(|part| condition(part, words).map(drop))?;
            Ok(Kind::Bool)
        }
        Form::Compare(sign, sides) => comparison(*sign, sides, words),
        Form::Choose(choice) => {
            let [asked, value, otherwise] = choice.as_ref();
            condition(asked, words)?;
            let (first, second) = (kind_of(value, words)?, kind_of(otherwise, words)?);
            first.joined(&second).ok_or_else(|| wrong_kind(&first, &second).at(otherwise.column))
        }
        Form::Call(function, arguments) => call(*function, arguments, node.column, words),
    }
}

pub(crate) fn wrong_kind(expected: &Kind, found: &Kind) -> Problem {
    Problem::WrongKind { expected: expected.to_string(), found: found.to_string() }
}

fn kind_of_constant(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Bool,
        Value::Int(_) => Kind::Int,
        Value::Date(_) => Kind::Date,
        Value::Text(code) => Kind::Text(vec![code.clone()]),
        Value::List(codes) => Kind::List(codes.clone()),
        Value::Period(_) => Kind::Period,
        Value::None | Value::Unknown(_) => Kind::Nothing,
    }
}

fn condition(node: &Node, words: &dyn Vocabulary) -> Checked {
    match kind_of(node, words)? {
        Kind::Bool => Ok(Kind::Bool),
        other => Err(wrong_kind(&Kind::Bool, &other).at(node.column)),
    }
}

fn comparison(sign: Comparison, sides: &[Node; 2], words: &dyn Vocabulary) -> Checked {
    let [left, right] = sides;
    let (a, b) = (kind_of(left, words)?, kind_of(right, words)?);
    match sign {
        Comparison::In | Comparison::NotIn => membership(&a, &b, right)?,
        Comparison::Equal | Comparison::Different => equality(&a, &b, right)?,
        _ => order(&a, &b, right)?,
    }
    Ok(Kind::Bool)
}

fn membership(element: &Kind, list: &Kind, at: &Node) -> Result<(), ExpressionError> {
    match (element, list) {
        (Kind::Text(codes), Kind::List(listed)) => same_codes(codes, listed, at),
        (Kind::Text(_), other) => Err(wrong_kind(&Kind::List(Vec::new()), other).at(at.column)),
        (other, _) => Err(wrong_kind(&Kind::Text(Vec::new()), other).at(at.column)),
    }
}

fn equality(a: &Kind, b: &Kind, at: &Node) -> Result<(), ExpressionError> {
    match (a, b) {
        (Kind::Text(known), Kind::Text(other)) => same_codes(known, other, at),
        _ => a.joined(b).map(drop).ok_or_else(|| wrong_kind(a, b).at(at.column)),
    }
}

fn order(a: &Kind, b: &Kind, at: &Node) -> Result<(), ExpressionError> {
    match a.joined(b) {
        Some(kind) if kind.has_order() => Ok(()),
        Some(kind) => {
            Err(Problem::WrongKind { expected: "a number or a date".into(), found: kind.to_string() })
        }
        None => Err(wrong_kind(a, b)),
    }
    .map_err(|problem| problem.at(at.column))
}

/// Two texts can only be equal when one vocabulary holds the other: `org.cse == "electd"` is a slip, not a rule.
fn same_codes(a: &[String], b: &[String], at: &Node) -> Result<(), ExpressionError> {
    if a.is_empty() || b.is_empty() {
        return Ok(());
    }
    let (known, used) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    match used.iter().find(|code| !known.contains(code)) {
        None => Ok(()),
        Some(code) => Err(Problem::UnknownCode { code: code.clone(), known: known.to_vec() }.at(at.column)),
    }
}

fn call(function: Function, arguments: &[Node], column: usize, words: &dyn Vocabulary) -> Checked {
    let kinds = arguments.iter().map(|argument| kind_of(argument, words)).collect::<Result<Vec<_>, _>>()?;
    if let (Function::Date, [Node { form: Form::Constant(Value::Text(text)), column }]) =
        (function, arguments)
    {
        text.parse::<jiff::civil::Date>().map_err(|_| Problem::BadDate(text.clone()).at(*column))?;
    }
    function.result(&kinds).ok_or_else(|| {
        let given = match kinds.as_slice() {
            [] => "nothing".to_owned(),
            kinds => kinds.iter().map(Kind::to_string).collect::<Vec<_>>().join(" and "),
        };
        Problem::BadArguments { function: function.name(), expected: function.takes(), given }.at(column)
    })
}

fn unknown_fact(name: &str, words: &dyn Vocabulary) -> Problem {
    let nearest = nearest_name(name, &words.names());
    Problem::UnknownFact { name: name.to_owned(), nearest }
}

/// The known name that differs least, if it differs little.
fn nearest_name(name: &str, known: &[String]) -> Option<String> {
    let distances = known.iter().map(|other| (edits(name, other), other));
    distances
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, n)| n.clone())
}

/// How many letters must be added, removed or changed to turn one word into the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(&to) {
            let above = *cell;
            left = (diagonal + usize::from(a != *b)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn the_distance_between_two_words_counts_single_letters() {
        assert_eq!(edits("headcount", "headcount"), 0);
        assert_eq!(edits("hedcount", "headcount"), 1);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("", "abc"), 3);
    }
}
