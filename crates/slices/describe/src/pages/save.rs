//! Keeping what was described: the organisation, the project, its first member and its three spaces.

use access::{Act, Permit, store::NewSession};
use askama::Template;
use axum::{
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Party, SpaceId, Sphere};
use platform::{DbError, PageResult, T, Tx, form::Form, secret};
use registry::{Organisation, Project, store::Founder};
use spaces::{ActivityKind, ActivityState, Space, store::NewActivity};
use ui::{Choice, Field, Page, Tone, render_with};

use super::{Describing, PATH, describing::take_back};
use crate::{model::question::Question, store};

#[derive(Template)]
#[template(path = "save.html")]
struct SavePage {
    page: Page,
    project: String,
    organisation: Option<String>,
    /// A member whose party starts no project: they may show the result to those who do.
    is_another_matter: bool,
    fields: Vec<Field>,
    action: String,
    back: String,
}

pub async fn show(describing: Describing) -> PageResult {
    page(&describing, &Form::default(), StatusCode::OK)
}

fn page(describing: &Describing, form: &Form, status: StatusCode) -> PageResult {
    let t = &describing.ctx().t;
    let Some(project) = &describing.answers.project else { return Ok(without_a_title()) };
    let mut page = describing.visitor.page(t.say("describe-save-title"));
    if form.is_refused() {
        page = page.announcing(Tone::Alert, t.one("form-errors-title", "count", form.error_count()));
    }
    let organisation = describing.organisation.as_ref().map(|organisation| organisation.name.clone());
    let is_another_matter = may_not_start(describing);
    render_with(
        status,
        &SavePage {
            is_another_matter,
            project: project.title.clone(),
            fields: if organisation.is_some() { Vec::new() } else { fields(t, form) },
            organisation,
            action: format!("{PATH}/enregistrer"),
            back: format!("{PATH}/resultat"),
            page,
        },
    )
}

/// Whether the visitor sits in an organisation where others start projects.
const fn may_not_start(describing: &Describing) -> bool {
    describing.visitor.actor.is_some() && describing.organisation.is_none()
}

/// Only the title cannot be left for later.
fn without_a_title() -> Response {
    Redirect::to(&format!("{PATH}/{}", Question::Project.slug())).into_response()
}

fn fields(t: &T, form: &Form) -> Vec<Field> {
    // The parties that may go on to invite the others: whoever founds a place must not be alone in it.
    let parties = Act::StartProject.parties().iter();
    let parties = parties.map(|party| {
        Choice::new(party.code(), t.say_code("party", party)).hint(t.say_code("party-hint", party))
    });
    vec![
        Field::text(t, form, "organisation", t.say("describe-save-organisation"))
            .autocomplete("organization")
            .most(120),
        Field::text(t, form, "name", t.say("describe-save-name")).autocomplete("name").most(120),
        Field::text(t, form, "role", t.say("describe-save-role"))
            .hint(t.say("describe-save-role-hint"))
            .optional(t)
            .most(120),
        Field::radios(t, form, "party", t.say("describe-save-party"), parties.collect()),
        Field::email(t, form, "email", t.say("describe-save-email")).hint(t.say("describe-save-email-hint")),
    ]
}

pub async fn keep(describing: Describing, form: Form) -> PageResult {
    if describing.answers.project.is_none() {
        return Ok(without_a_title());
    }
    match describing.visitor.actor.clone() {
        Some(_) => add(&describing).await,
        None => found(&describing, form).await,
    }
}

/// A member adds the project to their organisation.
async fn add(describing: &Describing) -> PageResult {
    let ctx = describing.ctx();
    let permit = describing.visitor.permit(Act::StartProject)?;
    let opening = Opening::of(describing, &describing.organisation(permit.actor().organisation, ""));
    let to = registry_path(&opening.project, "fil");
    let (today, now, hash) = (ctx.today, ctx.now, describing.hash());
    ctx.db()
        .write(move |tx| {
            opening.write(tx, &permit, today, now)?;
            hash.as_deref().map_or(Ok(()), |hash| store::forget(tx, hash))
        })
        .await?;
    Ok(forgetting(ctx, Redirect::to(&to).into_response()))
}

