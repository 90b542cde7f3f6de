//! Who is reading: a visitor, or a member in the organisation of the address.
//!
//! A session belongs to a person. In an organisation it acts from one seat: the one the person chose there, else their
//! first in the order of the parties.

use axum::{
    extract::{FromRef, FromRequestParts, RawPathParams},
    http::request::Parts,
};
use kernel::OrganisationId;
use platform::{
    Ctx, DbError, PageError, Platform, Tx,
    error::{By, Refusal},
    secret,
};
use ui::{Page, Who};

use crate::{
    SESSION_COOKIE,
    model::{
        act::{Act, Permit},
        key_rule::KeyRule,
        member::Actor,
        standing::{Session, Standing},
    },
    reader::Reader,
    store,
};

/// Anybody: signed in or not.
pub struct Visitor {
    pub ctx: Ctx,
    /// The seat taken last; nobody for whoever is signed in and holds none.
    pub actor: Option<Actor>,
    pub session: Option<Session>,
    /// Whether that seat opens to a passkey only, and the session was opened otherwise.
    pub is_shut: bool,
}

/// A member, in their own organisation: the only way to a page under `/structures/{org}`.
pub struct Seat {
    pub ctx: Ctx,
    pub actor: Actor,
    pub session: Session,
    /// Whether the person holds other seats in this organisation.
    pub has_others: bool,
    /// Which acts take two keys in this organisation, and whose.
    pub keys: KeyRule,
    /// Whether what the instance keeps of people has changed since they came in. Whoever founded and has shown no address
    /// yet was told where they founded.
    has_news: bool,
}

impl Visitor {
    pub fn page(&self, title: impl Into<String>) -> Page {
        Page { who: self.actor.as_ref().map(who), ..Page::new(&self.ctx, title) }
    }

    /// Whether whoever reads has just shown who they are; else they do so and come back to a page. For what changes who
    /// can come in. Errors: [`PageError::SignIn`], [`PageError::ShowAgain`].
    pub fn fresh(&self, back: &str) -> Result<(), PageError> {
        fresh(&self.ctx, self.session.as_ref().ok_or(PageError::SignIn)?, back)
    }

    /// The proof that this visitor may do this from the seat they took last, for what no organisation holds with two keys
    /// of its own. Errors: as [`Seat::permit`].
    pub fn permit(&self, act: Act) -> Result<Permit, PageError> {
        let actor = self.actor.as_ref().ok_or(PageError::SignIn)?;
        if self.is_shut {
            return Err(PageError::Passkey);
        }
        Permit::for_actor(actor, act, &KeyRule::default())
    }
}

impl Seat {
    pub fn page(&self, title: impl Into<String>) -> Page {
        let mut who = who(&self.actor);
        who.place = self.has_others.then(|| (place(self.organisation()), self.actor.party));
        let information = self.has_news.then(|| self.ctx.t.say("information-account"));
        Page { who: Some(who), information, ..Page::new(&self.ctx, title) }
    }

    pub const fn organisation(&self) -> OrganisationId {
        self.actor.organisation
    }

    /// This member, as a query must know who reads.
    pub fn reader(&self) -> Reader {
        Reader::from(&self.actor)
    }

    /// Whether this member has just shown who they are. Errors: as [`Visitor::fresh`].
    pub fn fresh(&self, back: &str) -> Result<(), PageError> {
        fresh(&self.ctx, &self.session, back)
    }

    /// Where to show first that it is oneself, for whoever has not just done so.
    pub fn stale(&self, back: &str) -> Option<String> {
        self.fresh(back).is_err().then(|| show_again(back))
    }

    /// The proof that this member may do this. Errors: [`PageError::Forbidden`], which leaves a line in the journal.
    pub fn permit(&self, act: Act) -> Result<Permit, PageError> {
        Permit::for_actor(&self.actor, act, &self.keys)
    }

    /// Whether to show the button.
    pub fn may(&self, act: Act) -> bool {
        act.is_open_under(&self.keys, self.actor.party)
    }
}

fn fresh(ctx: &Ctx, session: &Session, back: &str) -> Result<(), PageError> {
    // Whoever tries the demonstration has no address to receive anything at.
    if session.is_fresh(ctx.now) || ctx.platform.settings.demonstration {
        return Ok(());
    }
    Err(PageError::ShowAgain(back.to_owned()))
}

