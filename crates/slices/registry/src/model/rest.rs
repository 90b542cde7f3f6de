//! A project that is set aside: an outcome of the dialogue like any other, with its reason and the day it is talked about again.

use jiff::civil::Date;
use kernel::codes;
use serde::Serialize;

codes! {
    /// What became of a project that does not go on.
    pub enum RestState("rest") {
        Suspended = "suspended",
        Abandoned = "abandoned",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rest {
    pub state: RestState,
    pub reason: String,
    pub since: Date,
    /// Nothing is settled once and for all.
    pub review_on: Date,
}
