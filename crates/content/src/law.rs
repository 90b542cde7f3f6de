//! Law packs: rules as data, checked when read, evaluated on a case on a day.
//!
//! A pack says *when* a rule applies (named conditions over facts), *who must do what*, *by when* (dates worked out
//! from the facts), *where it is written*, and how sure we are. Everything a person reads is in the pack, in both
//! languages; the articles are attested, the wording is ours and the pack says so.
//!
//! Invariants: a rule that depends on something unknown is undetermined, never left out; two readings of the same
//! facts on the same day are equal; a pack with a fault is not loaded at all, and every fault is named at once.
//!
//! To add a rule: a `[[rule]]` in the file of its family, its conditions beside it, a case in `cases/each-rule.toml`
//! in which it applies and one in which it does not. To add a fact: a `[[fact]]` in `facts.toml`. No code changes.
//!
//! ```
//! use content::law::{self, CaseFacts};
//! use rules::Value;
//!
//! let pack = law::load(law::embedded().iter().copied()).unwrap();
//! let mut case = CaseFacts::new();
//! case.set("org.sector", Value::text("company")).unwrap();
//! case.set("org.headcount", Value::Int(86)).unwrap();
//! case.set_unknown("org.cse").unwrap();
//! let reading = pack.evaluate(&case, jiff::civil::date(2026, 11, 22));
//! assert!(reading.applied("duerp-annual-update").is_some());
//! assert!(reading.missing().contains("org.cse"));
//! ```

mod audit;
mod case;
mod case_file;
mod case_json;
mod checks;
mod difference;
mod embedded;
mod evaluate;
mod expectation;
mod in_force;
mod kinds;
mod load;
mod load_rules;
mod pack;
mod prevention;
mod raw;
mod reading;
mod source;
mod text;
mod vocabulary;
mod witness;

#[cfg(test)]
mod tests;

pub use crate::diagnostic::Diagnostic;
pub use audit::{Audit, audit};
pub use case::{CaseFacts, NotAFact};
pub use case_json::CaseFault;
pub use difference::{DateMove, Days, Difference, Reworded, RuleChange, Standing, difference, reworded};
pub use embedded::{embedded, embedded_tests};
pub use evaluate::{Explanation, Outcome};
pub use expectation::{Expectation, Mismatch};
pub use in_force::{built_in, edition, editions, in_force, keep, put_in_force};
pub use kinds::{DateKind, RuleKind, RuleScope};
pub use load::load;
pub use pack::{Citation, Family, LawPack, Pending, Rule, RuleDate};
pub use prevention::{
    Plan, PreventionPack, ProposedAction, ProposedLine, Scale, prevention, read_prevention,
};
pub use reading::{Applied, Conditional, DatedDeadline, OpenDate, Reading, Undetermined, Upcoming};
pub use text::Text;
pub use vocabulary::{FactWord, Words, words};
