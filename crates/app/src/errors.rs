//! Errors as pages in the reader's language, and the journal's line for what was refused.

use askama::Template;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use journal::{Author, Entry};
use kernel::{OrganisationId, Party};
use platform::{
    Ctx, DbError, PageError, Platform,
    error::{By, Refusal},
    limits::Wait,
};
use serde_json::json;
use ui::{Page, render_with};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    lines: Vec<String>,
    reference: Option<String>,
    next: (String, String),
}

pub async fn not_found() -> PageError {
    PageError::NotFound
}

/// Draws the page of an answer that carries an error.
pub async fn draw(State(platform): State<Platform>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(ctx) = Ctx::from_request_parts(&mut parts, &platform).await;
    let route = format!("{} {}", parts.method, redacted(parts.uri.path()));
    let response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions().get::<PageError>().cloned() {
        Some(PageError::SignIn) => Redirect::to("/connexion").into_response(),
        Some(PageError::ShowAgain(back)) => Redirect::to(&access::show_again(&back)).into_response(),
        Some(PageError::Passkey) => Redirect::to("/compte/cles-d-acces").into_response(),
        Some(error) => page(&ctx, &error, &route).await,
        None => plain(&ctx, response),
    }
}

/// What axum itself refuses (a wrong method, a body too large) gets a page as well.
fn plain(ctx: &Ctx, response: Response) -> Response {
    let bare = response.status().is_client_error() && !response.headers().contains_key(header::CONTENT_TYPE);
    let wrong = matches!(response.status(), StatusCode::METHOD_NOT_ALLOWED | StatusCode::PAYLOAD_TOO_LARGE);
    if bare || wrong { draw_page(ctx, response.status(), "error-bad-request", None) } else { response }
}

async fn page(ctx: &Ctx, error: &PageError, route: &str) -> Response {
    match error {
        PageError::Fault(text) => {
            let reference = ctx.new_id::<()>().to_string()[20..].to_owned();
            tracing::error!(reference, route, error = %text, "a page failed");
            draw_page(ctx, error.status(), "error-fault", Some(reference))
        }
        PageError::Forbidden { organisation, by, reason } => {
            if let Err(error) = journal_refusal(ctx, *organisation, *by, *reason, route).await {
                tracing::error!(%error, "a refusal could not be journalled");
            }
            let key = match reason {
                Refusal::OtherOrganisation => "error-other-organisation",
                Refusal::OtherParty => "error-other-party",
                Refusal::NoLongerMember => return no_longer_member(ctx, *organisation, error.status()).await,
            };
            draw_page(ctx, error.status(), key, None)
        }
        PageError::CrossSite => draw_page(ctx, error.status(), "error-cross-site", None),
        PageError::TooMany(wait) => too_many(ctx, *wait),
        PageError::BadRequest => draw_page(ctx, error.status(), "error-bad-request", None),
        PageError::Deleted { organisation, on, parties } => deleted(ctx, *organisation, *on, *parties),
        PageError::NotFound | PageError::SignIn | PageError::Passkey | PageError::ShowAgain(_) => {
            draw_page(ctx, error.status(), "error-not-found", None)
        }
    }
}

/// Names the organisation: somebody who sits in several must know which one they left.
async fn no_longer_member(ctx: &Ctx, organisation: OrganisationId, status: StatusCode) -> Response {
    let named = ctx
        .db()
        .read(move |tx| {
            tx.get(
                "SELECT name FROM organisation WHERE organisation_id = $1",
                platform::values![organisation],
                |row| row.get::<String>(0),
            )
        })
        .await;
    let title = ctx.t.one("error-no-longer-member-title", "organisation", named.unwrap_or_default());
    draw_titled(ctx, status, "error-no-longer-member", title, None)
}

