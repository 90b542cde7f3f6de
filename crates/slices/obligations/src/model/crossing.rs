//! Going past a closed gate: with both keys, or as something that happened and that one party says.

use jiff::civil::Date;
use kernel::{Id, Party, Stage, codes};
use serde::Serialize;

/// What the ids of crossings are ids of.
pub mod mark {
    pub enum Crossing {}
}

pub type CrossingId = Id<mark::Crossing>;

codes! {
    /// How a closed gate was gone past.
    pub enum Way("way past a gate") {
        /// Both keys were turned, with a written reason.
        Agreed = "agreed",
        /// It happened, and a party says so.
        Reported = "reported",
    }
}

/// A closed gate that was gone past. It is never removed: what came after does not undo it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Crossing {
    pub id: CrossingId,
    pub way: Way,
    pub stage: Stage,
    pub began_on: Date,
    /// What kept the gate shut, as [`super::gate::ShutBy::text`] says it.
    pub shut_by: Vec<String>,
    pub reason: String,
    pub recorded_on: Date,
    pub party: Party,
    pub name: String,
    /// Whose key was the first, where two were turned.
    pub first_party: Option<Party>,
}
