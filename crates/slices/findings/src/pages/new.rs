//! Writing a finding down: what was said, where, from what, and where it passes at once.

use access::Act;
use askama::Template;
use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::FindingId;
use platform::{DbError, PageResult, T, form::Form};
use registry::ProjectSeat;
use spaces::{Activity, ActivityState, Space};
use ui::{Choice, Field, Page, render_with};

use super::{
    errors,
    forms::{self, WORDS, due_by_default, kind_choices, passing_fields, read_passing, space_choices},
};
use crate::{model::finding::FindingKind, store, store::NewFinding};

#[derive(Template)]
#[template(path = "new.html")]
struct NewPage {
    page: Page,
    list: String,
    here: String,
    fresh: FindingId,
    what: Vec<Field>,
    whence: Vec<Field>,
    whither: Vec<Field>,
    errors: Vec<(String, String)>,
}

/// The most characters of the conditions in which an effect was seen.
const CONTEXT: usize = 200;
/// What the box says of whoever wants no name beside what they say.
const UNNAMED: &str = "yes";

/// Where a finding may come from and go to.
struct Around {
    spaces: Vec<Space>,
    held: Vec<Activity>,
}

async fn around(seat: &ProjectSeat) -> Result<Around, DbError> {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    seat.ctx()
        .db()
        .read(move |tx| {
            let spaces = spaces::store::spaces(tx, organisation, project)?;
            let mut held = spaces::store::activities(tx, organisation, project)?;
            held.retain(|activity| activity.state == ActivityState::Held);
            held.reverse();
            Ok(Around { spaces, held })
        })
        .await
}

/// The reference of what a held activity said: its campaign where it is one.
fn reference(activity: &Activity) -> String {
    let campaign = activity.source.clone().filter(|source| source.starts_with("campaign:"));
    campaign.unwrap_or_else(|| format!("activity:{}", activity.id))
}

impl Around {
    fn open(&self) -> impl Iterator<Item = &Space> {
        self.spaces.iter().filter(|space| space.is_open())
    }

    /// The held activity that a reference names, whatever part of it.
    fn source(&self, asked: &str) -> Option<&Activity> {
        let whole = asked.split('#').next().unwrap_or(asked);
        self.held.iter().find(|activity| reference(activity) == whole)
    }
}

/// Results lead here with what they are: `?source=campaign:<id>%23autonomy&origine=…&espace=<id>`.
pub async fn show(seat: ProjectSeat, RawQuery(query): RawQuery) -> PageResult {
    let asked = Form::read(query.unwrap_or_default().as_bytes());
    let around = around(&seat).await?;
    let source = around.source(asked.value("source"));
    let mut space = asked.value("espace").to_owned();
    if let (Some(activity), true) = (source, space.is_empty()) {
        space = activity.space.to_string();
    }
    let form = Form::with([
        ("source", if source.is_some() { asked.value("source") } else { "" }),
        ("origin", asked.value("origine")),
        ("space", &space),
        ("due", &due_by_default(seat.ctx().today)),
    ]);
    page(&seat, &around, &form, StatusCode::OK)
}

fn page(seat: &ProjectSeat, around: &Around, form: &Form, status: StatusCode) -> PageResult {
    seat.seat.permit(Act::RecordFinding)?;
    let t = &seat.ctx().t;
    let here = seat.path("constats/nouveau");
    let page = seat.page(t.say("finding-new"), "findings");
    // A refused form is shown again under its own address; a first display keeps its query when the language changes.
    let page = if form.is_refused() { Page { here: here.clone(), ..page } } else { page };
    let places: Vec<&Space> = around.open().collect();
    let unnamed = Choice::new(UNNAMED, t.say("finding-credit-none"));
    render_with(
        status,
        &NewPage {
            page,
            list: seat.path("constats"),
            here,
            fresh: seat.ctx().new_id(),
            what: vec![
                Field::area(t, form, "text", t.say("finding-words"))
                    .hint(t.say("finding-words-hint"))
                    .most(WORDS),
                Field::radios(t, form, "kind", t.say("finding-kind"), kind_choices(t)),
            ],
            whence: vec![
                Field::radios(t, form, "space", t.say("finding-space"), space_choices(t, &places)),
                Field::select(t, form, "source", t.say("finding-source"), sources(t, form, around))
                    .optional(t),
                Field::text(t, form, "origin", t.say("finding-origin-words"))
                    .hint(t.say("finding-origin-hint"))
                    .optional(t)
                    .most(120),
                Field::text(t, form, "context", t.say("finding-context"))
                    .hint(t.say("finding-context-hint"))
                    .optional(t)
                    .most(CONTEXT),
                Field::boxes(t, form, "unnamed", t.say("finding-credit"), vec![unnamed])
                    .hint(t.say("finding-credit-hint"))
                    .optional(t),
            ],
            whither: whither(t, form, around),
            errors: errors(t, form),
        },
    )
}

