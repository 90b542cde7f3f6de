//! PostgreSQL: a pool of connections, serializable transactions, tried again when the server asks.
//!
//! Serializable, so that the same closure means the same on both engines: what was read still holds when it commits.

use std::{
    collections::HashMap,
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use postgres::{Client, IsolationLevel, Statement, Transaction, error::SqlState, types::ToSql};

use super::{DbError, Inner, Row, Tx, Value, migrate, tls::Door};
use crate::chance::Chance;

/// Connections at most: a two-core server gains nothing from more.
const MOST: usize = 16;
/// How often a transaction is tried again before its error is believed.
const TRIES: u32 = 12;

/// A connection and the statements it has prepared.
struct Connection {
    client: Client,
    prepared: HashMap<&'static str, Statement>,
}

pub(super) struct Pool {
    door: Box<Door>,
    idle: Mutex<Idle>,
    freed: Condvar,
    chance: Arc<dyn Chance>,
}

#[derive(Default)]
struct Idle {
    connections: Vec<Connection>,
    open: usize,
}

impl Pool {
    pub(super) fn open(url: &str, chance: Arc<dyn Chance>) -> Result<Self, DbError> {
        let pool =
            Self { door: Box::new(Door::read(url)?), idle: Mutex::default(), freed: Condvar::new(), chance };
        // The client drives a runtime of its own, which must not start inside another: hence a thread.
        thread::scope(|scope| {
            scope
                .spawn(|| {
                    let mut connection = pool.connect()?;
                    migrate::postgres(&mut connection.client)?;
                    pool.give_back(connection);
                    pool.lock().open = 1;
                    Ok(())
                })
                .join()
                .unwrap_or(Err(DbError::Abandoned))
        })?;
        Ok(pool)
    }

    pub(super) fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.take()?.held().read(&*self.chance, work)
    }

    pub(super) fn glance<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.take()?.held().glance(&*self.chance, work)
    }

    pub(super) fn write<T, E: From<DbError>>(
        &self,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut lent = self.take()?;
        for tries in 1..TRIES {
            match lent.held().write(&*self.chance, &mut work) {
                Attempt::Again => thread::sleep(Duration::from_millis(u64::from(tries * tries))),
                Attempt::Done(done) => return done,
            }
        }
        match lent.held().write(&*self.chance, &mut work) {
            Attempt::Again => Err(DbError::Abandoned.into()),
            Attempt::Done(done) => done,
        }
    }

    fn take(&self) -> Result<Lent<'_>, DbError> {
        let mut idle = self.lock();
        loop {
            if let Some(connection) = idle.connections.pop() {
                return Ok(self.lend(connection));
            }
            if idle.open < MOST {
                idle.open += 1;
                break;
            }
            idle = self.freed.wait(idle).unwrap_or_else(PoisonError::into_inner);
        }
        drop(idle);
        match self.connect() {
            Ok(connection) => Ok(self.lend(connection)),
            Err(error) => {
                self.lock().open -= 1;
                self.freed.notify_one();
                Err(error)
            }
        }
    }

    /// A new connection, which plans a statement once, whatever values it is asked with: ours read by key, and the first
    /// five plans that the server would else make for a view cost ten times as much as an answer.
    fn connect(&self) -> Result<Connection, DbError> {
        let mut client = self.door.connect()?;
        client.batch_execute("SET plan_cache_mode = force_generic_plan")?;
        Ok(Connection { client, prepared: HashMap::new() })
    }

    const fn lend(&self, connection: Connection) -> Lent<'_> {
        Lent { pool: self, connection: Some(connection) }
    }

    fn give_back(&self, connection: Connection) {
        self.lock().connections.push(connection);
        self.freed.notify_one();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection on loan: comes back whatever happens, a panic included.
struct Lent<'p> {
    pool: &'p Pool,
    connection: Option<Connection>,
}

impl Lent<'_> {
    fn held(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("only dropping takes the connection out")
    }
}

impl Drop for Lent<'_> {
    /// A connection that the server closed, or that a panic left in an unknown state, is forgotten: the next request opens
    /// another.
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if connection.client.is_closed() || thread::panicking() {
            self.pool.lock().open -= 1;
            self.pool.freed.notify_one();
            // Closing blocks, which must not happen while unwinding.
            thread::spawn(move || drop(connection));
        } else {
            self.pool.give_back(connection);
        }
    }
}