/// A visitor founds an organisation, with its first project, and becomes its first member.
async fn found(describing: &Describing, mut form: Form) -> PageResult {
    let ctx = describing.ctx();
    let Some((name, founder)) = read(&mut form, describing) else {
        return page(describing, &form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let organisation = describing.organisation(ctx.new_id(), &name);
    let opening = Opening::of(describing, &organisation);
    let to = format!("/structures/{}/personnes", organisation.id);
    let session = ctx.platform.new_secret();
    let opened = NewSession::founding(ctx, secret::digest(&session));
    let (today, now, hash) = (ctx.today, ctx.now, describing.hash());
    ctx.db()
        .write(move |tx| {
            let permit = registry::store::found(tx, &organisation, &founder, now)?;
            opening.write(tx, &permit, today, now)?;
            access::store::open_session(tx, permit.actor(), &opened, now)?;
            hash.as_deref().map_or(Ok::<_, DbError>(()), |hash| store::forget(tx, hash))
        })
        .await?;
    Ok(forgetting(ctx, access::pages::link::signed_in(ctx, &session, &to)))
}

fn read(form: &mut Form, describing: &Describing) -> Option<(String, Founder)> {
    let ctx = describing.ctx();
    let t = &ctx.t;
    let organisation = form.text(t, "organisation", 120);
    let name = form.text(t, "name", 120);
    let title = form.optional_text(t, "role", 120);
    let party = form.code(t, "party", Party::parse).filter(|party| Act::StartProject.is_open_to(*party));
    let email = form.email(t, "email");
    if party.is_none() {
        form.refuse("party", t.say("form-choose"));
    }
    let party = party.filter(|_| !form.is_refused())?;
    Some((organisation, Founder { member: ctx.new_id(), party, name, title, email, locale: ctx.locale() }))
}

fn forgetting(ctx: &platform::Ctx, mut response: Response) -> Response {
    response.headers_mut().append(SET_COOKIE, take_back(ctx));
    response
}

fn registry_path(project: &Project, rest: &str) -> String {
    format!("/structures/{}/projets/{}/{rest}", project.organisation, project.id)
}

/// A project about to be opened: itself, its three spaces, and the day it began.
struct Opening {
    project: Project,
    spaces: Vec<Space>,
    launch: NewActivity,
}

impl Opening {
    fn of(describing: &Describing, organisation: &Organisation) -> Self {
        let ctx = describing.ctx();
        let project = describing.project(organisation.id, ctx.new_id());
        let spaces: Vec<Space> = Sphere::ALL.iter().map(|sphere| space(describing, *sphere)).collect();
        let social: Option<SpaceId> = spaces.first().map(|space| space.id);
        let launch = NewActivity {
            id: ctx.new_id(),
            space: social.unwrap_or_else(|| ctx.new_id()),
            kind: ActivityKind::Launch,
            title: ctx.t.say("describe-launch"),
            on: ctx.today,
            state: ActivityState::Held,
            source: None,
        };
        Self { project, spaces, launch }
    }

    fn write(&self, tx: &mut Tx<'_>, permit: &Permit, today: Date, now: Timestamp) -> Result<(), DbError> {
        registry::store::add_project(tx, permit, &self.project, today)?;
        let edition = &obligations::api::pack().edition;
        obligations::api::note_edition(tx, permit.actor().organisation, self.project.id, edition, now)?;
        for space in &self.spaces {
            spaces::store::open(tx, permit, self.project.id, space, now)?;
        }
        spaces::store::plan(tx, permit, self.project.id, &self.launch, now)
    }
}

/// The space of a sphere, named after the bodies and the trades that are there. Only a body that a text of law gives
/// powers to makes the social one statutory.
fn space(describing: &Describing, sphere: Sphere) -> Space {
    let t = &describing.ctx().t;
    let body = describing.employer().body();
    let trades = describing.answers.people.as_ref().map_or("", |people| people.trades.as_str());
    let (name, who) = match sphere {
        Sphere::Social => {
            (t.say_code("describe-space-social", body), t.say_code("describe-space-social-who", body))
        }
        Sphere::Professional if !trades.is_empty() => {
            (t.say("describe-space-professional"), trades.to_owned())
        }
        Sphere::Professional => {
            (t.say("describe-space-professional"), t.say("describe-space-professional-who"))
        }
        Sphere::Technical => (t.say("describe-space-technical"), t.say("describe-space-technical-who")),
    };
    let is_statutory = sphere == Sphere::Social && body.is_statutory();
    Space::new(describing.ctx().new_id(), sphere, (name, who), is_statutory, describing.ctx().today)
}
