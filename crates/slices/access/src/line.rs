//! The line of management in the database: pairs as they were told, and who stands above whom at any height.
//!
//! `line_above` is written again, in the transaction of the change, from the pairs. Who no longer stands above somebody
//! stays there with their last day: leaving the line, or erasing it, opens nothing that was said before (decision 0013).
//! The journal keeps that the line changed, how and how many lines it has; never an address.
//!
//! A change takes two keys, and each of them tells it (decision 0030): of what waits, only that it is told is kept, sealed
//! with the secret of the instance, and how many lines it has.

use jiff::{Timestamp, civil::Date};
use journal::{Author, Entry};
use kernel::{KeyedActId, MemberId, OrganisationId, PersonId};
use platform::{Ctx, DbError, Tx, secret, values, vault::Vault};
use serde_json::{Value, json};

use crate::{
    Reader,
    keys::{self, Confirmation, KeyState, Proposal, Proposed, Waiting, WhyNot},
    model::{
        act::{Act, Permit},
        line::{BadLine, Change, Pair, Pairs, check},
    },
};

/// The last day of what lasts.
const LASTS: &str = "9999-12-31";

/// How many lines are known.
pub fn known(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<i64, DbError> {
    tx.get(
        "SELECT COUNT(*) FROM line_of_management WHERE organisation_id = $1",
        values![organisation],
        |row| row.get(0),
    )
}

/// Who stands above this address, at any height. The only part of a line that anybody is shown: their own.
pub fn superiors(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    address: &str,
) -> Result<Vec<String>, DbError> {
    tx.list(
        "SELECT superior FROM line_above WHERE organisation_id = $1 AND subordinate = $2 AND until_on = $3
         ORDER BY superior",
        values![organisation, address, LASTS],
        |row| row.get(0),
    )
}

/// Whose words are hidden from this reader, and up to which day: for what is read one by one.
pub fn hidden_from(tx: &mut Tx<'_>, reader: Reader) -> Result<Vec<(MemberId, Date)>, DbError> {
    tx.list(
        "SELECT author_member_id, MAX(until_on) FROM hidden_from_line
         WHERE organisation_id = $1 AND reader_member_id = $2 GROUP BY author_member_id",
        values![reader.organisation(), reader.key()],
        |row| Ok((row.parse(0)?, row.parse(1)?)),
    )
}

fn pairs(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Pairs, DbError> {
    let pairs: Vec<Pair> = tx.list(
        "SELECT subordinate, superior FROM line_of_management WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>(Pair { subordinate: row.get(0)?, superior: row.get(1)? }),
    )?;
    Ok(pairs.into_iter().collect())
}

/// The first key of a change, or the second: what its page needs to propose it, made before the transaction.
#[derive(Debug, Clone)]
pub struct Telling {
    pub change: Change,
    /// Opens what waits.
    pub vault: Vault,
    /// The same change, sealed: what is kept of it if it is the first key.
    pub sealed: String,
    /// Where it is read and answered.
    pub place: String,
    pub fresh: KeyedActId,
}

impl Telling {
    pub fn new(change: Change, ctx: &Ctx, place: String) -> Self {
        let told = secret::digest(&change.words());
        let (platform, vault) = (&ctx.platform, ctx.platform.vault.clone());
        let sealed = vault.seal(&*platform.chance, SEALED_AS, told.as_bytes());
        Self { change, vault, sealed, place, fresh: ctx.new_id() }
    }

    fn proposal(&self, organisation: OrganisationId) -> Proposal {
        Proposal {
            project: None,
            subject: organisation.to_string(),
            title: String::new(),
            place: self.place.clone(),
            payload: json!({"change": self.change.code(), "lines": self.change.lines(), "told": self.sealed}),
        }
    }

    /// Whether what waits is this very change.
    fn is_what_waits(&self, waiting: &Waiting) -> bool {
        let sealed = waiting.payload.get("told").and_then(Value::as_str).unwrap_or_default();
        let told = self.vault.open(SEALED_AS, sealed);
        told.is_some_and(|told| told == secret::digest(&self.change.words()).as_bytes())
    }
}

const SEALED_AS: &str = "line";

/// What telling a change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The first key is turned: the other party tells the same.
    First,
    /// Both told the same: it is done.
    Done,
    /// The actor's party told something that waits already.
    OwnWaits,
    /// The other party told something else, which waits.
    Differs,
    Bad(BadLine),
    Not(WhyNot),
}

/// The change that waits for its second key.
pub fn waiting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Timestamp,
) -> Result<Option<Waiting>, DbError> {
    let state = keys::state(tx, organisation, Act::EditLine, &organisation.to_string(), now)?;
    Ok(if let KeyState::Waiting(waiting) = state { Some(waiting) } else { None })
}

