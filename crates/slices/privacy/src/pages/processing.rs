//! The record of processing, for people and for programs.

use access::{Visitor, model::information::ACCOUNT};
use askama::Template;
use axum::{
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use platform::{PageError, PageResult, T};
use serde::Serialize;
use ui::{Page, render};

use crate::model::{
    processing::{Purpose, purposes},
    retention::{Ends, Kind, Span, kinds},
};

/// The form of the file.
const FORM: &str = "trinome-processing-1";

/// The rights of whoever is named, in the order in which they are said.
const RIGHTS: [&str; 5] = ["read", "correct", "erase", "object", "complain"];

#[derive(Template)]
#[template(path = "processing.html")]
struct ProcessingPage {
    page: Page,
    record: Record,
}

/// The record, in the reader's language.
#[derive(Serialize)]
struct Record {
    format: &'static str,
    language: &'static str,
    instance: String,
    /// Who answers for the instance; none was set.
    contact: Option<String>,
    purposes: Vec<PurposeLine>,
    retention: Vec<KindLine>,
    rights: Vec<String>,
    /// The texts that people are shown before they come in, at the version that stands.
    texts: Vec<TextLine>,
}

#[derive(Serialize)]
struct TextLine {
    id: &'static str,
    version: i64,
    since: Date,
    words: String,
}

#[derive(Serialize)]
struct PurposeLine {
    id: String,
    title: String,
    why: String,
    basis: String,
    data: Vec<String>,
    people: Vec<String>,
    recipients: Vec<String>,
}

#[derive(Serialize)]
struct KindLine {
    id: String,
    what: String,
    until: String,
    ends: Ends,
}

pub async fn show(visitor: Visitor) -> PageResult {
    let record = record(&visitor)?;
    render(&ProcessingPage { page: visitor.page(visitor.ctx.t.say("processing-title")), record })
}

pub async fn json(visitor: Visitor) -> PageResult<Response> {
    let bytes = serde_json::to_vec_pretty(&record(&visitor)?)?;
    Ok(([(CONTENT_TYPE, "application/json")], bytes).into_response())
}

fn record(visitor: &Visitor) -> PageResult<Record> {
    let (t, settings) = (&visitor.ctx.t, &visitor.ctx.platform.settings);
    let purposes = purposes().map_err(PageError::Fault)?;
    let kinds = kinds().map_err(PageError::Fault)?;
    Ok(Record {
        format: FORM,
        language: t.locale().code(),
        instance: settings.base_url.clone(),
        contact: settings.privacy_contact.clone(),
        purposes: purposes.iter().map(|purpose| purpose_line(purpose, t)).collect(),
        retention: kinds.iter().map(|kind| kind_line(kind, t)).collect(),
        texts: vec![TextLine {
            id: ACCOUNT.id,
            version: ACCOUNT.version,
            since: ACCOUNT.since,
            words: t.say("information-account"),
        }],
        rights: RIGHTS.iter().map(|right| t.say_code("right", right)).collect(),
    })
}

fn purpose_line(purpose: &Purpose, t: &T) -> PurposeLine {
    let words = |prefix: &str, ids: &[String]| ids.iter().map(|id| t.say_code(prefix, id)).collect();
    PurposeLine {
        id: purpose.id.clone(),
        title: t.say_code("processing", &purpose.id),
        why: t.say_code("processing-why", &purpose.id),
        basis: t.say_code("basis", &purpose.basis),
        data: words("data", &purpose.data),
        people: words("people", &purpose.people),
        recipients: words("recipient", &purpose.recipients),
    }
}

fn kind_line(kind: &Kind, t: &T) -> KindLine {
    let until = match kind.span() {
        Some(Span::Hours(hours)) => t.one("retention-hours", "hours", hours),
        Some(Span::Days(days)) => t.one("retention-days", "days", days),
        None => t.say_code("retention-until", &kind.id),
    };
    KindLine { id: kind.id.clone(), what: t.say_code("retention", &kind.id), until, ends: kind.ends }
}
