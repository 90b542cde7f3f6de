//! The journal in words: who did what, when; its head, and how to check it without us.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use jiff::{Timestamp, tz::TimeZone};
use journal::{Head, Line};
use kernel::{MemberId, Party, ProjectId};
use platform::{DbError, PageResult, T, clock::civil_day};
use registry::ProjectSeat;
use ui::{Page, render};

use crate::{document::in_groups, model::act::about, reader::reading};

/// How many acts a page lists.
const ON_A_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage {
    page: Page,
    base: String,
    head: Head,
    hash: String,
    acts: Vec<ActLine>,
    /// The number before which the next page goes on.
    older: Option<i64>,
}

struct ActLine {
    number: i64,
    day: String,
    time: String,
    who: String,
    party: Option<String>,
    what: String,
    about: Option<String>,
    /// Whether something of it is kept from this reader, or was erased.
    is_withheld: bool,
    hash: String,
}

/// Which page of the journal.
#[derive(serde::Deserialize)]
pub struct Before {
    avant: Option<i64>,
}

pub async fn show(seat: ProjectSeat, Query(Before { avant }): Query<Before>) -> PageResult {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let reader = seat.seat.reader();
    let (lines, head, names) = seat
        .ctx()
        .db()
        .read(move |tx| {
            let reader = reading(tx, reader)?;
            let lines = journal::lines(tx, organisation, None, &reader)?;
            let names: HashMap<MemberId, String> = access::store::everybody(tx, organisation)?
                .into_iter()
                .map(|member| (member.id, member.name))
                .collect();
            Ok::<_, DbError>((lines, journal::head(tx, organisation)?, names))
        })
        .await?;
    let t = &seat.ctx().t;
    let before = avant.unwrap_or(i64::MAX);
    let concerns = |line: &&Line| is_of(line, project) && line.record.number < before;
    let mut latest = lines.iter().rev().filter(concerns);
    let acts: Vec<ActLine> = latest.by_ref().take(ON_A_PAGE).map(|line| act(line, &names, t)).collect();
    let older = latest.next().and_then(|_| acts.last().map(|act| act.number));
    render(&JournalPage {
        page: seat.page(t.say("journal-title"), "dossier"),
        base: seat.path(""),
        hash: in_groups(&head.hash),
        head,
        acts,
        older,
    })
}

/// Acts on the project, and those on the organisation as a whole.
fn is_of(line: &Line, project: ProjectId) -> bool {
    line.record.project.is_none_or(|of| of == project)
}

fn act(line: &Line, names: &HashMap<MemberId, String>, t: &T) -> ActLine {
    let record = &line.record;
    let at: Option<Timestamp> = record.at.parse().ok();
    let party = record.party.map(|party: Party| t.say_code("party", party));
    let who = record.member.and_then(|member| names.get(&member).cloned());
    let hides_who = record.member.is_none() && record.party.is_some();
    ActLine {
        number: record.number,
        day: at.map(|at| t.day(civil_day(at))).unwrap_or_else(|| record.at.clone()),
        time: at.map(time).unwrap_or_default(),
        who: who.unwrap_or_else(|| {
            t.say(match record.member {
                Some(_) => "journal-someone",
                None if hides_who => "journal-withheld-who",
                None => "journal-program",
            })
        }),
        party,
        what: what(&record.kind, t),
        about: about(&record.body),
        is_withheld: line.withheld > 0,
        hash: line.hash[..8].to_owned(),
    }
}

/// The act in words; one that this version does not know is named by its kind.
fn what(kind: &str, t: &T) -> String {
    let key = format!("journal-kind-{kind}").replace('_', "-");
    if t.has(&key) { t.say(&key) } else { t.one("journal-kind-unknown", "kind", kind.to_owned()) }
}

/// The time of day in France.
fn time(at: Timestamp) -> String {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    at.to_zoned(paris).strftime("%H:%M").to_string()
}
