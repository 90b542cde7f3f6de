//! Whether conditions can hold at all: a search for facts in which they do.
//!
//! Facts are stated one by one, only those the conditions still wait for, and a branch is left as soon as it is decided:
//! three values make the search short. What it finds is certain; what it does not find within its steps is not.

use std::cell::Cell;

use calendar::{minus_days, plus_days};
use jiff::civil::Date;
use rules::{Expression, Kind, Period, Trigger, Truth, Unit, Value};

use super::case::{CaseFacts, OnDay};
use super::pack::LawPack;
use super::vocabulary::FactWord;

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Search {
    Found,
    /// No facts give this.
    Never,
    /// Too many ways to try.
    GaveUp,
}

/// How many ways are tried.
const MOST_STEPS: usize = 4_000;

/// Looks for facts in which conditions all hold, or in which one does not.
pub(super) fn search(pack: &LawPack, trigger: &Trigger, wanted: Truth, as_of: Date) -> Search {
    let mut case = CaseFacts::new();
    for word in pack.words.iter() {
        case.state_unchecked(&word.name, Value::unknown(&word.name));
    }
    let searcher = Searcher { pack, trigger, wanted, as_of, steps: Cell::new(0) };
    match (searcher.from(&case), searcher.steps.get() > MOST_STEPS) {
        (true, _) => Search::Found,
        (false, true) => Search::GaveUp,
        (false, false) => Search::Never,
    }
}

struct Searcher<'a> {
    pack: &'a LawPack,
    trigger: &'a Trigger,
    wanted: Truth,
    as_of: Date,
    steps: Cell<usize>,
}

impl Searcher<'_> {
    fn from(&self, case: &CaseFacts) -> bool {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MOST_STEPS {
            return false;
        }
        let on_day = OnDay { case, as_of: self.as_of, words: &self.pack.words };
        let verdict = self.pack.verdict(self.trigger, &on_day);
        if verdict.truth != Truth::Unknown {
            return verdict.truth == self.wanted;
        }
        // What has few values settles much for little: codes come before dates.
        let words = verdict.missing.iter().filter_map(|name| self.pack.words.get(name));
        let choices = words.map(|word| (word, self.values(word)));
        let Some((word, values)) = choices.min_by_key(|(_, values)| values.len()) else { return false };
        values.into_iter().any(|value| {
            let mut stated = case.clone();
            stated.state_unchecked(&word.name, value);
            self.from(&stated)
        })
    }

    /// Values worth trying: each code, and what stands on either side of each constant that a fact is compared with.
    fn values(&self, word: &FactWord) -> Vec<Value> {
        match &word.kind {
            Kind::Bool => vec![Value::Bool(true), Value::Bool(false)],
            Kind::Int => self.numbers(word),
            Kind::Date => self.dates(word),
            Kind::Text(codes) => {
                codes.iter().map(|code| Value::text(code)).chain([word.default.clone()]).collect()
            }
            Kind::List(codes) => (0..=codes.len().min(2))
                .map(|many| Value::List(codes.iter().take(many).cloned().collect()))
                .chain([Value::List(vec!["other".to_owned()])])
                .collect(),
            Kind::Period => {
                vec![Value::Period(Period { n: 42, unit: Unit::Days }), Value::None]
            }
            Kind::Nothing => vec![Value::None],
        }
    }

    fn numbers(&self, word: &FactWord) -> Vec<Value> {
        let constants = self.constants(word).filter_map(|text| text.parse::<i64>().ok());
        let mut numbers: Vec<i64> =
            constants.flat_map(|n| [n.saturating_sub(1), n, n.saturating_add(1)]).chain([0, 1_000]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter(|n| *n >= 0).map(Value::Int).collect()
    }

    fn dates(&self, word: &FactWord) -> Vec<Value> {
        let constants = self.constants(word).filter_map(|text| text.parse::<Date>().ok());
        let around = constants.flat_map(|day| [minus_days(day, 1), day, plus_days(day, 1)]);
        let near = [-1_500, -400, -200, -45, -10, 0, 10, 45].map(|days| plus_days(self.as_of, days));
        near.into_iter().chain(around).map(Value::Date).chain([Value::None]).collect()
    }

    /// The numbers and dates written in the expressions that read this fact.
    fn constants(&self, word: &FactWord) -> impl Iterator<Item = String> {
        let definitions =
            self.pack.definitions.names().filter_map(|name| self.pack.definitions.expression(name));
        let conditions = self.trigger.conditions().iter().map(|condition| &condition.expression);
        let reading = definitions
            .chain(conditions)
            .filter(|read: &&Expression| read.names().contains(&word.name.as_str()));
        let texts: Vec<String> = reading.flat_map(|read| constants_in(read.source())).collect();
        texts.into_iter()
    }
}

/// Words of a text that begin with a digit.
fn constants_in(source: &str) -> Vec<String> {
    let words = source.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_');
    words.filter(|word| word.starts_with(|sign: char| sign.is_ascii_digit())).map(str::to_owned).collect()
}
