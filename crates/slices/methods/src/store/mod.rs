//! Campaigns, codes and answers in the database.
//!
//! What is kept, and what it hides. An answer sheet holds its campaign, its group, a random identifier and the answers; a
//! code holds its digest, its group and whether it was used; a letter, its digest, its group and the digest of the blinded
//! token that was signed; a token that answered, its digest and its group. No column joins any two of them, nor a letter
//! and an address, and none has a time, an address, a browser or a person. The journal records that codes were made and
//! letters sent, never that one was used. Whatever an answer or a draw writes is written again with the other rows of its
//! group, in an order of chance (`mixing`): neither the order of rows nor PostgreSQL's transaction numbers keep the order of
//! arrival. When the campaign closes, codes, letters, addresses, keys and tokens are deleted, and every sheet is written
//! again under a new random identifier.
//!
//! What this does not hide. While a campaign is open, whoever has two copies of the database, taken before and after one
//! answer (or what PostgreSQL keeps of dead rows until vacuum, or its write-ahead log), sees which digest was used with
//! which sheet. From a token that leads nowhere: whoever signed it never saw it. From a code it leads to a slip of paper,
//! and to a person only if somebody noted who drew it: hence the
//! hat. Whoever keeps a copy of the printed codes can answer with those that nobody used; the journal and the page of the
//! campaign name the party that printed them. Answers that pass through a network that the employer watches are hidden by
//! encryption, the fact of having visited the page is not: the page says to use one's own telephone.

mod answering;
mod campaigns;
mod codes;
mod letters;
mod mixing;
mod publications;
mod results;
#[cfg(test)]
mod tests;
mod together;

use kernel::Id;

pub use answering::{Door, HandedIn, Place, Right, hand_in, knock};
pub use campaigns::{abandon, campaigns, close, find, open, prepare};
pub use codes::{CodeDigest, MadeCodes, NewCode, answered, codes_are_in_use, make_codes};
pub use letters::{
    Asked, Drawn, Invitation, Issue, LetterDigest, Renewed, ask, draw, forget_address, invited, letters_to,
    note_forged, renew,
};
pub use publications::{Publication, digest, publications, raise_floor};
pub use results::{published, results};
pub use together::{answer_together, attend, together};

/// What an answer sheet is identified by: chance alone.
pub enum AnswerSheet {}
/// The identifier of an answer sheet; make it with `new_unordered_id`, never with `new_id`, which tells the time.
pub type SheetId = Id<AnswerSheet>;
