//! Links in the database: two indexes, so that a thread is followed from either end.

use access::Reader;
use jiff::civil::Date;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

use super::hidden::{hidden, passed};
use crate::model::link::Link;

/// Keeps that one thing led to another; nothing happens when it is known. The act that makes the link is what is journalled.
pub fn link(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    from: (&str, String),
    to: (&str, String),
    relation: &str,
    on: Date,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO link (organisation_id, project_id, from_kind, from_id, to_kind, to_id, relation, linked_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
        values![organisation, project, from.0, from.1, to.0, to.1, relation, on],
    )?;
    Ok(())
}

/// Removes a link that no longer holds.
pub fn unlink(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    from: (&str, String),
    to: (&str, String),
    relation: &str,
) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM link WHERE organisation_id = $1 AND project_id = $2 AND from_kind = $3 AND from_id = $4
           AND to_kind = $5 AND to_id = $6 AND relation = $7",
        values![organisation, project, from.0, from.1, to.0, to.1, relation],
    )?;
    Ok(())
}

/// Every link of a project that this reader may follow, oldest first. Of what is hidden from them there is no link, and of
/// what was passed on none but those that lead onwards.
pub fn links(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Vec<Link>, DbError> {
    tx.list(
        concat!(
            "SELECT l.from_kind, l.from_id, l.to_kind, l.to_id, l.relation, l.linked_on FROM link l
             WHERE l.organisation_id = $1 AND l.project_id = $2
               AND NOT (l.to_kind = 'finding' AND EXISTS (SELECT 1 FROM finding f WHERE f.organisation_id = $1
                 AND f.project_id = $2 AND f.finding_id = l.to_id AND ",
            hidden!("f.recorded_by", "f.recorded_on"),
            "))
               AND NOT (l.from_kind = 'finding' AND EXISTS (SELECT 1 FROM finding f WHERE f.organisation_id = $1
                 AND f.project_id = $2 AND f.finding_id = l.from_id AND ",
            hidden!("f.recorded_by", "f.recorded_on"),
            " AND (l.relation = 'taken_up_in' OR NOT ",
            passed!(),
            ")))
             ORDER BY l.linked_on, l.from_kind, l.from_id, l.to_kind, l.to_id, l.relation"
        ),
        values![reader.organisation(), project, reader.key()],
        |row| {
            Ok::<_, DbError>(Link {
                from_kind: row.get(0)?,
                from_id: row.get(1)?,
                to_kind: row.get(2)?,
                to_id: row.get(3)?,
                relation: row.get(4)?,
                on: row.parse(5)?,
            })
        },
    )
}
