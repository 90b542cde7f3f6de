//! What goes with a person who is erased.

use kernel::PersonId;
use platform::{DbError, Tx, values};

/// Forgets the passkeys of a person, who they are at a provider, and what they had begun.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), DbError> {
    for statement in [
        "DELETE FROM passkey WHERE person_id = $1",
        "DELETE FROM provider_subject WHERE person_id = $1",
        "DELETE FROM sign_in_attempt WHERE person_id = $1",
    ] {
        tx.execute(statement, values![person])?;
    }
    Ok(())
}
