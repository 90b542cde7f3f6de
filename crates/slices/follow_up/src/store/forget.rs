//! A person who erases themselves: what they measured and declared stays, in the name of their party.

use access::store::{Held, NOBODY};
use platform::{DbError, Tx, values};

/// Takes their name out of what was declared, measured and reviewed from a seat. What was done before the seat was kept
/// beside the name is known by party and name.
pub fn forget(tx: &mut Tx<'_>, seat: &Held) -> Result<(), DbError> {
    for name in &seat.names {
        for statement in [
            "UPDATE commitment SET kept_by_name = $5 WHERE organisation_id = $1
             AND (kept_by_member = $2 OR kept_by_member IS NULL AND kept_by_party = $3 AND kept_by_name = $4)",
            "UPDATE indicator_reading SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE review SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
        ] {
            tx.execute(statement, values![seat.organisation, seat.member, seat.party, name, NOBODY])?;
        }
    }
    Ok(())
}
