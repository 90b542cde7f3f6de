//! Case files: one table a family of facts, one line a fact.

use std::borrow::Cow;

use jiff::civil::Date;
use rules::{Kind, Period, Unit, Value, Vocabulary};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::case::{CaseFacts, NotAFact};
use super::case_json;
use super::source::Source;
use super::vocabulary::{FactWord, words};
use crate::diagnostic::Diagnostic;

/// What a case file may hold beside facts.
pub(super) const BESIDE: [&str; 5] = ["title", "description", "note", "as_of", "expect"];

type Key<'a> = Spanned<Cow<'a, str>>;
type Found<'a> = Spanned<DeValue<'a>>;

pub(super) fn read(path: &str, bytes: &[u8]) -> Result<CaseFacts, Vec<Diagnostic>> {
    let source = Source::read(path, bytes).map_err(|diagnostic| vec![diagnostic])?;
    let table = DeTable::parse(source.text).map_err(|error| vec![source.refused(&error)])?;
    let mut reader = Reader { source, case: CaseFacts::new(), found: Vec::new() };
    for (key, value) in table.get_ref() {
        reader.top(key, value);
    }
    if reader.found.is_empty() { Ok(reader.case) } else { Err(reader.found) }
}

struct Reader<'a> {
    source: Source<'a>,
    case: CaseFacts,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn top(&mut self, key: &Key, value: &Found) {
        let name = key.get_ref().as_ref();
        match (name, value.get_ref()) {
            ("title", DeValue::String(title)) => self.case.title = Some(title.clone().into_owned()),
            ("as_of", DeValue::Datetime(_)) => match date(value.get_ref()) {
                Some(day) => self.case.as_of = Some(day),
                None => self.wrong_value(value, "as_of", "a date, as in 2026-11-22"),
            },
            ("as_of", DeValue::String(text)) if case_json::day(text).is_some() => {
                self.case.as_of = case_json::day(text);
            }
            ("as_of", _) => self.wrong_value(value, "as_of", "a date, as in 2026-11-22"),
            (name, _) if BESIDE.contains(&name) => {}
            (family, DeValue::Table(facts)) if is_family(family) => {
                facts.iter().for_each(|(key, value)| self.fact(family, key, value));
            }
            _ => {
                let advice = format!("the tables of a case are {}", families().join(", "));
                self.found.push(self.source.at(key.span(), format!("{name:?} is no part of a case"), advice));
            }
        }
    }

    fn fact(&mut self, family: &str, key: &Key, value: &Found) {
        let name = format!("{family}.{}", key.get_ref());
        let Some(word) = words().get(&name) else {
            let advice = format!("the facts of {family} are {}", facts_of(family).join(", "));
            self.found.push(self.source.at(key.span(), format!("{name:?} is not a known fact"), advice));
            return;
        };
        let stated = value_of(word, value.get_ref());
        let refused = match stated {
            Some(stated) => self.case.set(&name, stated).err(),
            None => Some(NotAFact::UnknownName(name.clone())),
        };
        if refused.is_some() {
            self.wrong_value(value, &name, &expected(word));
        }
    }

    fn wrong_value(&mut self, value: &Found, name: &str, expected: &str) {
        let given = self.source.text.get(value.span()).unwrap_or_default();
        let message = format!("{name} cannot be {given}");
        self.found.push(self.source.at(value.span(), message, format!("expected {expected}")));
    }
}

/// What a fact may be, for whoever wrote something else.
pub(super) fn expected(word: &FactWord) -> String {
    let kind = match &word.kind {
        Kind::Int if word.rounds_down => {
            "a number, 0 or more (49.8 has not reached 50 and counts as 49)".to_owned()
        }
        Kind::Int => "a whole number, 0 or more".to_owned(),
        Kind::Date => "a date, as in 2026-11-22, or \"none\"".to_owned(),
        Kind::Period => "a period, as in { n = 42, unit = \"days\" }, or \"none\"".to_owned(),
        kind => kind.to_string(),
    };
    format!("{kind}; or \"unknown\"")
}

/// The value as written, in the kind of the word; nothing when it cannot be.
fn value_of(word: &FactWord, value: &DeValue) -> Option<Value> {
    match (&word.kind, value) {
        (_, DeValue::String(text)) if text == "unknown" => Some(Value::unknown(&word.name)),
        (Kind::Text(codes), DeValue::String(text)) => {
            let absent = text == "none" && !codes.iter().any(|code| code == "none");
            Some(if absent { Value::None } else { Value::text(text) })
        }
        (Kind::Date | Kind::Period, DeValue::String(text)) if text == "none" => Some(Value::None),
        // As in JSON, which has no dates.
        (Kind::Date, DeValue::String(text)) => case_json::day(text).map(Value::Date),
        (Kind::Bool, DeValue::Boolean(holds)) => Some(Value::Bool(*holds)),
        (Kind::Int, DeValue::Integer(number)) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(Value::Int)
        }
        (Kind::Int, DeValue::Float(number)) if word.rounds_down => whole(number.as_str()).map(Value::Int),
        (Kind::Date, DeValue::Datetime(_)) => date(value).map(Value::Date),
        (Kind::List(_), DeValue::Array(codes)) => {
            let texts = codes.iter().map(|code| code.get_ref().as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>().map(Value::List)
        }
        (Kind::Period, DeValue::Table(fields)) => period(fields).map(Value::Period),
        _ => None,
    }
}

/// The whole number below a number that may have a fraction.
fn whole(written: &str) -> Option<i64> {
    let written = written.replace('_', "");
    let (number, _) = written.split_once('.')?;
    let digits = number.strip_prefix('+').unwrap_or(number);
    digits.chars().all(|sign| sign.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// A plain date: neither an hour nor a time zone.
fn date(value: &DeValue) -> Option<Date> {
    let DeValue::Datetime(written) = value else { return None };
    let (Some(day), None, None) = (written.date, written.time, written.offset) else { return None };
    Date::new(i16::try_from(day.year).ok()?, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

fn period(fields: &DeTable) -> Option<Period> {
    let field =
        |name: &str| fields.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value.get_ref());
    let n = field("n").and_then(DeValue::as_integer)?;
    let unit = match field("unit").and_then(DeValue::as_str)? {
        "days" => Unit::Days,
        "months" => Unit::Months,
        _ => return None,
    };
    let n = i64::from_str_radix(n.as_str(), n.radix()).ok()?;
    (fields.len() == 2).then_some(Period { n, unit })
}

pub(super) fn families() -> Vec<String> {
    words().names().iter().filter_map(|name| name.split_once('.')).fold(
        Vec::new(),
        |mut kept, (family, _)| {
            if !kept.iter().any(|known| known == family) {
                kept.push(family.to_owned());
            }
            kept
        },
    )
}

pub(super) fn is_family(name: &str) -> bool {
    words().iter().any(|word| word.name.split_once('.').is_some_and(|(family, _)| family == name))
}

pub(super) fn facts_of(family: &str) -> Vec<String> {
    let names = words().names();
    let of_family = names.iter().filter_map(|name| name.split_once('.')).filter(|(of, _)| *of == family);
    of_family.map(|(_, name)| name.to_owned()).collect()
}
