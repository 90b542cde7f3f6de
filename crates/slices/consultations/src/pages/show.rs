//! Where the consultation stands: the clock, what is awaited, what was done.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use obligations::api::{ClockLine, GateNotice, Notices, clock};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Field, Page, Tone, render_with};

use super::{
    Before, Which, address, forms,
    meetings::{self, MeetingLine},
    others::{self, OBJECT, OtherLine},
    scene::{self, EventLine, PartLine},
};
use crate::{
    model::{
        consultation::{ConsultationId, Level, Phase},
        event::{EventKind, Side, led},
    },
    store::{self, NewConsultation},
};

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage {
    page: Page,
    here: String,
    /// Which consultation its forms are of.
    number: String,
    council: String,
    /// What it is about, and who opened it, where there are several or it says so.
    object: String,
    is_latest: bool,
    gate: Option<GateNotice>,
    /// Nothing before it is begun.
    phase: Option<Phase>,
    says: String,
    is_required: bool,
    may_begin: bool,
    /// Handed over, and nobody has acknowledged it.
    is_unacknowledged: bool,
    clock: Vec<ClockDay>,
    /// What to say where no date can be worked out.
    clock_none: String,
    meetings: Vec<MeetingLine>,
    /// The others of the project, the latest first.
    others: Vec<OtherLine>,
    /// The form that opens one; empty for who may not.
    begin: Vec<Field>,
    begin_id: String,
    begin_is_open: bool,
    forms: Vec<forms::EventForm>,
    file: String,
    may_write: bool,
    may_read_file: bool,
    parts: Vec<PartLine>,
    missing: usize,
    questions: Vec<QuestionLine>,
    /// Whether the reader reads questions at all.
    reads_words: bool,
    ask: Vec<Field>,
    ask_id: String,
    events: Vec<EventLine>,
    errors: Vec<(String, String)>,
    notices: Notices,
}

/// A date of the clock, and whether it has passed.
struct ClockDay {
    line: ClockLine,
    is_past: bool,
}

struct QuestionLine {
    id: String,
    number: i64,
    words: Vec<String>,
    asked: String,
    answer: Option<(Vec<String>, String)>,
    /// The form of its answer; empty for who may not.
    fields: Vec<Field>,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub numero: String,
}

pub async fn show(seat: ProjectSeat, Query(asked): Query<Asked>) -> PageResult {
    let before = Before::of(&seat, Which::parse(&asked.numero)?).await?;
    page(&seat, &before, &Form::default(), StatusCode::OK)
}

