//! One data layer on SQLite and on PostgreSQL: one SQL text with `$1` parameters, and transactions as closures.
//!
//! `db.read(|tx| …).await` sees one consistent state; `db.write(|tx| …).await` is acknowledged only once it is on disk.
//! The closure is synchronous and runs on a thread of its own, so no lock is held across an `await`. It may run more than
//! once (PostgreSQL asks for it when two transactions meet), so it must change nothing but the database.
//!
//! Portable columns: ids, days and instants as text, booleans, 64-bit integers, JSON as text.

mod migrate;
mod postgres;
mod row;
mod sqlite;
mod tls;
mod value;

use std::sync::Arc;

use thiserror::Error;

pub use row::{Column, Row};
pub use value::Value;

use crate::{
    chance::{Chance, SystemChance},
    config::DatabaseUrl,
    secret,
};

/// Why the database did not do what was asked.
#[derive(Debug, Error)]
pub enum DbError {
    #[error("sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("postgres: {}", postgres::describe(.0))]
    Postgres(#[from] ::postgres::Error),
    /// A stored value that is none of ours: the place, and what stands there.
    #[error("column {column} holds {found:?}: {reason}")]
    Corrupt { column: String, found: String, reason: String },
    /// `get_one` found no row.
    #[error("no row where one must be")]
    Missing,
    #[error("the database could not be opened: {0}")]
    Open(String),
    /// More than one question, or a change, in a `glance`.
    #[error("a glance is one question, and changes nothing")]
    NotAGlance,
    /// The thread that ran the transaction is gone.
    #[error("the transaction was abandoned")]
    Abandoned,
}

/// A database, shared by all who hold a clone.
#[derive(Clone)]
pub struct Db(Arc<Engine>);

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Pool, Turn),
}

/// Held by whoever writes what others of this node are about to write as well.
type Turn = tokio::sync::Mutex<()>;

impl Db {
    /// Opens the database and brings its tables up to date. Errors: with advice for the operator.
    pub fn open(url: &DatabaseUrl) -> Result<Self, DbError> {
        Self::drawing_from(url, Arc::new(SystemChance))
    }

    /// Like [`Db::open`], with the chance from which transactions draw their salts.
    pub fn drawing_from(url: &DatabaseUrl, chance: Arc<dyn Chance>) -> Result<Self, DbError> {
        let engine = match url {
            DatabaseUrl::Sqlite(path) => Engine::Sqlite(sqlite::Sqlite::open(path, chance)?),
            DatabaseUrl::Postgres(url) => {
                Engine::Postgres(postgres::Pool::open(url, chance)?, Turn::default())
            }
        };
        Ok(Self(Arc::new(engine)))
    }

    /// Reads in one consistent state.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let db = self.clone();
        let done = tokio::task::spawn_blocking(move || match &*db.0 {
            Engine::Sqlite(sqlite) => sqlite.read(work),
            Engine::Postgres(pool, _) => pool.read(work),
        });
        done.await.unwrap_or_else(|_| Err(DbError::Abandoned.into()))
    }

    /// Reads with a single statement, which sees one state by itself, for what every request asks: it must find its rows
    /// by a key. On PostgreSQL a third of the exchanges of a [`read`](Self::read); on SQLite it is answered where it is asked,
    /// since a few pages that are in memory cost less than to change threads twice. Errors: [`DbError::NotAGlance`] at a second
    /// statement.
    pub async fn glance<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(sqlite) => sqlite.glance(work),
            Engine::Postgres(..) => {
                let db = self.clone();
                let done = tokio::task::spawn_blocking(move || match &*db.0 {
                    Engine::Postgres(pool, _) => pool.glance(work),
                    Engine::Sqlite(_) => Err(DbError::Abandoned.into()),
                });
                done.await.unwrap_or_else(|_| Err(DbError::Abandoned.into()))
            }
        }
    }

    /// Writes, all or nothing. Returns once the change would survive a power cut.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(sqlite) => sqlite.write(work).await,
            Engine::Postgres(..) => {
                let db = self.clone();
                let done = tokio::task::spawn_blocking(move || match &*db.0 {
                    Engine::Postgres(pool, _) => pool.write(work),
                    Engine::Sqlite(_) => Err(DbError::Abandoned.into()),
                });
                done.await.unwrap_or_else(|_| Err(DbError::Abandoned.into()))
            }
        }
    }

    /// Like [`write`](Self::write), one after another among those that ask so on this node: for many small changes of the
    /// same rows, which PostgreSQL would refuse and have tried again. SQLite writes in turn by itself.
    pub async fn write_in_turn<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let _turn = match &*self.0 {
            Engine::Sqlite(_) => None,
            Engine::Postgres(_, turn) => Some(turn.lock().await),
        };
        self.write(work).await
    }
}

