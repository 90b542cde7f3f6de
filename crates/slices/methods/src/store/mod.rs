//! Campaigns, codes and answers in the database.
//!
//! What is kept, and what it hides. A code and a letter hold their digest and their group, are written once and never
//! change. What comes in goes into the ballot box of its group, one row (`ballot_box`): the digests of codes and of tokens
//! that answered, those of letters used with that of the blinded token each had signed, and the sheets, each list in the
//! order of what it says. Nothing joins a sheet to any of them, nor a letter to an address but for who holds the secret of
//! the instance, which is outside the database; none has a time, an address, a browser or a person. The journal records that codes were made and letters sent, never that one was used. A box depends
//! on the set of what came in and on nothing else: neither rows nor PostgreSQL's transaction numbers keep the order of
//! arrival. When the campaign closes, codes, letters, addresses, keys and tokens are deleted, and every box is written again
//! with its sheets alone.
//!
//! What this does not hide. While a campaign is open, whoever has two copies of the database, taken before and after one
//! answer (or what PostgreSQL keeps of dead rows until vacuum, or its write-ahead log), sees which digest was used with
//! which sheet. From a token that leads nowhere: whoever signed it never saw it. From a code it leads to a slip of paper,
//! and to a person only if somebody noted who drew it: hence the
//! hat. Whoever keeps a copy of the printed codes can answer with those that nobody used; the journal and the page of the
//! campaign name the party that printed them. Answers that pass through a network that the employer watches are hidden by
//! encryption, the fact of having visited the page is not: the page says to use one's own telephone.

mod answering;
mod ballot_box;
mod campaigns;
mod codes;
mod forget_project;
mod information;
mod letters;
mod publications;
mod results;
#[cfg(test)]
mod tests;
mod together;

pub use answering::{Door, HandedIn, Place, Right, hand_in, knock};
pub use campaigns::{abandon, campaigns, close, find, open, prepare};
pub use codes::{CodeDigest, MadeCodes, NewCode, answered, codes_are_in_use, make_codes};
pub use forget_project::forget_project;
pub use information::{freeze, frozen};
pub use letters::{
    Addressed, Asked, Drawn, Invitation, Issue, LetterDigest, Renewed, Replaced, Replacement, SealedLetter,
    addressed, ask, draw, forget_address, invited, letters_to, note_forged, renew, replace,
};
pub use publications::{Publication, digest, publications, raise_floor};
pub use results::{published, results};
pub use together::{answer_together, attend, together};
