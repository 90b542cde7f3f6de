//! What may be bound to a statement.

use std::error::Error;

use bytes::BytesMut;
use jiff::{Timestamp, civil::Date};
use kernel::{Headcount, Id, Locale, Party, Phase, Sphere, Stage};
use postgres::types::{IsNull, ToSql, Type};
use rusqlite::types::{ToSqlOutput, Value as Lite, ValueRef};

use crate::dates;

/// A value on its way to a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Text(String),
    Int(i64),
    Bool(bool),
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Lite::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Int(int) => ToSqlOutput::Owned(Lite::Integer(*int)),
            Self::Bool(bool) => ToSqlOutput::Owned(Lite::Integer(i64::from(*bool))),
        })
    }
}

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Text(text) => text.to_sql(ty, out),
            // A count or a LIMIT is bound as the server types it; a number that does not fit is an error, not a wrong number.
            Self::Int(int) if *ty == Type::INT4 => i32::try_from(*int)?.to_sql(ty, out),
            Self::Int(int) => int.to_sql(ty, out),
            Self::Bool(bool) => bool.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<i64> for Value {
    fn from(int: i64) -> Self {
        Self::Int(int)
    }
}
impl From<u32> for Value {
    fn from(int: u32) -> Self {
        Self::Int(int.into())
    }
}
impl From<bool> for Value {
    fn from(bool: bool) -> Self {
        Self::Bool(bool)
    }
}
impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(dates::day(date))
    }
}
impl From<Timestamp> for Value {
    fn from(instant: Timestamp) -> Self {
        Self::Text(dates::stamp(instant))
    }
}
impl From<Headcount> for Value {
    fn from(headcount: Headcount) -> Self {
        Self::Int(headcount.get().into())
    }
}
impl<T: ?Sized> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Self {
        Self::Text(id.to_string())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! by_code {
    ($($name:ty),+) => { $(impl From<$name> for Value {
        fn from(value: $name) -> Self { Self::Text(value.code().to_owned()) }
    })+ };
}
by_code!(Party, Sphere, Stage, Phase, Locale);
