//! Where the consultation stands: the clock, what is awaited, what was done.

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use obligations::api::{ClockLine, GateNotice, Notices, clock};
use platform::{PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, Tone, render_with};

use super::{
    Before, forms,
    scene::{self, EventLine, PartLine},
};
use crate::{
    model::{
        consultation::Phase,
        event::{EventKind, Side, led},
    },
    store,
};

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage {
    page: Page,
    here: String,
    council: String,
    gate: Option<GateNotice>,
    /// Nothing before it is begun.
    phase: Option<Phase>,
    says: String,
    is_required: bool,
    may_begin: bool,
    is_suspended: bool,
    /// Handed over, and nobody has acknowledged it.
    is_unacknowledged: bool,
    clock: Vec<ClockDay>,
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

pub async fn show(seat: ProjectSeat) -> PageResult {
    let before = Before::of(&seat).await?;
    page(&seat, &before, &Form::default(), StatusCode::OK)
}

/// Begins the consultation: either side may.
pub async fn begin(seat: ProjectSeat) -> PageResult {
    let act = if seat.seat.may(Act::RunConsultation) { Act::RunConsultation } else { Act::SpeakForCouncil };
    let permit = seat.seat.permit(act)?;
    let before = Before::of(&seat).await?;
    let (project, id, council) = (seat.project.id, seat.ctx().new_id(), before.council);
    let (today, now) = (seat.ctx().today, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::begin(tx, &permit, project, id, council, today, now)).await?;
    Ok(Redirect::to(&format!("{}?debut", seat.path("consultation"))).into_response())
}

/// The page, with a form that was refused or as it first stands.
pub fn page(seat: &ProjectSeat, before: &Before, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let council = before.council_name(t);
    let mut page = Page {
        here: seat.path("consultation"),
        ..seat.page(t.one("consult-title", "council", council.clone()), "obligations")
    };
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    } else if seat.ctx().here.contains('?') {
        page = page.announcing(Tone::Ok, t.say("consult-done"));
    }
    let consultation = before.consultation.as_ref();
    let phase = consultation.map(|consultation| consultation.phase(before.deemed));
    let parts = scene::checklist(t, before);
    let handed_over = consultation.is_some_and(|c| c.has(EventKind::HandedOver));
    let is_employer = before.side == Some(Side::Employer);
    let today = seat.ctx().today;
    let clock = clock(&before.reading, t, &led());
    let asks = before.side == Some(Side::Council) && handed_over;
    render_with(
        status,
        &ShowPage {
            here: seat.path("consultation"),
            gate: obligations::api::gate_notice(&before.reading, t),
            says: phase.map_or_else(String::new, |phase| {
                t.one(
                    &format!("consult-phase-{}", phase.code().replace('_', "-")),
                    "council",
                    council.clone(),
                )
            }),
            phase,
            is_required: obligations::api::gate(&before.reading) != obligations::api::Gate::Absent,
            may_begin: consultation.is_none() && before.side.is_some(),
            is_suspended: consultation.is_some_and(|c| c.is_suspended()),
            is_unacknowledged: handed_over && consultation.is_some_and(|c| !c.has(EventKind::Acknowledged)),
            clock: clock.into_iter().map(|line| ClockDay { is_past: line.on < today, line }).collect(),
            forms: forms::events(seat, before, form),
            file: seat.path("consultation/information"),
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
