//! A person who erases themselves: what they wrote stays, in the name of their party.

use kernel::{OrganisationId, Party};
use platform::{DbError, Tx, values};

/// Puts something else where a name stood, in what was written for this party.
pub fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    party: Party,
    name: &str,
    instead: &str,
) -> Result<(), DbError> {
    for statement in [
        "UPDATE prevention_line SET proposed_name = $4
         WHERE organisation_id = $1 AND proposed_party = $2 AND proposed_name = $3",
        "UPDATE prevention_line SET written_name = $4
         WHERE organisation_id = $1 AND written_party = $2 AND written_name = $3",
        "UPDATE prevention_line SET aside_name = $4
         WHERE organisation_id = $1 AND aside_party = $2 AND aside_name = $3",
        "UPDATE prevention_remark SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
        "UPDATE prevention_action SET written_name = $4
         WHERE organisation_id = $1 AND written_party = $2 AND written_name = $3",
        "UPDATE prevention_version SET by_name = $4 WHERE organisation_id = $1 AND by_party = $2 AND by_name = $3",
    ] {
        tx.execute(statement, values![organisation, party, name, instead])?;
    }
    Ok(())
}