/// Turns the actor's key for a change: the first where nothing waits, the second where the other party told the very same.
pub fn turn(
    tx: &mut Tx<'_>,
    permit: &Permit,
    telling: &Telling,
    today: Date,
    now: Timestamp,
) -> Result<Told, DbError> {
    let organisation = permit.actor().organisation;
    if let Err(bad) = sound(tx, organisation, &telling.change)? {
        refuse(tx, &permit.author(), &bad, now)?;
        return Ok(Told::Bad(bad));
    }
    let Some(waiting) = waiting(tx, organisation, now)? else {
        let proposal = telling.proposal(organisation);
        return Ok(match keys::propose(tx, permit, &proposal, telling.fresh, now)? {
            Proposed::First(_) => Told::First,
            Proposed::Waits(_) => Told::Differs,
            Proposed::Not(why) => Told::Not(why),
        });
    };
    let is_same = telling.is_what_waits(&waiting);
    if waiting.party == permit.actor().party {
        return Ok(if is_same { Told::First } else { Told::OwnWaits });
    }
    let id = waiting.id.to_string();
    if !is_same {
        keys::void(tx, permit, &id, WhyNot::Changed, now)?;
        return Ok(Told::Differs);
    }
    match keys::confirm(tx, permit, &id, now)? {
        Confirmation::Not(why) => Ok(Told::Not(why)),
        Confirmation::Done(_) => apply(tx, permit, &telling.change, today, now).map(|()| Told::Done),
    }
}

/// Whether a change leaves a line that can be kept.
fn sound(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    change: &Change,
) -> Result<Result<(), BadLine>, DbError> {
    let Change::Add(pair) = change else { return Ok(Ok(())) };
    let mut all = pairs(tx, organisation)?;
    all.insert(pair.clone());
    Ok(check(&all))
}

fn apply(
    tx: &mut Tx<'_>,
    permit: &Permit,
    change: &Change,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    match change {
        Change::Add(pair) => add(tx, permit, pair, today, now),
        Change::Remove(pair) => remove(tx, permit, pair, today, now),
        Change::Replace(pairs) => replace(tx, permit, pairs, today, now),
        Change::Erase => erase(tx, permit, today, now),
    }
}

/// Puts these pairs, already checked, in the place of those that were known.
fn replace(
    tx: &mut Tx<'_>,
    permit: &Permit,
    pairs: &Pairs,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute("DELETE FROM line_of_management WHERE organisation_id = $1", values![organisation])?;
    for pair in pairs {
        insert(tx, organisation, pair)?;
    }
    close(tx, organisation, today)?;
    tell(tx, permit, "line_replaced", now)
}

/// Adds a pair, already checked with what was known.
fn add(tx: &mut Tx<'_>, permit: &Permit, pair: &Pair, today: Date, now: Timestamp) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    insert(tx, organisation, pair)?;
    close(tx, organisation, today)?;
    tell(tx, permit, "line_added", now)
}

