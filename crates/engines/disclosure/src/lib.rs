//! What may be shown of a group, and what must be hidden with it: statistical disclosure control. Pure.
//!
//! The way in: prove that the campaign is [`LargeEnough`], count the contributors of each group for each item, and
//! [`Plan::draw`]; where the same people are broken down several times, [`Crossed::draw`]; where something was published
//! before, [`recall`] it. A plan alone makes shown [`Disclosed`] values; a template can print nothing else.
//!
//! Invariants, each a test in `tests/` over thousands of random tables:
//! 1. A group under the [`Floor`] is withheld. Nobody looks the same as one person, and as four.
//! 2. No addition or subtraction of what is shown, in any breakdown, gives a set of contributors smaller than the floor.
//! 3. Raising the floor only hides: a table published twice, before and after, gives no more than the first.
//! 4. Where fewer people than the floor came or left since an earlier publication, nothing that they may say makes a
//!    difference with it (decision 0018, and the tests of `scoring`).
//!
//! Sources: frequency and subtraction rules as practised by official statistics and staff surveys; the usual least group
//! of five; the advice to make no statistics under ten people.
//!
//! Limits, to be told wherever results are explained:
//! - The floor is on who is counted, not on what they said: if all twelve people of a group answered alike, showing
//!   the group shows each of them. A share of 83 ‰ of twelve people is one person, unnamed.
//! - Who answered can subtract their own answer: a group of five is a group of four to each of its members.
//! - When two small groups stand behind a shown total, reasoning on bounds may give their exact head counts (eight
//!   people in two groups of at most four), never what either group answered.
//! - The memory counts who came and left by head counts: one who came as another left is not seen.
//!
//! To add something that can be shown: make it an item of the plan, and extend the attackers in `tests/` first.

mod count;
mod crossed;
mod disclosed;
mod memory;
mod plan;
mod span;

pub use count::{Floor, FloorTooLow, LargeEnough, NoStatistics, RawCount};
pub use crossed::{CannotCross, Corner, Crossed, MOST_GROUPS};
pub use disclosed::{Cell, Disclosed, Shown};
pub use memory::{Comparison, Recall, recall};
pub use plan::{CannotPlan, Plan, Row};