fn sources(t: &T, form: &Form, around: &Around) -> Vec<Choice> {
    let label = |activity: &Activity| format!("{} · {}", t.day(activity.on), activity.title);
    let mut choices = vec![Choice::new("", t.say("finding-source-none"))];
    let asked = form.value("source");
    if let Some(activity) = around.source(asked).filter(|_| asked.contains('#')) {
        // A part of a result: named by the words that came with it, never by its code.
        let part = form.value("origin");
        let whole = label(activity);
        choices.push(Choice::new(asked, if part.is_empty() { whole } else { format!("{whole} · {part}") }));
    }
    choices.extend(around.held.iter().map(|activity| Choice::new(reference(activity), label(activity))));
    choices
}

fn whither(t: &T, form: &Form, around: &Around) -> Vec<Field> {
    let to = Field::select(t, form, "to", t.say("finding-pass-to"), destinations(t, around)).optional(t);
    let [words, chosen, due] = passing_fields(t, form);
    vec![to, words.optional(t), chosen.optional(t), due]
}

fn destinations(t: &T, around: &Around) -> Vec<Choice> {
    let space = |space: &Space| Choice::new(space.id.to_string(), space.name.clone());
    std::iter::once(Choice::new("", t.say("finding-pass-later"))).chain(around.open().map(space)).collect()
}

/// Writes it down. The page gives each form an id, so that sending it twice writes it once.
pub async fn create(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::RecordFinding)?;
    let around = around(&seat).await?;
    let Some(new) = read(&seat, &mut form, &around) else {
        return page(&seat, &around, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (reader, project) = (seat.seat.reader(), seat.project.id);
    let (id, today, now) = (new.id, seat.ctx().today, seat.ctx().now);
    let done = seat
        .ctx()
        .db()
        .write(move |tx| {
            if store::is_known(tx, reader, project, id)? {
                return Ok::<_, DbError>(Ok(()));
            }
            store::record(tx, &permit, project, &new, today, now)
        })
        .await?;
    if let Err(refusal) = done {
        forms::refuse(&seat.ctx().t, &mut form, refusal);
        return page(&seat, &around, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    Ok(Redirect::to(&format!("{}?fait=ecrit", seat.path(&format!("constats/{id}")))).into_response())
}

fn read(seat: &ProjectSeat, form: &mut Form, around: &Around) -> Option<NewFinding> {
    let t = &seat.ctx().t;
    let text = form.text(t, "text", WORDS);
    let kind = form.code(t, "kind", FindingKind::parse);
    let space = spaces::open_one(t, form, "space", &around.spaces);
    let mut origin = form.optional_text(t, "origin", 120);
    let source = around.source(form.value("source"));
    if let (Some(activity), true) = (source, origin.is_empty()) {
        origin.clone_from(&activity.title);
    }
    let context = form.optional_text(t, "context", CONTEXT);
    // The same tool does other things elsewhere: an effect without its conditions would pass for one of the tool alone.
    if kind == Some(FindingKind::UnexpectedEffect) && context.is_empty() {
        form.refuse("context", t.say("finding-context-asked"));
    }
    let is_credited = form.value("unnamed") != UNNAMED;
    let origin_ref = source.map(|_| form.value("source").to_owned());
    let pass_to = if form.value("to").is_empty() {
        None
    } else {
        let to = spaces::open_one(t, form, "to", &around.spaces);
        read_passing(t, form, to)
    };
    if form.is_refused() {
        return None;
    }
    let id = FindingId::parse(form.value("id")).unwrap_or_else(|_| seat.ctx().new_id());
    Some(NewFinding {
        id,
        space: space?,
        kind: kind?,
        text,
        origin,
        origin_ref,
        context,
        is_credited,
        pass_to,
    })
}
