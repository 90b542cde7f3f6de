//! What was done: an append-only, hash-chained record of acts, that each party can verify offline (commitment 10).
//!
//! The lowest slice: whoever changes state calls [`record`] in the transaction of the act. A record holds who (member and
//! party), what (a kind and its body), on what, when; never an answer, a code, or what a person said in confidence.
//!
//! Invariants: numbers follow one another without a gap in each organisation; a record's `previous` is the hash of the
//! record before it; a stored line is never written again.
//!
//! To add a kind of act: a constant text `subject_verbed` at the place of the act, and a Fluent line `journal-kind-…` for
//! the page that lists the journal.

pub mod model;
mod store;

pub use model::record::{Author, Entry};
pub use model::verify::{Fault, Verified, verify};
pub use store::{Head, Line, export, head, lines, organisations, record};
