//! Links in the database: two indexes, so that a thread is followed from either end.

use jiff::civil::Date;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};

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

/// Every link of a project, oldest first.
pub fn links(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Link>, DbError> {
    tx.list(
        "SELECT from_kind, from_id, to_kind, to_id, relation, linked_on FROM link
         WHERE organisation_id = $1 AND project_id = $2 ORDER BY linked_on, from_kind, from_id, to_kind, to_id, relation",
        values![organisation, project],
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
