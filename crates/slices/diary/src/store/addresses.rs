//! The addresses that calendar programs read.

use access::Actor;
use jiff::civil::Date;
use kernel::{MemberId, OrganisationId, PersonId, ProjectId};
use platform::{DbError, Tx, values};

/// An address as its holder sees it: never the secret in it, which is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub organisation: OrganisationId,
    pub member: MemberId,
    /// Nothing: every project that the seat sees.
    pub project: Option<ProjectId>,
    /// What had proved who they are: a link, a passkey, a provider.
    pub made_with: String,
    pub made_on: Date,
    /// The last day it was read.
    pub read_on: Option<Date>,
}

/// An address to make: whose, of what, and what had proved who they are.
#[derive(Debug, Clone)]
pub struct Made {
    pub project: Option<ProjectId>,
    pub secret_hash: String,
    pub made_with: String,
    pub today: Date,
}

/// Why an address opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Unknown,
    /// The seat ended, was handed to somebody else, or asks for a passkey now.
    Ended,
}

/// Whose calendar an address opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub actor: Actor,
    pub address: Address,
}

fn scope(project: Option<ProjectId>) -> String {
    project.map(|project| project.to_string()).unwrap_or_default()
}

fn read_address(row: &platform::Row<'_>) -> Result<Address, DbError> {
    let project: String = row.get(2)?;
    Ok(Address {
        organisation: row.parse(0)?,
        member: row.parse(1)?,
        project: if project.is_empty() { None } else { Some(row.parse(2)?) },
        made_on: row.parse(3)?,
        read_on: row.parse_opt(4)?,
        made_with: row.get(5)?,
    })
}

/// Makes an address, in the place of the one there was: that one opens nothing any more.
pub fn make(tx: &mut Tx<'_>, actor: &Actor, made: &Made) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO calendar_address
           (organisation_id, member_id, project_id, person_id, secret_hash, made_with, made_on, read_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)
         ON CONFLICT (organisation_id, member_id, project_id) DO UPDATE SET person_id = excluded.person_id,
           secret_hash = excluded.secret_hash, made_with = excluded.made_with, made_on = excluded.made_on, read_on = NULL",
        values![
            actor.organisation,
            actor.member,
            scope(made.project),
            actor.person,
            &made.secret_hash,
            &made.made_with,
            made.today
        ],
    )?;
    Ok(())
}

/// Takes an address back: it opens nothing from now on. Says whether there was one.
pub fn remove(tx: &mut Tx<'_>, actor: &Actor, project: Option<ProjectId>) -> Result<bool, DbError> {
    let removed = tx.execute(
        "DELETE FROM calendar_address WHERE organisation_id = $1 AND member_id = $2 AND project_id = $3",
        values![actor.organisation, actor.member, scope(project)],
    )?;
    Ok(removed > 0)
}

/// The addresses of a seat that its holder made: for everything first, then by project.
pub fn addresses_of(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Address>, DbError> {
    tx.list(
        "SELECT organisation_id, member_id, project_id, made_on, read_on, made_with FROM calendar_address
         WHERE organisation_id = $1 AND member_id = $2 AND person_id = $3 ORDER BY project_id",
        values![actor.organisation, actor.member, actor.person],
        read_address,
    )
}

/// The address of a seat for a project, or for all of them.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, project: Option<ProjectId>) -> Result<Option<Address>, DbError> {
    Ok(addresses_of(tx, actor)?.into_iter().find(|address| address.project == project))
}

/// Whose calendar the address with this digest opens, today. The only query that knows no organisation: by the digest of a
/// secret.
pub fn open(tx: &mut Tx<'_>, secret_hash: &str) -> Result<Result<Opened, Why>, DbError> {
    let found = tx.find(
        "SELECT organisation_id, member_id, project_id, made_on, read_on, made_with, person_id
         FROM calendar_address WHERE secret_hash = $1",
        values![secret_hash],
        |row| Ok::<_, DbError>((read_address(row)?, row.parse::<PersonId>(6)?)),
    )?;
    let Some((address, person)) = found else { return Ok(Err(Why::Unknown)) };
    let actor = access::store::actor(tx, address.organisation, address.member)?;
    let Some(actor) = actor.filter(|actor| actor.person == person) else { return Ok(Err(Why::Ended)) };
    let asks = access::store::with_passkey_only(tx, address.organisation)?.contains(&actor.party);
    if asks && address.made_with != access::Opening::Passkey.code() {
        return Ok(Err(Why::Ended));
    }
    Ok(Ok(Opened { actor, address }))
}

/// Keeps the day on which an address was last read.
pub fn note_read(tx: &mut Tx<'_>, secret_hash: &str, today: Date) -> Result<(), DbError> {
    tx.execute(
        "UPDATE calendar_address SET read_on = $2 WHERE secret_hash = $1",
        values![secret_hash, today],
    )?;
    Ok(())
}
