//! What was done: an append-only, hash-chained record of acts, that each party can verify offline (commitment 10).
//!
//! The lowest slice: whoever changes state calls [`record`] in the transaction of the act. A record holds who (member and
//! party), what (a kind and its body), on what, when; never an answer, a code, or what a person said in confidence.
//!
//! Invariants: numbers follow one another without a gap in each organisation; a record's `previous` is the hash of the
//! record before it; a stored line is never written again. What names somebody, and what workers and line managers said
//! (with the fact that they said it), stands in the line as a seal only, and so do all the words of a project; an opening stands
//! beside, is given to who may read it, and can be erased: the chain goes on proving.
//!
//! To add a kind of act: a constant text `subject_verbed` at the place of the act, and a Fluent line `journal-kind-…` for
//! the page that lists the journal. A body that names a member says so ([`Entry::naming`]); one that holds what its author
//! wrote says so too ([`Entry::confiding`]).

pub mod model;
mod read;
mod store;

pub use model::record::{Author, Entry};
pub use model::verify::{Fault, Verified, verify};
pub use read::{Line, Reader, export, lines};
pub use store::{Head, forget, forget_project, head, named, organisations, record};
