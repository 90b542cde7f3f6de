//! What may be shown of a group, and what must be hidden with it: statistical disclosure control. Pure.
//!
//! The way in: prove that the campaign is [`LargeEnough`], count the contributors of each group for each item, and
//! [`Plan::draw`]. The plan alone makes shown [`Disclosed`] values; a template can print nothing else.
//!
//! Invariants, each a test in `tests/attack.rs` over thousands of random tables:
//! 1. A group under the [`Floor`] is withheld. Nobody looks the same as one person, and as four.
//! 2. No addition or subtraction of what is shown gives a set of contributors smaller than the floor.
//! 3. Raising the floor only hides: a table published twice, before and after, gives no more than the first.
//!
//! Sources: frequency and subtraction rules as practised by official statistics and staff surveys (lessons.md 4.1);
//! the usual least group of five; the advice to make no statistics under ten people (lessons.md, part 1, point 4).
//!
//! Limits, to be told wherever results are explained:
//! - The floor is on who is counted, not on what they said: if all twelve people of a group answered alike, showing
//!   the group shows each of them. A share of 83 ‰ of twelve people is one person, unnamed.
//! - Who answered can subtract their own answer: a group of five is a group of four to each of its members.
//! - When two small groups stand behind a shown total, reasoning on bounds may give their exact head counts (eight
//!   people in two groups of at most four), never what either group answered.
//! - One plan covers one campaign cut once into groups. Two cuts of the same sheets (by trade, then by site) published
//!   side by side need one plan over both, which this crate does not draw: publish one cut.
//!
//! To add something that can be shown: make it an item of the plan, and extend the attacker in `tests/attack.rs` first.

mod count;
mod disclosed;
mod plan;

pub use count::{Floor, FloorTooLow, LargeEnough, NoStatistics, RawCount};
pub use disclosed::{Cell, Disclosed, Shown};
pub use plan::{CannotPlan, Plan, Row};
