//! Reading a row: each column is parsed at the border, and a bad value names its place.

use std::{fmt::Display, str::FromStr};

use super::DbError;

/// A row of either engine, read by position.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

/// A type that a column can hold.
pub trait Column: rusqlite::types::FromSql + for<'a> postgres::types::FromSql<'a> {}
impl<T: rusqlite::types::FromSql + for<'a> postgres::types::FromSql<'a>> Column for T {}

impl Row<'_> {
    /// The column at this position: `String`, `i64`, `bool` or an `Option` of them.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, DbError> {
        match self {
            Self::Sqlite(row) => Ok(row.get(index)?),
            Self::Postgres(row) => Ok(row.try_get(index)?),
        }
    }

    /// A text column parsed into a value of ours. Errors: [`DbError::Corrupt`] with the column and what it holds.
    pub fn parse<T>(&self, index: usize) -> Result<T, DbError>
    where
        T: FromStr,
        T::Err: Display,
    {
        let text: String = self.get(index)?;
        self.parsed(index, text)
    }

    /// Like [`Row::parse`], where the column may be null.
    pub fn parse_opt<T>(&self, index: usize) -> Result<Option<T>, DbError>
    where
        T: FromStr,
        T::Err: Display,
    {
        let text: Option<String> = self.get(index)?;
        text.map(|text| self.parsed(index, text)).transpose()
    }

    /// A column of JSON text.
    pub fn json<T: serde::de::DeserializeOwned>(&self, index: usize) -> Result<T, DbError> {
        let text: String = self.get(index)?;
        // What stands there may be somebody's words: the log gets its length only.
        serde_json::from_str(&text).map_err(|error| {
            self.corrupt(
                index,
                format!("{} bytes", text.len()),
                format!("not the JSON expected, at column {}", error.column()),
            )
        })
    }

    fn parsed<T>(&self, index: usize, text: String) -> Result<T, DbError>
    where
        T: FromStr,
        T::Err: Display,
    {
        T::from_str(&text).map_err(|error| self.corrupt(index, text, error.to_string()))
    }

    fn corrupt(&self, index: usize, found: String, reason: String) -> DbError {
        let column = match self {
            Self::Sqlite(row) => row.as_ref().column_name(index).map(str::to_owned).unwrap_or_default(),
            Self::Postgres(row) => row.columns().get(index).map(|c| c.name().to_owned()).unwrap_or_default(),
        };
        DbError::Corrupt { column, found, reason }
    }
}
