//! How each obligation is met: the list, and what is said of one.

use access::{Act, Reader};
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::{Timestamp, civil::Date};
use platform::{DbError, PageError, PageResult, T, Tx, form::Form};
use registry::{Project, ProjectSeat};
use serde::Deserialize;
use ui::{Choice, Field, Page, Tone, render_with};

use crate::{
    api,
    model::evidence::{Claim, Evidence, EvidenceId},
    status::{self, Status},
    store::{self, NewEvidence},
};

/// The most characters of a reason.
const WORDS: usize = 2000;

/// Something done in the project that may meet an obligation.
#[derive(Debug, Clone)]
pub struct DoneHere {
    /// `activity:<id>`.
    pub reference: String,
    pub title: String,
    pub on: Date,
}

/// What was done in a project, as a reader may see it: `app` connects the slice that sees all of it.
pub type WhatWasDone = fn(&mut Tx<'_>, Reader, Project, &T, Timestamp) -> Result<Vec<DoneHere>, DbError>;

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    page: Page,
    back: String,
    here: String,
    statuses: Vec<Status>,
    not_applicable: Vec<(String, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "evidence_rule.html")]
struct RulePage {
    page: Page,
    back: String,
    here: String,
    rule: String,
    who: String,
    status: Status,
    lines: Vec<Line>,
    forms: Vec<ClaimForm>,
    errors: Vec<(String, String)>,
}

/// A line of what was said, and the form that takes it back; empty for who may not.
struct Line {
    said: status::EvidenceLine,
    fields: Vec<Field>,
}

struct ClaimForm {
    claim: &'static str,
    id: String,
    label: String,
    is_open: bool,
    fields: Vec<Field>,
}

/// Which obligation; none for the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    regle: String,
}

/// What the pages are drawn from.
struct Around {
    reading: api::Reading,
    evidence: Vec<Evidence>,
    done: Vec<DoneHere>,
}

async fn around(seat: &ProjectSeat, done: WhatWasDone) -> PageResult<Around> {
    let organisation = super::organisation(seat).await?;
    let (org, project, reader) = (seat.seat.organisation(), seat.project.clone(), seat.seat.reader());
    let (t, now) = (seat.ctx().t.clone(), seat.ctx().now);
    let read = seat.ctx().db().read(move |tx| {
        let evidence = store::evidence(tx, org, project.id)?;
        Ok::<_, DbError>((evidence, done(tx, reader, project.clone(), &t, now)?))
    });
    let (evidence, done) = read.await?;
    Ok(Around { reading: api::reading(&organisation, &seat.project, seat.ctx().today), evidence, done })
}

pub async fn show(seat: ProjectSeat, Query(which): Query<Which>, done: WhatWasDone) -> PageResult {
    let around = around(&seat, done).await?;
    if !which.regle.is_empty() {
        return rule_page(&seat, &around, &which.regle, &Form::default(), StatusCode::OK);
    }
    let t = &seat.ctx().t;
    let mut page = seat.page(t.say("obl-evidence-title"), "obligations");
    page.here = seat.path("obligations/preuves");
    render_with(
        StatusCode::OK,
        &EvidencePage {
            back: seat.path("obligations"),
            here: seat.path("obligations/preuves"),
            statuses: status::statuses(&around.reading, &around.evidence, t, seat.ctx().today),
            not_applicable: status::not_applicable(&around.reading, t),
            page,
        },
    )
}

fn rule_page(seat: &ProjectSeat, around: &Around, rule: &str, form: &Form, code: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let statuses = status::statuses(&around.reading, &around.evidence, t, seat.ctx().today);
    let status = statuses.into_iter().find(|status| status.rule == rule).ok_or(PageError::NotFound)?;
    let mut page = seat.page(&status.title, "obligations");
    page.here = format!("{}?regle={rule}", seat.path("obligations/preuves"));
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let may = seat.seat.may(Act::GiveEvidence);
    let of_rule = around.evidence.iter().filter(|said| said.rule == rule);
    let lines = of_rule.map(|said| {
        let theirs = may && said.withdrawn.is_none() && said.added.party == seat.seat.actor.party;
        let field =
            || Field::area(t, form, &format!("why-{}", said.id), t.say("obl-evidence-why")).most(WORDS);
        Line { said: status::line(t, said), fields: if theirs { vec![field()] } else { Vec::new() } }
    });
    render_with(
        code,
        &RulePage {
            back: seat.path("obligations/preuves"),
            here: seat.path("obligations/preuves"),
            rule: rule.to_owned(),
            who: api::who_what(rule, t),
            lines: lines.collect(),
            forms: if may { forms(seat, around, form) } else { Vec::new() },
            errors: form.errors().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            status,
            page,
        },
    )
}

fn name(claim: Claim, field: &str) -> String {
    format!("{}-{field}", claim.code())
}

