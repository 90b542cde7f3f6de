//! The information file: written part by part from what the project says, read by both sides once it is handed over.

use std::collections::BTreeMap;

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{
    Before, Which,
    forms::WORDS,
    scene::{by, paragraphs},
    show::Asked,
};
use crate::{
    model::{
        consultation::NotSo,
        event::{EventKind, Side},
        part::Part,
    },
    store,
};

#[derive(Template)]
#[template(path = "file.html")]
struct FilePage {
    page: Page,
    back: String,
    action: String,
    /// Which consultation it is of.
    number: String,
    council: String,
    /// Empty once it is handed over.
    fields: Vec<Field>,
    parts: Vec<ReadPart>,
    errors: Vec<(String, String)>,
}

/// A part as it was handed over.
struct ReadPart {
    label: String,
    words: Vec<String>,
    by: String,
}

pub async fn show(seat: ProjectSeat, Query(asked): Query<Asked>) -> PageResult {
    let before = Before::of(&seat, Which::parse(&asked.numero)?).await?;
    let form = first(&seat, &before)?;
    page(&seat, &before, &form, StatusCode::OK)
}

/// What was written, and for the rest what the project already says.
fn first(seat: &ProjectSeat, before: &Before) -> PageResult<Form> {
    let consultation = before.begun()?;
    Ok(Form::with(Part::asked(&before.reading).into_iter().map(|part| {
        let written = consultation.parts.get(&part).map(|written| written.words.clone());
        (part.code(), written.unwrap_or_else(|| proposed(seat, before, part)))
    })))
}

/// What the project already says of a part, to start from.
fn proposed(seat: &ProjectSeat, before: &Before, part: Part) -> String {
    let t = &seat.ctx().t;
    let stated = |family: &str| obligations::api::stated(&before.reading, t, family).join("\n");
    match part {
        Part::Purpose => seat.project.purpose.clone(),
        Part::Tool => stated("system."),
        Part::Data => stated("data."),
        Part::People => seat
            .project
            .concerned
            .map_or_else(String::new, |count| t.one("consult-people-count", "count", count)),
        Part::Calendar => stated("project.use_on"),
        _ => String::new(),
    }
}

fn page(seat: &ProjectSeat, before: &Before, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let consultation = before.begun()?;
    let handed_over = consultation.has(EventKind::HandedOver);
    let is_employer = before.side == Some(Side::Employer);
    // A draft is its authors' until they hand it over.
    if !(is_employer || (handed_over && before.reads_words)) {
        return Err(PageError::NotFound);
    }
    let mut page =
        Page { here: file_address(seat, before), ..seat.page(t.say("consult-file-title"), "obligations") };
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let asked = Part::asked(&before.reading);
    let read = consultation.parts.iter().map(|(part, written)| ReadPart {
        label: t.say_code("consult-part", part),
        words: paragraphs(&written.words),
        by: by(t, &written.by),
    });
    render_with(
        status,
        &FilePage {
            back: before.address(seat, ""),
            number: before.number(),
            action: seat.path("consultation/information"),
            council: before.council_name(t),
            parts: if handed_over { read.collect() } else { Vec::new() },
            fields: if handed_over {
                Vec::new()
            } else {
                asked.into_iter().map(|part| field(t, form, part)).collect()
            },
            errors: form.errors().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            page,
        },
    )
}

fn field(t: &T, form: &Form, part: Part) -> Field {
    let mut hint = t.say_code("consult-part-hint", part);
    if let Some(rule) = part.rule() {
        hint = t.two(
            "consult-part-asked",
            "hint",
            hint,
            "articles",
            obligations::api::articles(rule, t).join(", "),
        );
    }
    Field::area(t, form, part.code(), t.say_code("consult-part", part)).hint(hint).most(WORDS).optional(t)
}

pub async fn write(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RunConsultation)?;
    let before = Before::of(&seat, Which::parse(form.value("consultation"))?).await?;
    before.begun()?;
    let t = &seat.ctx().t;
    let asked = Part::asked(&before.reading);
    let parts: BTreeMap<Part, String> =
        asked.into_iter().map(|part| (part, form.optional_text(t, part.code(), WORDS))).collect();
    if form.is_refused() {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (of, today, now) = (before.acts_on(&seat), seat.ctx().today, seat.ctx().now);
    let done =
        seat.ctx().db().write(move |tx| store::write_parts(tx, &permit, of, &parts, today, now)).await?;
    match done {
        Ok(()) => Ok(Redirect::to(&before.address(&seat, "fait")).into_response()),
        Err(NotSo::Already) => Ok(Redirect::to(&file_address(&seat, &before)).into_response()),
        Err(_) => Err(PageError::NotFound),
    }
}

/// Where the file of a consultation is.
pub fn file_address(seat: &ProjectSeat, before: &Before) -> String {
    match before.consultation.as_ref().filter(|_| before.all.len() > 1) {
        Some(known) => format!("{}?numero={}", seat.path("consultation/information"), known.number),
        None => seat.path("consultation/information"),
    }
}
