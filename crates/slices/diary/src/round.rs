//! The round of letters: who is awaited for a date is written to, once a day at most.
//!
//! A node takes one person (a row, in a transaction of its own), reads, writes the letter, waits until the mail server has
//! taken it, then keeps what was told. A node that falls in between leaves one person taken: after half an hour another
//! writes to them again, so that at most one letter comes twice, and none is lost. A letter that does not leave is tried
//! again, six times a day; what was not told today is told tomorrow.

use std::collections::BTreeSet;

use access::{Actor, Reader, store::Person};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::{OrganisationId, PersonId, ProjectId};
use platform::{DbError, Platform, T, Tx, clock::civil_day, mail::Letter};
use thread::Whole;

use crate::{
    entries,
    letter::{self, Line, Links},
    model::{
        entry::{Entry, in_order},
        reminder::{Choices, Told, due, monday, of_the_week},
    },
    store::{self, Claim},
};

/// What the address that stops all letters is sealed as.
pub const STOP: &str = "reminders-stop";

/// Letters leave by day: between these hours of the day in France.
const FROM: i8 = 7;
const TO: i8 = 20;

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters that the mail server took.
    pub sent: usize,
    /// Letters that did not leave.
    pub failed: usize,
    /// People whom another node has taken.
    pub elsewhere: usize,
}

impl Round {
    /// Whether nothing is left to do today.
    pub const fn is_over(self) -> bool {
        self.failed == 0 && self.elsewhere == 0
    }
}

/// Writes to whoever is to be written to now; `None` by night. Errors: the database; what was sent stays sent.
pub async fn round(platform: &Platform) -> Result<Option<Round>, DbError> {
    let now = platform.now();
    let mut round = Round::default();
    if !is_by_day(now) {
        return Ok(None);
    }
    for person in platform.db.read(move |tx| people(tx, civil_day(now))).await? {
        let claim = platform.db.write(move |tx| store::claim(tx, person, now)).await?;
        match claim {
            Some(claim) => write_to(platform, person, claim, now, &mut round).await?,
            None => round.elsewhere += 1,
        }
    }
    Ok(Some(round))
}

/// Whether letters leave now.
fn is_by_day(now: Timestamp) -> bool {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    (FROM..TO).contains(&now.to_zoned(paris).hour())
}

/// The people who hold a seat they have come to, and who are not settled today, in an order that tells nothing.
fn people(tx: &mut Tx<'_>, today: Date) -> Result<BTreeSet<PersonId>, DbError> {
    let mut people = BTreeSet::new();
    for organisation in journal::organisations(tx)? {
        let members = access::store::members(tx, organisation)?;
        people.extend(members.iter().filter(|member| member.has_joined).map(|member| member.person));
    }
    let settled = store::settled_today(tx, today)?;
    people.retain(|person| !settled.contains(person));
    Ok(people)
}

async fn write_to(
    platform: &Platform,
    person: PersonId,
    claim: Claim,
    now: Timestamp,
    round: &mut Round,
) -> Result<(), DbError> {
    let Post { letter, told } = prepare(platform, person, claim, now).await?;
    if let Some(letter) = letter {
        if let Err(error) = platform.mail.deliver(letter).await {
            // Without whom: a log names nobody.
            tracing::error!(error, "a letter of reminders could not be sent");
            round.failed += 1;
            return platform.db.write(move |tx| store::fail(tx, person, now)).await;
        }
        round.sent += 1;
    }
    let today = civil_day(now);
    platform.db.write(move |tx| store::done(tx, person, &told, monday(today), today)).await
}

/// A letter to send, and what it tells.
#[derive(Default)]
struct Post {
    letter: Option<Letter>,
    told: Vec<(OrganisationId, ProjectId, Told)>,
}