fn forms(seat: &ProjectSeat, around: &Around, form: &Form) -> Vec<ClaimForm> {
    let t = &seat.ctx().t;
    Claim::ALL
        .iter()
        .filter(|claim| **claim != Claim::Act || !around.done.is_empty())
        .map(|claim| {
            let claim = *claim;
            let refused = ["act", "title", "kept_at", "on", "words"];
            ClaimForm {
                claim: claim.code(),
                id: EvidenceId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()).to_string(),
                label: t.say_code("obl-claim-do", claim),
                is_open: refused.iter().any(|field| form.error(&name(claim, field)).is_some()),
                fields: fields(t, form, claim, &around.done),
            }
        })
        .collect()
}

fn fields(t: &T, form: &Form, claim: Claim, done: &[DoneHere]) -> Vec<Field> {
    let words = Field::area(t, form, &name(claim, "words"), t.say_code("obl-claim-words", claim)).most(WORDS);
    match claim {
        Claim::Act => {
            let choice = |done: &DoneHere| {
                Choice::new(
                    done.reference.clone(),
                    t.two("obl-dated", "label", done.title.clone(), "day", t.day(done.on)),
                )
            };
            let choices = done.iter().map(choice).collect();
            vec![
                Field::select(t, form, &name(claim, "act"), t.say("obl-evidence-act"), choices),
                words.optional(t),
            ]
        }
        Claim::Document => vec![
            Field::text(t, form, &name(claim, "title"), t.say("obl-evidence-document")).most(200),
            Field::text(t, form, &name(claim, "kept_at"), t.say("obl-evidence-place"))
                .hint(t.say("obl-evidence-place-hint"))
                .most(300),
            Field::date(t, form, &name(claim, "on"), t.say("obl-evidence-on")),
            words.optional(t),
        ],
        Claim::Contested | Claim::NotApplicable => vec![words],
    }
}

/// Says something of an obligation, or takes back what one's party said.
pub async fn give(seat: ProjectSeat, mut form: Form, done: WhatWasDone) -> PageResult {
    let permit = seat.seat.permit(Act::GiveEvidence)?;
    let around = around(&seat, done).await?;
    let rule = form.value("rule").to_owned();
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let to = Redirect::to(&format!("{}?regle={rule}", seat.path("obligations/preuves"))).into_response();
    if let Ok(id) = EvidenceId::parse(form.value("withdraw")) {
        let why = form.text(&seat.ctx().t, &format!("why-{id}"), WORDS);
        if form.is_refused() {
            return rule_page(&seat, &around, &rule, &form, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let work = move |tx: &mut Tx<'_>| store::withdraw(tx, &permit, project, id, &why, today, now);
        return if seat.ctx().db().write(work).await? { Ok(to) } else { Err(PageError::NotFound) };
    }
    let is_asked =
        around.reading.applied(&rule).is_some_and(|known| crate::model::evidence::is_due(known.kind));
    let claim = Claim::parse(form.value("claim")).ok().filter(|_| is_asked).ok_or(PageError::NotFound)?;
    let Some(new) = read(&seat, &mut form, &around, &rule, claim) else {
        return rule_page(&seat, &around, &rule, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    seat.ctx().db().write(move |tx| store::give(tx, &permit, project, &new, today, now)).await?;
    Ok(to)
}

fn read(
    seat: &ProjectSeat,
    form: &mut Form,
    around: &Around,
    rule: &str,
    claim: Claim,
) -> Option<NewEvidence> {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let mut new = NewEvidence {
        id: EvidenceId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()),
        rule: rule.to_owned(),
        claim,
        act: None,
        title: String::new(),
        kept_at: String::new(),
        dated_on: today,
        words: String::new(),
    };
    let words = name(claim, "words");
    match claim {
        Claim::Act => {
            let given = form.value(&name(claim, "act")).to_owned();
            match around.done.iter().find(|done| done.reference == given) {
                Some(done) => {
                    (new.act, new.title, new.dated_on) = (Some(given), done.title.clone(), done.on);
                }
                None => form.refuse(&name(claim, "act"), t.say("form-choose")),
            }
            new.words = form.optional_text(t, &words, WORDS);
        }
        Claim::Document => {
            new.title = form.text(t, &name(claim, "title"), 200);
            new.kept_at = form.text(t, &name(claim, "kept_at"), 300);
            new.dated_on = form.date(t, &name(claim, "on")).unwrap_or(today);
            if new.dated_on > today {
                form.refuse(&name(claim, "on"), t.say("obl-evidence-ahead"));
            }
            new.words = form.optional_text(t, &words, WORDS);
        }
        Claim::Contested | Claim::NotApplicable => new.words = form.text(t, &words, WORDS),
    }
    (!form.is_refused()).then_some(new)
}
