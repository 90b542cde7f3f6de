//! Which openings of the journal a reader is given.

use access::Reader;
use platform::{DbError, Tx};

/// A reader of the journal: the words of those below them in the line of management stay sealed. A file is read as nobody in
/// particular would, since it circulates.
pub fn reading(tx: &mut Tx<'_>, reader: Reader) -> Result<journal::Reader, DbError> {
    let hidden = access::line::hidden_from(tx, reader)?.into_iter().collect();
    Ok(journal::Reader::Member { hidden })
}
