//! Sessions: they belong to a person, remember which seat is taken in each organisation, and tell days, never moments.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use journal::Entry;
use kernel::{OrganisationId, PersonId};
use platform::{Ctx, DbError, Tx, clock::civil_day, values};
use serde_json::json;

use super::{read_actor, seats_of_session};
use crate::keys::rule;
use crate::model::{
    device,
    information::{ACCOUNT, Information},
    key_rule::KeyRule,
    member::Actor,
    opening::Opening,
    standing::{Session, Standing},
};

/// How many days a session lives at most.
pub const SESSION_DAYS: i64 = 30;
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * SESSION_DAYS);
/// How many days it lives without being used: people come every week or two, and a telephone is lost or lent.
pub const IDLE_DAYS: i64 = 21;

/// A session that was last used before this day has ended.
pub(super) fn idle_before(now: Timestamp) -> Date {
    civil_day(now).checked_sub(IDLE_DAYS.days()).unwrap_or(Date::MIN)
}

/// Removes the sessions that have ended.
pub(super) fn remove_ended(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64, DbError> {
    tx.execute(
        "DELETE FROM session WHERE expires_at < $1 OR last_seen_on < $2",
        values![now, idle_before(now)],
    )
}

/// A session about to be opened.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The hash of its secret.
    pub hash: String,
    /// Family words of the browser and its system.
    pub device: String,
    /// Whether whoever opens it has shown that the person's address is theirs. If not, it opens one organisation only:
    /// anybody may found one under anybody's address.
    pub is_proved: bool,
    pub opened_with: Opening,
    /// The passkey that opened it.
    pub passkey: Option<String>,
}

impl NewSession {
    /// For whoever came by a link, a passkey or a provider that vouches for the address.
    pub fn proved(ctx: &Ctx, hash: String) -> Self {
        let agent = ctx.headers.get(axum::http::header::USER_AGENT).and_then(|value| value.to_str().ok());
        Self {
            hash,
            device: device::family(agent.unwrap_or_default()),
            is_proved: true,
            opened_with: Opening::Link,
            passkey: None,
        }
    }

    /// For whoever showed otherwise than by a link who they are.
    #[must_use]
    pub fn with(self, opened_with: Opening) -> Self {
        Self { opened_with, ..self }
    }

    /// For whoever came with this passkey: it may be struck out later, and opens nothing then.
    #[must_use]
    pub fn by_passkey(self, passkey: impl ToString) -> Self {
        Self { opened_with: Opening::Passkey, passkey: Some(passkey.to_string()), ..self }
    }

    /// For whoever founds an organisation: nothing shows yet that the address is theirs.
    pub fn founding(ctx: &Ctx, hash: String) -> Self {
        Self { is_proved: false, ..Self::proved(ctx, hash) }
    }
}

/// Opens a session and takes a seat, for somebody who has shown who they are.
pub fn open_session(
    tx: &mut Tx<'_>,
    actor: &Actor,
    session: &NewSession,
    now: Timestamp,
) -> Result<(), DbError> {
    remove_ended(tx, now)?;
    let only = (!session.is_proved).then_some(actor.organisation);
    tx.execute(
        "INSERT INTO session (secret_hash, organisation_id, expires_at, person_id, only_organisation_id, device,
           opened_on, last_seen_on, opened_with, passkey_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
        values![
            &session.hash,
            actor.organisation,
            now + SESSION_LIFE,
            actor.person,
            only,
            &session.device,
            civil_day(now),
            session.opened_with.code(),
            session.passkey.as_ref()
        ],
    )?;
    if session.is_proved {
        shown(tx, actor.person, ACCOUNT, civil_day(now))?;
    }
    take_seat(tx, &session.hash, actor, now)
}

/// Keeps which version of a text somebody was shown, at the door or when it changed since: the first time only.
pub fn shown(tx: &mut Tx<'_>, person: PersonId, text: Information, on: Date) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO information_shown (person_id, information, version, shown_on) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        values![person, text.id, text.version, on],
    )?;
    Ok(())
}

/// Takes a seat: it is the one from which the person acts in that organisation. The first time, they have joined.
pub fn take_seat(tx: &mut Tx<'_>, session: &str, actor: &Actor, now: Timestamp) -> Result<(), DbError> {
    tx.execute(
        "INSERT INTO session_seat (organisation_id, secret_hash, member_id) VALUES ($1, $2, $3)
         ON CONFLICT (organisation_id, secret_hash) DO UPDATE SET member_id = excluded.member_id",
        values![actor.organisation, session, actor.member],
    )?;
    tx.execute(
        "UPDATE session SET organisation_id = $2 WHERE secret_hash = $1",
        values![session, actor.organisation],
    )?;
    let first = tx.execute(
        "UPDATE member SET joined_at = $3 WHERE organisation_id = $1 AND member_id = $2 AND joined_at IS NULL",
        values![actor.organisation, actor.member, now],
    )?;
    if first == 1 {
        let author = journal::Author {
            organisation: actor.organisation,
            member: Some(actor.member),
            party: Some(actor.party),
        };
        journal::record(tx, &author, now, &Entry::new("member_joined", actor.member, json!({})))?;
    }
    Ok(())
}