impl Drop for Pool {
    /// Closing a client blocks, which an async thread must not do.
    fn drop(&mut self) {
        let connections = std::mem::take(&mut self.lock().connections);
        thread::spawn(move || drop(connections));
    }
}

enum Attempt<T, E> {
    Done(Result<T, E>),
    Again,
}

impl Connection {
    fn read<T, E: From<DbError>>(
        &mut self,
        chance: &dyn Chance,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .map_err(DbError::from)?;
        let mut tx = Tx::new(Inner::Postgres(Open::within(transaction, &mut self.prepared)), chance);
        let done = work(&mut tx);
        if let Inner::Postgres(Open { on: On::Transaction(transaction), .. }) = tx.inner {
            transaction.rollback().map_err(DbError::from)?;
        }
        done
    }

    /// One statement sees one state by itself: no transaction around it, hence one exchange with the server and not three.
    fn glance<T, E: From<DbError>>(
        &mut self,
        chance: &dyn Chance,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let on = On::Alone(&mut self.client);
        let inner = Inner::Postgres(Open { on, prepared: &mut self.prepared, again: false });
        work(&mut Tx::new(inner, chance).glancing())
    }

    fn write<T, E: From<DbError>>(
        &mut self,
        chance: &dyn Chance,
        work: &mut impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Attempt<T, E> {
        let started = self.client.build_transaction().isolation_level(IsolationLevel::Serializable).start();
        let transaction = match started {
            Ok(transaction) => transaction,
            Err(error) => return Attempt::Done(Err(DbError::from(error).into())),
        };
        let mut tx = Tx::new(Inner::Postgres(Open::within(transaction, &mut self.prepared)), chance);
        let done = work(&mut tx);
        let Inner::Postgres(Open { on: On::Transaction(transaction), again, .. }) = tx.inner else {
            return Attempt::Done(done);
        };
        match done {
            Ok(value) => match transaction.commit() {
                Ok(()) => Attempt::Done(Ok(value)),
                Err(error) if asks_again(&error) => Attempt::Again,
                Err(error) => Attempt::Done(Err(DbError::from(error).into())),
            },
            Err(_) if again => Attempt::Again,
            Err(error) => {
                Attempt::Done(transaction.rollback().map_err(|e| DbError::from(e).into()).and(Err(error)))
            }
        }
    }
}

/// Where statements run; remembers whether the server asked to try again.
pub(super) struct Open<'a> {
    on: On<'a>,
    prepared: &'a mut HashMap<&'static str, Statement>,
    again: bool,
}

enum On<'a> {
    Transaction(Transaction<'a>),
    /// A single statement, by itself.
    Alone(&'a mut Client),
}

impl<'a> Open<'a> {
    const fn within(
        transaction: Transaction<'a>,
        prepared: &'a mut HashMap<&'static str, Statement>,
    ) -> Self {
        Self { on: On::Transaction(transaction), prepared, again: false }
    }

    pub(super) fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, DbError> {
        let statement = self.prepare(sql)?;
        let done = match &mut self.on {
            On::Transaction(transaction) => transaction.execute(&statement, &bind(values)),
            On::Alone(client) => client.execute(&statement, &bind(values)),
        };
        self.heard(done)
    }

    pub(super) fn list<T, E: From<DbError>>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T, E>,
    ) -> Result<Vec<T>, E> {
        let statement = self.prepare(sql)?;
        let rows = match &mut self.on {
            On::Transaction(transaction) => transaction.query(&statement, &bind(values)),
            On::Alone(client) => client.query(&statement, &bind(values)),
        };
        self.heard(rows)?.iter().map(|row| read(&Row::Postgres(row))).collect()
    }

    fn prepare(&mut self, sql: &'static str) -> Result<Statement, DbError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = match &mut self.on {
            On::Transaction(transaction) => transaction.prepare(sql),
            On::Alone(client) => client.prepare(sql),
        };
        let statement = self.heard(statement)?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }

    fn heard<T>(&mut self, done: Result<T, postgres::Error>) -> Result<T, DbError> {
        if let Err(error) = &done {
            self.again |= asks_again(error);
        }
        Ok(done?)
    }
}

fn bind(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn asks_again(error: &postgres::Error) -> bool {
    matches!(error.code(), Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED))
}

/// The server's own words: the crate's short text says only "db error".
pub(super) fn describe(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => format!("{} ({})", db.message(), db.code().code()),
        None => error.to_string(),
    }
}