/// Says who deleted the project and when, and leads to those that remain.
fn deleted(ctx: &Ctx, organisation: OrganisationId, on: Date, parties: [Party; 2]) -> Response {
    let t = &ctx.t;
    let [one, other] = parties.map(|party| t.say_code("party", party));
    let lines = vec![
        t.one("error-deleted-when", "day", t.day(on)),
        t.two("error-deleted-who", "one", one, "other", other),
        t.say("error-deleted-what"),
    ];
    let next = (t.say("error-deleted-next"), access::home(organisation));
    let page = Page::new(ctx, t.say("error-deleted-title"));
    let status = StatusCode::NOT_FOUND;
    render_with(status, &ErrorPage { page, lines, reference: None, next })
        .unwrap_or_else(|_| status.into_response())
}

/// When to try again, in words and for machines.
fn too_many(ctx: &Ctx, wait: Wait) -> Response {
    let t = &ctx.t;
    let seconds = wait.0.as_secs().max(0) + 1;
    let page = Page::new(ctx, t.say("error-too-many-title"));
    let lines = vec![
        t.one("error-too-many-when", "minutes", seconds / 60),
        t.say("error-too-many-what"),
        t.say("error-too-many-next"),
    ];
    let next = (t.say("error-home"), "/".to_owned());
    let status = StatusCode::TOO_MANY_REQUESTS;
    let mut response = render_with(status, &ErrorPage { page, lines, reference: None, next })
        .unwrap_or_else(|_| status.into_response());
    response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    response
}

fn draw_page(ctx: &Ctx, status: StatusCode, key: &str, reference: Option<String>) -> Response {
    draw_titled(ctx, status, key, ctx.t.say(&format!("{key}-title")), reference)
}

fn draw_titled(
    ctx: &Ctx,
    status: StatusCode,
    key: &str,
    title: String,
    reference: Option<String>,
) -> Response {
    let t = &ctx.t;
    let page = Page::new(ctx, title);
    let lines = vec![t.say(&format!("{key}-what")), t.say(&format!("{key}-next"))];
    let next = (t.say("error-home"), "/".to_owned());
    render_with(status, &ErrorPage { page, lines, reference, next })
        .unwrap_or_else(|_| status.into_response())
}

/// The organisation that was reached for learns who tried; an organisation that does not exist has nobody to tell.
async fn journal_refusal(
    ctx: &Ctx,
    organisation: OrganisationId,
    by: By,
    reason: Refusal,
    route: &str,
) -> Result<(), DbError> {
    let (now, route) = (ctx.now, route.to_owned());
    ctx.db()
        .write(move |tx| {
            let exists =
                tx.exists("SELECT 1 FROM organisation WHERE organisation_id = $1", platform::values![organisation])?;
            if !exists {
                return Ok(());
            }
            let inside = by.organisation == organisation;
            let author = Author {
                organisation,
                member: inside.then_some(by.member),
                party: inside.then_some(by.party),
            };
            let body = json!({"reason": reason.code(), "route": route, "by_organisation": by.organisation, "by_member": by.member});
            journal::record(tx, &author, now, &Entry::new("request_refused", organisation, body))
        })
        .await
}

/// A path without the secrets it may hold.
fn redacted(path: &str) -> String {
    let hide = |prefix: &str| path.starts_with(prefix).then(|| format!("{prefix}…"));
    ["/lien/", "/contester/", "/invitation/", "/calendrier/", "/rappels/", "/r/"]
        .into_iter()
        .find_map(hide)
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn a_secret_in_a_path_never_reaches_the_log_or_the_journal() {
        assert_eq!(redacted("/lien/abcdef"), "/lien/…");
        assert_eq!(redacted("/contester/abcdef"), "/contester/…");
        assert_eq!(redacted("/invitation/abcdef"), "/invitation/…");
        assert_eq!(redacted("/calendrier/abcdef.ics"), "/calendrier/…");
        assert_eq!(redacted("/rappels/abcdef"), "/rappels/…");
        assert_eq!(redacted("/r/ABCD-EFGH"), "/r/…");
        assert_eq!(redacted("/structures/1/projets"), "/structures/1/projets");
    }
}
