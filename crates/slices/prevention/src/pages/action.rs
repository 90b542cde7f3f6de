//! One action: who, by when, with what, and how one will know.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::law::prevention;
use kernel::CommitmentId;
use platform::{PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Choice, Field, Page, Tone, render_with};

use super::{Before, SHORT, WORDS, errors, frame, scene};
use crate::{
    model::{
        action::{Action, ActionId, ActionWords},
        line::{Line, LineId, Source},
    },
    store::{self, NewAction, Written},
};

#[derive(Template)]
#[template(path = "action.html")]
struct ActionPage {
    page: Page,
    base: String,
    line: String,
    hazard: Vec<String>,
    plan: String,
    says: String,
    articles: Vec<String>,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    stale: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

/// Which action, or of which line a new one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    action: String,
    ligne: String,
}

/// An action that is there, or one to come, with its line.
struct About {
    line: Line,
    action: Option<Action>,
}

impl About {
    fn find(before: &Before, action: &str, line: &str) -> PageResult<Self> {
        let known = ActionId::parse(action)
            .ok()
            .and_then(|id| before.board.actions.iter().find(|action| action.id == id));
        let line = match known {
            Some(action) => Some(action.line),
            None => LineId::parse(line).ok(),
        };
        let line = line.and_then(|id| before.board.line(id)).ok_or(PageError::NotFound)?;
        Ok(Self { line: line.clone(), action: known.cloned() })
    }
}

pub async fn show(seat: ProjectSeat, Query(which): Query<Which>) -> PageResult {
    seat.seat.permit(Act::WriteRiskDocument)?;
    if which.action.is_empty() && which.ligne.is_empty() {
        // Whoever cut the address short finds the lines.
        return Ok(Redirect::to(&seat.path("prevention")).into_response());
    }
    let before = Before::of(&seat).await?;
    let about = About::find(&before, &which.action, &which.ligne)?;
    if !which.action.is_empty() && about.action.is_none() {
        return Err(PageError::NotFound);
    }
    let form = first(&seat.ctx().t, &about);
    page(&seat, &before, &about, &form, StatusCode::OK, None)
}

/// What stands, or what the pack suggests for the line.
fn first(t: &T, about: &About) -> Form {
    let Some(action) = &about.action else { return suggested(t, &about.line) };
    let words = &action.words;
    Form::with([
        ("what", words.what.clone()),
        ("owner", words.owner.clone()),
        ("due", words.due_on.to_string()),
        ("conditions", words.conditions.clone()),
        ("resources", words.resources.clone()),
        ("indicator", words.indicator.clone()),
        ("cost", words.cost.clone()),
        ("commitment", words.commitment.map(|id| id.to_string()).unwrap_or_default()),
        ("done", words.done_on.map(|on| on.to_string()).unwrap_or_default()),
    ])
}

fn suggested(t: &T, line: &Line) -> Form {
    let suggested = match &line.source {
        Source::Rule { proposal, .. } => prevention().line(proposal).and_then(|line| line.actions.first()),
        _ => None,
    };
    let pairs = suggested.map(|action| {
        let text = |text| obligations::words::text(t, text);
        [("what", text(&action.what)), ("indicator", text(&action.indicator))]
    });
    Form::with(pairs.into_iter().flatten())
}

fn page(
    seat: &ProjectSeat,
    before: &Before,
    about: &About,
    form: &Form,
    status: StatusCode,
    stale: Option<&Action>,
) -> PageResult {
    let t = &seat.ctx().t;
    let id = match &about.action {
        Some(action) => action.id,
        None => ActionId::parse(form.value("action")).unwrap_or_else(|_| seat.ctx().new_id()),
    };
    let version = stale.or(about.action.as_ref()).map_or(0, |action| action.version);
    let (here, title) = match &about.action {
        Some(action) => (
            seat.path(&format!("prevention/action?action={id}")),
            t.two("prevent-action-title", "number", action.number, "what", action.words.what.clone()),
        ),
        None => {
            (seat.path(&format!("prevention/action?ligne={}", about.line.id)), t.say("prevent-action-new"))
        }
    };
    let mut framed = frame(seat, title, here, Some(form));
    if stale.is_some() {
        framed = framed.announcing(Tone::Alert, t.say("prevent-stale"));
    }
    let notice = scene::plan_notice(seat, before);
    render_with(
        status,
        &ActionPage {
            base: seat.path("prevention"),
            line: t.two(
                "prevent-line-title",
                "number",
                about.line.number,
                "unit",
                about.line.words.unit.clone(),
            ),
            hazard: super::paragraphs(&about.line.words.hazard),
            plan: notice.title,
            says: notice.text,
            articles: notice.articles,
            hidden: vec![
                ("action", id.to_string()),
                ("line", about.line.id.to_string()),
                ("version", version.to_string()),
            ],
            fields: fields(t, form, before, about.action.is_some()),
            stale: stale.map(|action| scene::action(seat, before, action).said(t)).unwrap_or_default(),
            errors: errors(t, form),
            page: framed,
        },
    )
}

