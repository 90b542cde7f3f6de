//! A person who erases themselves: what they recorded stays, in the name of their party.

use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};

/// Puts something else where a name stood, in what was recorded, asked and answered for this party.
pub fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    party: Party,
    name: &str,
    instead: &str,
) -> Result<(), DbError> {
    for statement in [
        "UPDATE consultation SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE consultation_part SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE consultation_question SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE consultation_question SET answer_name = $4
         WHERE organisation_id = $1 AND answer_party = $2 AND answer_name = $3",
        "UPDATE consultation_event SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE consultation_event SET taken_back_name = $4
         WHERE organisation_id = $1 AND taken_back_party = $2 AND taken_back_name = $3",
    ] {
        tx.execute(statement, values![organisation, party, name, instead])?;
    }
    Ok(())
}
