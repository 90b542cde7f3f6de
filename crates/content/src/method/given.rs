//! From what a form sends to an answer, whatever the way of answering: one reader for every pack.
//!
//! The names of the fields are those of the question: its id; for a matrix `id.row`; for a ranking `id.entry`, with its
//! place from 1; the lived situation is `id.situation`.

use std::collections::BTreeMap;

use kernel::codes;
use thiserror::Error;

use super::model::{Answer, Item, List, Method};

codes! {
    /// Answers that are always offered beside those of the pack.
    pub enum Always("answer that is always offered") {
        DontKnow = "dont_know",
        NotApplicable = "not_applicable",
    }
}

/// An answer that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// The person does not know: a result like another.
    DontKnow,
    NotApplicable,
    Yes,
    No,
    /// Entries of a list: one for a level, several for a choice of many, in order for a ranking.
    Entries(Vec<String>),
    /// Row by row, in the order of the rows; none where the person does not know.
    Rows(Vec<(String, Option<String>)>),
    Text(String),
    /// Left empty where it may be, or answered by talking.
    Nothing,
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("no answer was given")]
    Missing,
    #[error("a lived situation comes first")]
    SituationFirst,
    #[error("the question before it comes first")]
    TooEarly,
    #[error("this is none of the answers")]
    NotAnAnswer,
    #[error("two entries have the same place")]
    SamePlace,
}

/// The longest text that is read, in characters.
pub const MOST_CHARACTERS: usize = 5_000;

/// What a form sent, by the names of its fields; several values where several boxes are ticked.
pub type Sent = BTreeMap<String, Vec<String>>;

/// Reads the answer to a question of a method. Errors: why it is none; the form is drawn again.
pub fn read(method: &Method, item: &Item, sent: &Sent) -> Result<Given, Refused> {
    let given = answered(method, item, sent)?;
    if given == Given::Nothing {
        let free = item.optional || matches!(item.answer, Answer::Aloud | Answer::Observation);
        return if free { Ok(given) } else { Err(Refused::Missing) };
    }
    if item.situation && one(sent, &format!("{}.situation", item.id)).is_none() {
        return Err(Refused::SituationFirst);
    }
    let waits = item.after.as_ref().is_some_and(|before| !is_touched(sent, before));
    if waits { Err(Refused::TooEarly) } else { Ok(given) }
}

fn answered(method: &Method, item: &Item, sent: &Sent) -> Result<Given, Refused> {
    let id = &item.id;
    match &item.answer {
        Answer::YesNo { .. } => yes_or_no(one(sent, id)),
        Answer::Scale { levels: list }
        | Answer::Choice { among: list, many: false }
        | Answer::Quiz { among: list, .. } => entry(method.list(list), one(sent, id)),
        Answer::Choice { among, many: true } => entries(method.list(among), sent.get(id)),
        Answer::Text => text(one(sent, id)),
        Answer::Matrix { rows, columns } => matrix(id, method.list(rows), method.list(columns), sent),
        Answer::Ranking { among, most } => ranking(id, method.list(among), *most, sent),
        Answer::Aloud | Answer::Observation => Ok(Given::Nothing),
    }
}

/// The value of a field, if something is written there.
fn one<'s>(sent: &'s Sent, name: &str) -> Option<&'s str> {
    sent.get(name)?.first().map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// Whether anything was answered to another question.
fn is_touched(sent: &Sent, id: &str) -> bool {
    let of_it = |name: &str| name == id || name.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    sent.keys().any(|name| of_it(name) && one(sent, name).is_some())
}

fn yes_or_no(value: Option<&str>) -> Result<Given, Refused> {
    match value {
        None => Ok(Given::Nothing),
        Some("yes") => Ok(Given::Yes),
        Some("no") => Ok(Given::No),
        Some("not_applicable") => Ok(Given::NotApplicable),
        Some("dont_know") => Ok(Given::DontKnow),
        Some(_) => Err(Refused::NotAnAnswer),
    }
}

fn known(list: Option<&List>, value: &str) -> Result<String, Refused> {
    let entry = list.and_then(|list| list.entry(value)).ok_or(Refused::NotAnAnswer)?;
    Ok(entry.id.clone())
}

fn entry(list: Option<&List>, value: Option<&str>) -> Result<Given, Refused> {
    match value {
        None => Ok(Given::Nothing),
        Some("dont_know") => Ok(Given::DontKnow),
        Some(value) => Ok(Given::Entries(vec![known(list, value)?])),
    }
}

fn entries(list: Option<&List>, values: Option<&Vec<String>>) -> Result<Given, Refused> {
    let values = values.map(Vec::as_slice).unwrap_or_default();
    match values {
        [] => Ok(Given::Nothing),
        [alone] if alone == "dont_know" => Ok(Given::DontKnow),
        several => {
            several.iter().map(|value| known(list, value)).collect::<Result<_, _>>().map(Given::Entries)
        }
    }
}

fn text(value: Option<&str>) -> Result<Given, Refused> {
    match value {
        None => Ok(Given::Nothing),
        Some(long) if long.chars().count() > MOST_CHARACTERS => Err(Refused::NotAnAnswer),
        Some(text) => Ok(Given::Text(text.to_owned())),
    }
}

fn matrix(id: &str, rows: Option<&List>, columns: Option<&List>, sent: &Sent) -> Result<Given, Refused> {
    let rows = rows.map(|list| list.entries.as_slice()).unwrap_or_default();
    let mut read = Vec::new();
    for row in rows {
        match one(sent, &format!("{id}.{}", row.id)) {
            None => {}
            Some("dont_know") => read.push((row.id.clone(), None)),
            Some(value) => read.push((row.id.clone(), Some(known(columns, value)?))),
        }
    }
    match read.len() {
        0 => Ok(Given::Nothing),
        all if all == rows.len() => Ok(Given::Rows(read)),
        _ => Err(Refused::Missing),
    }
}

fn ranking(id: &str, list: Option<&List>, most: Option<u8>, sent: &Sent) -> Result<Given, Refused> {
    let entries = list.map(|list| list.entries.as_slice()).unwrap_or_default();
    let most = most.map_or(entries.len(), usize::from);
    let mut places = BTreeMap::new();
    for entry in entries {
        let Some(value) = one(sent, &format!("{id}.{}", entry.id)) else { continue };
        let place = value.parse::<usize>().ok().filter(|place| (1..=most).contains(place));
        if places.insert(place.ok_or(Refused::NotAnAnswer)?, entry.id.clone()).is_some() {
            return Err(Refused::SamePlace);
        }
    }
    Ok(if places.is_empty() { Given::Nothing } else { Given::Entries(places.into_values().collect()) })
}
