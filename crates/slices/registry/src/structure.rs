//! How an organisation is made, in the database. Each change leaves a line in the journal, in its own transaction.

use access::Permit;
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{EstablishmentId, Headcount, InstitutionId, OrganisationId, TeamId};
use platform::{DbError, Tx, clock::civil_day, values};
use serde_json::{Value, json};

use crate::{
    model::{
        organisation::{Organisation, OrganisationKind},
        project::Facts,
        structure::{Establishment, HeadcountRecord, Institution, Language, Structure, Team},
        told::{self, TOLD},
    },
    store,
};

/// All of it.
pub fn structure(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Structure, DbError> {
    Ok(Structure {
        establishments: establishments(tx, organisation)?,
        teams: teams(tx, organisation)?,
        headcounts: headcounts(tx, organisation)?,
        institutions: institutions(tx, organisation)?,
        languages: tx.list(
            "SELECT language FROM organisation_language WHERE organisation_id = $1 ORDER BY language",
            values![organisation],
            |row| row.parse::<Language>(0),
        )?,
    })
}

/// An organisation as the law reads it on a day: what its structure says stands over what was answered.
pub fn employer(tx: &mut Tx<'_>, id: OrganisationId, today: Date) -> Result<Organisation, DbError> {
    let mut organisation = store::organisation(tx, id)?;
    organisation.facts = told::still_true(&organisation);
    organisation.facts.extend(told(tx, id, today)?);
    Ok(organisation)
}

/// The facts that the structure of an organisation says on a day: answered nowhere else.
pub fn told(tx: &mut Tx<'_>, id: OrganisationId, today: Date) -> Result<Facts, DbError> {
    let kind = store::organisation(tx, id)?.kind;
    Ok(told::told(&structure(tx, id)?, kind, today))
}

fn establishments(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Establishment>, DbError> {
    tx.list(
        "SELECT establishment_id, name, headcount, has_council, closed_on FROM establishment
         WHERE organisation_id = $1 ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, name, establishment_id",
        values![organisation],
        |row| {
            let headcount: Option<i64> = row.get(2)?;
            Ok::<_, DbError>(Establishment {
                id: row.parse(0)?,
                name: row.get(1)?,
                headcount: headcount.and_then(|n| Headcount::try_from(n).ok()),
                has_council: row.get(3)?,
                closed_on: row.parse_opt(4)?,
            })
        },
    )
}

fn teams(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Team>, DbError> {
    tx.list(
        "SELECT team_id, name, establishment_id, closed_on FROM team
         WHERE organisation_id = $1 ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, name, team_id",
        values![organisation],
        |row| {
            Ok::<_, DbError>(Team {
                id: row.parse(0)?,
                name: row.get(1)?,
                establishment: row.parse_opt(2)?,
                closed_on: row.parse_opt(3)?,
            })
        },
    )
}

fn headcounts(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<HeadcountRecord>, DbError> {
    tx.list(
        "SELECT from_on, headcount, source FROM headcount_record WHERE organisation_id = $1 ORDER BY from_on DESC",
        values![organisation],
        |row| {
            let headcount: i64 = row.get(1)?;
            let corrupt = |_| DbError::Corrupt {
                column: "headcount_record.headcount".to_owned(),
                found: headcount.to_string(),
                reason: "not a headcount".to_owned(),
            };
            Ok(HeadcountRecord {
                from: row.parse(0)?,
                headcount: Headcount::try_from(headcount).map_err(corrupt)?,
                source: row.get(2)?,
            })
        },
    )
}

fn institutions(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<Vec<Institution>, DbError> {
    tx.list(
        "SELECT institution_id, kind, since_on, until_on FROM institution
         WHERE organisation_id = $1 ORDER BY since_on DESC, institution_id",
        values![organisation],
        |row| {
            Ok::<_, DbError>(Institution {
                id: row.parse(0)?,
                kind: row.parse(1)?,
                since: row.parse(2)?,
                until: row.parse_opt(3)?,
            })
        },
    )
}

/// Renames an organisation, or says that it is of another kind.
pub fn describe(
    tx: &mut Tx<'_>,
    permit: &Permit,
    name: &str,
    kind: OrganisationKind,
    now: Timestamp,
) -> Result<(), DbError> {
    let was = store::organisation(tx, permit.actor().organisation)?;
    if was.name != name {
        tx.execute("UPDATE organisation SET name = $2 WHERE organisation_id = $1", values![was.id, name])?;
        tell(tx, permit, now, "organisation_renamed", json!({"from": was.name, "to": name}))?;
    }
    if was.kind != kind {
        let mut facts = was.facts.clone();
        // What the law calls the sector follows from the kind.
        facts.remove("org.sector");
        tx.execute(
            "UPDATE organisation SET kind = $2, facts = $3 WHERE organisation_id = $1",
            values![was.id, kind.code(), json!(facts).to_string()],
        )?;
        tell(tx, permit, now, "organisation_kind_changed", json!({"from": was.kind, "to": kind}))?;
    }
    Ok(())
}

/// Keeps the headcount that holds from a day that has come. The one of today is what the law is read with: the first time, the
/// figure that the organisation was founded with is kept too, so that an older one does not take its place.
pub fn record_headcount(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &HeadcountRecord,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    keep_founding_headcount(tx, organisation)?;
    tx.execute(
        "INSERT INTO headcount_record (organisation_id, from_on, headcount, source) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, from_on) DO UPDATE SET headcount = excluded.headcount, source = excluded.source",
        values![organisation, new.from, i64::from(new.headcount.get()), &new.source],
    )?;
    let today = headcounts(tx, organisation)?.first().map(|latest| i64::from(latest.headcount.get()));
    tx.execute(
        "UPDATE organisation SET headcount = $2 WHERE organisation_id = $1",
        values![organisation, today],
    )?;
    forget_in_projects(tx, organisation, &["org.headcount"])?;
    let body = json!({"headcount": new.headcount, "from": new.from, "source": new.source});
    tell(tx, permit, now, "headcount_recorded", body)
}

/// Begins the history of an organisation that has none with the figure it goes by, from the day it was founded here.
fn keep_founding_headcount(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), DbError> {
    if !headcounts(tx, organisation)?.is_empty() {
        return Ok(());
    }
    let founded: (Timestamp, Option<i64>) = tx.get(
        "SELECT created_at, headcount FROM organisation WHERE organisation_id = $1",
        values![organisation],
        |row| Ok::<_, DbError>((row.parse(0)?, row.get(1)?)),
    )?;
    let (founded_at, Some(headcount)) = founded else { return Ok(()) };
    tx.execute(
        "INSERT INTO headcount_record (organisation_id, from_on, headcount, source) VALUES ($1, $2, $3, '')",
        values![organisation, civil_day(founded_at), headcount],
    )?;
    Ok(())
}

pub fn add_establishment(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &Establishment,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO establishment (organisation_id, establishment_id, name, headcount, has_council)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        values![
            permit.actor().organisation,
            new.id,
            &new.name,
            new.headcount.map(|headcount| i64::from(headcount.get())),
            new.has_council
        ],
    )?;
    let body = json!({"name": new.name, "headcount": new.headcount, "has_council": new.has_council});
    forget_in_projects(tx, permit.actor().organisation, &TOLD)?;
    tell(tx, permit, now, "establishment_added", body)
}

/// Closes an establishment; its name stays. False when there is none, or it is closed.
pub fn close_establishment(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: EstablishmentId,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let closed = tx.execute(
        "UPDATE establishment SET closed_on = $3
         WHERE organisation_id = $1 AND establishment_id = $2 AND closed_on IS NULL",
        values![permit.actor().organisation, id, today],
    )?;
    if closed == 1 {
        tell(tx, permit, now, "establishment_closed", json!({"establishment": id}))?;
    }
    Ok(closed == 1)
}

pub fn add_team(tx: &mut Tx<'_>, permit: &Permit, new: &Team, now: Timestamp) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO team (organisation_id, team_id, establishment_id, name) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        values![
            permit.actor().organisation,
            new.id,
            new.establishment.map(|establishment| establishment.to_string()),
            &new.name
        ],
    )?;
    tell(tx, permit, now, "team_added", json!({"name": new.name, "establishment": new.establishment}))
}

/// Closes a team; its name stays. False when there is none, or it is closed.
pub fn close_team(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: TeamId,
    today: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let closed = tx.execute(
        "UPDATE team SET closed_on = $3 WHERE organisation_id = $1 AND team_id = $2 AND closed_on IS NULL",
        values![permit.actor().organisation, id, today],
    )?;
    if closed == 1 {
        tell(tx, permit, now, "team_closed", json!({"team": id}))?;
    }
    Ok(closed == 1)
}

pub fn add_institution(
    tx: &mut Tx<'_>,
    permit: &Permit,
    new: &Institution,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO institution (organisation_id, institution_id, kind, since_on, until_on)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        values![
            permit.actor().organisation,
            new.id,
            new.kind.code(),
            new.since,
            new.until.map(|until| until.to_string())
        ],
    )?;
    forget_in_projects(tx, permit.actor().organisation, &TOLD)?;
    tell(
        tx,
        permit,
        now,
        "institution_added",
        json!({"kind": new.kind, "since": new.since, "until": new.until}),
    )
}

/// Says the last day of an institution. False when there is none.
pub fn end_institution(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: InstitutionId,
    until: Date,
    now: Timestamp,
) -> Result<bool, DbError> {
    let ended = tx.execute(
        "UPDATE institution SET until_on = $3 WHERE organisation_id = $1 AND institution_id = $2",
        values![permit.actor().organisation, id, until],
    )?;
    if ended == 1 {
        tell(tx, permit, now, "institution_ended", json!({"institution": id, "until": until}))?;
    }
    Ok(ended == 1)
}

pub fn set_languages(
    tx: &mut Tx<'_>,
    permit: &Permit,
    languages: &[Language],
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    tx.execute("DELETE FROM organisation_language WHERE organisation_id = $1", values![organisation])?;
    for language in languages {
        tx.execute(
            "INSERT INTO organisation_language (organisation_id, language) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            values![organisation, language.code()],
        )?;
    }
    tell(tx, permit, now, "languages_set", json!({"languages": languages}))
}

/// Keeps what the law asks of an organisation (`org.*`), once for all its projects: what a project said of it otherwise is
/// forgotten.
pub fn set_organisation_facts(
    tx: &mut Tx<'_>,
    permit: &Permit,
    changes: &Facts,
    today: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let was = store::organisation(tx, permit.actor().organisation)?;
    let told = was.told(changes);
    tx.execute(
        "UPDATE organisation SET kind = $2, facts = $3 WHERE organisation_id = $1",
        values![was.id, told.kind.code(), json!(told.facts).to_string()],
    )?;
    match told.headcount {
        same if same == was.headcount => {}
        Some(headcount) => {
            let new = HeadcountRecord { from: today, headcount, source: String::new() };
            record_headcount(tx, permit, &new, now)?;
        }
        None => {
            tx.execute(
                "UPDATE organisation SET headcount = NULL WHERE organisation_id = $1",
                values![was.id],
            )?;
        }
    }
    let names: Vec<&str> = changes.keys().map(String::as_str).collect();
    forget_in_projects(tx, was.id, &names)?;
    let before: Facts = changes
        .keys()
        .map(|name| (name.clone(), was.facts.get(name).cloned().unwrap_or(Value::Null)))
        .collect();
    tell(tx, permit, now, "organisation_facts_changed", json!({"from": before, "to": changes}))
}

/// A project says no more of its employer what the employer says itself.
fn forget_in_projects(tx: &mut Tx<'_>, organisation: OrganisationId, names: &[&str]) -> Result<(), DbError> {
    for project in store::projects(tx, organisation)? {
        let mut facts = project.facts;
        let before = facts.len();
        facts.retain(|name, _| !names.contains(&name.as_str()));
        if facts.len() < before {
            tx.execute(
                "UPDATE project SET facts = $3 WHERE organisation_id = $1 AND project_id = $2",
                values![organisation, project.id, json!(facts).to_string()],
            )?;
        }
    }
    Ok(())
}

fn tell(
    tx: &mut Tx<'_>,
    permit: &Permit,
    now: Timestamp,
    kind: &'static str,
    body: Value,
) -> Result<(), DbError> {
    journal::record(tx, &permit.author(), now, &Entry::new(kind, permit.actor().organisation, body))
}