impl scene::ActionView {
    /// What it says, for whoever would have written over it.
    fn said(self, t: &T) -> Vec<(String, String)> {
        let mut said = vec![(t.say("prevent-col-what"), self.what)];
        said.extend(self.facts);
        said.push((t.say("prevent-col-state"), self.state));
        said
    }
}

fn fields(t: &T, form: &Form, before: &Before, is_there: bool) -> Vec<Field> {
    let label = |name: &str| t.say(&format!("prevent-field-{name}"));
    let asked =
        |name: &str| before.form.plan().is_some_and(|plan| plan.asks.iter().any(|asked| asked == name));
    let area = |name: &'static str| {
        let field = Field::area(t, form, name, label(name)).most(WORDS).optional(t);
        let hint = if asked(name) {
            format!("prevent-field-{name}-asked")
        } else {
            format!("prevent-field-{name}-hint")
        };
        if t.has(&hint) { field.hint(t.say(&hint)) } else { field }
    };
    let mut fields = vec![
        Field::area(t, form, "what", label("what")).most(WORDS),
        Field::text(t, form, "owner", label("owner")).hint(t.say("prevent-field-owner-hint")).most(SHORT),
        Field::date(t, form, "due", label("due")),
    ];
    if asked("conditions") || !form.value("conditions").is_empty() {
        fields.push(area("conditions"));
    }
    fields.extend([area("resources"), area("indicator")]);
    if asked("cost") || !form.value("cost").is_empty() {
        fields.push(area("cost"));
    }
    if !before.commitments.is_empty() {
        let mut choices = vec![Choice::new("", t.say("prevent-commitment-none"))];
        let known = before.commitments.iter();
        choices.extend(known.map(|one| Choice::new(one.id.to_string(), one.what.clone())));
        let field = Field::select(t, form, "commitment", label("commitment"), choices);
        fields.push(field.hint(t.say("prevent-field-commitment-hint")));
    }
    if is_there {
        fields.push(
            Field::date(t, form, "done", label("done")).hint(t.say("prevent-field-done-hint")).optional(t),
        );
    }
    fields
}

fn read(
    t: &T,
    form: &mut Form,
    before: &Before,
    about: &About,
    today: jiff::civil::Date,
) -> Option<ActionWords> {
    let what = form.text(t, "what", WORDS);
    let owner = form.text(t, "owner", SHORT);
    let due_on = form.date(t, "due");
    let [conditions, resources, indicator, cost] =
        ["conditions", "resources", "indicator", "cost"].map(|name| form.optional_text(t, name, WORDS));
    let commitment = commitment(t, form, before, about);
    let done_on = form.optional_date(t, "done");
    if done_on.is_some_and(|on| on > today) {
        form.refuse("done", t.say("prevent-not-yet-come"));
    }
    let words = ActionWords {
        what,
        owner,
        due_on: due_on?,
        conditions,
        resources,
        indicator,
        cost,
        commitment,
        done_on,
    };
    (!form.is_refused()).then_some(words)
}

fn commitment(t: &T, form: &mut Form, before: &Before, about: &About) -> Option<CommitmentId> {
    let typed = form.value("commitment").to_owned();
    if typed.is_empty() {
        return None;
    }
    let kept = about.action.as_ref().and_then(|action| action.words.commitment);
    let id = CommitmentId::parse(&typed).ok();
    let known = id.filter(|id| before.commitments.iter().any(|one| one.id == *id) || kept == Some(*id));
    if known.is_none() {
        form.refuse("commitment", t.say("form-choose"));
    }
    known
}

pub async fn write(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::WriteRiskDocument)?;
    let before = Before::of(&seat).await?;
    let about = About::find(&before, form.value("action"), form.value("line"))?;
    let t = &seat.ctx().t;
    let (project, today, now) = (seat.project.id, seat.ctx().today, seat.ctx().now);
    let Some(words) = read(t, &mut form, &before, &about, today) else {
        return page(&seat, &before, &about, &form, StatusCode::UNPROCESSABLE_ENTITY, None);
    };
    let new = NewAction {
        id: ActionId::parse(form.value("action")).unwrap_or_else(|_| seat.ctx().new_id()),
        line: about.line.id,
        version: form.value("version").parse().unwrap_or(0),
        words,
    };
    let done = seat
        .ctx()
        .db()
        .write(move |tx| store::write_action(tx, &permit, project, &new, today, now))
        .await
        .map_err(PageError::from)?;
    match done {
        Written::Done => {
            Ok(Redirect::to(&format!("{}?fait=action", seat.path("prevention"))).into_response())
        }
        Written::StaleAction(action) => {
            page(&seat, &before, &about, &form, StatusCode::UNPROCESSABLE_ENTITY, Some(&action))
        }
        _ => Err(PageError::NotFound),
    }
}