/// Takes a pair away. What was said until today stays hidden from whoever stood above.
fn remove(tx: &mut Tx<'_>, permit: &Permit, pair: &Pair, today: Date, now: Timestamp) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute(
        "DELETE FROM line_of_management WHERE organisation_id = $1 AND subordinate = $2 AND superior = $3",
        values![organisation, &pair.subordinate, &pair.superior],
    )?;
    close(tx, organisation, today)?;
    tell(tx, permit, "line_removed", now)
}

/// Forgets every pair.
fn erase(tx: &mut Tx<'_>, permit: &Permit, today: Date, now: Timestamp) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute("DELETE FROM line_of_management WHERE organisation_id = $1", values![organisation])?;
    close(tx, organisation, today)?;
    tell(tx, permit, "line_erased", now)
}

/// Keeps the address that a person is leaving: the line goes on knowing them by it. To be called before it changes.
pub fn keep_address(tx: &mut Tx<'_>, person: PersonId) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO former_address (person_id, email) SELECT person_id, email FROM person WHERE person_id = $1
         ON CONFLICT DO NOTHING",
        values![person],
    )?;
    Ok(())
}

/// Gives a person the addresses of another, as former ones: seats moved from the one to the other, and what was hidden
/// from whoever sat there stays hidden.
pub fn keep_address_of(tx: &mut Tx<'_>, heir: PersonId, of: PersonId) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO former_address (person_id, email)
         SELECT $1, p.email FROM person p WHERE p.person_id = $2
         UNION SELECT $1, f.email FROM former_address f WHERE f.person_id = $2
         ON CONFLICT DO NOTHING",
        values![heir, of],
    )?;
    Ok(())
}

/// Writes down that a line was refused, and why.
pub fn refuse(tx: &mut Tx<'_>, by: &Author, bad: &BadLine, now: Timestamp) -> Result<(), DbError> {
    let body = json!({"reason": bad.code()});
    journal::record(tx, by, now, &Entry::new("line_refused", by.organisation, body))
}

fn tell(tx: &mut Tx<'_>, permit: &Permit, kind: &'static str, now: Timestamp) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let body = json!({"lines": known(tx, organisation)?});
    journal::record(tx, &permit.author(), now, &Entry::new(kind, organisation, body))
}

fn insert(tx: &mut Tx<'_>, organisation: OrganisationId, pair: &Pair) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO line_of_management (organisation_id, subordinate, superior) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
        values![organisation, &pair.subordinate, &pair.superior],
    )?;
    Ok(())
}

/// Writes who stands above whom again. What ended is kept where it still hides something: for a member's own words. CROSS JOIN
/// makes SQLite climb from who is known to stand above, by the key: it reads the whole line at each step otherwise.
fn close(tx: &mut Tx<'_>, organisation: OrganisationId, today: Date) -> Result<(), DbError> {
    tx.execute(
        "UPDATE line_above SET until_on = $2 WHERE organisation_id = $1 AND until_on = $3",
        values![organisation, today, LASTS],
    )?;
    tx.execute(
        "WITH RECURSIVE above (superior, subordinate) AS (
           SELECT superior, subordinate FROM line_of_management WHERE organisation_id = $1
           UNION
           SELECT l.superior, a.subordinate FROM above a
           CROSS JOIN line_of_management l WHERE l.organisation_id = $1 AND l.subordinate = a.superior
         )
         INSERT INTO line_above (organisation_id, subordinate, superior, until_on)
         SELECT $1, subordinate, superior, $2 FROM above WHERE TRUE
         ON CONFLICT (organisation_id, subordinate, superior) DO UPDATE SET until_on = excluded.until_on",
        values![organisation, LASTS],
    )?;
    tx.execute(
        "DELETE FROM line_above WHERE organisation_id = $1 AND until_on <> $2 AND NOT EXISTS (
           SELECT 1 FROM line_address m WHERE m.organisation_id = line_above.organisation_id
             AND m.email = line_above.subordinate)",
        values![organisation, LASTS],
    )?;
    Ok(())
}