/// Begins a consultation, or a further one: either side may.
pub async fn begin(seat: ProjectSeat, mut form: Form) -> PageResult {
    let act = if seat.seat.may(Act::RunConsultation) { Act::RunConsultation } else { Act::SpeakForCouncil };
    let permit = seat.seat.permit(act)?;
    let before = Before::of(&seat, Which::Latest).await?;
    let t = &seat.ctx().t;
    let is_further = form.has("further", "yes") && !before.all.is_empty();
    let object =
        if is_further { form.text(t, "object", OBJECT) } else { form.optional_text(t, "object", OBJECT) };
    let level = match others::has_levels(&before) {
        true => form.code(t, "level", Level::parse).unwrap_or(Level::Whole),
        false => Level::Whole,
    };
    let place = form.optional_text(t, "place", 120);
    if form.is_refused() {
        return page(&seat, &before, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let new = NewConsultation {
        id: ConsultationId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()),
        council: before.council,
        object,
        level,
        place,
        is_further,
        is_use_allowed: seat.project.stage.in_real_conditions() && !before.whole.is_in_use_too_early(),
    };
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let number =
        seat.ctx().db().write(move |tx| store::begin(tx, &permit, project, &new, today, now)).await?;
    let number = (!before.all.is_empty()).then_some(number);
    Ok(Redirect::to(&address(&seat, number, "debut")).into_response())
}

/// The page, with a form that was refused or as it first stands.
pub fn page(seat: &ProjectSeat, before: &Before, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let council = before.council_name(t);
    let mut page = Page { here: before.address(seat, ""), ..seat.page(title(t, before), "obligations") };
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    } else if ["debut", "fait", "corrige"].iter().any(|done| seat.ctx().here.ends_with(done)) {
        page = page.announcing(Tone::Ok, t.say("consult-done"));
    }
    let consultation = before.consultation.as_ref();
    let phase = consultation.map(|consultation| consultation.phase(before.deemed));
    let parts = scene::checklist(t, before);
    let handed_over = consultation.is_some_and(|c| c.has(EventKind::HandedOver));
    let is_employer = before.side == Some(Side::Employer);
    let today = seat.ctx().today;
    // Each meeting has its own days, beside it.
    let led: Vec<&str> =
        led().into_iter().filter(|fact| Some(*fact) != EventKind::MeetingCalled.fact()).collect();
    let clock = clock(&before.reading, t, &led);
    let asks = before.side == Some(Side::Council) && handed_over;
    render_with(
        status,
        &ShowPage {
            here: seat.path("consultation"),
            number: before.number(),
            object: consultation.map_or_else(String::new, |known| known.object.clone()),
            is_latest: before.all.last().map(|last| last.number) == consultation.map(|known| known.number),
            gate: obligations::api::gate_notice(&before.whole, t),
            meetings: meetings::meetings(seat, before),
            others: others::others(seat, before),
            begin: if before.side.is_some() { others::fields(t, form, before) } else { Vec::new() },
            begin_id: begin_id(seat, form),
            begin_is_open: ["object", "level", "place"].iter().any(|field| form.error(field).is_some()),
            says: phase.map_or_else(String::new, |phase| {
                t.one(
                    &forms::own_words(
                        t,
                        &format!("consult-phase-{}", phase.code().replace('_', "-")),
                        before.council,
                    ),
                    "council",
                    council.clone(),
                )
            }),
            phase,
            is_required: obligations::api::gate(&before.reading) != obligations::api::Gate::Absent,
            may_begin: consultation.is_none() && before.side.is_some(),

            is_unacknowledged: handed_over && consultation.is_some_and(|c| !c.has(EventKind::Acknowledged)),
            clock_none: t.say(&forms::own_words(t, "consult-clock-none", before.council)),
            clock: clock.into_iter().map(|line| ClockDay { is_past: line.on < today, line }).collect(),
            forms: forms::events(seat, before, form),
            file: super::file::file_address(seat, before),
            may_write: is_employer && consultation.is_some() && !handed_over,
            may_read_file: handed_over && before.reads_words,
            missing: parts.iter().filter(|part| !part.is_written).count(),
            parts: if consultation.is_some() { parts } else { Vec::new() },
            questions: questions(seat, before, form),
            reads_words: before.reads_words,
            ask: if asks { forms::question(seat, form) } else { Vec::new() },
            ask_id: ask_id(seat, form),
            events: scene::events(seat, before),
            errors: form.errors().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            notices: obligations::api::notices(t),
            council,
            page,
        },
    )
}

/// The same form sent twice opens one.
fn begin_id(seat: &ProjectSeat, form: &Form) -> String {
    ConsultationId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()).to_string()
}

/// Which body, and which of several consultations.
fn title(t: &platform::T, before: &Before) -> String {
    let council = before.council_name(t);
    match before.consultation.as_ref().filter(|_| before.all.len() > 1) {
        Some(known) => t.two("consult-title-number", "number", known.number, "council", council),
        None => t.one("consult-title", "council", council),
    }
}

fn ask_id(seat: &ProjectSeat, form: &Form) -> String {
    let kept = form.value("question");
    if kept.is_empty() {
        let fresh: crate::model::consultation::QuestionId = seat.ctx().new_id();
        return fresh.to_string();
    }
    kept.to_owned()
}

fn questions(seat: &ProjectSeat, before: &Before, form: &Form) -> Vec<QuestionLine> {
    let Some(consultation) = before.consultation.as_ref().filter(|_| before.reads_words) else {
        return Vec::new();
    };
    let t = &seat.ctx().t;
    let answers = before.side == Some(Side::Employer);
    let line = |question: &crate::Question| QuestionLine {
        id: question.id.to_string(),
        number: question.number,
        words: scene::paragraphs(&question.words),
        asked: scene::by(t, &question.asked),
        answer: question.answer.as_ref().map(|(words, by)| (scene::paragraphs(words), scene::by(t, by))),
        fields: if answers && question.answer.is_none() {
            forms::answer(seat, form, question.id)
        } else {
            Vec::new()
        },
    };
    consultation.questions.iter().map(line).collect()
}
