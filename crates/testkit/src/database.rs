//! A fresh database for one test, gone with it.

use std::{
    fs,
    mem::ManuallyDrop,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use platform::config::DatabaseUrl;
use postgres::{Client, NoTls};

/// Names the server on which PostgreSQL databases are made: any database of it, by an account that may create others.
const SERVER: &str = "TEST_POSTGRES";

/// The file of an embedded database.
const FILE: &str = "trinome.sqlite";

/// The databases on which the application must behave the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// SQLite always; PostgreSQL where `TEST_POSTGRES` names a server (`scripts/test` starts one).
    pub fn available() -> Vec<Self> {
        match std::env::var_os(SERVER) {
            Some(_) => vec![Self::Sqlite, Self::Postgres],
            None => vec![Self::Sqlite],
        }
    }
}

/// A database that lives as long as this value.
pub(crate) enum Database {
    Sqlite(PathBuf),
    Postgres { server: String, name: String },
}

impl Database {
    pub(crate) fn fresh(engine: Engine) -> Self {
        Self::named(engine, "test", "template0")
    }

    /// A copy of a database that nobody uses.
    pub(crate) fn copy(&self) -> Self {
        match self {
            Self::Sqlite(folder) => {
                let copy = Self::named(Engine::Sqlite, "test", "");
                let to = copy.folder().expect("an embedded database has a folder");
                fs::copy(folder.join(FILE), to.join(FILE)).expect("the database is copied");
                copy
            }
            Self::Postgres { name, .. } => Self::named(Engine::Postgres, "test", name),
        }
    }

    /// A database to copy from. It outlives the tests of this process; the next process clears it away.
    pub(crate) fn template(engine: Engine) -> ManuallyDrop<Self> {
        leftovers::clear(engine);
        ManuallyDrop::new(Self::named(engine, &leftovers::kind(), "template0"))
    }

    fn named(engine: Engine, kind: &str, template: &str) -> Self {
        let name = format!("trinome_{kind}_{:032x}", rand::random::<u128>());
        match engine {
            Engine::Sqlite => {
                let folder = std::env::temp_dir().join(name);
                fs::create_dir_all(&folder).expect("the temporary folder takes one more");
                Self::Sqlite(folder)
            }
            Engine::Postgres => {
                let server = server();
                create(&server, &name, template);
                Self::Postgres { server, name }
            }
        }
    }

    pub(crate) fn url(&self) -> DatabaseUrl {
        match self {
            Self::Sqlite(folder) => DatabaseUrl::Sqlite(folder.join(FILE)),
            Self::Postgres { server, name } => DatabaseUrl::Postgres(with_database(server, name)),
        }
    }

    /// The folder of an embedded database: its file, and what the engine keeps beside it.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(folder) => Some(folder),
            Self::Postgres { .. } => None,
        }
    }
}

impl Drop for Database {
    /// What is left behind costs disk, never the result of a test: a failure here is told and borne.
    fn drop(&mut self) {
        let done = match self {
            Self::Sqlite(folder) => fs::remove_dir_all(folder).map_err(|error| error.to_string()),
            Self::Postgres { server, name } => {
                on_server(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            }
        };
        if let Err(error) = done {
            eprintln!("a test database is left behind: {error}");
        }
    }
}

fn server() -> String {
    std::env::var(SERVER).expect("TEST_POSTGRES names a server, see Engine::available")
}

/// A template whose last user has just left may still be busy for a moment.
fn create(server: &str, name: &str, template: &str) {
    let sql = format!("CREATE DATABASE {name} TEMPLATE {template}");
    let start = Instant::now();
    while let Err(error) = on_server(server, &sql) {
        assert!(start.elapsed() < Duration::from_secs(20), "{error}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Databases that an earlier process left to copy from.
mod leftovers {
    use std::{fs, path::Path, process};

    use postgres::{Client, NoTls};

    use super::{Engine, on_server, server};

    /// How this process marks its own.
    pub fn kind() -> String {
        format!("template_{}", process::id())
    }

    pub fn clear(engine: Engine) {
        match engine {
            Engine::Sqlite => {
                let folders = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
                for folder in folders.filter(|folder| is_left(&folder.file_name().to_string_lossy())) {
                    // Somebody else may clear it at the same time: gone is gone.
                    let _ = fs::remove_dir_all(folder.path());
                }
            }
            Engine::Postgres => {
                let server = server();
                for name in names(&server).into_iter().filter(|name| is_left(name)) {
                    let _ = on_server(&server, &format!("DROP DATABASE IF EXISTS {name}"));
                }
            }
        }
    }

    fn names(server: &str) -> Vec<String> {
        std::thread::scope(|scope| {
            let asked = scope.spawn(|| -> Result<Vec<String>, postgres::Error> {
                let mut client = Client::connect(server, NoTls)?;
                let rows = client.query("SELECT datname FROM pg_database", &[])?;
                Ok(rows.iter().map(|row| row.get(0)).collect())
            });
            asked.join().expect("no panic").expect("the server of TEST_POSTGRES answers")
        })
    }

    /// Whether the process that made it is gone. Where processes cannot be looked up, nothing is cleared.
    fn is_left(name: &str) -> bool {
        let maker = name.strip_prefix("trinome_template_").and_then(|rest| rest.split('_').next());
        let proc = Path::new("/proc");
        proc.join("self").exists() && maker.is_some_and(|pid| !proc.join(pid).exists())
    }
}

/// Replaces the database of a `postgres://…` address.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, None), |(left, right)| (left, Some(right)));
    let host = address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    options.map_or_else(|| format!("{host}/{name}"), |options| format!("{host}/{name}?{options}"))
}

/// The client drives a runtime of its own, which must not start inside another: hence a thread.
fn on_server(server: &str, sql: &str) -> Result<(), String> {
    thread::scope(|scope| {
        scope
            .spawn(|| {
                let mut client = Client::connect(server, NoTls).map_err(|error| error.to_string())?;
                client.batch_execute(sql).map_err(|error| format!("{sql}: {error:?}"))
            })
            .join()
            .unwrap_or_else(|_| Err(format!("{sql}: the thread panicked")))
    })
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn the_database_of_an_address_is_replaced_and_nothing_else() {
        assert_eq!(
            with_database("postgres://a:b@127.0.0.1:5432/postgres", "x"),
            "postgres://a:b@127.0.0.1:5432/x"
        );
        assert_eq!(with_database("postgres://a@h", "x"), "postgres://a@h/x");
        assert_eq!(
            with_database("postgres://a@h/p?connect_timeout=5", "x"),
            "postgres://a@h/x?connect_timeout=5"
        );
    }
}
