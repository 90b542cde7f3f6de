//! A person who erases themselves: what they said of obligations and of a gate stays, in the name of their party.

use access::store::{Held, NOBODY};
use platform::{DbError, Tx, values};

/// Takes their name out of what was said from a seat. What was said before the seat was kept beside the name is known by
/// party and name.
pub fn forget(tx: &mut Tx<'_>, seat: &Held) -> Result<(), DbError> {
    for name in &seat.names {
        for statement in [
            "UPDATE evidence SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE evidence SET withdrawn_name = $5 WHERE organisation_id = $1
             AND (withdrawn_member = $2 OR withdrawn_member IS NULL AND withdrawn_party = $3 AND withdrawn_name = $4)",
        ] {
            tx.execute(statement, values![seat.organisation, seat.member, seat.party, name, NOBODY])?;
        }
    }
    tx.execute(
        "UPDATE gate_crossing SET by_name = $3 WHERE organisation_id = $1 AND by_member = $2",
        values![seat.organisation, seat.member, NOBODY],
    )?;
    Ok(())
}
