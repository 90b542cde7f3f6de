//! All that the instance holds about a person, for themselves.

use std::collections::BTreeMap;

use access::store::{Held, OpenSession, Person};
use findings::store::Said;
use jiff::{Timestamp, civil::Date};
use journal::{Line, Reader};
use kernel::{CampaignId, OrganisationId, PersonId};
use platform::{DbError, Tx, values};
use sign_in::model::passkey::Passkey;

/// A version of an information text that a person was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub information: String,
    pub version: i64,
    pub on: Date,
}

/// What the instance holds about a person. No answer to a questionnaire can be here: no table ties one to anybody.
#[derive(Debug, Clone)]
pub struct Everything {
    pub person: Person,
    pub seats: Vec<Held>,
    pub sessions: Vec<OpenSession>,
    pub said: Vec<(OrganisationId, Said)>,
    pub notes: Vec<(OrganisationId, notebooks::store::Written)>,
    /// The records of the journal that they made, or that are about one of their seats.
    pub acts: Vec<(OrganisationId, Line)>,
    pub shown: Vec<Shown>,
    pub passkeys: Vec<Passkey>,
    /// Issuer and subject, of each provider that they came in through.
    pub providers: Vec<(String, String)>,
    /// The campaigns that a letter was sent to their address for. Whether they answered is known nowhere.
    pub letters: Vec<(OrganisationId, CampaignId)>,
    /// The addresses of their calendars, what they chose to be reminded of, what they were.
    pub diary: diary::store::Kept,
}

/// Gathers all of it.
pub fn everything(
    tx: &mut Tx<'_>,
    person: PersonId,
    session: &str,
    now: Timestamp,
) -> Result<Everything, DbError> {
    let seats = access::store::held(tx, person)?;
    let known = access::store::person(tx, person)?.ok_or(DbError::Missing)?;
    let mut gathered = Everything {
        letters: letters(tx, &known.email)?,
        diary: diary::store::kept(tx, person, &seats)?,
        person: known,
        sessions: access::store::open_sessions(tx, person, session, now)?,
        said: Vec::new(),
        notes: Vec::new(),
        acts: Vec::new(),
        shown: shown(tx, person)?,
        passkeys: sign_in::store::list(tx, person)?.into_iter().map(|(passkey, _)| passkey).collect(),
        providers: sign_in::store::subjects(tx, person)?,
        seats: Vec::new(),
    };
    for seat in &seats {
        let (organisation, member) = (seat.organisation, seat.member);
        let said = findings::store::said_by(tx, organisation, member)?;
        gathered.said.extend(said.into_iter().map(|said| (organisation, said)));
        let notes = notebooks::store::written_by(tx, organisation, member)?;
        gathered.notes.extend(notes.into_iter().map(|note| (organisation, note)));
        // Their own acts are theirs to read: nothing of what somebody said is hidden from who said it.
        let reader = Reader::Member { hidden: BTreeMap::new() };
        let mut lines = journal::lines(tx, organisation, None, &reader)?;
        lines.retain(|line| line.record.member == Some(member) || line.record.subject == member.to_string());
        gathered.acts.extend(lines.into_iter().map(|line| (organisation, line)));
    }
    gathered.seats = seats;
    Ok(gathered)
}

fn letters(tx: &mut Tx<'_>, email: &str) -> Result<Vec<(OrganisationId, CampaignId)>, DbError> {
    let mut letters = Vec::new();
    for organisation in journal::organisations(tx)? {
        let campaigns = methods::store::letters_to(tx, organisation, email)?;
        letters.extend(campaigns.into_iter().map(|campaign| (organisation, campaign)));
    }
    Ok(letters)
}

fn shown(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Shown>, DbError> {
    tx.list(
        "SELECT information, version, shown_on FROM information_shown WHERE person_id = $1 ORDER BY information, version",
        values![person],
        |row| Ok::<_, DbError>(Shown { information: row.get(0)?, version: row.get(1)?, on: row.parse(2)? }),
    )
}
