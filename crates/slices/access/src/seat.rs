//! Who is reading: a visitor, or a member in the organisation of the address.

use axum::{
    extract::{FromRef, FromRequestParts, RawPathParams},
    http::request::Parts,
};
use kernel::OrganisationId;
use platform::{
    Ctx, PageError, Platform,
    error::{By, Refusal},
    secret,
};
use ui::{Page, Who};

use crate::{
    SESSION_COOKIE,
    model::{
        act::{Act, Permit},
        member::Actor,
    },
    store,
};

/// Anybody: signed in or not.
pub struct Visitor {
    pub ctx: Ctx,
    pub actor: Option<Actor>,
}

/// A member, in their own organisation: the only way to a page under `/structures/{org}`.
pub struct Seat {
    pub ctx: Ctx,
    pub actor: Actor,
}

impl Visitor {
    pub fn page(&self, title: impl Into<String>) -> Page {
        Page { who: self.actor.as_ref().map(who), ..Page::new(&self.ctx, title) }
    }
}

impl Seat {
    pub fn page(&self, title: impl Into<String>) -> Page {
        Page { who: Some(who(&self.actor)), ..Page::new(&self.ctx, title) }
    }

    pub const fn organisation(&self) -> OrganisationId {
        self.actor.organisation
    }

    /// The proof that this member may do this. Errors: [`PageError::Forbidden`], which leaves a line in the journal.
    pub fn permit(&self, act: Act) -> Result<Permit, PageError> {
        Permit::for_actor(&self.actor, act)
    }

    /// Whether to show the button.
    pub fn may(&self, act: Act) -> bool {
        act.is_open_to(self.actor.party)
    }
}

/// The list of an organisation's projects.
pub fn home(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/projets")
}

/// The people of an organisation.
pub fn people(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/personnes")
}

fn who(actor: &Actor) -> Who {
    Who {
        name: actor.name.clone(),
        title: actor.title.clone(),
        organisation: actor.organisation_name.clone(),
        home: home(actor.organisation),
        people: people(actor.organisation),
    }
}

impl<S> FromRequestParts<S> for Visitor
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let Ok(ctx) = Ctx::from_request_parts(parts, state).await;
        let Some(session) = ctx.cookie(SESSION_COOKIE).map(secret::digest) else {
            return Ok(Self { ctx, actor: None });
        };
        let now = ctx.now;
        let actor = ctx.db().read(move |tx| store::actor_of_session(tx, &session, now)).await?;
        Ok(Self { ctx, actor })
    }
}

impl<S> FromRequestParts<S> for Seat
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let params =
            RawPathParams::from_request_parts(parts, state).await.map_err(|_| PageError::NotFound)?;
        let asked = params.iter().find_map(|(name, value)| (name == "org").then(|| value.to_owned()));
        let organisation =
            asked.and_then(|text| OrganisationId::parse(&text).ok()).ok_or(PageError::NotFound)?;
        let Visitor { ctx, actor } = Visitor::from_request_parts(parts, state).await?;
        let actor = actor.ok_or(PageError::SignIn)?;
        if actor.organisation != organisation {
            let by = By { organisation: actor.organisation, member: actor.member, party: actor.party };
            return Err(PageError::Forbidden { organisation, by, reason: Refusal::OtherOrganisation });
        }
        Ok(Self { ctx, actor })
    }
}
