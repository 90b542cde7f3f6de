//! From answer sheets to balances: where the parties see things differently, largest gap first. Pure.
//!
//! The way in: [`publish`], once, at closing; then [`again`], for whoever reads, and when the floor is raised. It counts,
//! asks [`disclosure`] what may be shown and what earlier publications forbid, and computes only that. There is no other
//! way to a number about a group, and no score of a person, a team or a tool.
//!
//! Invariants, each a test in `tests/properties.rs`:
//! 1. The order of the sheets never changes a result.
//! 2. A withheld group leaves no trace: whatever it answered, the results are the same to the last byte.
//! 3. No floating point: shares are [`Permille`], rounded half up, once for each person and once for their mean.
//! 4. Where fewer people than the floor came or left since an earlier campaign, what they say changes no value that the
//!    earlier campaign had published (decision 0018).
//! 5. A yes that is a vigilance point counts like a no that is one: rewording a question the other way changes nothing.
//!
//! To add a figure: compute it in `tally.rs` from sheets, put it in a row of the plan in `results.rs`, and check that
//! its base is the sheets or the contributors of the criterion; another base is a new item of the plan.

mod answer;
mod decide;
mod ledger;
mod permille;
mod publish;
mod published;
mod results;
mod tally;

pub use answer::{Answer, Polarity, Question, Sheet};
pub use permille::Permille;
pub use publish::{Campaign, Earlier, again, publish, results};
pub use published::{Line, Published, PublishedCriterion, Said};
pub use results::{Across, CannotScore, CriterionResult, Gap, InGroup, QuestionResult, Results};
pub use tally::{Balance, Shares};
