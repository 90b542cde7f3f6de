//! The calendar, as a calendar program reads it: by an address alone, since it holds no session.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use kernel::{Locale, ProjectId};
use platform::{Ctx, DbError, PageError, PageResult, T, Tx, limits::Gate, secret};

use crate::{
    model::{
        entry::Entry,
        ics::{Event, calendar},
        memory::{Said, follow},
    },
    round::of_seat,
    store::{self, Opened, Why},
};

/// Changes when the text of a calendar does, for the same dates.
const FORM: &str = "1";
/// What the name of a calendar's file ends with.
pub const END: &str = ".ics";

/// What an address opens today, and the mark of what it would say.
struct Ready {
    opened: Opened,
    locale: Locale,
    /// A title of its own where the calendar is of one project.
    project: Option<String>,
    mark: String,
}

pub async fn show(ctx: Ctx, Path(given): Path<String>) -> PageResult {
    let hash = secret::digest(given.strip_suffix(END).unwrap_or(&given));
    let ready = match ready(&ctx, &hash).await? {
        Ok(ready) => ready,
        Err(Why::Unknown) => {
            ctx.limit_line(Gate::FailedCode)?;
            return Err(PageError::NotFound);
        }
        Err(Why::Ended) => {
            ctx.limit_line(Gate::FailedCode)?;
            return Ok(gone(&ctx.t));
        }
    };
    if is_known(&ctx.headers, &ready.mark) {
        return Ok((StatusCode::NOT_MODIFIED, headers(&ready.mark)?).into_response());
    }
    ctx.limit(Gate::Calendar, hash.as_bytes())?;
    let t = ctx.platform.texts.speak(ready.locale);
    let text = text(&ctx, &ready, &t, hash).await?;
    Ok((headers(&ready.mark)?, text).into_response())
}

/// A calendar whose seat has ended says so, and its program stops asking.
fn gone(t: &T) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (StatusCode::GONE, kind, t.say("diary-gone")).into_response()
}

/// What an address opens. The mark follows from all that the calendar follows from: the journal's head says whether
/// anything was done, as it does for the thread.
async fn ready(ctx: &Ctx, hash: &str) -> PageResult<Result<Ready, Why>> {
    let (hash, today, base) = (hash.to_owned(), ctx.today, ctx.platform.settings.base_url.clone());
    let read = move |tx: &mut Tx<'_>| {
        let opened = match store::open(tx, &hash)? {
            Ok(opened) => opened,
            Err(why) => return Ok::<_, DbError>(Err(why)),
        };
        let organisation = opened.actor.organisation;
        let project = match opened.address.project {
            None => None,
            Some(id) => match registry::store::find_project(tx, organisation, id)? {
                Some(project) => Some(project.title),
                None => return Ok(Err(Why::Ended)),
            },
        };
        let person = access::store::person(tx, opened.actor.person)?.ok_or(DbError::Missing)?;
        let apart = access::Reader::from(&opened.actor).apart(tx)?;
        let head = journal::head(tx, organisation)?;
        let apart = apart.map(|member| member.to_string()).unwrap_or_default();
        let law = &obligations::api::pack().edition;
        let parts = [FORM, &hash, &head.hash, &today.to_string(), person.locale.code(), &apart, &base, law];
        let mark = format!("\"{}\"", &secret::digest(&parts.join("\n"))[..32]);
        Ok(Ok(Ready { opened, locale: person.locale, project, mark }))
    };
    Ok(ctx.db().read(read).await?)
}

fn is_known(headers: &HeaderMap, mark: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == mark))
}

/// Kept by whoever asked, and asked about each time: nothing in between keeps it.
fn headers(mark: &str) -> PageResult<HeaderMap> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"trinome.ics\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    let mark = HeaderValue::from_str(mark).map_err(|error| PageError::Fault(error.to_string()))?;
    headers.insert(header::ETAG, mark);
    Ok(headers)
}

async fn text(ctx: &Ctx, ready: &Ready, t: &T, hash: String) -> PageResult<String> {
    let (actor, only, now) = (ready.opened.actor.clone(), ready.opened.address.project, ctx.now);
    let spoken = t.clone();
    let read = move |tx: &mut Tx<'_>| {
        let entries = of_seat(tx, &actor, only, &spoken, now)?;
        let memory = store::memory(tx, actor.organisation, actor.member)?;
        Ok::<_, DbError>((entries, memory))
    };
    let (entries, memory) = ctx.db().read(read).await?;
    let (said, changed) = follow(&memory, &digests(&entries), now);
    let to_keep: Vec<(String, ProjectId, Said)> = entries
        .iter()
        .filter(|entry| changed.contains(&entry.key))
        .filter_map(|entry| Some((entry.key.clone(), entry.project, said.get(&entry.key)?.clone())))
        .collect();
    keep(ctx, ready, hash, to_keep).await?;
    let base = &ctx.platform.settings.base_url;
    let events = entries.iter().filter_map(|entry| {
        said.get(&entry.key).map(|said| event(entry, said, t, base, ready.project.is_none()))
    });
    let of = ready.project.clone().unwrap_or_else(|| ready.opened.actor.organisation_name.clone());
    let name = t.one("diary-name", "of", of);
    Ok(calendar(&name, t.locale().code(), &events.collect::<Vec<_>>()))
}

/// Keeps what changed and the day on which it was read, where there is anything to keep.
async fn keep(
    ctx: &Ctx,
    ready: &Ready,
    hash: String,
    changed: Vec<(String, ProjectId, Said)>,
) -> PageResult<()> {
    let is_read_today = ready.opened.address.read_on == Some(ctx.today);
    if changed.is_empty() && is_read_today {
        return Ok(());
    }
    let (actor, today) = (ready.opened.actor.clone(), ctx.today);
    let write = move |tx: &mut Tx<'_>| {
        store::keep(tx, actor.organisation, actor.member, &changed)?;
        store::note_read(tx, &hash, today)
    };
    Ok(ctx.db().write::<(), DbError, _>(write).await?)
}

fn digests(entries: &[Entry]) -> Vec<(String, jiff::civil::Date, String)> {
    entries.iter().map(|entry| (entry.key.clone(), entry.on, secret::digest(&entry.said()))).collect()
}

fn event(entry: &Entry, said: &Said, t: &T, base: &str, names_project: bool) -> Event {
    let mut title = entry.title.clone();
    if names_project {
        title = t.two("diary-title", "what", title, "project", entry.project_title.clone());
    }
    Event {
        uid: format!("{}@trinome", entry.key),
        sequence: said.sequence,
        changed_at: whole_second(said.changed_at),
        on: entry.on,
        title,
        details: entry.details.clone(),
        url: format!("{base}{}", entry.path),
        category: t.say_code("diary-kind", entry.kind),
    }
}

/// As it comes back from the database, to the second: the first answer and the next ones are the same text.
fn whole_second(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}