pub fn close_session(tx: &mut Tx<'_>, session: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM session WHERE secret_hash = $1", values![session])?;
    Ok(())
}

/// Remembers the day on which a session was used last: a write a day, not a write a page.
pub fn seen_on(tx: &mut Tx<'_>, session: &str, today: Date) -> Result<(), DbError> {
    tx.execute("UPDATE session SET last_seen_on = $2 WHERE secret_hash = $1", values![session, today])?;
    Ok(())
}

/// What a row of [`standing`] says besides the session and the seat.
#[derive(Clone)]
struct Here {
    is_struck: bool,
    was_shown: bool,
    keys: KeyRule,
}

/// Where a session stands in an organisation (by default the one where a seat was taken last), in one query. Nothing
/// when there is no such session.
pub fn standing(
    tx: &mut Tx<'_>,
    session: &str,
    organisation: Option<OrganisationId>,
    now: Timestamp,
) -> Result<Option<Standing>, DbError> {
    let rows = tx.list(
        "SELECT o.organisation_id, o.name, m.member_id, m.party, m.name, m.title, s.person_id, m.left_on,
           s.only_organisation_id, s.last_seen_on, c.member_id, s.opened_with, k.party, s.expires_at,
           (SELECT COUNT(*) FROM passkey_struck x WHERE x.organisation_id = m.organisation_id
             AND x.person_id = s.person_id AND (s.passkey_id IS NULL OR x.passkey_id = s.passkey_id)),
           (SELECT COUNT(*) FROM information_shown i
             WHERE i.person_id = s.person_id AND i.information = $5 AND i.version = $6),
           (SELECT r.second_party FROM key_rule r WHERE r.organisation_id = m.organisation_id),
           (SELECT string_agg(a.act, ' ') FROM key_rule_act a WHERE a.organisation_id = m.organisation_id)
         FROM session s
         LEFT JOIN member m ON m.organisation_id = COALESCE($2, s.organisation_id) AND m.person_id = s.person_id
           AND m.organisation_id = COALESCE(s.only_organisation_id, m.organisation_id)
         LEFT JOIN organisation o ON o.organisation_id = m.organisation_id
         LEFT JOIN session_seat c ON c.organisation_id = m.organisation_id AND c.secret_hash = s.secret_hash
         LEFT JOIN passkey_party k ON k.organisation_id = m.organisation_id AND k.party = m.party
         WHERE s.secret_hash = $1 AND s.expires_at >= $3 AND COALESCE(s.last_seen_on, $4) >= $4",
        values![session, organisation, now, idle_before(now), ACCOUNT.id, ACCOUNT.version],
        |row| {
            let held = Session {
                hash: session.to_owned(),
                person: row.parse(6)?,
                only_in: row.parse_opt(8)?,
                last_seen_on: row.parse_opt(9)?,
                opened_with: row.parse(11)?,
                opened_at: row.parse::<Timestamp>(13)? - SESSION_LIFE,
            };
            let seat = row.get::<Option<String>>(0)?.is_some().then(|| read_actor(row)).transpose()?;
            let has_left = row.get::<Option<String>>(7)?.is_some();
            let is_struck = row.get::<Option<i64>>(14)?.is_some_and(|struck| struck > 0);
            let here = Here {
                is_struck,
                was_shown: row.get::<i64>(15)? > 0,
                keys: rule::read(row.parse_opt(16)?, row.get::<Option<String>>(17)?.as_deref())?,
            };
            Ok::<_, DbError>(((held, here), seat, has_left, row.parse_opt(10)?, row.parse_opt(12)?))
        },
    )?;
    let Some(((session, Here { was_shown, keys, .. }), _, _, chosen, _)) = rows.first().cloned() else {
        return Ok(None);
    };
    let is_struck = rows.iter().any(|((_, here), ..)| here.is_struck);
    let with_passkey_only = rows.iter().filter_map(|(.., party)| *party).collect();
    let seats = rows.into_iter().filter_map(|(_, seat, has_left, ..)| seat.map(|seat| (seat, has_left)));
    let (left, mut seats): (Vec<_>, Vec<_>) = seats.partition(|(_, has_left)| *has_left);
    seats.sort_by_key(|(seat, _)| (seat.party, seat.member));
    Ok(Some(Standing {
        session,
        seats: seats.into_iter().map(|(seat, _)| seat).collect(),
        chosen,
        with_passkey_only,
        is_struck,
        was_shown,
        keys,
        left: left.into_iter().next().map(|(seat, _)| seat),
    }))
}

/// Who a session belongs to, if it lives: the seat taken last, else any that the person holds.
pub fn actor_of_session(tx: &mut Tx<'_>, session: &str, now: Timestamp) -> Result<Option<Actor>, DbError> {
    let Some(standing) = standing(tx, session, None, now)? else { return Ok(None) };
    if let Some(taken) = standing.taken() {
        return Ok(Some(taken.clone()));
    }
    Ok(seats_of_session(tx, &standing.session)?.into_iter().next())
}
