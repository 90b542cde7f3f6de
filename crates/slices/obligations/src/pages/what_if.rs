//! « Et si… »: the same project with other facts or on another day, read at once and saved nowhere.

use askama::Template;
use axum::http::StatusCode;
use content::law::words as law_words;
use jiff::{ToSpan, civil::Date};
use platform::{PageResult, T, form::Form};
use registry::{Facts, ProjectSeat};
use ui::{Field, Page, Tone, render_with};

use super::facts::{Known, SectionFields, changes, field, sections, stored_form};
use crate::{
    api::{self, GateNotice, Reading},
    model::{
        case::merged,
        difference::{Difference, MovedDate, difference},
        reading::pack,
    },
    words,
};

/// Marks a form that says every fact: a box that is not ticked in it was taken off.
const WHOLE: &str = "tout";
const STAGE: &str = "project.stage";
const DAY: &str = "as_of";

#[derive(Template)]
#[template(path = "what_if.html")]
struct WhatIfPage {
    page: Page,
    back: String,
    action: String,
    /// Questions to begin with: label and address.
    starts: Vec<(String, String)>,
    /// What is supposed otherwise than the project says.
    supposed: Vec<String>,
    told: Option<Told>,
    first: Vec<Field>,
    sections: Vec<SectionFields>,
}

/// The difference, in words.
struct Told {
    is_nothing: bool,
    gate: Option<GateNotice>,
    appears: Vec<(String, Vec<String>)>,
    disappears: Vec<String>,
    moves: Vec<(String, String, String, String)>,
    settled: Vec<String>,
    doubtful: Vec<String>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let query = seat.ctx().here.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
    ask(seat, Form::read(query.as_bytes())).await
}

/// Reads what the form supposes. Nothing is written.
pub async fn ask(seat: ProjectSeat, given: Form) -> PageResult {
    let known = Known::of(&seat).await?.supposing();
    let (t, before) = (&seat.ctx().t, &known.reading);
    let mut form = whole(&seat, &known, &given);
    let supposed = suppose(&seat, &mut form, &known);
    let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (facts, on) = supposed;
    let asked = !given.pairs().is_empty() && !form.is_refused();
    let told = asked.then(|| {
        let mut all = merged(&known.organisation, &seat.project);
        all.extend(facts.clone());
        let after = api::read_facts(&all, on);
        tell(t, &after, &difference(before, &after), before)
    });
    let mut page = seat.page(t.say("obl-if-title"), "obligations");
    page.here = seat.path("obligations/et-si");
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let stage = law_words().get(STAGE).map(|word| field(t, &form, word));
    let day = Field::date(t, &form, DAY, t.say("obl-if-day")).hint(t.say("obl-if-day-hint"));
    render_with(
        status,
        &WhatIfPage {
            back: seat.path("obligations"),
            action: seat.path("obligations/et-si"),
            starts: starts(&seat, before),
            supposed: said(t, &facts, on, seat.ctx().today),
            told,
            first: stage.into_iter().chain([day]).collect(),
            sections: sections(t, &form, &known),
            page,
        },
    )
}

/// Every fact as the project says it, but for what is given.
fn whole(seat: &ProjectSeat, known: &Known, given: &Form) -> Form {
    if given.has(WHOLE, "oui") {
        return given.clone();
    }
    let facts = merged(&known.organisation, &seat.project);
    let stored = stored_form(known, &facts);
    let stage = facts.get(STAGE).and_then(|code| code.as_str()).unwrap_or_default().to_owned();
    let own = [(STAGE.to_owned(), stage), (DAY.to_owned(), seat.ctx().today.to_string())];
    let own = own.into_iter().chain(stored.pairs().iter().cloned());
    let is_given = |name: &str| given.pairs().iter().any(|(known, _)| known == name);
    let kept = own.filter(|(name, _)| !is_given(name));
    Form::with(kept.chain(given.pairs().iter().cloned()).collect::<Vec<_>>())
}