/// An open transaction on either engine.
pub struct Tx<'a> {
    inner: Inner<'a>,
    chance: &'a dyn Chance,
    may: May,
}

enum Inner<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(postgres::Open<'a>),
}

/// What a transaction still lets through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum May {
    Anything,
    AskOnce,
    Nothing,
}

impl<'a> Tx<'a> {
    const fn new(inner: Inner<'a>, chance: &'a dyn Chance) -> Self {
        Self { inner, chance, may: May::Anything }
    }

    /// One question, no change, on either engine alike.
    const fn glancing(mut self) -> Self {
        self.may = May::AskOnce;
        self
    }

    /// Runs a statement and says how many rows it changed.
    pub fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, DbError> {
        if self.may != May::Anything {
            return Err(DbError::NotAGlance);
        }
        match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Inner::Postgres(open) => open.execute(sql, values),
        }
    }

    /// Reads rows, each turned into a `T` as it comes.
    pub fn list<T, E: From<DbError>>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, E>,
    ) -> Result<Vec<T>, E> {
        match self.may {
            May::Anything => {}
            May::AskOnce => self.may = May::Nothing,
            May::Nothing => return Err(DbError::NotAGlance.into()),
        }
        match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::list(connection, sql, values, read),
            Inner::Postgres(open) => open.list(sql, values, read),
        }
    }

    /// The first row, if there is one.
    pub fn find<T, E: From<DbError>>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        Ok(self.list(sql, values, read)?.into_iter().next())
    }

    /// The row that must be there. Errors: [`DbError::Missing`].
    pub fn get<T, E: From<DbError>>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.find(sql, values, read)?.ok_or_else(|| DbError::Missing.into())
    }

    /// A fresh secret, for what is kept beside the secret in this very transaction, such as a salt. When the transaction
    /// runs again it is another one, and the first was never kept.
    pub fn fresh_secret(&self) -> String {
        secret::fresh(self.chance)
    }

    /// Whether a query finds anything.
    pub fn exists(&mut self, sql: &'static str, values: &[Value]) -> Result<bool, DbError> {
        Ok(self.find(sql, values, |_| Ok::<_, DbError>(()))?.is_some())
    }
}

/// The values of a statement, in the order `$1`, `$2`…
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

#[cfg(test)]
mod tests {
    use super::{Db, DbError, Tx};
    use crate::config::DatabaseUrl;

    /// A folder of one test, gone with it.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new() -> Self {
            let folder = std::env::temp_dir().join(format!("trinome-glance-{}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// SQLite, and PostgreSQL where `TEST_POSTGRES` names one.
    fn databases(folder: &Folder) -> Vec<Db> {
        let postgres = std::env::var("TEST_POSTGRES").ok().map(DatabaseUrl::Postgres);
        let urls = std::iter::once(DatabaseUrl::Sqlite(folder.0.join("glance.db"))).chain(postgres);
        urls.map(|url| Db::open(&url).expect("a database")).collect()
    }

    fn ask(tx: &mut Tx<'_>) -> Result<Vec<i64>, DbError> {
        tx.list("SELECT CAST(1 AS BIGINT)", &[], |row| row.get(0))
    }

    /// The same on SQLite: `a_statement_is_planned_once_whatever_it_is_asked_with`.
    #[tokio::test]
    async fn postgresql_plans_a_statement_once_whatever_it_is_asked_with() {
        let Ok(url) = std::env::var("TEST_POSTGRES") else { return };
        let db = Db::open(&DatabaseUrl::Postgres(url)).expect("a database");
        let asked = db.read(|tx| {
            for day in ["2026-01-01", "2026-01-02"] {
                tx.list("SELECT number FROM journal_head WHERE hash = $1", values![day], |row| row.get::<i64>(0))?;
            }
            tx.get(
                "SELECT CAST(SUM(generic_plans) AS BIGINT), CAST(SUM(custom_plans) AS BIGINT) FROM pg_prepared_statements",
                &[],
                |row| Ok::<_, DbError>((row.get::<i64>(0)?, row.get::<i64>(1)?)),
            )
        });
        let (generic, custom) = asked.await.expect("counts");
        assert!(generic >= 2, "{generic}");
        assert_eq!(custom, 0);
    }

    #[tokio::test]
    async fn a_glance_asks_one_question_and_changes_nothing() {
        let folder = Folder::new();
        for db in databases(&folder) {
            assert_eq!(db.glance(ask).await.expect("one question"), [1]);
            let twice = db.glance(|tx| ask(tx).and_then(|_| ask(tx))).await;
            assert!(matches!(twice, Err(DbError::NotAGlance)));
            let change = db.glance(|tx| tx.execute("DELETE FROM session", &[])).await;
            assert!(matches!(change, Err(DbError::NotAGlance)));
            assert_eq!(db.read(|tx| ask(tx).and_then(|_| ask(tx))).await.expect("as many as one likes"), [1]);
        }
    }
}
