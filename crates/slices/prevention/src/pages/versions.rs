//! The versions: what each held, what changed since the one before, and dating the next.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use platform::{DbError, PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Choice, Field, Page, render_with};

use super::{Before, WORDS, errors, frame, or, scene};
use crate::{
    model::{
        difference::{Change, difference},
        snapshot::{LineThen, Reason, Snapshot, Version, VersionId},
    },
    store::{self, Dated, NewVersion},
};

#[derive(Template)]
#[template(path = "versions.html")]
struct VersionsPage {
    page: Page,
    base: String,
    here: String,
    all: Vec<(i64, String)>,
    /// The version that is read; nothing for what stands now.
    read: Option<VersionView>,
    lede: String,
    changes: Vec<ChangeView>,
    fields: Vec<Field>,
    id: String,
    may_export: bool,
    errors: Vec<(String, String)>,
}

struct VersionView {
    number: i64,
    facts: Vec<(String, String)>,
    lines: Vec<String>,
}

struct ChangeView {
    class: &'static str,
    word: String,
    title: String,
    /// What it says, with what it said before where that is another thing.
    facts: Vec<(String, String, Option<String>)>,
}

/// Which version; none for what stands now.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    version: Option<String>,
}

pub async fn show(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    let number = match which.version.as_deref() {
        None | Some("") => None,
        Some(typed) => Some(typed.parse().map_err(|_| PageError::NotFound)?),
    };
    let before = Before::of(&seat).await?;
    let fresh = Form::default();
    page(&seat, &before, number, &fresh, StatusCode::OK).await
}

/// What stands now, as a version would keep it.
pub fn standing(t: &T, before: &Before, today: Date) -> Snapshot {
    crate::api::standing(t, &before.board, &before.reading, today)
}

/// What a version held. Errors: there is none of that number.
pub async fn held(seat: &ProjectSeat, number: i64) -> PageResult<Snapshot> {
    let (org, project) = (seat.seat.organisation(), seat.project.id);
    let read =
        seat.ctx().db().read::<_, DbError, _>(move |tx| store::version(tx, org, project, number)).await?;
    read.ok_or(PageError::NotFound)
}

async fn page(
    seat: &ProjectSeat,
    before: &Before,
    number: Option<i64>,
    form: &Form,
    status: StatusCode,
) -> PageResult {
    let t = &seat.ctx().t;
    let versions = &before.board.versions;
    let version = match number {
        Some(number) => {
            Some(versions.iter().find(|version| version.number == number).ok_or(PageError::NotFound)?)
        }
        None => None,
    };
    let after = match number {
        Some(number) => held(seat, number).await?,
        None => standing(t, before, seat.ctx().today),
    };
    let earlier = match number {
        Some(number) => number - 1,
        None => versions.first().map_or(0, |last| last.number),
    };
    let was = if earlier > 0 { held(seat, earlier).await? } else { Snapshot::default() };
    let may_date = number.is_none() && seat.seat.may(Act::DateRiskDocument) && !after.lines.is_empty();
    let here = seat.path("prevention/versions");
    let view = number.map_or_else(|| here.clone(), |number| format!("{here}?version={number}"));
    render_with(
        status,
        &VersionsPage {
            base: seat.path("prevention"),
            all: versions.iter().map(|version| (version.number, t.day(version.dated_on))).collect(),
            lede: lede(t, earlier, number),
            changes: difference(&was, &after).iter().map(|change| change_view(t, change)).collect(),
            read: version.map(|version| version_view(t, version, &after)),
            fields: if may_date { fields(seat, before, form) } else { Vec::new() },
            id: VersionId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()).to_string(),
            may_export: seat.seat.may(Act::ExportDossier),
            errors: errors(t, form),
            page: frame(seat, t.say("prevent-versions"), view, Some(form)),
            here,
        },
    )
}

fn lede(t: &T, earlier: i64, number: Option<i64>) -> String {
    match (earlier, number) {
        (0, None) => t.say("prevent-changes-first"),
        (0, Some(_)) => t.say("prevent-changes-of-first"),
        (earlier, None) => t.one("prevent-changes-since", "number", earlier),
        (earlier, Some(_)) => t.one("prevent-changes-from", "number", earlier),
    }
}

fn version_view(t: &T, version: &Version, held: &Snapshot) -> VersionView {
    let mut facts = vec![
        (t.say("prevent-version-dated"), t.day(version.dated_on)),
        (t.say("prevent-version-reason"), scene::reason(t, version)),
    ];
    facts.extend(scene::consulted(t, version).map(|said| (t.say("prevent-note-consulted"), said)));
    facts.push((t.say("prevent-note-kept"), scene::kept_until(t, version.dated_on)));
    facts.push((t.say("prevent-version-by"), scene::by(t, &version.by)));
    VersionView {
        number: version.number,
        facts,
        lines: held.lines.iter().map(|line| title(t, line)).collect(),
    }
}

fn title(t: &T, line: &LineThen) -> String {
    t.two("prevent-line-title", "number", line.number, "unit", format!("{} · {}", line.unit, line.hazard))
}

