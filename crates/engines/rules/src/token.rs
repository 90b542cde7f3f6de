//! Text into words and signs, each with its column.

use jiff::civil::Date;

use crate::error::{ExpressionError, Problem};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name, possibly dotted; words such as `and` are recognised by the parser.
    Name(String),
    Int(i64),
    Date(Date),
    Text(String),
    Sign(&'static str),
    End,
}

#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub token: Token,
    pub column: usize,
}

/// Longest first: `<=` must not be read as `<`.
const SIGNS: [&str; 16] =
    ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ",", "?", ":"];

/// The tokens of a text, ending with [`Token::End`].
pub(crate) fn tokens(text: &str) -> Result<Vec<Placed>, ExpressionError> {
    let mut reader = Reader { text, rest: text };
    let mut found = Vec::new();
    loop {
        reader.skip_space();
        let column = reader.column();
        let token = reader.token().map_err(|problem| problem.at(column))?;
        let ended = token == Token::End;
        found.push(Placed { token, column });
        if ended {
            return Ok(found);
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Columns are counted in characters, as editors count them.
    fn column(&self) -> usize {
        let read = self.text.len() - self.rest.len();
        self.text.get(..read).map_or(1, |text| text.chars().count() + 1)
    }

    fn token(&mut self) -> Result<Token, Problem> {
        let Some(first) = self.rest.chars().next() else { return Ok(Token::End) };
        if first.is_ascii_digit() {
            return self.number_or_date();
        }
        if first.is_ascii_alphabetic() || first == '_' {
            let name = self.take(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
            return Ok(Token::Name(name.to_owned()));
        }
        if first == '"' || first == '\'' {
            return self.text(first);
        }
        let sign =
            SIGNS.iter().find(|sign| self.rest.starts_with(**sign)).ok_or(Problem::UnexpectedSign(first))?;
        self.rest = self.rest.strip_prefix(sign).unwrap_or_default();
        Ok(Token::Sign(sign))
    }

    fn number_or_date(&mut self) -> Result<Token, Problem> {
        let digits = self.take(|c| c.is_ascii_digit() || c == '-');
        if digits.contains('-') {
            let date = digits.parse().map_err(|_| Problem::BadDate(digits.to_owned()))?;
            return Ok(Token::Date(date));
        }
        digits.parse().map(Token::Int).map_err(|_| Problem::BadNumber(digits.to_owned()))
    }

    fn text(&mut self, quote: char) -> Result<Token, Problem> {
        let inside = self.rest.strip_prefix(quote).unwrap_or_default();
        let (text, rest) = inside.split_once(quote).ok_or(Problem::OpenText)?;
        self.rest = rest;
        Ok(Token::Text(text.to_owned()))
    }

    fn take(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !keep(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }
}
