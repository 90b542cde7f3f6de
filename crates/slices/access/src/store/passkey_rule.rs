//! Which parties of an organisation come in with a passkey only.

use jiff::Timestamp;
use journal::Entry;
use kernel::{Id, OrganisationId, Party, PersonId};
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

/// The passkeys of a person that still open the seat of some organisation that asks for one.
pub fn live_passkeys<P: ?Sized>(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Id<P>>, DbError> {
    tx.list(
        "SELECT DISTINCT p.passkey_id FROM passkey p
         JOIN member m ON m.person_id = p.person_id AND m.left_on IS NULL
         JOIN passkey_party k ON k.organisation_id = m.organisation_id AND k.party = m.party
         WHERE p.person_id = $1 AND NOT EXISTS (SELECT 1 FROM passkey_struck x
           WHERE x.organisation_id = m.organisation_id AND x.person_id = p.person_id AND x.passkey_id = p.passkey_id)
         ORDER BY p.passkey_id",
        values![person],
        |row| row.parse(0),
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

/// Says that whoever holds a session has since shown this passkey.
pub fn raise_session(tx: &mut Tx<'_>, session: &str, passkey: impl ToString) -> Result<(), DbError> {
    tx.execute(
        "UPDATE session SET opened_with = $2, passkey_id = $3 WHERE secret_hash = $1",
        values![session, Opening::Passkey.code(), passkey.to_string()],
    )?;
    Ok(())
}

/// Whether this session was opened with a passkey that some organisation of its person has struck out.
pub fn came_with_a_struck_passkey(tx: &mut Tx<'_>, session: &str) -> Result<bool, DbError> {
    tx.exists(
        "SELECT 1 FROM session s JOIN passkey_struck x ON x.person_id = s.person_id
           AND (s.passkey_id IS NULL OR x.passkey_id = s.passkey_id)
         WHERE s.secret_hash = $1 AND s.opened_with = $2",
        values![session, Opening::Passkey.code()],
    )
}

/// Strikes out, in this organisation and in no other, every passkey that a person has: others gave them their seats back.
pub(super) fn strike_passkeys(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO passkey_struck (organisation_id, person_id, passkey_id)
         SELECT $1, p.person_id, p.passkey_id FROM passkey p WHERE p.person_id = $2 ON CONFLICT DO NOTHING",
        values![organisation, person],
    )?;
    Ok(())
}
