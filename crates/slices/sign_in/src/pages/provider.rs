//! Coming in through a provider: leaving for it, and coming back with a code.

use access::Opening;
use axum::{
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{Ctx, DbError, PageError, PageResult, Tx, config::SingleSignOn, limits::Gate};
use serde::Deserialize;

use super::{
    bind,
    enter::{Entered, Entering},
    forgetting, refused, take,
};
use crate::{
    model::{
        admission::{Identity, admit},
        ceremony::Ceremony,
    },
    provider::{Binding, Provider, ProviderFault},
    store::{self, Begun},
};

/// What the provider hands back.
#[derive(Debug, Clone, Deserialize)]
pub struct Back {
    code: Option<String>,
    state: Option<String>,
    /// Who says so, where the provider tells: two providers can not be taken for one another.
    iss: Option<String>,
}

fn settings(ctx: &Ctx) -> Result<SingleSignOn, PageError> {
    ctx.platform.settings.single_sign_on.clone().ok_or(PageError::NotFound)
}

/// Speaks with the provider away from the threads that answer pages.
async fn ask<T: Send + 'static>(
    ctx: &Ctx,
    question: impl FnOnce(&Provider<'_>) -> Result<T, ProviderFault> + Send + 'static,
) -> Result<Result<T, ProviderFault>, PageError> {
    let settings = settings(ctx)?;
    let redirect = ctx.absolute("/connexion/fournisseur/retour");
    let work = move || question(&Provider { settings: &settings, redirect });
    tokio::task::spawn_blocking(work).await.map_err(|error| PageError::Fault(error.to_string()))
}

/// Leaves for the provider. A link and not a form: a form that ends on another host is what our pages forbid.
pub async fn leave(ctx: Ctx) -> PageResult {
    settings(&ctx)?;
    let from_elsewhere = ctx.headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site");
    if from_elsewhere {
        return Ok(Redirect::to("/connexion").into_response());
    }
    // A line that is written and a question to another host, for anybody who asks: as a link by mail.
    ctx.limit_line(Gate::SignInNetwork)?;
    let handle = ctx.platform.new_secret();
    let binding = handle.clone();
    match ask(&ctx, move |provider| provider.door(&Binding::new(&binding))).await? {
        Ok(door) => {
            let begun = Begun { person: None, state: "{}".to_owned() };
            let headers = bind(&ctx, Ceremony::Provider, &handle, begun).await?;
            Ok((headers, Redirect::to(&door)).into_response())
        }
        Err(error) => {
            tracing::error!(%error, "nobody can sign in through the provider");
            refused(&ctx, StatusCode::BAD_GATEWAY, "provider-silent")
        }
    }
}

/// Comes back. One browser, one try, one answer: whatever it is, the ceremony is used up.
pub async fn come_back(ctx: Ctx, back: Result<Query<Back>, QueryRejection>) -> PageResult {
    let settings = settings(&ctx)?;
    let request = ctx.clone();
    let begun = ctx.db().write(move |tx| take(tx, &request, Ceremony::Provider)).await?;
    let handle = ctx.cookie(Ceremony::Provider.cookie()).filter(|_| begun.is_some()).map(str::to_owned);
    let code =
        handle.as_deref().zip(back.ok()).and_then(|(handle, Query(back))| code(&settings, handle, back));
    let response = match handle.zip(code) {
        Some((handle, code)) => admitted(&ctx, handle, code).await?,
        None => {
            tracing::warn!("somebody came back from the provider without having left, or was sent back");
            refused(&ctx, StatusCode::FORBIDDEN, "provider-refused")?
        }
    };
    Ok(forgetting(&ctx, response, Ceremony::Provider))
}

/// The code, if it comes from this provider in answer to what this browser began.
fn code(settings: &SingleSignOn, handle: &str, back: Back) -> Option<String> {
    let ours = back.state.is_some_and(|state| Binding::new(handle).is_ours(&state));
    let theirs = back.iss.is_none_or(|issuer| issuer == settings.issuer);
    back.code.filter(|_| ours && theirs)
}

async fn admitted(ctx: &Ctx, handle: String, code: String) -> PageResult {
    let now = ctx.now;
    let said = ask(ctx, move |provider| provider.identify(&Binding::new(&handle), code, now)).await?;
    let identity = match said {
        Ok(identity) => identity,
        Err(error @ ProviderFault::Silent(_)) => {
            tracing::error!(%error, "a sign-in through the provider was cut short");
            return refused(ctx, StatusCode::BAD_GATEWAY, "provider-silent");
        }
        Err(error @ ProviderFault::Unsound(_)) => {
            tracing::warn!(%error, "a sign-in through the provider was refused");
            return refused(ctx, StatusCode::FORBIDDEN, "provider-refused");
        }
    };
    let entering = Entering::new(ctx, Opening::Provider);
    let (request, new) = (ctx.clone(), entering.clone());
    let entered = ctx.db().write(move |tx| enter(tx, &request, &identity, &new)).await?;
    match entered {
        Some(entered) => Ok(entering.welcome(ctx, &entered)),
        None => refused(ctx, StatusCode::FORBIDDEN, "provider-refused"),
    }
}

/// Opens a session for whom the provider vouches, if they are known here.
fn enter(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    identity: &Identity,
    entering: &Entering,
) -> Result<Option<Entered>, DbError> {
    let known = store::known(tx, identity)?;
    match admit(identity, &known) {
        Ok((person, is_first)) => {
            let entered = entering.open(tx, ctx, person)?;
            if is_first && entered.is_some() {
                store::remember(tx, identity, person)?;
            }
            Ok(entered)
        }
        Err(why) => {
            tracing::warn!(%why, "a sign-in through the provider was refused");
            Ok(None)
        }
    }
}
