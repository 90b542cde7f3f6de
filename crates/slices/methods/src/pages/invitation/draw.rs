//! Signing what the browser has blinded.

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::BASE64URL_NOPAD;
use platform::{Ctx, PageError, PageResult, form::Form};

use super::{PATH, held};
use crate::{
    issuer,
    model::token::Blinded,
    store::{self, Drawn, Invitation},
};

/// Whoever reloads this address comes back to the invitation.
pub async fn back() -> Redirect {
    Redirect::to(PATH)
}

/// Signs one token for one letter, without reading it. The script of the page turns the status into words: 404 no such
/// letter, 409 another token was signed for it, 410 closed, 422 nothing that can be signed.
pub async fn sign(ctx: Ctx, form: Form) -> PageResult {
    let Some(letter) = held(&ctx) else { return Ok(said(StatusCode::NOT_FOUND)) };
    let Some(blinded) = Blinded::parse(form.value("blinded")) else {
        return Ok(said(StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (asked, today) = (blinded.clone(), ctx.today);
    let work = move |tx: &mut platform::Tx<'_>| store::draw(tx, &letter, &asked, today);
    match ctx.db().write_in_turn(work).await? {
        Drawn::Sign(invitation) => signature(&ctx, *invitation, blinded).await,
        Drawn::Another => Ok(said(StatusCode::CONFLICT)),
        Drawn::Closed => Ok(said(StatusCode::GONE)),
        Drawn::Unknown => Ok(said(StatusCode::NOT_FOUND)),
    }
}

async fn signature(ctx: &Ctx, invitation: Invitation, blinded: Blinded) -> PageResult {
    let platform = ctx.platform.clone();
    let sign = move || {
        let key = (invitation.key.id(), invitation.sealed_key);
        issuer::sign(&*platform.chance, &platform.vault, &key.0, &key.1, &blinded)
    };
    let signed =
        tokio::task::spawn_blocking(sign).await.map_err(|error| PageError::Fault(error.to_string()))?;
    match signed {
        Ok(signature) => {
            let body = BASE64URL_NOPAD.encode(&signature);
            Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], body).into_response())
        }
        Err(issuer::CannotSign::Refused) => Ok(said(StatusCode::UNPROCESSABLE_ENTITY)),
        Err(error) => Err(PageError::Fault(error.to_string())),
    }
}

/// A status and nothing else.
fn said(status: StatusCode) -> Response {
    status.into_response()
}
