//! Campaigns, codes and answers in the database.
//!
//! What is kept, and what it hides. An answer sheet holds its campaign, its group, a random identifier and the answers; a
//! code holds its digest, its group and whether it was used. No column joins the two, and neither has a time, an
//! address, a browser or a person. The journal records that codes were made, never that one was used. When the campaign
//! closes, its codes are deleted and every sheet is written again under a new random identifier, in the order of the old
//! ones: neither the order of rows nor PostgreSQL's transaction numbers keep the order of arrival.
//!
//! What this does not hide. While a campaign is open, whoever can read the files of the database at two moments (or the
//! transaction numbers of PostgreSQL) can see which digest was used with which sheet, and a copy of the database made
//! then stays what it is. That leads to a slip of paper, and to a person only if somebody noted who drew it: hence the
//! hat. Whoever keeps a copy of the printed codes can answer with those that nobody used; the journal and the page of the
//! campaign name the party that printed them. Answers that pass through a network that the employer watches are hidden by
//! encryption, the fact of having visited the page is not: the page says to use one's own telephone.

mod answering;
mod campaigns;
mod codes;
mod publications;
mod results;
#[cfg(test)]
mod tests;

use kernel::Id;

pub use answering::{Door, HandedIn, Place, hand_in, knock};
pub use campaigns::{abandon, campaigns, close, find, open, prepare};
pub use codes::{CodeDigest, MadeCodes, NewCode, answered, make_codes};
pub use publications::{Publication, digest, publications};
pub use results::{published, results};

/// What an answer sheet is identified by: chance alone.
pub enum AnswerSheet {}
/// The identifier of an answer sheet; make it with `new_unordered_id`, never with `new_id`, which tells the time.
pub type SheetId = Id<AnswerSheet>;
