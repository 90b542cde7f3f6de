//! Every row of every table as text: what somebody sees who reads the whole database.

use std::{collections::BTreeMap, fmt};

use platform::{DbError, Tx};

use crate::database::Engine;

/// The whole database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dump {
    pub tables: BTreeMap<String, Table>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<String>,
    /// The columns of the primary key, in its order.
    pub key: Vec<String>,
    /// In the order in which the engine gives them when it is asked for none.
    pub rows: Vec<Vec<Option<String>>>,
}

impl Dump {
    pub(crate) fn read(tx: &mut Tx<'_>, engine: Engine) -> Result<Self, DbError> {
        let names: Vec<String> = tx.list(dialect(engine).tables, &[], |row| row.get(0))?;
        let mut tables = BTreeMap::new();
        for name in names {
            let table = Table::read(tx, engine, &name)?;
            tables.insert(name, table);
        }
        Ok(Self { tables })
    }

    /// A table. Panics: with the tables there are.
    pub fn table(&self, name: &str) -> &Table {
        self.tables.get(name).unwrap_or_else(|| {
            let known: Vec<&str> = self.tables.keys().map(String::as_str).collect();
            panic!("no table {name}; there are {}", known.join(", "))
        })
    }

    /// The places that hold this text, whole or within another, whatever the case: `table.column`.
    pub fn places_of(&self, text: &str) -> Vec<String> {
        let wanted = text.to_lowercase();
        let mut places = Vec::new();
        for (name, table) in &self.tables {
            for row in &table.rows {
                for (column, value) in table.columns.iter().zip(row) {
                    if value.as_ref().is_some_and(|value| value.to_lowercase().contains(&wanted)) {
                        places.push(format!("{name}.{column}"));
                    }
                }
            }
        }
        places
    }

    /// The tables that are not the same in the other dump, and what each has more. Empty when nothing changed.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        for (name, table) in &self.tables {
            let Some(there) = other.tables.get(name) else {
                differences.push(format!("{name} is gone"));
                continue;
            };
            let more = |a: &Table, b: &Table| a.rows.iter().filter(|row| !b.rows.contains(row)).count();
            let (lost, gained) = (more(table, there), more(there, table));
            if lost + gained > 0 {
                differences.push(format!("{name}: {lost} rows gone or changed, {gained} new or changed"));
            }
        }
        differences
    }
}

impl Table {
    fn read(tx: &mut Tx<'_>, engine: Engine, name: &str) -> Result<Self, DbError> {
        let dialect = dialect(engine);
        let columns: Vec<String> = tx.list(dialect.columns, platform::values![name], |row| row.get(0))?;
        let key: Vec<String> = tx.list(dialect.key, platform::values![name], |row| row.get(0))?;
        let cast: Vec<String> = columns.iter().map(|column| format!("CAST({column} AS TEXT)")).collect();
        let sql = lasting(format!("SELECT {} FROM {name}", cast.join(", ")));
        let rows = tx.list(sql, &[], |row| {
            (0..columns.len()).map(|i| row.get(i)).collect::<Result<Vec<_>, DbError>>()
        })?;
        Ok(Self { columns, key, rows })
    }

    /// The values of a column, row by row.
    pub fn column(&self, name: &str) -> Vec<String> {
        let index = self.columns.iter().position(|column| column == name);
        let index =
            index.unwrap_or_else(|| panic!("no column {name}; there are {}", self.columns.join(", ")));
        self.rows.iter().map(|row| row[index].clone().unwrap_or_default()).collect()
    }
}

impl fmt::Display for Dump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, table) in &self.tables {
            writeln!(f, "# {name} ({})", table.columns.join(", "))?;
            for row in &table.rows {
                let values: Vec<&str> = row.iter().map(|value| value.as_deref().unwrap_or("∅")).collect();
                writeln!(f, "{}", values.join(" · "))?;
            }
        }
        Ok(())
    }
}

/// How an engine speaks of its own tables.
struct Dialect {
    tables: &'static str,
    columns: &'static str,
    key: &'static str,
}

const SQLITE: Dialect = Dialect {
    tables: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    columns: "SELECT name FROM pragma_table_info($1) ORDER BY cid",
    key: "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
};

const POSTGRES: Dialect = Dialect {
    tables: "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = 'public'
      AND table_type = 'BASE TABLE' ORDER BY 1",
    columns: "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position",
    key: "SELECT CAST(a.attname AS TEXT) FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE c.relname = $1 AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)",
};

const fn dialect(engine: Engine) -> Dialect {
    match engine {
        Engine::Sqlite => SQLITE,
        Engine::Postgres => POSTGRES,
    }
}

/// The data layer takes only statements that last as long as the program; a test makes a few dozen.
fn lasting(sql: String) -> &'static str {
    sql.leak()
}
