//! Whoever it is about says no: by a letter to the address on file, or from a seat of theirs.

use jiff::Timestamp;
use journal::Author;
use kernel::RecoveryId;
use platform::{DbError, Tx, values};

use super::{Recovery, note, read, vouchers, waiting};
use crate::model::act::Permit;

/// The request that a link to an old address is about: looked up by a hash, before any organisation is known.
pub fn contested(tx: &mut Tx<'_>, hash: &str, now: Timestamp) -> Result<Option<(Recovery, String)>, DbError> {
    let found = tx.find(
        "SELECT r.recovery_id, r.organisation_id, r.person_id, r.email, r.asked_on, r.outcome, o.name, r.waits_until,
           (SELECT p.person_id FROM person p WHERE p.person_id = r.person_id AND p.email = r.email)
         FROM recovery r JOIN organisation o ON o.organisation_id = r.organisation_id
         WHERE (r.contest_hash = $1 OR r.second_contest_hash = $1) AND r.expires_at >= $2",
        values![hash, now],
        |row| Ok::<_, DbError>((read(row)?, row.get::<String>(6)?)),
    )?;
    let Some((mut asked, organisation)) = found else { return Ok(None) };
    asked.vouchers = vouchers(tx, asked.organisation, asked.id)?;
    Ok(Some((asked, organisation)))
}

/// Whoever still reads the old address says no: a request that waits ends there.
pub fn contest(tx: &mut Tx<'_>, hash: &str, now: Timestamp) -> Result<bool, DbError> {
    let Some((asked, _)) = contested(tx, hash, now)?.filter(|(asked, _)| asked.outcome.is_none()) else {
        return Ok(false);
    };
    let author = Author { organisation: asked.organisation, member: None, party: None };
    stop(tx, &author, &asked, now)?;
    Ok(true)
}

/// Whoever it is about comes in and says no, from a seat of theirs. False where the request is not about them.
pub fn refuse_own(tx: &mut Tx<'_>, permit: &Permit, id: RecoveryId, now: Timestamp) -> Result<bool, DbError> {
    let actor = permit.actor();
    let asked = waiting(tx, actor.organisation, now)?.into_iter().find(|one| one.id == id);
    let Some(asked) = asked.filter(|asked| asked.person == actor.person) else { return Ok(false) };
    stop(tx, &permit.author(), &asked, now)?;
    Ok(true)
}

fn stop(tx: &mut Tx<'_>, author: &Author, asked: &Recovery, now: Timestamp) -> Result<(), DbError> {
    tx.execute(
        "UPDATE recovery SET outcome = 'contested', email = '' WHERE organisation_id = $1 AND recovery_id = $2",
        values![asked.organisation, asked.id],
    )?;
    note(tx, author, now, "recovery_contested", asked.id, asked.person)
}
