//! Who is written to today, by which node, and what they were told.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{OrganisationId, PersonId, ProjectId};
use platform::{DbError, Tx, clock::civil_day, values};

use crate::model::reminder::Told;

/// How long a node has to write to the person it took, before another may.
const HOLD: SignedDuration = SignedDuration::from_mins(30);
/// How long after a letter that did not leave it is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(30);
/// How often a day.
const TRIES: i64 = 6;

/// A person that this node took, for today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The Monday of the last week whose letter was settled.
    pub week: Option<Date>,
}

/// The people whom nothing is left to do for today.
pub fn settled_today(tx: &mut Tx<'_>, today: Date) -> Result<BTreeSet<PersonId>, DbError> {
    let settled = tx.list(
        "SELECT person_id FROM reminder_round WHERE day = $1 AND (state = 'done' OR tries >= $2)",
        values![today, TRIES],
        |row| row.parse::<PersonId>(0),
    )?;
    Ok(settled.into_iter().collect())
}

/// Takes a person for today, unless somebody has, or all is done. Of two nodes that try, one gets them.
pub fn claim(tx: &mut Tx<'_>, person: PersonId, now: Timestamp) -> Result<Option<Claim>, DbError> {
    let taken = tx.execute(
        "INSERT INTO reminder_round (person_id, day, state, until, tries, week)
         VALUES ($1, $2, 'taken', $3, 1, NULL)
         ON CONFLICT (person_id) DO UPDATE SET day = excluded.day, state = 'taken', until = excluded.until,
           tries = CASE WHEN reminder_round.day = excluded.day THEN reminder_round.tries + 1 ELSE 1 END
         WHERE reminder_round.day < excluded.day
           OR (reminder_round.state <> 'done' AND reminder_round.until <= $4 AND reminder_round.tries < $5)",
        values![person, civil_day(now), now + HOLD, now, TRIES],
    )?;
    if taken == 0 {
        return Ok(None);
    }
    let week = tx.get("SELECT week FROM reminder_round WHERE person_id = $1", values![person], |row| {
        row.parse_opt(0)
    })?;
    Ok(Some(Claim { week }))
}

/// The dates that a person was told in an organisation.
pub fn told(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<BTreeSet<Told>, DbError> {
    let told = tx.list(
        "SELECT entry, day, lead FROM reminder_told WHERE organisation_id = $1 AND person_id = $2",
        values![organisation, person],
        |row| Ok::<_, DbError>((row.get::<String>(0)?, row.parse::<Date>(1)?, row.get::<i64>(2)?)),
    )?;
    Ok(told.into_iter().collect())
}

/// Settles a person's day: what they were told, and the week whose letter that settles.
pub fn done(
    tx: &mut Tx<'_>,
    person: PersonId,
    told: &[(OrganisationId, ProjectId, Told)],
    week: Date,
    today: Date,
) -> Result<(), DbError> {
    for (organisation, project, (entry, day, lead)) in told {
        tx.execute(
            "INSERT INTO reminder_told (organisation_id, person_id, entry, day, lead, project_id, told_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            values![*organisation, person, entry, *day, *lead, *project, today],
        )?;
    }
    tx.execute(
        "UPDATE reminder_round SET state = 'done', week = $2 WHERE person_id = $1",
        values![person, week],
    )?;
    Ok(())
}

/// The letter did not leave: somebody tries again later.
pub fn fail(tx: &mut Tx<'_>, person: PersonId, now: Timestamp) -> Result<(), DbError> {
    tx.execute(
        "UPDATE reminder_round SET state = 'failed', until = $2 WHERE person_id = $1",
        values![person, now + AGAIN],
    )?;
    Ok(())
}
