//! What somebody wants to be written about.

use std::collections::BTreeSet;

use kernel::PersonId;
use platform::{DbError, Tx, values};

use crate::model::reminder::Choices;

/// What a person chose; what everybody begins with where they never did.
pub fn choices(tx: &mut Tx<'_>, person: PersonId) -> Result<Choices, DbError> {
    let chosen = tx.find(
        "SELECT legal, others, has_digest FROM reminder_choice WHERE person_id = $1",
        values![person],
        |row| {
            let (legal, others): (String, String) = (row.get(0)?, row.get(1)?);
            Ok::<_, DbError>(Choices {
                legal: leads(&legal),
                others: leads(&others),
                has_digest: row.get(2)?,
            })
        },
    )?;
    Ok(chosen.unwrap_or_default())
}

fn leads(text: &str) -> BTreeSet<i64> {
    text.split(',').filter_map(|lead| lead.parse().ok()).collect()
}

/// As it is kept: « 14,3,0 ».
pub fn text(leads: &BTreeSet<i64>) -> String {
    leads.iter().rev().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

pub fn choose(tx: &mut Tx<'_>, person: PersonId, choices: &Choices) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO reminder_choice (person_id, legal, others, has_digest) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET legal = excluded.legal, others = excluded.others,
           has_digest = excluded.has_digest",
        values![person, text(&choices.legal), text(&choices.others), choices.has_digest],
    )?;
    Ok(())
}