async fn prepare(
    platform: &Platform,
    person: PersonId,
    claim: Claim,
    now: Timestamp,
) -> Result<Post, DbError> {
    let (texts, today) = (platform.texts.clone(), civil_day(now));
    let read = move |tx: &mut Tx<'_>| {
        let Some(known) = access::store::person(tx, person)? else { return Ok(None) };
        let choices = store::choices(tx, person)?;
        let t = texts.speak(known.locale);
        let of_person = if choices.is_none() { Vec::new() } else { dates(tx, person, &t, now)? };
        Ok::<_, DbError>(Some((known, choices, of_person, t)))
    };
    let Some((known, choices, of_person, t)) = platform.db.read(read).await? else {
        return Ok(Post::default());
    };
    let is_week = choices.has_digest && claim.week.is_none_or(|week| week < monday(today));
    let (said, told) = to_tell(&of_person, &choices, is_week, today);
    let letter = (!said.is_empty()).then(|| write(platform, known, &said, &t, today));
    Ok(Post { letter, told })
}

fn write(platform: &Platform, known: Person, said: &letter::Told, t: &T, today: Date) -> Letter {
    let base = &platform.settings.base_url;
    let sealed = platform.vault.seal(&*platform.chance, STOP, known.id.to_string().as_bytes());
    let links = Links { base, stop: format!("{base}/rappels/{sealed}") };
    letter::letter(known.email, said, t, today, &links)
}

/// The dates of a person in one organisation.
struct Here {
    organisation: OrganisationId,
    name: String,
    entries: Vec<Entry>,
    told: BTreeSet<Told>,
}

/// The dates of all the seats of a person: each organisation once.
fn dates(tx: &mut Tx<'_>, person: PersonId, t: &T, now: Timestamp) -> Result<Vec<Here>, DbError> {
    let mut found: Vec<Here> = Vec::new();
    for seat in access::store::seats(tx, person)? {
        let of_seat = of_seat(tx, &seat, None, t, now)?;
        match found.last_mut().filter(|last| last.organisation == seat.organisation) {
            Some(last) => last.entries.extend(of_seat),
            None => found.push(Here {
                organisation: seat.organisation,
                name: seat.organisation_name.clone(),
                entries: of_seat,
                told: store::told(tx, seat.organisation, person)?,
            }),
        }
    }
    for here in &mut found {
        here.entries = in_order(std::mem::take(&mut here.entries));
    }
    Ok(found)
}

/// The dates of a seat: of one project, or of all that it sees.
pub fn of_seat(
    tx: &mut Tx<'_>,
    seat: &Actor,
    only: Option<ProjectId>,
    t: &T,
    now: Timestamp,
) -> Result<Vec<Entry>, DbError> {
    let mut found = Vec::new();
    let projects = match only {
        Some(id) => registry::store::find_project(tx, seat.organisation, id)?.into_iter().collect(),
        None => registry::store::projects(tx, seat.organisation)?,
    };
    for project in projects {
        let whole = Whole::of(tx, Reader::from(seat), project, t, now)?;
        found.extend(entries(&whole, seat.party, t, civil_day(now)));
    }
    Ok(in_order(found))
}

/// What today's letter says of these dates, and what that tells.
fn to_tell(
    all: &[Here],
    choices: &Choices,
    is_week: bool,
    today: Date,
) -> (letter::Told, Vec<(OrganisationId, ProjectId, Told)>) {
    let (mut said, mut told) = (letter::Told::default(), Vec::new());
    for here in all {
        let line = |entry: &Entry| Line { organisation: here.name.clone(), entry: entry.clone() };
        for (entry, lead) in due(&here.entries, choices, &here.told, today) {
            said.due.push(line(entry));
            told.push((here.organisation, entry.project, (entry.key.clone(), entry.on, lead)));
        }
        if is_week {
            let is_said = |entry: &&Entry| said.due.iter().all(|line| line.entry.key != entry.key);
            let rest: Vec<Line> =
                of_the_week(&here.entries, today).into_iter().filter(is_said).map(line).collect();
            said.week.extend(rest);
        }
    }
    said.due = letter::grouped(said.due);
    said.week = letter::grouped(said.week);
    (said, told)
}
