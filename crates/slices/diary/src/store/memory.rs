//! What the calendars of a seat last said of each date.

use std::collections::BTreeMap;

use kernel::{MemberId, OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

use crate::model::memory::Said;

/// All that was last said, by what tells each date apart.
pub fn memory(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<BTreeMap<String, Said>, DbError> {
    let said = tx.list(
        "SELECT entry, day, digest, sequence, changed_at FROM calendar_entry
         WHERE organisation_id = $1 AND member_id = $2",
        values![organisation, member],
        |row| {
            let said = Said {
                day: row.parse(1)?,
                digest: row.get(2)?,
                sequence: row.get(3)?,
                changed_at: row.parse(4)?,
            };
            Ok::<_, DbError>((row.get::<String>(0)?, said))
        },
    )?;
    Ok(said.into_iter().collect())
}

/// Keeps what is said now. Two nodes that answer at once keep the same.
pub fn keep(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
    changed: &[(String, ProjectId, Said)],
) -> Result<(), DbError> {
    for (entry, project, said) in changed {
        tx.execute(
            "INSERT INTO calendar_entry
               (organisation_id, member_id, entry, project_id, day, digest, sequence, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (organisation_id, member_id, entry) DO UPDATE SET day = excluded.day,
               digest = excluded.digest, sequence = excluded.sequence, changed_at = excluded.changed_at
             WHERE calendar_entry.sequence < excluded.sequence",
            values![
                organisation,
                member,
                entry,
                *project,
                said.day,
                &said.digest,
                said.sequence,
                said.changed_at
            ],
        )?;
    }
    Ok(())
}