/// Where somebody shows once more that it is they, before they go back to a page.
pub fn show_again(back: &str) -> String {
    format!("/compte/confirmer?retour={back}")
}

/// The list of an organisation's projects.
pub fn home(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/projets")
}

/// From which parties an organisation asks for a passkey.
pub fn sign_in_rule(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/regle-de-connexion")
}

/// The people of an organisation.
pub fn people(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/personnes")
}

/// Where somebody with several seats in an organisation chooses the one from which they act.
pub fn place(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/place")
}

/// The two keys of an organisation.
pub fn keys(organisation: OrganisationId) -> String {
    format!("/structures/{organisation}/cles")
}

fn who(actor: &Actor) -> Who {
    Who {
        name: actor.name.clone(),
        title: actor.title.clone(),
        organisation: actor.organisation_name.clone(),
        home: home(actor.organisation),
        people: people(actor.organisation),
        place: None,
    }
}

/// What the cookie of this request says, in an organisation or in the one where a seat was taken last.
async fn standing(ctx: &Ctx, organisation: Option<OrganisationId>) -> Result<Option<Standing>, PageError> {
    let Some(session) = ctx.cookie(SESSION_COOKIE).map(secret::digest) else { return Ok(None) };
    let now = ctx.now;
    Ok(ctx.db().glance(move |tx| store::standing(tx, &session, organisation, now)).await?)
}

/// The first use of a day, and the first of a seat, are remembered: nothing is written otherwise.
async fn remember(ctx: &Ctx, standing: &Standing, actor: &Actor) -> Result<(), PageError> {
    let takes = standing.chosen != Some(actor.member);
    if !takes && standing.session.last_seen_on == Some(ctx.today) {
        return Ok(());
    }
    let (hash, actor, now, today) = (standing.session.hash.clone(), actor.clone(), ctx.now, ctx.today);
    let work = move |tx: &mut Tx<'_>| {
        if takes {
            store::take_seat(tx, &hash, &actor, now)?;
        }
        store::seen_on(tx, &hash, today)
    };
    Ok(ctx.db().write::<(), DbError, _>(work).await?)
}

impl<S> FromRequestParts<S> for Visitor
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let Ok(ctx) = Ctx::from_request_parts(parts, state).await;
        let Some(standing) = standing(&ctx, None).await? else {
            return Ok(Self { ctx, actor: None, session: None, is_shut: false });
        };
        let actor = match standing.taken() {
            Some(taken) => Some(taken.clone()),
            None => elsewhere(&ctx, &standing.session).await?,
        };
        let is_shut = actor.as_ref().is_some_and(|actor| standing.is_shut(actor));
        Ok(Self { ctx, actor, session: Some(standing.session), is_shut })
    }
}

/// A seat that the person holds in whichever organisation.
async fn elsewhere(ctx: &Ctx, session: &Session) -> Result<Option<Actor>, PageError> {
    let (hash, now) = (session.hash.clone(), ctx.now);
    Ok(ctx.db().read(move |tx| store::actor_of_session(tx, &hash, now)).await?)
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
        let Ok(ctx) = Ctx::from_request_parts(parts, state).await;
        let standing = standing(&ctx, Some(organisation)).await?.ok_or(PageError::SignIn)?;
        let Some(actor) = standing.taken().cloned() else {
            return Err(refusal(&ctx, organisation, standing).await?);
        };
        if standing.is_shut(&actor) {
            return Err(PageError::Passkey);
        }
        remember(&ctx, &standing, &actor).await?;
        let has_others = standing.seats.len() > 1;
        let Standing { session, keys, was_shown, .. } = standing;
        let has_news = session.only_in.is_none() && !was_shown;
        Ok(Self { ctx, actor, session, has_others, keys, has_news })
    }
}

/// Why somebody who is signed in holds no seat here. The journal of the organisation reached for names them by the seat
/// they hold elsewhere, or by the one that they held here.
async fn refusal(
    ctx: &Ctx,
    organisation: OrganisationId,
    standing: Standing,
) -> Result<PageError, PageError> {
    let (by, reason) = match standing.left {
        Some(left) => (Some(left), Refusal::NoLongerMember),
        None => (elsewhere(ctx, &standing.session).await?, Refusal::OtherOrganisation),
    };
    Ok(by.map_or(PageError::SignIn, |by| {
        let by = By { organisation: by.organisation, member: by.member, party: by.party };
        PageError::Forbidden { organisation, by, reason }
    }))
}
