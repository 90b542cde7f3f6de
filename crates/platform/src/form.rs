//! A form as it was sent: every value kept, each refused one with a message to stand next to its field.

use std::collections::BTreeMap;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use jiff::civil::Date;
use kernel::UnknownCode;

use crate::{error::PageError, texts::T};

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(String, String)>,
    errors: BTreeMap<String, String>,
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let bytes = Bytes::from_request(request, state).await.map_err(|_| PageError::BadRequest)?;
        Ok(Self::read(&bytes))
    }
}

impl Form {
    /// Reads `application/x-www-form-urlencoded` bytes; line ends become `\n`, outer blanks go.
    pub fn read(bytes: &[u8]) -> Self {
        let values = form_urlencoded::parse(bytes)
            .map(|(name, value)| (name.into_owned(), value.replace("\r\n", "\n").trim().to_owned()))
            .collect();
        Self { values, errors: BTreeMap::new() }
    }

    /// A form with these values, as for a first display.
    pub fn with(values: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self { values, errors: BTreeMap::new() }
    }

    /// The first value of this name, empty when absent.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of this name: ticked boxes.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .iter()
            .filter(move |(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|given| given == value)
    }

    /// Every name and value, as sent.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.values
    }

    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.get(name).map(String::as_str)
    }

    /// Refuses a field, with a sentence in the reader's language.
    pub fn refuse(&mut self, name: &str, message: String) {
        self.errors.entry(name.to_owned()).or_insert(message);
    }

    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }

    pub fn errors(&self) -> impl Iterator<Item = (&str, &str)> {
        self.errors.iter().map(|(name, message)| (name.as_str(), message.as_str()))
    }

    pub fn error_count(&self) -> usize {
        self.errors.len()
    }

    /// A text of 1 to `most` characters; refused and given back empty otherwise.
    pub fn text(&mut self, t: &T, name: &str, most: usize) -> String {
        let text = self.optional_text(t, name, most);
        if text.is_empty() {
            self.refuse(name, t.say("form-required"));
        }
        text
    }

    /// A text of at most `most` characters, possibly empty.
    pub fn optional_text(&mut self, t: &T, name: &str, most: usize) -> String {
        let text = self.value(name).to_owned();
        if text.chars().count() > most {
            self.refuse(name, t.one("form-too-long", "most", most));
        }
        text
    }

    /// A whole number within bounds; `least` when refused. Spaces between digits are accepted.
    pub fn number(&mut self, t: &T, name: &str, least: i64, most: i64) -> i64 {
        match self.optional_number(t, name, least, most) {
            Some(n) => n,
            None => {
                self.refuse(name, t.say("form-required"));
                least
            }
        }
    }

    /// Like [`Form::number`], where nothing is an answer.
    pub fn optional_number(&mut self, t: &T, name: &str, least: i64, most: i64) -> Option<i64> {
        let typed: String = self.value(name).chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            return None;
        }
        match typed.parse::<i64>() {
            Ok(n) if (least..=most).contains(&n) => return Some(n),
            Ok(_) => self
                .refuse(name, t.two("form-out-of-range", "least", t.number(least), "most", t.number(most))),
            Err(_) => self.refuse(name, t.say("form-not-a-number")),
        }
        None
    }

    /// A day, or nothing. `2026-11-22` as browsers send it, or `22/11/2026` as people type it.
    pub fn optional_date(&mut self, t: &T, name: &str) -> Option<Date> {
        let typed = self.value(name).to_owned();
        if typed.is_empty() {
            return None;
        }
        let read = typed.parse::<Date>().ok().or_else(|| Date::strptime("%d/%m/%Y", &typed).ok());
        if read.is_none() {
            self.refuse(name, t.say("form-not-a-date"));
        }
        read
    }

    /// A day that must be given.
    pub fn date(&mut self, t: &T, name: &str) -> Option<Date> {
        let date = self.optional_date(t, name);
        if date.is_none() {
            self.refuse(name, t.say("form-required"));
        }
        date
    }

    /// One of a vocabulary's codes.
    pub fn code<C>(
        &mut self,
        t: &T,
        name: &str,
        parse: impl Fn(&str) -> Result<C, UnknownCode>,
    ) -> Option<C> {
        let code = parse(self.value(name)).ok();
        if code.is_none() {
            self.refuse(name, t.say("form-choose"));
        }
        code
    }

    /// An address that mail could reach: something, an @, a domain with a dot or `localhost`. In lower case.
    pub fn email(&mut self, t: &T, name: &str) -> String {
        let email = self.text(t, name, 200).to_lowercase();
        let plausible = email.split_once('@').is_some_and(|(local, domain)| {
            let clean = |part: &str| {
                !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>,;\"@".contains(c))
            };
            clean(local)
                && clean(domain)
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
        });
        if !plausible {
            self.refuse(name, t.say("form-not-an-email"));
        }
        email
    }
}
