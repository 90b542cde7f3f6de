//! Notes in the database. Each query binds the organisation and the party of whoever asks; see the root of this crate for
//! why no act here leaves a line in the journal.

mod forget_project;

use access::{Actor, Permit};
use jiff::civil::Date;
use kernel::{MemberId, NoteId, OrganisationId, ProjectId};
use platform::{DbError, Row, Tx, values};

pub use forget_project::forget_project;

use crate::model::note::{Note, first_kept};

/// The notes that the reader's own party keeps, but those of whom the line of management hides from them, newest first; with those it took out and may take back.
pub fn notes(tx: &mut Tx<'_>, reader: &Actor, project: ProjectId, today: Date) -> Result<Vec<Note>, DbError> {
    tx.list(
        "SELECT note_id, words, version, written_by, written_on, changed_on, removed_on FROM notebook_note
         WHERE organisation_id = $1 AND project_id = $2 AND party = $3 AND (removed_on IS NULL OR removed_on >= $4)
           AND NOT EXISTS (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1 AND h.reader_member_id = $5
             AND h.author_member_id = written_by AND h.until_on >= written_on)
         ORDER BY written_on DESC, note_id DESC",
        values![reader.organisation, project, reader.party, first_kept(today), reader.member],
        read,
    )
}

/// One note of the reader's own party, unless it was taken out.
pub fn find(
    tx: &mut Tx<'_>,
    reader: &Actor,
    project: ProjectId,
    note: NoteId,
) -> Result<Option<Note>, DbError> {
    tx.find(
        "SELECT note_id, words, version, written_by, written_on, changed_on, removed_on FROM notebook_note
         WHERE organisation_id = $1 AND project_id = $2 AND party = $3 AND note_id = $4 AND removed_on IS NULL
           AND NOT EXISTS (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1 AND h.reader_member_id = $5
             AND h.author_member_id = written_by AND h.until_on >= written_on)",
        values![reader.organisation, project, reader.party, note, reader.member],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Note, DbError> {
    Ok(Note {
        id: row.parse(0)?,
        words: row.get(1)?,
        version: row.get(2)?,
        by: row.parse(3)?,
        written_on: row.parse(4)?,
        changed_on: row.parse_opt(5)?,
        removed_on: row.parse_opt(6)?,
    })
}

/// Writes a note in the notebook of the author's party; sent twice, it is written once.
pub fn write(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    note: NoteId,
    words: &str,
    today: Date,
) -> Result<(), DbError> {
    let by = permit.actor();
    forget_removed(tx, by.organisation, today)?;
    tx.execute(
        "INSERT INTO notebook_note (organisation_id, project_id, party, note_id, words, version, written_by, written_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
        values![by.organisation, project, by.party, note, words, 1_i64, by.member, today],
    )?;
    Ok(())
}

/// Changes a note that is still at this version. False when it was changed or taken out since.
pub fn change(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    note: NoteId,
    version: i64,
    words: &str,
    today: Date,
) -> Result<bool, DbError> {
    let by = permit.actor();
    let changed = tx.execute(
        "UPDATE notebook_note SET words = $6, version = version + 1, changed_on = $7
         WHERE organisation_id = $1 AND project_id = $2 AND party = $3 AND note_id = $4 AND version = $5
           AND removed_on IS NULL",
        values![by.organisation, project, by.party, note, version, words, today],
    )?;
    Ok(changed == 1)
}

/// Takes a note out; it may come back for thirty days. False when the author's party has no such note.
pub fn remove(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    note: NoteId,
    today: Date,
) -> Result<bool, DbError> {
    let by = permit.actor();
    forget_removed(tx, by.organisation, today)?;
    let changed = tx.execute(
        "UPDATE notebook_note SET removed_on = $5
         WHERE organisation_id = $1 AND project_id = $2 AND party = $3 AND note_id = $4 AND removed_on IS NULL",
        values![by.organisation, project, by.party, note, today],
    )?;
    Ok(changed == 1)
}

/// Takes a note back. False when it is erased, or was never this party's.
pub fn restore(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    note: NoteId,
    today: Date,
) -> Result<bool, DbError> {
    let by = permit.actor();
    let changed = tx.execute(
        "UPDATE notebook_note SET removed_on = NULL
         WHERE organisation_id = $1 AND project_id = $2 AND party = $3 AND note_id = $4 AND removed_on >= $5",
        values![by.organisation, project, by.party, note, first_kept(today)],
    )?;
    Ok(changed == 1)
}

/// Erases what was taken out more than thirty days ago, in every notebook of an organisation; it reads none of it.
pub fn forget_removed(tx: &mut Tx<'_>, organisation: OrganisationId, today: Date) -> Result<(), DbError> {
    tx.execute(
        "DELETE FROM notebook_note WHERE organisation_id = $1 AND removed_on < $2",
        values![organisation, first_kept(today)],
    )?;
    Ok(())
}

/// A note, for who wrote it to take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub project: ProjectId,
    pub note: NoteId,
    pub words: String,
    pub on: Date,
}

/// The notes that a member wrote and that are still in the notebook of their party. Only for that member.
pub fn written_by(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    member: MemberId,
) -> Result<Vec<Written>, DbError> {
    tx.list(
        "SELECT project_id, note_id, words, written_on FROM notebook_note
         WHERE organisation_id = $1 AND written_by = $2 ORDER BY written_on, note_id",
        values![organisation, member],
        |row| {
            Ok::<_, DbError>(Written {
                project: row.parse(0)?,
                note: row.parse(1)?,
                words: row.get(2)?,
                on: row.parse(3)?,
            })
        },
    )
}
