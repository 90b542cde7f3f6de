//! A case as other programs send it: the same keys as a case file, in JSON.

use jiff::civil::Date;
use rules::{Kind, Period, Unit, Value};
use serde_json::{Map, Value as Json};

use super::case::CaseFacts;
use super::case_file::{BESIDE, expected, facts_of, families, is_family};
use super::vocabulary::{FactWord, words};

/// Something in a case that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CaseFault {
    /// Where it stands: `org.headcount`.
    pub key: String,
    /// What stands there, as it was written.
    pub given: String,
    pub expected: String,
}

impl std::fmt::Display for CaseFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} cannot be {}: expected {}", self.key, self.given, self.expected)
    }
}

/// The longest extract of what was sent that is given back.
const LONGEST_EXTRACT: usize = 120;

pub(super) fn read(sent: &Json) -> Result<CaseFacts, Vec<CaseFault>> {
    let mut reader = Reader { case: CaseFacts::new(), found: Vec::new() };
    match sent.as_object() {
        Some(top) => top.iter().for_each(|(name, value)| reader.top(name, value)),
        None => reader.refuse("the case", sent, "an object whose parts are org, system, data, project"),
    }
    if reader.found.is_empty() { Ok(reader.case) } else { Err(reader.found) }
}

struct Reader {
    case: CaseFacts,
    found: Vec<CaseFault>,
}

impl Reader {
    fn top(&mut self, name: &str, value: &Json) {
        match (name, value) {
            ("title", Json::String(title)) => self.case.title = Some(title.clone()),
            ("as_of", value) => match value.as_str().and_then(day) {
                Some(day) => self.case.as_of = Some(day),
                None => self.refuse("as_of", value, "a date, as in \"2026-11-22\""),
            },
            (name, _) if BESIDE.contains(&name) => {}
            (family, Json::Object(facts)) if is_family(family) => self.family(family, facts),
            (family, value) if is_family(family) => self.refuse(family, value, "an object"),
            _ => {
                let expected = format!("one of {}", families().join(", "));
                self.refuse(name, value, &expected);
            }
        }
    }

    fn family(&mut self, family: &str, facts: &Map<String, Json>) {
        for (name, value) in facts {
            let key = format!("{family}.{name}");
            let Some(word) = words().get(&key) else {
                let expected = format!("a fact of {family}: {}", facts_of(family).join(", "));
                self.refuse(&key, value, &expected);
                continue;
            };
            let stated = value_of(word, value).map(|value| self.case.set(&key, value).is_ok());
            if stated != Some(true) {
                self.refuse(&key, value, &expected(word));
            }
        }
    }

    fn refuse(&mut self, key: &str, given: &Json, expected: &str) {
        let given: String = given.to_string().chars().take(LONGEST_EXTRACT).collect();
        let key = key.chars().take(LONGEST_EXTRACT).collect();
        self.found.push(CaseFault { key, given, expected: expected.to_owned() });
    }
}

/// The value as it was sent, in the kind of the word; nothing when it cannot be.
fn value_of(word: &FactWord, sent: &Json) -> Option<Value> {
    match (&word.kind, sent) {
        (_, Json::String(text)) if text == "unknown" => Some(Value::unknown(&word.name)),
        // What is sent as nothing is absent, where something can be.
        (Kind::Date | Kind::Period | Kind::Text(_), Json::Null) => Some(Value::None),
        (Kind::Text(codes), Json::String(text)) => {
            let absent = text == "none" && !codes.iter().any(|code| code == "none");
            Some(if absent { Value::None } else { Value::text(text) })
        }
        (Kind::Date | Kind::Period, Json::String(text)) if text == "none" => Some(Value::None),
        (Kind::Date, Json::String(text)) => day(text).map(Value::Date),
        (Kind::Bool, Json::Bool(holds)) => Some(Value::Bool(*holds)),
        (Kind::Int, Json::Number(number)) => number
            .as_i64()
            .or_else(|| number.as_f64().filter(|_| word.rounds_down).and_then(whole))
            .map(Value::Int),
        (Kind::List(_), Json::Array(codes)) => {
            codes.iter().map(|code| code.as_str().map(str::to_owned)).collect::<Option<_>>().map(Value::List)
        }
        (Kind::Period, Json::Object(fields)) => period(fields).map(Value::Period),
        _ => None,
    }
}

/// The whole number below; nobody employs a thousand million people.
fn whole(number: f64) -> Option<i64> {
    let below = number.floor();
    (0.0..1e9).contains(&below).then(|| format!("{below:.0}").parse().ok())?
}

/// A plain date, as in `2026-11-22`: nothing follows it.
pub(super) fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|day: &Date| day.to_string() == text)
}

fn period(fields: &Map<String, Json>) -> Option<Period> {
    let n = fields.get("n")?.as_i64()?;
    let unit = match fields.get("unit")?.as_str()? {
        "days" => Unit::Days,
        "months" => Unit::Months,
        _ => return None,
    };
    (fields.len() == 2).then_some(Period { n, unit })
}
