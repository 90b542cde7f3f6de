//! All that the instance holds about whoever is signed in, to read and to take away.

use access::Visitor;
use askama::Template;
use axum::{
    http::header::CONTENT_DISPOSITION,
    response::{IntoResponse, Response},
};
use kernel::Locale;
use platform::{PageResult, T};
use serde_json::{Value, json};
use ui::{Page, render};

use super::proved;
use crate::store::{Everything, Shown, everything};

/// The form of the file.
const FORM: &str = "trinome-person-1";

#[derive(Template)]
#[template(path = "mydata.html")]
struct MyDataPage {
    page: Page,
    name: String,
    email: String,
    language: Locale,
    seats: Vec<String>,
    sessions: Vec<String>,
    shown: Vec<String>,
    acts: i64,
    said: i64,
    notes: i64,
}

pub async fn show(visitor: Visitor) -> PageResult {
    let all = gather(&visitor).await?;
    let t = &visitor.ctx.t;
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let seat = |seat: &access::store::Held| {
        let organisation = seat.organisation_name.clone();
        t.two("mydata-seat", "organisation", organisation, "party", t.say_code("party", seat.party))
    };
    render(&MyDataPage {
        page: visitor.page(t.say("mydata-title")),
        name: all.person.name.clone(),
        email: all.person.email.clone(),
        language: all.person.locale,
        seats: all.seats.iter().filter(|held| !held.has_left).map(seat).collect(),
        sessions: all.sessions.iter().map(|session| said_of(session, t)).collect(),
        shown: all.shown.iter().map(|shown| text_shown(shown, t)).collect(),
        acts: count(all.acts.len()),
        said: count(all.said.len()),
        notes: count(all.notes.len()),
    })
}

fn said_of(session: &access::store::OpenSession, t: &T) -> String {
    let day = session.opened_on.map_or_else(|| t.say("account-day-unknown"), |day| t.day(day));
    let device =
        if session.device.is_empty() { t.say("account-device-unknown") } else { session.device.clone() };
    t.two("mydata-session", "day", day, "device", device)
}

fn text_shown(shown: &Shown, t: &T) -> String {
    let key = format!("mydata-shown-{}", shown.information);
    t.two(&key, "version", shown.version, "day", t.day(shown.on))
}

pub async fn json(visitor: Visitor) -> PageResult<Response> {
    let all = gather(&visitor).await?;
    let bytes = serde_json::to_vec_pretty(&data(&all, &visitor.ctx.t))?;
    let headers = [
        (axum::http::header::CONTENT_TYPE, "application/json".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"trinome-{}.json\"", visitor.ctx.today)),
    ];
    Ok((headers, bytes).into_response())
}

async fn gather(visitor: &Visitor) -> PageResult<Everything> {
    let (held, now) = (proved(visitor)?, visitor.ctx.now);
    Ok(visitor.ctx.db().read(move |tx| everything(tx, held.person, &held.hash, now)).await?)
}

/// The file. Names are in English and stable; what changes the form changes [`FORM`].
fn data(all: &Everything, t: &T) -> Value {
    let person = &all.person;
    let seats = all.seats.iter().map(|seat| {
        json!({"organisation": seat.organisation, "organisation_name": seat.organisation_name, "seat": seat.member,
               "party": seat.party, "name": seat.name, "title": seat.title, "names": seat.names, "has_left": seat.has_left})
    });
    let sessions = all.sessions.iter().map(|session| {
        json!({"mark": session.mark, "device": session.device, "opened_on": session.opened_on,
               "last_seen_on": session.last_seen_on, "is_this_one": session.is_this_one, "opened_with": session.opened_with})
    });
    let notes = all.notes.iter().map(|(organisation, note)| {
        json!({"organisation": organisation, "project": note.project, "note": note.note, "words": note.words, "on": note.on})
    });
    let acts = all
        .acts
        .iter()
        .map(|(organisation, line)| json!({"organisation": organisation, "hash": line.hash, "record": line.record}));
    let shown = all
        .shown
        .iter()
        .map(|shown| json!({"text": shown.information, "version": shown.version, "on": shown.on}));
    let passkeys = all.passkeys.iter().map(|passkey| {
        json!({"id": passkey.id, "name": passkey.name, "added_on": passkey.added_on, "used_on": passkey.used_on})
    });
    let providers =
        all.providers.iter().map(|(issuer, subject)| json!({"issuer": issuer, "subject": subject}));
    let letters = all
        .letters
        .iter()
        .map(|(organisation, campaign)| json!({"organisation": organisation, "campaign": campaign}));
    json!({
        "format": FORM,
        "person": {"id": person.id, "name": person.name, "email": person.email, "language": person.locale},
        "seats": seats.collect::<Vec<_>>(),
        "sessions": sessions.collect::<Vec<_>>(),
        "passkeys": passkeys.collect::<Vec<_>>(),
        "providers": providers.collect::<Vec<_>>(),
        "letters": letters.collect::<Vec<_>>(),
        "calendars": calendars(&all.diary),
        "said": all.said.iter().map(|(organisation, said)| json!({"organisation": organisation, "said": said})).collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
        "acts": acts.collect::<Vec<_>>(),
        "texts_shown": shown.collect::<Vec<_>>(),
        "answers": t.say("mydata-not-answers"),
    })
}

/// The addresses of one's calendars (their secrets are not kept), what one chose to be reminded of, what one was.
fn calendars(kept: &diary::store::Kept) -> Value {
    let addresses = kept.addresses.iter().map(|address| {
        json!({"organisation": address.organisation, "seat": address.member, "project": address.project,
               "made_with": address.made_with, "made_on": address.made_on, "read_on": address.read_on})
    });
    let entries = kept.entries.iter().map(|(organisation, entry, day, changes)| {
        json!({"organisation": organisation, "date": entry, "day": day, "changes": changes})
    });
    let told = kept.told.iter().map(|(organisation, entry, day, lead, on)| {
        json!({"organisation": organisation, "date": entry, "day": day, "days_before": lead, "told_on": on})
    });
    json!({
        "addresses": addresses.collect::<Vec<_>>(),
        "dates": entries.collect::<Vec<_>>(),
        "reminders": {"law": diary::store::leads_as_text(&kept.choices.legal),
                      "others": diary::store::leads_as_text(&kept.choices.others), "week": kept.choices.has_digest},
        "told": told.collect::<Vec<_>>(),
    })
}
