//! A person who erases themselves: what they recorded stays, in the name of their party.

use access::store::{Held, NOBODY};
use platform::{DbError, Tx, values};

/// Takes their name out of what was recorded, asked, answered and joined from a seat. What was recorded before the seat was
/// kept beside the name is known by party and name.
pub fn forget(tx: &mut Tx<'_>, seat: &Held) -> Result<(), DbError> {
    for name in &seat.names {
        for statement in [
            "UPDATE consultation SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE consultation_part SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE consultation_question SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE consultation_question SET answer_name = $5 WHERE organisation_id = $1
             AND (answer_member = $2 OR answer_member IS NULL AND answer_party = $3 AND answer_name = $4)",
            "UPDATE consultation_event SET by_name = $5 WHERE organisation_id = $1
             AND (by_member = $2 OR by_member IS NULL AND by_party = $3 AND by_name = $4)",
            "UPDATE consultation_event SET taken_back_name = $5 WHERE organisation_id = $1
             AND (taken_back_member = $2 OR taken_back_member IS NULL AND taken_back_party = $3 AND taken_back_name = $4)",
            "UPDATE consultation_event SET joined_name = $5 WHERE organisation_id = $1
             AND (joined_member = $2 OR joined_member IS NULL AND joined_party = $3 AND joined_name = $4)",
        ] {
            tx.execute(statement, values![seat.organisation, seat.member, seat.party, name, NOBODY])?;
        }
    }
    Ok(())
}
