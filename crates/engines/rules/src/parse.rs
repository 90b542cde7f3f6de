//! Tokens into a tree, one function a level of precedence, never deeper than [`MAX_DEPTH`].
//!
//! From loosest to tightest: choice, `or`, `and`, `not`, comparison, operand. So `not a == b` is `not (a == b)`.

use crate::error::{ExpressionError, Problem};
use crate::expression::{Comparison, Form, Node};
use crate::function::Function;
use crate::token::{Placed, Token, tokens};
use crate::{MAX_DEPTH, Value};

type Parsed<T = Node> = Result<T, ExpressionError>;

/// Reads a whole text as one expression.
pub(crate) fn parse(source: &str) -> Parsed {
    let mut parser = Parser { tokens: tokens(source)?, next: 0, depth: 0 };
    let root = parser.choice()?;
    match parser.peek() {
        Token::End => Ok(root),
        _ => Err(parser.expected("the end of the expression")),
    }
}

fn compared(column: usize, sign: Comparison, left: Node, right: Node) -> Node {
    Node { column, form: Form::Compare(sign, Box::new([left, right])) }
}

struct Parser {
    tokens: Vec<Placed>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.next).map_or(&Token::End, |placed| &placed.token)
    }

    fn column(&self) -> usize {
        self.tokens.get(self.next).or(self.tokens.last()).map_or(1, |placed| placed.column)
    }

    fn advance(&mut self) {
        self.next += 1;
    }

    /// Takes the next token if it is one of these words or signs.
    fn take(&mut self, wanted: &[&str]) -> bool {
        let found = match self.peek() {
            Token::Name(name) => wanted.contains(&name.as_str()),
            Token::Sign(sign) => wanted.contains(sign),
            _ => false,
        };
        if found {
            self.advance();
        }
        found
    }

    fn require(&mut self, sign: &'static str, expected: &'static str) -> Parsed<()> {
        if self.take(&[sign]) { Ok(()) } else { Err(self.expected(expected)) }
    }

    fn expected(&self, expected: &'static str) -> ExpressionError {
        let found = match self.peek() {
            Token::Name(name) => format!("{name:?}"),
            Token::Int(number) => number.to_string(),
            Token::Date(date) => date.to_string(),
            Token::Text(text) => format!("the text {text:?}"),
            Token::Sign(sign) => format!("{sign:?}"),
            Token::End => "the end of the expression".to_owned(),
        };
        Problem::Expected { expected, found }.at(self.column())
    }

    /// Runs a level deeper, or refuses when that is too deep.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(Problem::TooDeep.at(self.column()));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// `condition ? value : otherwise`, or any expression.
    fn choice(&mut self) -> Parsed {
        self.nested(|parser| {
            let column = parser.column();
            let condition = parser.disjunction()?;
            if !parser.take(&["?"]) {
                return Ok(condition);
            }
            let value = parser.choice()?;
            parser.require(":", "\":\" and the other value")?;
            let otherwise = parser.choice()?;
            Ok(Node { column, form: Form::Choose(Box::new([condition, value, otherwise])) })
        })
    }

    fn disjunction(&mut self) -> Parsed {
        self.chain(&["or", "||"], Self::conjunction, Form::Or)
    }

    fn conjunction(&mut self) -> Parsed {
        self.chain(&["and", "&&"], Self::negation, Form::And)
    }

    fn chain(
        &mut self,
        words: &[&str],
        part: fn(&mut Self) -> Parsed,
        form: fn(Vec<Node>) -> Form,
    ) -> Parsed {
        let column = self.column();
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take(words) {
            parts.push(part(self)?);
        }
        match parts.len() {
            1 => Ok(parts.remove(0)),
            _ => Ok(Node { column, form: form(parts) }),
        }
    }

    fn negation(&mut self) -> Parsed {
        let column = self.column();
        if !self.take(&["not", "!"]) {
            return self.comparison();
        }
        let part = self.nested(Self::negation)?;
        Ok(Node { column, form: Form::Not(Box::new(part)) })
    }

    /// `a < b`, or `a < b < c`, which reads as `a < b and b < c`.
    fn comparison(&mut self) -> Parsed {
        let column = self.column();
        let left = self.operand()?;
        let Some(sign) = self.comparison_sign() else { return Ok(left) };
        let right = self.right_operand(sign)?;
        let Some(second) = self.comparison_sign() else { return Ok(compared(column, sign, left, right)) };
        // Only a name or a constant is written twice: copying what is nested would grow without limit.
        if !right.parts().is_empty() {
            return Err(Problem::BadChain.at(right.column));
        }
        let last = self.right_operand(second)?;
        let links = vec![compared(column, sign, left, right.clone()), compared(column, second, right, last)];
        Ok(Node { column, form: Form::And(links) })
    }

    /// The right side of a sign; after `in`, one text in brackets is a list of one.
    fn right_operand(&mut self, sign: Comparison) -> Parsed {
        let node = self.operand()?;
        match (sign, node.form) {
            (Comparison::In | Comparison::NotIn, Form::Constant(Value::Text(text))) => {
                Ok(Node { column: node.column, form: Form::Constant(Value::List(vec![text])) })
            }
            (_, form) => Ok(Node { column: node.column, form }),
        }
    }

    fn comparison_sign(&mut self) -> Option<Comparison> {
        const SIGNS: [(&str, Comparison); 7] = [
            ("==", Comparison::Equal),
            ("!=", Comparison::Different),
            ("<", Comparison::Less),
            ("<=", Comparison::AtMost),
            (">", Comparison::More),
            (">=", Comparison::AtLeast),
            ("in", Comparison::In),
        ];
        if let Some((_, sign)) = SIGNS.iter().find(|(text, _)| self.take(&[text])) {
            return Some(*sign);
        }
        if self.take(&["is"]) {
            return Some(if self.take(&["not"]) { Comparison::Different } else { Comparison::Equal });
        }
        // A `not` after an operand can only start `not in`.
        (self.take(&["not"]) && self.take(&["in"])).then_some(Comparison::NotIn)
    }

    fn operand(&mut self) -> Parsed {
        let column = self.column();
        let token = self.peek().clone();
        let constant = |value| Ok(Node { column, form: Form::Constant(value) });
        match token {
            Token::Int(number) => self.then(constant(Value::Int(number))),
            Token::Date(date) => self.then(constant(Value::Date(date))),
            Token::Text(text) => self.then(constant(Value::Text(text))),
            Token::Sign("[") => self.list("]"),
            Token::Sign("(") => self.parenthesis(),
            Token::Name(name) => self.word(&name),
            Token::Sign(_) | Token::End => Err(self.expected("a value")),
        }
    }

    fn then(&mut self, node: Parsed) -> Parsed {
        self.advance();
        node
    }

    /// `("a", "b")` is a list, `(a or b)` a group; one text in brackets is a group of one, which reads the same.
    fn parenthesis(&mut self) -> Parsed {
        let listed = matches!(self.tokens.get(self.next + 1).map(|t| &t.token), Some(Token::Text(_)))
            && matches!(self.tokens.get(self.next + 2).map(|t| &t.token), Some(Token::Sign(",")));
        if listed {
            return self.list(")");
        }
        self.advance();
        let inside = self.choice()?;
        self.require(")", "\")\"")?;
        Ok(inside)
    }

    fn list(&mut self, close: &'static str) -> Parsed {
        let column = self.column();
        self.advance();
        let mut texts = Vec::new();
        while !self.take(&[close]) {
            if !texts.is_empty() {
                self.require(",", "\",\" or the end of the list")?;
            }
            let Token::Text(text) = self.peek().clone() else {
                return Err(self.expected("a text in quotes"));
            };
            self.advance();
            texts.push(text);
        }
        Ok(Node { column, form: Form::Constant(Value::List(texts)) })
    }

    fn word(&mut self, name: &str) -> Parsed {
        let column = self.column();
        self.advance();
        let constant = match name {
            "true" | "True" | "always" => Some(Value::Bool(true)),
            "false" | "False" => Some(Value::Bool(false)),
            "none" | "None" | "null" => Some(Value::None),
            _ => None,
        };
        if let Some(value) = constant {
            return Ok(Node { column, form: Form::Constant(value) });
        }
        if matches!(name, "and" | "or" | "not" | "in" | "is") {
            self.next -= 1;
            return Err(self.expected("a value"));
        }
        if matches!(self.peek(), Token::Sign("(")) {
            return self.call(name, column);
        }
        Ok(Node { column, form: Form::Fact(name.to_owned()) })
    }

    fn call(&mut self, name: &str, column: usize) -> Parsed {
        let function =
            Function::named(name).ok_or_else(|| Problem::UnknownFunction(name.to_owned()).at(column))?;
        self.advance();
        let mut arguments = Vec::new();
        while !self.take(&[")"]) {
            if !arguments.is_empty() {
                self.require(",", "\",\" or the end of the arguments")?;
            }
            arguments.push(self.choice()?);
        }
        Ok(Node { column, form: Form::Call(function, arguments) })
    }
}
