//! A first key falls with the seat from which it was turned: nobody else is bound by what somebody proposed and left.

use jiff::Timestamp;
use journal::{Author, Entry};
use kernel::{KeyedActId, MemberId, ProjectId};
use platform::{DbError, Tx, values};
use serde_json::json;

use crate::model::act::Act;

/// A proposal that fell, for those who are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallen {
    pub act: Act,
    pub title: String,
    /// The page on which it was read; empty where it names none.
    pub place: String,
}

/// Ends what waits for a second key after a first one turned from this seat; the journal keeps each.
pub fn fall(
    tx: &mut Tx<'_>,
    author: &Author,
    member: MemberId,
    now: Timestamp,
) -> Result<Vec<Fallen>, DbError> {
    let waiting = tx.list(
        "SELECT keyed_act_id, act, subject, project_id, title, place FROM keyed_act
         WHERE organisation_id = $1 AND proposed_by = $2 AND outcome IS NULL AND expires_at >= $3
         ORDER BY keyed_act_id",
        values![author.organisation, member, now],
        |row| {
            let fallen = Fallen { act: row.parse(1)?, title: row.get(4)?, place: row.get(5)? };
            let (key, project): (KeyedActId, Option<ProjectId>) = (row.parse(0)?, row.parse_opt(3)?);
            Ok::<_, DbError>((key, row.get::<String>(2)?, project, fallen))
        },
    )?;
    for (key, subject, project, fallen) in &waiting {
        tx.execute(
            "UPDATE keyed_act SET outcome = 'fallen', answered_at = $3
             WHERE organisation_id = $1 AND keyed_act_id = $2",
            values![author.organisation, *key, now],
        )?;
        let entry = Entry::new("key_fallen", subject, json!({"act": fallen.act, "key": key}));
        let entry = match project {
            Some(project) => entry.of(*project),
            None => entry,
        };
        journal::record(tx, author, now, &entry)?;
    }
    Ok(waiting.into_iter().map(|(.., fallen)| fallen).collect())
}
