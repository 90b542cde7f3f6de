//! What every capability stands on: the database, the context of a request, texts, mail, configuration.
//!
//! Calm by design: when this crate moves, everything is rebuilt. It knows no capability and no law.
//!
//! Invariants: a transaction is a synchronous closure, so no lock is ever held across an `await`; time and chance come
//! from [`clock::Clock`] and [`chance::Chance`], so that tests and the demonstration decide them; what a user reads comes
//! from Fluent files, never from an error's text.

pub mod chance;
pub mod clock;
pub mod config;
pub mod cookies;
pub mod ctx;
pub mod dates;
pub mod db;
pub mod error;
pub mod form;
pub mod guard;
pub mod limits;
pub mod mail;
pub mod network;
pub mod secret;
pub mod texts;
pub mod vault;

pub use ctx::{Ctx, Platform};
pub use db::{Db, DbError, Row, Tx, Value};
pub use error::{PageError, PageResult};
pub use texts::T;
