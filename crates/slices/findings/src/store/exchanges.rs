//! Where and when things were said, and where they passed: without a word of them, for whoever watches over the dialogue.

use access::Reader;
use kernel::ProjectId;
use platform::{DbError, Tx, values};
use spaces::Exchanges;

use super::hidden::hidden;

/// The days on which something was said in each space of a project by those who are not hidden from the reader, and on
/// which something passed between two, which all may see.
pub fn exchanges(tx: &mut Tx<'_>, reader: Reader, project: ProjectId) -> Result<Exchanges, DbError> {
    let said = tx.list(
        concat!(
            "SELECT f.space_id, f.recorded_on FROM finding f
             WHERE f.organisation_id = $1 AND f.project_id = $2 AND NOT ",
            hidden!("f.recorded_by", "f.recorded_on"),
            " ORDER BY f.recorded_on, f.space_id"
        ),
        values![reader.organisation(), project, reader.key()],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
    )?;
    let passed = tx.list(
        "SELECT f.space_id, t.space_id, t.passed_on FROM transmission t
         JOIN finding f ON f.organisation_id = t.organisation_id AND f.project_id = t.project_id
           AND f.finding_id = t.finding_id
         WHERE t.organisation_id = $1 AND t.project_id = $2 ORDER BY t.passed_on, t.space_id, f.space_id",
        values![reader.organisation(), project],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?)),
    )?;
    Ok(Exchanges { said, passed })
}
