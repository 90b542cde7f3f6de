//! The real application on a real port and a real database, for tests that use it the way people do.
//!
//! [`TestApp`] is one running instance with a database of its own, a clock that stands where a test puts it, and letters
//! that are kept instead of sent. [`case`] plays a case of `cases/` up to one of its moments; [`dump`] reads every row of
//! every table, for tests that look at what an adversary with the whole database would see; [`postbox`] is a mail server.
//!
//! Invariants: a test shares nothing with another (what it starts from is copied for it), so all may run at once; a test that names an engine that is not there
//! fails instead of passing by; nothing here is used outside tests.
//!
//! It never links `report` (the typesetter takes minutes to build): in its place stands [`typeset`], which checks that it
//! was given JSON and gives that JSON back. A test sees what would be printed; that it becomes a sound PDF is tested where
//! the typesetter is linked, in `report` and in `server`.
//!
//! To add an actor or a story: a method of [`TestApp`] that presses buttons, never one that writes to the database.

mod app;
mod authenticator;
pub mod blind;
pub mod case;
pub mod crawl;
mod database;
pub mod dump;
pub mod postbox;
pub mod source;

pub use app::{Folder, TLS, TestApp, for_each_engine, serve_until_killed, typeset};
pub use authenticator::Authenticator;
pub use case::for_each_engine_at;
pub use database::Engine;
pub use dump::Dump;
pub use postbox::Postbox;
pub use scenario::{Browser, Cast, Player, Script, View};
