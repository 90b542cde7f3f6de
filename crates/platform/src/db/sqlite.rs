//! SQLite: one writer thread that commits waiting transactions together, and a few readers.
//!
//! `synchronous=FULL`: what is acknowledged survives a power cut. The price, one flush to disk a commit, is shared by all
//! the writers that were waiting (group commit); each stands in a savepoint of its own, so one's failure is not another's.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::oneshot;

use super::{DbError, Inner, Row, Tx, Value, migrate};
use crate::chance::Chance;

/// Transactions committed together at most: bounds how long the first of them waits.
const GROUP: usize = 64;

/// How long the writer waits for work before it tidies up.
const IDLE: Duration = Duration::from_millis(250);

/// Tells the waiting caller what became of its transaction once the group is, or is not, on disk.
type Acknowledge = Box<dyn FnOnce(Result<(), DbError>) + Send>;
type Job = Box<dyn FnOnce(&Connection) -> Acknowledge + Send>;

pub(super) struct Sqlite {
    path: PathBuf,
    // Before the writer, because fields go in this order: a reader that closed last could not fold the write-ahead log
    // back into the file.
    readers: Mutex<Vec<Connection>>,
    writer: mpsc::Sender<Job>,
    chance: Arc<dyn Chance>,
}

impl Sqlite {
    pub(super) fn open(path: &Path, chance: Arc<dyn Chance>) -> Result<Self, DbError> {
        let connection =
            Connection::open(path).map_err(|error| DbError::Open(format!("{}: {error}", path.display())))?;
        configure(&connection)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON",
        )?;
        migrate::sqlite(&connection)?;
        let (writer, jobs) = mpsc::channel();
        thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write_all(&connection, &jobs))
            .map_err(|error| DbError::Open(error.to_string()))?;
        Ok(Self { path: path.to_owned(), writer, readers: Mutex::default(), chance })
    }

    pub(super) fn read<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.reader()?;
        connection.execute_batch("BEGIN").map_err(DbError::from)?;
        let done = work(&mut Tx::new(Inner::Sqlite(&connection), &*self.chance));
        connection.execute_batch("COMMIT").map_err(DbError::from)?;
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        done
    }

    /// One statement sees one state by itself.
    pub(super) fn glance<T, E: From<DbError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.reader()?;
        let done = work(&mut Tx::new(Inner::Sqlite(&connection), &*self.chance).glancing());
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        done
    }

    pub(super) async fn write<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (answer, waiting) = oneshot::channel();
        let chance = Arc::clone(&self.chance);
        let job: Job = Box::new(move |connection| {
            let done = in_savepoint(connection, &*chance, |tx| work(tx));
            Box::new(move |committed: Result<(), DbError>| {
                // Whoever asked may be gone (a closed browser): nothing is owed to them then.
                let _ = answer.send(committed.map_err(E::from).and(done));
            })
        });
        self.writer.send(job).map_err(|_| DbError::Abandoned)?;
        waiting.await.unwrap_or_else(|_| Err(DbError::Abandoned.into()))
    }

    fn reader(&self) -> Result<Connection, DbError> {
        if let Some(connection) = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(connection);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        configure(&connection)?;
        connection.execute_batch("PRAGMA query_only = ON")?;
        Ok(connection)
    }
}

fn configure(connection: &Connection) -> Result<(), DbError> {
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    connection.set_prepared_statement_cache_capacity(256);
    // Else a statement is planned anew each time it is bound, lest the values change the best plan: ours read by key, and
    // planning costs more than running.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Folds the write-ahead log into the file and empties it: the log would tell in which order rows came, long after.
/// False when a reader still needs it, or when it fails: tried again when the writer is next idle.
fn is_folded(connection: &Connection) -> bool {
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        .is_ok_and(|busy| busy == 0)
}

/// The writer's life: take a job, then those already waiting, commit once, tell them all.
fn write_all(connection: &Connection, jobs: &mpsc::Receiver<Job>) {
    let mut is_written = false;
    loop {
        // Woken up for nothing only while there is something to tidy up.
        let next = if is_written { jobs.recv_timeout(IDLE) } else { jobs.recv().map_err(Into::into) };
        let first = match next {
            Ok(first) => first,
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                is_written = !is_folded(connection);
                continue;
            }
        };
        is_written = true;
        if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
            tracing::error!(%error, "the database refuses to write");
            drop(first);
            continue;
        }
        let mut waiting = vec![first(connection)];
        while waiting.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            waiting.push(next(connection));
        }
        let committed = connection.execute_batch("COMMIT");
        if committed.is_err() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        for acknowledge in waiting {
            acknowledge(match &committed {
                Ok(()) => Ok(()),
                Err(error) => Err(DbError::Open(error.to_string())),
            });
        }
    }
}

fn in_savepoint<T, E: From<DbError>>(
    connection: &Connection,
    chance: &dyn Chance,
    mut work: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    connection.execute_batch("SAVEPOINT job").map_err(DbError::from)?;
    // A defect in one transaction must not stop the writer for everybody.
    let done = catch_unwind(AssertUnwindSafe(|| work(&mut Tx::new(Inner::Sqlite(connection), chance))))
        .unwrap_or_else(|_| Err(DbError::Abandoned.into()));
    let end = if done.is_ok() { "RELEASE job" } else { "ROLLBACK TO job; RELEASE job" };
    connection.execute_batch(end).map_err(DbError::from)?;
    done
}

pub(super) fn execute(connection: &Connection, sql: &'static str, values: &[Value]) -> Result<u64, DbError> {
    let mut statement = bound(connection, sql, values)?;
    Ok(statement.raw_execute()? as u64)
}

pub(super) fn list<T, E: From<DbError>>(
    connection: &Connection,
    sql: &'static str,
    values: &[Value],
    mut read: impl FnMut(&Row<'_>) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    let mut statement = bound(connection, sql, values)?;
    let mut rows = statement.raw_query();
    let mut list = Vec::new();
    while let Some(row) = rows.next().map_err(DbError::from)? {
        list.push(read(&Row::Sqlite(row))?);
    }
    Ok(list)
}

/// Binds by name: to SQLite `$1` is a name like another, and its rank is that of its first appearance.
fn bound<'c>(
    connection: &'c Connection,
    sql: &'static str,
    values: &[Value],
) -> Result<rusqlite::CachedStatement<'c>, DbError> {
    const NAMES: [&str; 24] = [
        "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15",
        "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24",
    ];
    let mut statement = connection.prepare_cached(sql)?;
    for (name, value) in NAMES.iter().zip(values) {
        let index = statement
            .parameter_index(name)?
            .ok_or_else(|| rusqlite::Error::InvalidParameterName((*name).to_owned()))?;
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(statement)
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, StatementStatus};

    use super::{bound, configure};
    use crate::values;

    #[test]
    fn a_statement_is_planned_once_whatever_it_is_asked_with() {
        let connection = Connection::open_in_memory().expect("a database");
        configure(&connection).expect("its settings");
        connection
            .execute_batch("CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b)) STRICT")
            .expect("a table");
        let sql = "SELECT t.b FROM t LEFT JOIN t AS u ON u.a = COALESCE($2, t.a) WHERE t.a = $1 AND u.b = $3";
        for n in 0..5_i64 {
            let mut statement = bound(&connection, sql, values![n.to_string(), "x", "y"]).expect("bound");
            while statement.raw_query().next().expect("asked").is_some() {}
        }
        let statement = connection.prepare_cached(sql).expect("kept");
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
