//! Conditions of law: parsed with limits, evaluated in three values, explained.
//!
//! Pure: facts in, verdict out; the date of evaluation is a fact like another (`as_of`). Nothing here knows an article,
//! a threshold or a question: those are data.
//!
//! # The language
//!
//! A subset of CEL's syntax, with the words a jurist writes beside the signs a programmer writes:
//!
//! | what | how |
//! |---|---|
//! | logic | `and` `or` `not`, or `&&` `\|\|` `!`; `always` |
//! | comparison | `==` `!=` `<` `<=` `>` `>=`, chained as in `11 <= org.headcount <= 20` |
//! | absence | `is none`, `is not none` (also `null`, `None`; `==` and `!=` work too) |
//! | membership | `system.role in ("deployer", "both")`, `"c1" in data.dpia_criteria`, `not in` |
//! | choice | `condition ? value : otherwise` |
//! | constants | `true`, `12`, `"pilot"`, `2027-12-02` or `date("2027-12-02")`, lists of texts |
//! | functions | `len` (`size`), `add_months`, `plus_days`, `minus_days`, `add_period`, `next_working_day`, `previous_working_day`, `plus_jours_ouvrables`, `days_between`, `min`, `max` |
//!
//! There is no arithmetic, no negative number, no loop, no text function: what a pack cannot say, it cannot get wrong.
//!
//! # Invariants
//!
//! - Unknown is never false. `false` settles an `and`, `true` settles an `or`, whatever is unknown beside them.
//! - A decided answer is the answer of every way of filling in what is unknown (tested as a property).
//! - What is absent (`none`) is known: it equals `none`, it is neither before nor after anything.
//! - No text, however hostile, overflows or panics: [`MAX_LENGTH`] characters, [`MAX_DEPTH`] levels, an error with its column.
//! - Names and kinds are checked when the expression is read, against a [`Vocabulary`].
//!
//! To add a function: one variant in `function.rs` with its signature, one arm in its evaluation, one line above, one test.
//!
//! ```
//! use std::collections::BTreeMap;
//! use rules::{Condition, Kind, Trigger, Truth, Value};
//!
//! let words = BTreeMap::from([("headcount".to_owned(), Kind::Int), ("monitors".to_owned(), Kind::Bool)]);
//! let trigger = Trigger::new(vec![
//!     Condition::parse("fifty", "headcount >= 50", &words).unwrap(),
//!     Condition::parse("monitors", "monitors", &words).unwrap(),
//! ]);
//! let facts = BTreeMap::from([("headcount".to_owned(), Value::Int(86)), ("monitors".to_owned(), Value::unknown("monitors"))]);
//! let verdict = trigger.evaluate(&facts);
//! assert_eq!(verdict.truth, Truth::Unknown);
//! assert_eq!(verdict.missing.into_iter().collect::<Vec<_>>(), ["monitors"]);
//! ```

mod change;
mod check;
mod condition;
mod definitions;
mod error;
mod evaluate;
mod expression;
mod facts;
mod function;
mod kind;
mod parse;
mod token;
mod trial;
mod truth;
mod value;

pub use change::{Change, Changes, Need};
pub use condition::{Condition, ConditionTrace, Traces, Trigger, Verdict};
pub use definitions::{Definitions, Derived};
pub use error::{ExpressionError, Problem};
pub use expression::{Comparison, Expression};
pub use facts::Facts;
pub use kind::{Kind, Vocabulary};
pub use truth::Truth;
pub use value::{Doubt, Period, Unit, Value};

/// The longest expression that is read, in bytes.
pub const MAX_LENGTH: usize = 2_000;

/// The deepest nesting that is read: a rule that needs more is several conditions.
pub const MAX_DEPTH: usize = 32;
