//! Public: what is done with data, and the card of Trinôme itself. For each person: what is kept of them, and their erasure.

pub mod card;
pub mod deletion;
pub mod erase;
pub mod mydata;
pub mod processing;

use access::{Session, Visitor};
use platform::PageError;

/// A session whose person has shown that the address is theirs: only they touch what is the person's own.
fn proved(visitor: &Visitor) -> Result<Session, PageError> {
    visitor.session.clone().filter(|session| session.only_in.is_none()).ok_or(PageError::SignIn)
}
