//! Coming in with a passkey: nobody types an address, so nobody learns whether one is known.

use access::{Opening, store::NewSession};
use axum::{http::StatusCode, response::Response};
use kernel::{OrganisationId, PersonId};
use platform::{Ctx, DbError, PageResult, Tx, form::Form, limits::Gate, secret};

use super::{challenge, forgetting, refused, take};
use crate::{
    model::ceremony::Ceremony,
    passkeys::{self, Claim},
    store,
};

pub async fn begin(ctx: Ctx) -> PageResult {
    ctx.limit_line(Gate::Challenge)?;
    challenge(&ctx, Ceremony::UsePasskey, None, passkeys::ask_any(&ctx.platform.settings)).await
}

pub async fn finish(ctx: Ctx, form: Form) -> PageResult {
    let claim = Claim::read(form.value("credential")).map_err(|error| tracing::info!(%error, "no passkey"));
    let claim = claim.ok();
    let entering = Entering::new(&ctx, Opening::Passkey);
    let (request, new) = (ctx.clone(), entering.clone());
    let entered = ctx.db().write(move |tx| enter(tx, &request, claim.as_ref(), &new)).await?;
    let response = match entered {
        Some(entered) => entering.welcome(&ctx, &entered),
        None => refused(&ctx, StatusCode::FORBIDDEN, "passkey-refused")?,
    };
    Ok(forgetting(&ctx, response, Ceremony::UsePasskey))
}

/// Checks the answer against the challenge of this browser and the key that is kept; opens a session if all hold.
fn enter(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    claim: Option<&Claim>,
    entering: &Entering,
) -> Result<Option<Entered>, DbError> {
    let begun = take(tx, ctx, Ceremony::UsePasskey)?;
    let (Some(begun), Some(claim)) = (begun, claim) else { return Ok(None) };
    let person = PersonId::new(claim.handle);
    let Some((id, kept)) = store::passkey_of_credential(tx, person, &claim.credential_id)? else {
        return Ok(None);
    };
    match claim.check(&ctx.platform.settings, &begun.state, &kept) {
        Ok(kept) => {
            store::used(tx, id, &kept, ctx.today)?;
            let session = entering.session.clone().by_passkey(id);
            Entering { session, ..entering.clone() }.open(tx, ctx, person)
        }
        Err(error) => {
            tracing::warn!(%error, "a passkey was refused");
            store::refused(tx, person, ctx.now)?;
            Ok(None)
        }
    }
}

/// A session about to be opened for whoever proves who they are; the one that the browser holds is closed.
#[derive(Clone)]
pub struct Entering {
    secret: String,
    session: NewSession,
    former: Option<String>,
}

/// Where somebody came in.
pub struct Entered {
    pub organisation: OrganisationId,
    /// Whether they hold seats in several organisations.
    pub chooses: bool,
}

impl Entering {
    pub fn new(ctx: &Ctx, opening: Opening) -> Self {
        let fresh = ctx.platform.new_secret();
        let session = NewSession::proved(ctx, secret::digest(&fresh)).with(opening);
        let former = ctx.cookie(access::SESSION_COOKIE).map(secret::digest);
        Self { secret: fresh, session, former }
    }

    /// Opens the session from the person's first seat. Nothing for whoever holds none any more.
    pub fn open(&self, tx: &mut Tx<'_>, ctx: &Ctx, person: PersonId) -> Result<Option<Entered>, DbError> {
        let seats = access::store::seats(tx, person)?;
        let Some(first) = seats.first() else { return Ok(None) };
        if let Some(former) = &self.former {
            access::store::close_session(tx, former)?;
        }
        access::store::open_session(tx, first, &self.session, ctx.now)?;
        let chooses = seats.iter().any(|seat| seat.organisation != first.organisation);
        Ok(Some(Entered { organisation: first.organisation, chooses }))
    }

    /// The answer that hands the session to the browser.
    pub fn welcome(&self, ctx: &Ctx, entered: &Entered) -> Response {
        let to = if entered.chooses { access::PLACES.to_owned() } else { access::home(entered.organisation) };
        access::pages::link::signed_in(ctx, &self.secret, &to)
    }
}
