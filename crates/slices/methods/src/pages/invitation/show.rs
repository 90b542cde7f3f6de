//! The page that a letter leads to.

use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect},
};
use platform::{
    Ctx, PageResult,
    cookies::{Cookie, Life},
};
use ui::{Page, assets, render, render_with};

use super::{LETTER, PATH, held};
use crate::{
    pages::information::{self, Information},
    store::{self, Asked, Invitation, LetterDigest},
};

#[derive(Template)]
#[template(path = "invitation/show.html")]
struct InvitationPage {
    page: Page,
    invitation: Box<Invitation>,
    organisation: String,
    project: String,
    group: String,
    information: Information,
    /// Under what name this browser keeps the token of this letter.
    reference: String,
    library: String,
}

#[derive(Template)]
#[template(path = "invitation/shut.html")]
struct ShutPage {
    page: Page,
    why: &'static str,
}

/// A letter that was opened. Its secret leaves the address at once; nothing is drawn, since mail programs open links too.
pub async fn open(ctx: Ctx, Path(secret): Path<String>) -> PageResult {
    let secure = ctx.platform.settings.is_https();
    let clean: String =
        secret.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).take(64).collect();
    let cookie = Cookie { name: LETTER, value: &clean, path: PATH, life: Life::Session, secure };
    Ok(([(SET_COOKIE, cookie.header())], Redirect::to(PATH)).into_response())
}

pub async fn show(ctx: Ctx) -> PageResult {
    let Some(letter) = held(&ctx) else { return shut(&ctx, "none", StatusCode::NOT_FOUND) };
    let (asked, today) = (letter.clone(), ctx.today);
    match ctx.db().read(move |tx| store::ask(tx, &asked, today)).await? {
        Asked::Open(invitation) => page(&ctx, invitation, &letter).await,
        Asked::Closed => shut(&ctx, "closed", StatusCode::GONE),
        Asked::Unknown => shut(&ctx, "unknown", StatusCode::NOT_FOUND),
    }
}

async fn page(ctx: &Ctx, invitation: Box<Invitation>, letter: &LetterDigest) -> PageResult {
    let (organisation, project) = (invitation.organisation, invitation.campaign.project);
    let names = ctx.db().read(move |tx| {
        let organisation_name = registry::store::organisation(tx, organisation)?.name;
        let project = registry::store::find_project(tx, organisation, project)?;
        Ok::<_, platform::DbError>((organisation_name, project.map_or_else(String::new, |p| p.title)))
    });
    let (organisation, project) = names.await?;
    let group = invitation.campaign.group(invitation.group);
    let (told, _) = information::told(ctx, invitation.organisation, &invitation.campaign).await?;
    render(&InvitationPage {
        page: Page::new(ctx, ctx.t.say("invitation-title")).bare(),
        organisation,
        project,
        group: group.map_or_else(String::new, |group| group.name(&ctx.t)),
        information: Information::of(&ctx.t, &invitation.campaign, &told),
        reference: letter.reference(),
        library: assets::address("blindrsa.js"),
        invitation,
    })
}

fn shut(ctx: &Ctx, why: &'static str, status: StatusCode) -> PageResult {
    let page = Page::new(ctx, ctx.t.say_code("invitation-shut-title", why)).bare();
    render_with(status, &ShutPage { page, why })
}
