//! Which parties of an organisation come in with a passkey only.

use jiff::Timestamp;
use journal::Entry;
use kernel::{OrganisationId, Party, PersonId};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::model::{act::Permit, opening::Opening};

/// The parties whose members come in with a passkey only, in the order of the parties.
pub fn with_passkey_only(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Party>, DbError> {
    let mut parties = tx.list(
        "SELECT party FROM passkey_party WHERE organisation_id = $1",
        values![organisation],
        |row| row.parse(0),
    )?;
    parties.sort_unstable();
    Ok(parties)
}

/// Whether a seat that this person holds opens to a passkey only.
pub fn demands_passkey(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM member m
         JOIN passkey_party k ON k.organisation_id = m.organisation_id AND k.party = m.party
         WHERE m.person_id = $1 AND m.left_on IS NULL",
        values![person],
    )
}

/// Asks the members of these parties for a passkey, and of no other.
pub fn ask_for_passkeys(
    tx: &mut Tx<'_>,
    permit: &Permit,
    parties: &[Party],
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute("DELETE FROM passkey_party WHERE organisation_id = $1", values![organisation])?;
    for party in parties {
        tx.execute(
            "INSERT INTO passkey_party (organisation_id, party) VALUES ($1, $2)",
            values![organisation, *party],
        )?;
    }
    let body = json!({"with_passkey_only": parties});
    journal::record(tx, &permit.author(), now, &Entry::new("sign_in_rule_changed", organisation, body))
}

/// Says that whoever holds a session has since shown who they are in a stronger way.
pub fn raise_session(tx: &mut Tx<'_>, session: &str, opened_with: Opening) -> Result<(), DbError> {
    tx.execute(
        "UPDATE session SET opened_with = $2 WHERE secret_hash = $1",
        values![session, opened_with.code()],
    )?;
    Ok(())
}
