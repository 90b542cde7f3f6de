//! A person who erases themselves: what they measured and declared stays, in the name of their party.

use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};

/// Puts something else where a name stood, in what was declared, measured and reviewed for this party.
pub fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    party: Party,
    name: &str,
    instead: &str,
) -> Result<(), DbError> {
    for statement in [
        "UPDATE commitment SET kept_by_name = $4 WHERE organisation_id = $1 AND kept_by_party = $2 AND kept_by_name = $3",
        "UPDATE indicator_reading SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE review SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
    ] {
        tx.execute(statement, values![organisation, party, name, instead])?;
    }
    Ok(())
}
