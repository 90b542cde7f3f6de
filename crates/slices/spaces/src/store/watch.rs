//! What is watched over a project's dialogue: the delays after which to speak up, and what a party has set aside.

use access::{Permit, Reader};
use jiff::{Timestamp, civil::Date};
use journal::Entry;
use kernel::{OrganisationId, Party, ProjectId};
use platform::{DbError, Row, Tx, values};
use serde_json::json;

use crate::model::pitfall::{Alert, Exchanges, Limits, Pitfall, Watched, alerts};

use super::{activities, seated, spaces};

/// The delays of a project; the usual ones where nobody chose others.
pub fn limits(tx: &mut Tx<'_>, organisation: OrganisationId, project: ProjectId) -> Result<Limits, DbError> {
    let found = tx.find(
        "SELECT unlinked_weeks, silent_weeks, aside_weeks FROM dialogue_watch
         WHERE organisation_id = $1 AND project_id = $2",
        values![organisation, project],
        |row| {
            let weeks = |index| Ok::<_, DbError>(u8::try_from(row.get::<i64>(index)?).unwrap_or(u8::MAX));
            Ok::<_, DbError>(Limits {
                unlinked_weeks: weeks(0)?,
                silent_weeks: weeks(1)?,
                aside_weeks: weeks(2)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Chooses the delays of a project.
pub fn set_limits(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    next: Limits,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation = permit.actor().organisation;
    let former = limits(tx, organisation, project)?;
    if former == next {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO dialogue_watch (organisation_id, project_id, unlinked_weeks, silent_weeks, aside_weeks)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation_id, project_id) DO UPDATE SET unlinked_weeks = excluded.unlinked_weeks,
           silent_weeks = excluded.silent_weeks, aside_weeks = excluded.aside_weeks",
        values![
            organisation,
            project,
            i64::from(next.unlinked_weeks),
            i64::from(next.silent_weeks),
            i64::from(next.aside_weeks)
        ],
    )?;
    let words =
        |l: Limits| json!({"unlinked": l.unlinked_weeks, "silent": l.silent_weeks, "aside": l.aside_weeks});
    let body = json!({"from": words(former), "to": words(next)});
    journal::record(tx, &permit.author(), now, &Entry::new("watch_set", project, body).of(project))
}

/// An alert that a party has set aside, with its reason, which all parties read; but whoever stands above the worker or the
/// line manager who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    pub pitfall: Pitfall,
    /// What it is about, as text.
    pub subject: String,
    pub party: Party,
    pub reason: String,
    pub until: Date,
}

impl Aside {
    fn is_of(&self, alert: &Alert) -> bool {
        self.pitfall == alert.pitfall && self.subject == alert.subject.to_string()
    }
}

/// What is set aside today, by whichever party, but by those whom the line of management hides from the reader. The day on
/// which it was said is not kept: it stays hidden from whoever ever stood above.
pub fn asides(
    tx: &mut Tx<'_>,
    reader: Reader,
    project: ProjectId,
    today: Date,
) -> Result<Vec<Aside>, DbError> {
    tx.list(
        "SELECT alert, subject, party, reason, until_on FROM alert_aside
         WHERE organisation_id = $1 AND project_id = $2 AND until_on >= $3
           AND NOT EXISTS (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1 AND h.reader_member_id = $4
             AND h.author_member_id = set_by)
         ORDER BY until_on, alert, subject, party",
        values![reader.organisation(), project, today, reader.key()],
        read_aside,
    )
}

fn read_aside(row: &Row<'_>) -> Result<Aside, DbError> {
    Ok(Aside {
        pitfall: row.parse(0)?,
        subject: row.get(1)?,
        party: row.parse(2)?,
        reason: row.get(3)?,
        until: row.parse(4)?,
    })
}

/// Sets an alert aside for the author's own party, until a day. No party silences another's.
pub fn set_aside(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    alert: &Alert,
    reason: &str,
    until: Date,
    now: Timestamp,
) -> Result<(), DbError> {
    let actor = permit.actor();
    let subject = alert.subject.to_string();
    tx.execute(
        "INSERT INTO alert_aside (organisation_id, project_id, alert, subject, party, reason, set_by, until_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (organisation_id, project_id, alert, subject, party) DO UPDATE SET reason = excluded.reason,
           set_by = excluded.set_by, until_on = excluded.until_on",
        values![
            actor.organisation,
            project,
            alert.pitfall.code(),
            &subject,
            actor.party,
            reason,
            actor.member,
            until
        ],
    )?;
    let body = json!({"alert": alert.pitfall, "subject": subject, "reason": reason, "until": until});
    let entry = Entry::new("alert_set_aside", project, body).of(project).confiding(&["reason"]);
    journal::record(tx, &permit.author(), now, &entry)
}

/// Takes up again what the author's party had set aside. False when it had not.
pub fn take_up(
    tx: &mut Tx<'_>,
    permit: &Permit,
    project: ProjectId,
    pitfall: Pitfall,
    subject: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let actor = permit.actor();
    let gone = tx.execute(
        "DELETE FROM alert_aside
         WHERE organisation_id = $1 AND project_id = $2 AND alert = $3 AND subject = $4 AND party = $5",
        values![actor.organisation, project, pitfall.code(), subject, actor.party],
    )?;
    if gone == 0 {
        return Ok(false);
    }
    let body = json!({"alert": pitfall, "subject": subject});
    let entry = Entry::new("alert_taken_back", project, body).of(project).confiding(&[]);
    journal::record(tx, &permit.author(), now, &entry)?;
    Ok(true)
}

/// Reads what was said and what passed in a project: given by whoever assembles the slices, since findings stand higher.
pub type ReadExchanges = fn(&mut Tx<'_>, Reader, ProjectId) -> Result<Exchanges, DbError>;

/// The alerts of a project, each with whether this party has set it aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    pub limits: Limits,
    pub alerts: Vec<Alert>,
    pub asides: Vec<Aside>,
    /// The parties with a member in the organisation.
    pub present: Vec<Party>,
}

impl Watch {
    /// What is told to a party: all but what it set aside.
    pub fn told_to(&self, party: Party) -> impl Iterator<Item = &Alert> {
        self.alerts.iter().filter(move |alert| !self.is_aside(alert, party))
    }

    fn is_aside(&self, alert: &Alert, party: Party) -> bool {
        self.asides.iter().any(|aside| aside.party == party && aside.is_of(alert))
    }

    /// What is set aside and still true: the alert, and by whom.
    pub fn set_aside(&self) -> impl Iterator<Item = (&Alert, &Aside)> {
        self.asides.iter().filter_map(|aside| {
            let alert = self.alerts.iter().find(|alert| aside.is_of(alert))?;
            Some((alert, aside))
        })
    }
}

/// Watches over a project today, for a reader.
pub fn watch(
    tx: &mut Tx<'_>,
    reader: Reader,
    project: ProjectId,
    exchanges: &Exchanges,
    today: Date,
) -> Result<Watch, DbError> {
    let organisation = reader.organisation();
    let limits = limits(tx, organisation, project)?;
    let present = access::store::parties(tx, organisation)?;
    let (spaces, activities) = (spaces(tx, organisation, project)?, activities(tx, organisation, project)?);
    let seated = seated(tx, organisation, project)?;
    let alerts = alerts(&Watched {
        spaces: &spaces,
        activities: &activities,
        seated: &seated,
        present: &present,
        exchanges,
        limits,
        today,
    });
    let asides = asides(tx, reader, project, today)?;
    Ok(Watch { limits, alerts, asides, present })
}