/// The facts that are supposed otherwise, and the day on which they are read.
fn suppose(seat: &ProjectSeat, form: &mut Form, known: &Known) -> (Facts, Date) {
    let t = &seat.ctx().t;
    let facts = merged(&known.organisation, &seat.project);
    let mut changes = changes(form, t, known, &facts);
    let stage = law_words().get(STAGE).and_then(|word| word.code_label(form.value(STAGE)));
    match stage {
        None => form.refuse(STAGE, t.say("form-choose")),
        Some(_) => {
            let stage = serde_json::Value::from(form.value(STAGE));
            if facts.get(STAGE) != Some(&stage) {
                changes.insert(STAGE.to_owned(), stage);
            }
        }
    }
    let on = form.date(t, DAY).unwrap_or(seat.ctx().today);
    (changes, on)
}

/// What is supposed, fact by fact.
fn said(t: &T, facts: &Facts, on: Date, today: Date) -> Vec<String> {
    let case = api::case_of_facts(facts);
    let mut said: Vec<String> = facts
        .keys()
        .map(|name| match case.stated(name) {
            Some(value) => words::fact_is(t, name, value),
            None => words::fact_is(t, name, &rules::Value::None),
        })
        .collect();
    if on != today {
        said.push(t.one("obl-if-on", "day", t.day(on)));
    }
    said
}

/// A few questions that people ask first: a pilot, the file handed over today, an expert next week.
fn starts(seat: &ProjectSeat, before: &Reading) -> Vec<(String, String)> {
    let t = &seat.ctx().t;
    let here = seat.path("obligations/et-si");
    let today = seat.ctx().today;
    let mut starts = vec![(t.say("obl-if-pilot"), format!("{here}?{STAGE}=pilot"))];
    if api::gate(before) != api::Gate::Absent && api::council(before).is_some() {
        let given = before.case().stated("project.info_on").is_some_and(|value| value.as_date().is_some());
        let next_week = today.saturating_add(7.days());
        if given {
            let label = t.one("obl-if-expert", "day", t.day(next_week));
            starts.push((label, format!("{here}?project.expert_voted_on={next_week}")));
        } else {
            starts.push((t.say("obl-if-file"), format!("{here}?project.info_on={today}")));
        }
    }
    starts
}

fn tell(t: &T, after: &Reading, told: &Difference, before: &Reading) -> Told {
    let titles = |rules: &[String]| rules.iter().map(|rule| words::title(t, rule)).collect::<Vec<_>>();
    let dated = |rule: &String| {
        let applied = after.applied(rule);
        let dates = applied.into_iter().flat_map(|applied| &applied.dates);
        let said = dates.map(|date| {
            let label = words::date_label(t, pack().rule(rule).and_then(|rule| rule.date(&date.name)));
            t.two("obl-dated", "label", label, "day", words::day(t, date))
        });
        (words::title(t, rule), said.collect())
    };
    let notice = |reading: &Reading| api::gate_notice(reading, t);
    let (was, is) = (notice(before), notice(after));
    let same = was.as_ref().map(|gate| (&gate.title, &gate.text))
        == is.as_ref().map(|gate| (&gate.title, &gate.text));
    Told {
        is_nothing: told.is_empty(),
        gate: is.filter(|_| !same),
        appears: told.appears.iter().map(dated).collect(),
        disappears: titles(&told.disappears),
        moves: told.moves.iter().map(|moved| moved_line(t, moved)).collect(),
        settled: titles(&told.settled),
        doubtful: titles(&told.doubtful),
    }
}

fn moved_line(t: &T, moved: &MovedDate) -> (String, String, String, String) {
    let label = words::date_label(t, pack().rule(&moved.rule).and_then(|rule| rule.date(&moved.name)));
    let day = |date: &Option<content::law::DatedDeadline>| {
        date.as_ref().map_or_else(|| t.say("obl-if-no-date"), |date| words::day(t, date))
    };
    (words::title(t, &moved.rule), label, day(&moved.was), day(&moved.is))
}
