//! Who somebody of a provider is here.

use kernel::PersonId;
use platform::{DbError, Tx, values};

use crate::model::admission::{Identity, Known};

/// What is known here of an address and of a subject.
pub fn known(tx: &mut Tx<'_>, identity: &Identity) -> Result<Known, DbError> {
    let by_address = match &identity.email {
        Some(email) => access::store::person_of_email(tx, email)?.map(|person| person.id),
        None => None,
    };
    let by_subject = tx.find(
        "SELECT person_id FROM provider_subject WHERE issuer = $1 AND subject = $2",
        values![&identity.issuer, &identity.subject],
        |row| row.parse::<PersonId>(0),
    )?;
    let has_other_subject = match by_address {
        Some(person) => tx.exists(
            "SELECT 1 FROM provider_subject WHERE person_id = $1 AND issuer = $2 AND subject <> $3",
            values![person, &identity.issuer, &identity.subject],
        )?,
        None => false,
    };
    Ok(Known { by_address, by_subject, has_other_subject })
}

/// Remembers that this subject is this person.
pub fn remember(tx: &mut Tx<'_>, identity: &Identity, person: PersonId) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO provider_subject (issuer, subject, person_id) VALUES ($1, $2, $3)",
        values![&identity.issuer, &identity.subject, person],
    )?;
    Ok(())
}

/// Under which subject, of which issuer, a person is known at a provider.
pub fn subjects(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(String, String)>, DbError> {
    tx.list(
        "SELECT issuer, subject FROM provider_subject WHERE person_id = $1 ORDER BY issuer, subject",
        values![person],
        |row| Ok::<_, DbError>((row.get(0)?, row.get(1)?)),
    )
}