fn change_view(t: &T, change: &Change<'_>) -> ChangeView {
    let (class, key, line, was) = match change {
        Change::Added(line) => ("ok", "prevent-change-added", line, None),
        Change::Removed(line) => ("alert", "prevent-change-removed", line, None),
        Change::Rewritten { was, is } => ("soft", "prevent-change-rewritten", is, Some(*was)),
    };
    let heading = t.two("prevent-line-title", "number", line.number, "unit", line.unit.clone());
    let facts = said(t, line).into_iter().zip(said(t, was.unwrap_or(line)));
    let facts = facts.filter(|((_, is), (_, before))| was.is_none_or(|_| is != before));
    ChangeView {
        class,
        word: t.say(key),
        title: heading,
        facts: facts
            .map(|((label, is), (_, before))| (label, is.clone(), (before != is).then_some(before)))
            .filter(|(_, is, before)| !is.is_empty() || before.is_some())
            .collect(),
    }
}

/// All that a line says, label by label.
fn said(t: &T, line: &LineThen) -> Vec<(String, String)> {
    let level = |scale, level| scene::level(t, scale, level);
    let action = |action: &crate::model::snapshot::ActionThen| {
        let done = action.done_on.map(|on| t.one("prevent-done-on", "day", t.day(on)));
        let words = [
            action.what.clone(),
            action.owner.clone(),
            t.day(action.due_on),
            action.conditions.clone(),
            action.resources.clone(),
            action.indicator.clone(),
            action.cost.clone(),
            done.unwrap_or_default(),
        ];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    vec![
        (t.say("prevent-col-unit"), line.unit.clone()),
        (t.say("prevent-col-hazard"), line.hazard.clone()),
        (t.say("prevent-col-exposed"), line.exposed.clone()),
        (t.say("prevent-col-measures"), line.measures.clone()),
        (t.say("prevent-col-severity"), level("severity", line.assessment.severity)),
        (t.say("prevent-col-likelihood"), level("likelihood", line.assessment.likelihood)),
        (t.say("prevent-col-mastery"), level("mastery", line.assessment.mastery)),
        (t.say("prevent-actions"), line.actions.iter().map(action).collect::<Vec<_>>().join("\n")),
    ]
}

fn fields(seat: &ProjectSeat, before: &Before, form: &Form) -> Vec<Field> {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let form = &or(form, "dated", &today.to_string());
    let label = |name: &str| t.say(&format!("prevent-field-{name}"));
    let reasons = Reason::ALL
        .iter()
        .map(|reason| Choice::new(reason.code(), t.say_code("prevent-reason", reason)))
        .collect();
    let mut fields = vec![
        Field::date(t, form, "dated", label("dated")),
        Field::radios(t, form, "reason", label("reason"), reasons),
        Field::area(t, form, "words", label("words"))
            .hint(t.say("prevent-field-words-hint"))
            .most(WORDS)
            .optional(t),
    ];
    if let Some(council) = before.council {
        let council = t.say_code("council", council);
        let on = Field::date(
            t,
            form,
            "consulted",
            t.one("prevent-field-consulted-on", "council", council.clone()),
        );
        fields.push(on.hint(t.say("prevent-field-consulted-hint")).optional(t));
        let said = Field::area(
            t,
            form,
            "consulted_words",
            t.one("prevent-field-consulted-said", "council", council),
        );
        fields.push(said.most(WORDS).optional(t));
    }
    fields
}

pub async fn date(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DateRiskDocument)?;
    let before = Before::of(&seat).await?;
    let (t, today, now) = (seat.ctx().t.clone(), seat.ctx().today, seat.ctx().now);
    let Some(new) = read(&seat, &mut form, &before, today) else {
        return page(&seat, &before, None, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (project, number) =
        (seat.project.id, before.board.versions.first().map_or(1, |last| last.number + 1));
    let words = t.clone();
    let write = move |tx: &mut platform::Tx<'_>| {
        let articles = |rule: &str| obligations::api::articles(rule, &words);
        store::date_version(tx, &permit, project, &new, &articles, today, now)
    };
    match seat.ctx().db().write::<_, DbError, _>(write).await? {
        Dated::Done => {
            let to = format!("{}?version={number}&fait=version", seat.path("prevention/versions"));
            Ok(Redirect::to(&to).into_response())
        }
        refused => {
            let key =
                if refused == Dated::Empty { "prevent-not-empty" } else { "prevent-not-before-the-last" };
            form.refuse("dated", t.say(key));
            page(&seat, &before, None, &form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read(seat: &ProjectSeat, form: &mut Form, before: &Before, today: Date) -> Option<NewVersion> {
    let t = &seat.ctx().t;
    let dated_on = form.date(t, "dated");
    if dated_on.is_some_and(|on| on > today) {
        form.refuse("dated", t.say("prevent-not-yet-come"));
    }
    let reason = form.code(t, "reason", Reason::parse);
    let words = form.optional_text(t, "words", WORDS);
    let consulted = before.council.and_then(|_| consulted(t, form, dated_on));
    let new = NewVersion {
        id: VersionId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id()),
        dated_on: dated_on?,
        reason: reason?,
        words,
        council: before.council.map(|council| council.code().to_owned()),
        consulted,
        plan: before.plan_id(),
    };
    (!form.is_refused()).then_some(new)
}

/// When the body was consulted on it, and what it said: before the version, since it is consulted on it.
fn consulted(t: &T, form: &mut Form, dated_on: Option<Date>) -> Option<(Date, String)> {
    let on = form.optional_date(t, "consulted");
    let said = form.optional_text(t, "consulted_words", WORDS);
    if on.zip(dated_on).is_some_and(|(on, dated)| on > dated) {
        form.refuse("consulted", t.say("prevent-consulted-after"));
    }
    if on.is_none() && !said.is_empty() {
        form.refuse("consulted", t.say("form-required"));
    }
    on.map(|on| (on, said))
}
