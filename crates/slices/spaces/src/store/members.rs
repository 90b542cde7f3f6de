//! Who sits in a space, by name. In an informal space whoever may edit the project says so; in a statutory one it takes two
//! keys: what is proposed is the payload of the first, and takes the place of what stands in the transaction of the second.

use access::{
    Permit,
    keys::{self, Confirmation, Proposal, Proposed},
};
use jiff::Timestamp;
use journal::Entry;
use kernel::{KeyedActId, MemberId, OrganisationId, Party, ProjectId, SpaceId};
use platform::{DbError, Tx, clock::civil_day, values};
use serde_json::{Value, json};

use crate::model::seats::{Change, SeatKind, Seated, Seats, seats_of};

/// Who sits in the spaces of a project. Whoever left the organisation is no longer listed.
pub fn seated(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Seated>, DbError> {
    let members = access::store::members(tx, organisation)?;
    let parties: Vec<(MemberId, Party)> = members.iter().map(|member| (member.id, member.party)).collect();
    let rows = tx.list(
        "SELECT space_id, member_id, seat FROM space_member WHERE organisation_id = $1 AND project_id = $2
         ORDER BY space_id, member_id",
        values![organisation, project],
        |row| Ok::<_, DbError>((row.parse(0)?, row.parse(1)?, row.parse(2)?)),
    )?;
    let of = |member: MemberId| parties.iter().find(|(id, _)| *id == member).map(|(_, party)| *party);
    let seat = |(space, member, seat): (SpaceId, MemberId, SeatKind)| {
        of(member).map(|party| Seated { space, member, party, seat })
    };
    Ok(rows.into_iter().filter_map(seat).collect())
}

/// Says who sits in a space. Of a statutory one, only [`confirm`] does.
pub fn seat(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: SpaceId,
    next: &Seats,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let former = seats_of(&seated(tx, organisation, project)?, space);
    let change = Change::between(&former, next);
    if change.is_empty() {
        return Ok(());
    }
    for (member, seat) in &change.comes {
        tx.execute(
            "INSERT INTO space_member (organisation_id, project_id, space_id, member_id, seat, since_on)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (organisation_id, project_id, space_id, member_id) DO UPDATE SET seat = excluded.seat",
            values![organisation, project, space, *member, seat.code(), civil_day(now)],
        )?;
    }
    for member in &change.leaves {
        tx.execute(
            "DELETE FROM space_member
             WHERE organisation_id = $1 AND project_id = $2 AND space_id = $3 AND member_id = $4",
            values![organisation, project, space, *member],
        )?;
    }
    let comes: Vec<Value> =
        change.comes.iter().map(|(member, seat)| json!({"member": member, "seat": seat})).collect();
    let body = json!({"comes": comes, "leaves": change.leaves});
    let entry = Entry::new("space_members_changed", space, body).of(project);
    journal::record(tx, &permit.author(), now, &entry)
}

/// What the second key confirms: each member and how they are there.
fn payload(seats: &Seats) -> Value {
    let seats = seats.iter().map(|(member, seat)| (member.to_string(), json!(seat)));
    json!({"seats": seats.collect::<serde_json::Map<_, _>>()})
}

/// Who would sit there, as it was proposed.
pub fn proposed(payload: &Value) -> Seats {
    let seats = payload.get("seats").and_then(Value::as_object).into_iter().flatten();
    let read = seats.filter_map(|(member, seat)| {
        Some((MemberId::parse(member).ok()?, SeatKind::parse(seat.as_str()?).ok()?))
    });
    read.collect()
}

/// A change of who sits in a statutory space, as the other party reads it.
pub struct Asked {
    pub space: SpaceId,
    /// How the list of what waits for a key names it.
    pub title: String,
    /// The page on which it is read and answered.
    pub place: String,
}

/// Turns the first key for who would sit in a statutory space; nothing where that changes nothing.
pub fn propose(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    asked: &Asked,
    next: &Seats,
    fresh: KeyedActId,
    now: Timestamp,
) -> Result<Option<Proposed>, DbError> {
    let former = seats_of(&seated(tx, permit.actor().organisation, project)?, asked.space);
    if Change::between(&former, next).is_empty() {
        return Ok(None);
    }
    let proposal = Proposal {
        project: Some(project),
        subject: asked.space.to_string(),
        title: asked.title.clone(),
        place: asked.place.clone(),
        payload: payload(next),
    };
    keys::propose(tx, permit, &proposal, fresh, now).map(Some)
}

/// Turns the second key of the proposal that the form carries: what was proposed takes the place of what stands. Whoever
/// left the organisation in between does not sit. Errors: [`DbError::Missing`] where it is about another space, undone.
pub fn confirm(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    space: SpaceId,
    given: &str,
    now: Timestamp,
) -> Result<Confirmation, DbError> {
    let confirmation = keys::confirm(tx, permit, given, now)?;
    if let Confirmation::Done(confirmed) = &confirmation {
        if confirmed.subject != space.to_string() || confirmed.project != Some(project) {
            return Err(DbError::Missing);
        }
        let members = access::store::members(tx, permit.actor().organisation)?;
        let mut next = proposed(&confirmed.payload);
        next.retain(|id, _| members.iter().any(|member| member.id == *id));
        seat(tx, permit, project, space, &next, now)?;
    }
    Ok(confirmation)
}
