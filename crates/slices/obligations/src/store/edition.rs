//! The edition of the rule base under which a project was last read.

use access::Permit;
use jiff::Timestamp;
use journal::Entry;
use kernel::{OrganisationId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

/// An edition, and when it was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedEdition {
    pub edition: String,
    pub at: Timestamp,
}

/// The edition under which a project was last read; nothing where none was noted yet.
pub fn noted_edition(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Option<NotedEdition>, DbError> {
    tx.find(
        "SELECT edition, noted_at FROM law_edition WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
        |row| Ok(NotedEdition { edition: row.get(0)?, at: row.parse(1)? }),
    )
}

/// Notes the edition of a first reading. A later one changes nothing here: it takes somebody who looked at the difference.
pub fn note_edition(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    edition: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO law_edition (organisation_id, project_id, edition, noted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, project_id) DO NOTHING",
        values![organisation, project, edition, now],
    )?;
    Ok(())
}

/// Says that a project was read again under an edition. The same said twice is said once.
pub fn adopt_edition(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    edition: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let was = noted_edition(tx, organisation, project)?.map(|noted| noted.edition);
    if was.as_deref() == Some(edition) {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO law_edition (organisation_id, project_id, edition, noted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, project_id) DO UPDATE SET edition = $3, noted_at = $4",
        values![organisation, project, edition, now],
    )?;
    let body = json!({"edition": edition, "was": was});
    journal::record(tx, &permit.author(), now, &Entry::new("law_edition_adopted", project, body).of(project))
}
