//! Who reads, as the queries must know it: the hidden-from-line rule is held in SQL, not on pages.
//!
//! The view `hidden_from_line(organisation_id, reader_member_id, author_member_id, until_on)` says what an author said, up
//! to a day, that a reader must not be given. A query that returns what members said excludes by it:
//!
//! ```sql
//! NOT EXISTS (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1 AND h.reader_member_id = $2
//!   AND h.author_member_id = x.recorded_by AND h.until_on >= x.recorded_on)
//! ```

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{MemberId, OrganisationId};
use platform::{DbError, Tx, values};

use crate::model::member::Actor;

/// Whoever a query answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    organisation: OrganisationId,
    member: Option<MemberId>,
}

impl Reader {
    /// A file that is made to circulate, or the command line: nobody knows who will read it, so that what is hidden from
    /// anybody is not in it.
    pub const fn nobody_in_particular(organisation: OrganisationId) -> Self {
        Self { organisation, member: None }
    }

    pub const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who a kept page is kept for: this reader alone where the line hides something from them, nobody in particular
    /// where they read what everybody of their party reads.
    pub fn apart(&self, tx: &mut Tx<'_>) -> Result<Option<MemberId>, DbError> {
        let hides = tx.exists(
            "SELECT 1 FROM hidden_from_line WHERE organisation_id = $1 AND reader_member_id = $2 LIMIT 1",
            values![self.organisation, self.key()],
        )?;
        Ok(self.member.filter(|_| hides))
    }

    /// What a kept page is right for: the last line of the journal, and [`Reader::apart`], with one question.
    pub fn kept_under(&self, tx: &mut Tx<'_>) -> Result<(String, Option<MemberId>), DbError> {
        let found = tx.find(
            "SELECT j.hash, (SELECT COUNT(*) FROM (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1
               AND h.reader_member_id = $2 LIMIT 1) AS hides) FROM journal_head j WHERE j.organisation_id = $1",
            values![self.organisation, self.key()],
            |row| Ok::<_, DbError>((row.get::<String>(0)?, row.get::<i64>(1)? > 0)),
        )?;
        // Whoever founds an organisation writes the first line of its journal.
        let (head, hides) = found.ok_or(DbError::Missing)?;
        Ok((head, self.member.filter(|_| hides)))
    }

    /// Whose words are hidden from this reader, each up to a day: for what is kept apart from its author's row.
    pub fn hidden(&self, tx: &mut Tx<'_>) -> Result<BTreeMap<MemberId, Date>, DbError> {
        let hidden = tx.list(
            "SELECT author_member_id, until_on FROM hidden_from_line WHERE organisation_id = $1 AND reader_member_id = $2
             ORDER BY until_on",
            values![self.organisation, self.key()],
            |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?)),
        )?;
        // The latest day stands where an author is hidden under several addresses.
        Ok(hidden.into_iter().collect())
    }

    /// What `reader_member_id` of the view is compared with.
    pub fn key(&self) -> String {
        self.member.map(|member| member.to_string()).unwrap_or_default()
    }
}

impl From<&Actor> for Reader {
    fn from(actor: &Actor) -> Self {
        Self { organisation: actor.organisation, member: Some(actor.member) }
    }
}
