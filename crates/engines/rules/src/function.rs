//! The functions an expression may call. All but [`Function::Len`] and the two choosers work on dates.

use calendar::{
    Holidays, add_months, days_between, minus_days, next_working_day, plus_days, plus_jours_ouvrables,
    previous_working_day,
};
use jiff::civil::Date;

use crate::kind::Kind;
use crate::value::{Period, Unit, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Function {
    /// How many elements a list has.
    Len,
    /// A text as a date, checked when the expression is read.
    Date,
    AddMonths,
    PlusDays,
    MinusDays,
    AddPeriod,
    NextWorkingDay,
    PreviousWorkingDay,
    PlusJoursOuvrables,
    DaysBetween,
    Min,
    Max,
}

impl Function {
    const NAMES: [(&'static str, Self); 13] = [
        ("len", Self::Len),
        ("size", Self::Len),
        ("date", Self::Date),
        ("add_months", Self::AddMonths),
        ("plus_days", Self::PlusDays),
        ("minus_days", Self::MinusDays),
        ("add_period", Self::AddPeriod),
        ("next_working_day", Self::NextWorkingDay),
        ("previous_working_day", Self::PreviousWorkingDay),
        ("plus_jours_ouvrables", Self::PlusJoursOuvrables),
        ("days_between", Self::DaysBetween),
        ("min", Self::Min),
        ("max", Self::Max),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }

    /// What it takes, in words.
    pub(crate) const fn takes(self) -> &'static str {
        match self {
            Self::Len => "a list",
            Self::Date => "a date written in quotes",
            Self::AddMonths | Self::PlusDays | Self::MinusDays => "a date and a whole number",
            Self::PlusJoursOuvrables => "a date and a whole number of days",
            Self::AddPeriod => "a date and a period",
            Self::NextWorkingDay | Self::PreviousWorkingDay => "a date",
            Self::DaysBetween => "two dates",
            Self::Min | Self::Max => "two dates or two whole numbers",
        }
    }

    /// The kind of the result, if it can take arguments of these kinds.
    pub(crate) fn result(self, given: &[Kind]) -> Option<Kind> {
        use Kind::{Date, Int, Period};
        let fits = |wanted: &[Kind]| {
            wanted.len() == given.len() && wanted.iter().zip(given).all(|(w, g)| w.joined(g).is_some())
        };
        match self {
            Self::Len => matches!(given, [Kind::List(_)]).then_some(Int),
            Self::Date => matches!(given, [Kind::Text(_)]).then_some(Date),
            Self::AddMonths | Self::PlusDays | Self::MinusDays | Self::PlusJoursOuvrables => {
                fits(&[Date, Int]).then_some(Date)
            }
            Self::AddPeriod => fits(&[Date, Period]).then_some(Date),
            Self::NextWorkingDay | Self::PreviousWorkingDay => fits(&[Date]).then_some(Date),
            Self::DaysBetween => fits(&[Date, Date]).then_some(Int),
            Self::Min | Self::Max => match given {
                [a, b] => a.joined(b).filter(Kind::has_order),
                _ => None,
            },
        }
    }

    /// Its value on known arguments; none when an argument is absent, nothing when the kinds are wrong.
    pub(crate) fn apply(self, arguments: &[&Value], holidays: Holidays) -> Option<Value> {
        if arguments.iter().any(|value| **value == Value::None) {
            return Some(Value::None);
        }
        match (self, arguments) {
            (Self::Len, [Value::List(codes)]) => i64::try_from(codes.len()).ok().map(Value::Int),
            (Self::Date, [Value::Text(text)]) => text.parse().ok().map(Value::Date),
            (Self::AddPeriod, [Value::Date(from), Value::Period(period)]) => {
                Some(add_period(*from, *period).into())
            }
            (Self::DaysBetween, [Value::Date(from), Value::Date(to)]) => {
                Some(Value::Int(days_between(*from, *to)))
            }
            (Self::Min | Self::Max, [a, b]) => self.chosen(a, b),
            (_, [Value::Date(from), Value::Int(count)]) => {
                self.moved(*from, *count, holidays).map(Value::Date)
            }
            (_, [Value::Date(day)]) => self.adjusted(*day, holidays).map(Value::Date),
            _ => None,
        }
    }

    fn chosen(self, a: &Value, b: &Value) -> Option<Value> {
        let first_is_less = match (a, b) {
            (Value::Int(a), Value::Int(b)) => a <= b,
            (Value::Date(a), Value::Date(b)) => a <= b,
            _ => return None,
        };
        Some(if first_is_less == (self == Self::Min) { a.clone() } else { b.clone() })
    }

    fn moved(self, from: Date, count: i64, holidays: Holidays) -> Option<Date> {
        match self {
            Self::AddMonths => Some(add_months(from, count)),
            Self::PlusDays => Some(plus_days(from, count)),
            Self::MinusDays => Some(minus_days(from, count)),
            Self::PlusJoursOuvrables => Some(plus_jours_ouvrables(from, count, holidays)),
            _ => None,
        }
    }

    fn adjusted(self, day: Date, holidays: Holidays) -> Option<Date> {
        match self {
            Self::NextWorkingDay => Some(next_working_day(day, holidays)),
            Self::PreviousWorkingDay => Some(previous_working_day(day, holidays)),
            _ => None,
        }
    }
}

fn add_period(from: Date, period: Period) -> Date {
    match period.unit {
        Unit::Days => plus_days(from, period.n),
        Unit::Months => add_months(from, period.n),
    }
}
