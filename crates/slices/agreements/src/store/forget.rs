//! A person who erases themselves: what they wrote and consented to stays, in the name of their party.

use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};

/// Puts something else where a name stood, in what was written and consented to for this party.
pub fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    party: Party,
    name: &str,
    instead: &str,
) -> Result<(), DbError> {
    tx.execute(
        "UPDATE clause_version SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        values![organisation, party, name, instead],
    )?;
    tx.execute(
        "UPDATE clause_position SET by_name = $4 WHERE organisation_id = $1 AND party = $2 AND by_name = $3",
        values![organisation, party, name, instead],
    )?;
    Ok(())
}
