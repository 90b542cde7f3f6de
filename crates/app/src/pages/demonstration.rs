//! The demonstration's door: the same case at several moments, entered as any of its people. Exists only in `trinome demo`.

use access::{
    Actor,
    pages::link::signed_in,
    store::{NewSession, members, open_session},
};
use askama::Template;
use axum::{Router, routing::get};
use kernel::{MemberId, OrganisationId};
use platform::{Ctx, DbError, PageError, PageResult, Platform, form::Form, secret};
use registry::Project;
use ui::{Page, render};

/// One moment of the case: an organisation that stands as the case stood then.
struct Moment {
    title: String,
    project: Project,
    people: Vec<access::Member>,
}

#[derive(Template)]
#[template(path = "demonstration.html")]
struct DemonstrationPage {
    page: Page,
    moments: Vec<Moment>,
}

/// No route at all outside the demonstration: there is nothing to guess.
pub fn routes(platform: &Platform) -> Router<Platform> {
    if platform.settings.demonstration {
        Router::new().route("/demo", get(show).post(enter))
    } else {
        Router::new()
    }
}

async fn show(ctx: Ctx) -> PageResult {
    let moments = ctx
        .db()
        .read(|tx| {
            let organisations: Vec<(OrganisationId, String)> = tx.list(
                "SELECT organisation_id, name FROM organisation ORDER BY organisation_id DESC",
                &[],
                |row| Ok::<_, DbError>((row.parse(0)?, row.get(1)?)),
            )?;
            let mut moments = Vec::new();
            for (organisation, title) in organisations {
                let people = members(tx, organisation)?;
                for project in registry::store::projects(tx, organisation)? {
                    moments.push(Moment { title: title.clone(), project, people: people.clone() });
                }
            }
            Ok::<_, DbError>(moments)
        })
        .await?;
    let page = Page::new(&ctx, ctx.t.say("demo-title"));
    render(&DemonstrationPage { page, moments })
}

async fn enter(ctx: Ctx, form: Form) -> PageResult {
    let organisation = OrganisationId::parse(form.value("organisation")).map_err(|_| PageError::NotFound)?;
    let member = MemberId::parse(form.value("member")).map_err(|_| PageError::NotFound)?;
    let session = ctx.platform.new_secret();
    let (opened, now) = (NewSession::proved(&ctx, secret::digest(&session)), ctx.now);
    let actor: Option<Actor> = ctx
        .db()
        .write(move |tx| {
            let actor = access::store::actor(tx, organisation, member)?;
            if let Some(actor) = &actor {
                open_session(tx, actor, &opened, now)?;
            }
            Ok::<_, DbError>(actor)
        })
        .await?;
    let actor = actor.ok_or(PageError::NotFound)?;
    let project = form.value("project").to_owned();
    let to = format!("/structures/{}/projets/{project}/fil", actor.organisation);
    Ok(signed_in(&ctx, &session, &to))
}
