//! What a fact can be.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The value of a fact, or of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Known to be absent: no such date, no such agreement.
    None,
    Bool(bool),
    Int(i64),
    Date(Date),
    /// A code of a closed vocabulary.
    Text(String),
    List(Vec<String>),
    Period(Period),
    /// Not known, and what is missing to know it.
    Unknown(Doubt),
}

/// A length of time as an agreement writes it: so many days, or so many months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    pub n: i64,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    Days,
    Months,
}

/// What is known of something unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Doubt {
    /// The facts that would settle it.
    pub missing: BTreeSet<String>,
    /// The only values it can have; empty when it could be anything.
    pub among: Vec<Value>,
}

impl Value {
    /// A fact about which nothing is known.
    pub fn unknown(fact: &str) -> Self {
        Self::Unknown(Doubt { missing: BTreeSet::from([fact.to_owned()]), among: Vec::new() })
    }

    pub fn text(code: &str) -> Self {
        Self::Text(code.to_owned())
    }

    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// The date, if it is one.
    pub const fn as_date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// What is missing to know it; empty when it is known.
    pub fn missing(&self) -> BTreeSet<String> {
        match self {
            Self::Unknown(doubt) => doubt.missing.clone(),
            _ => BTreeSet::new(),
        }
    }
}

impl From<bool> for Value {
    fn from(holds: bool) -> Self {
        Self::Bool(holds)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// As the case files write it: `none`, `true`, `86`, `2026-11-22`, `pilot`, `[c1, c3]`, `42 days`, `unknown`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Bool(holds) => holds.fmt(f),
            Self::Int(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Text(code) => f.write_str(code),
            Self::List(codes) => write!(f, "[{}]", codes.join(", ")),
            Self::Period(period) => period.fmt(f),
            Self::Unknown(_) => f.write_str("unknown"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Days => "days",
            Unit::Months => "months",
        };
        write!(f, "{} {unit}", self.n)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Bool(holds) => serializer.serialize_bool(*holds),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::List(codes) => serializer.collect_seq(codes),
            Self::Period(period) => {
                let mut fields = serializer.serialize_struct("Period", 2)?;
                fields.serialize_field("n", &period.n)?;
                fields.serialize_field("unit", &period.unit)?;
                fields.end()
            }
            Self::Date(_) | Self::Text(_) | Self::Unknown(_) => serializer.collect_str(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Period, Unit, Value};

    #[test]
    fn a_value_is_written_as_the_case_files_write_it() {
        let written = |value: Value| serde_json::to_string(&value).expect("JSON");
        assert_eq!(written(Value::None), "null");
        assert_eq!(written(Value::Int(86)), "86");
        assert_eq!(written(Value::Date(date(2026, 11, 22))), r#""2026-11-22""#);
        assert_eq!(written(Value::List(vec!["c1".into(), "c8".into()])), r#"["c1","c8"]"#);
        assert_eq!(written(Value::Period(Period { n: 42, unit: Unit::Days })), r#"{"n":42,"unit":"days"}"#);
        assert_eq!(written(Value::unknown("org.cse")), r#""unknown""#);
    }
}
