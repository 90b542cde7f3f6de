//! One's own passkeys: the list, and adding one.

use access::{Session, Visitor};
use askama::Template;
use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::PersonId;
use platform::{Ctx, DbError, PageError, PageResult, Tx, form::Form, limits::Gate};
use ui::{Page, Tone, render};
use uuid::Uuid;

use super::{challenge, forgetting, refused, take};
use crate::{
    model::{
        ceremony::Ceremony,
        passkey::{Hold, LONGEST_NAME, MOST, Passkey, PasskeyId},
    },
    passkeys::{self, Owner},
    store::{self, NewPasskey, held},
};

pub const PATH: &str = "/compte/cles-d-acces";

#[derive(Template)]
#[template(path = "passkeys.html")]
struct PasskeysPage {
    page: Page,
    /// A key has just come or gone: whoever changes keys may want to close what is open elsewhere.
    has_changed: bool,
    passkeys: Vec<Passkey>,
    /// Whether a place of theirs opens to a passkey only.
    is_demanded: bool,
    hold: Hold,
    /// Whether the address of this instance allows passkeys at all.
    works_here: bool,
    is_full: bool,
    most: usize,
}

/// The session of a person whose address is proved: anybody may found an organisation under anybody's address, and must
/// not leave a key behind.
pub(super) fn proved(visitor: &Visitor) -> PageResult<Session> {
    let session = visitor.session.clone().ok_or(PageError::SignIn)?;
    if session.only_in.is_some() { Err(PageError::SignIn) } else { Ok(session) }
}

pub async fn show(visitor: Visitor, RawQuery(query): RawQuery) -> PageResult {
    let session = proved(&visitor)?;
    let held = visitor.ctx.db().read(move |tx| held(tx, &session)).await?;
    // Where a passkey must be used first, using it shows who one is.
    if held.hold != Hold::Locked {
        visitor.fresh(PATH)?;
    }
    let mut page = visitor.page(visitor.ctx.t.say("passkeys-title"));
    let done = query.as_deref().and_then(announced);
    let has_changed = matches!(done, Some("passkeys-added" | "passkeys-removed"));
    if let Some(done) = done {
        page = page.announcing(Tone::Ok, visitor.ctx.t.say(done));
    }
    render(&PasskeysPage {
        page,
        has_changed,
        is_full: held.passkeys.len() >= MOST,
        passkeys: held.passkeys.into_iter().map(|(passkey, _)| passkey).collect(),
        is_demanded: held.is_demanded,
        hold: held.hold,
        works_here: visitor.ctx.platform.settings.can_use_passkeys(),
        most: LONGEST_NAME,
    })
}

/// What an act that came before has to say here.
fn announced(query: &str) -> Option<&'static str> {
    match query {
        "ajoutee" => Some("passkeys-added"),
        "renommee" => Some("passkeys-renamed"),
        "retiree" => Some("passkeys-removed"),
        _ => None,
    }
}

impl PasskeysPage {
    fn is_locked(&self) -> bool {
        self.hold == Hold::Locked
    }

    fn added(&self, passkey: &Passkey) -> String {
        self.page.t.one("passkeys-added-on", "day", self.page.t.day(passkey.added_on))
    }

    fn used(&self, passkey: &Passkey) -> String {
        let t = &self.page.t;
        passkey
            .used_on
            .map_or_else(|| t.say("passkeys-never-used"), |day| t.one("passkeys-used-on", "day", t.day(day)))
    }
}

/// Asks the device for a new passkey.
pub async fn begin(visitor: Visitor) -> PageResult {
    let session = proved(&visitor)?;
    visitor.fresh(PATH)?;
    visitor.ctx.limit_line(Gate::Challenge)?;
    let person = session.person;
    let read =
        move |tx: &mut Tx<'_>| Ok::<_, DbError>((held(tx, &session)?, access::store::person(tx, person)?));
    let (held, known) = visitor.ctx.db().read(read).await?;
    let known = known.ok_or(PageError::SignIn)?;
    if !held.hold.may_add() || held.passkeys.len() >= MOST {
        return Err(PageError::NotFound);
    }
    let owner = Owner { handle: handle_of(person), email: known.email, name: known.name };
    // A device whose key was struck out may make another.
    let counts = |passkey: &Passkey| held.hold != Hold::First || held.live.contains(&passkey.id);
    let kept: Vec<String> =
        held.passkeys.iter().filter(|(passkey, _)| counts(passkey)).map(|(_, kept)| kept.clone()).collect();
    let asked = passkeys::ask_new(&visitor.ctx.platform.settings, &owner, &kept);
    challenge(&visitor.ctx, Ceremony::AddPasskey, Some(person), asked).await
}

/// What a device keeps of a person: their identifier, which says nothing of them.
fn handle_of(person: PersonId) -> Uuid {
    Uuid::try_parse(&person.to_string()).unwrap_or_default()
}

/// Keeps the new passkey. Whoever had to have one has shown it: their session is worth a passkey from now on.
pub async fn add(visitor: Visitor, form: Form) -> PageResult {
    let session = proved(&visitor)?;
    let name = name_of(&visitor.ctx, &form);
    let answer = form.value("credential").to_owned();
    let (ctx, id) = (visitor.ctx.clone(), visitor.ctx.new_id());
    let kept = move |tx: &mut Tx<'_>| keep(tx, &ctx, &session, &answer, id, &name);
    let response = if visitor.ctx.db().write(kept).await? {
        Redirect::to("/compte/cles-d-acces?ajoutee").into_response()
    } else {
        refused(&visitor.ctx, StatusCode::FORBIDDEN, "passkey-not-added")?
    };
    Ok(forgetting(&visitor.ctx, response, Ceremony::AddPasskey))
}

/// The name that was given, cut where it is too long: the device has made its key, and refusing here would lose it.
fn name_of(ctx: &Ctx, form: &Form) -> String {
    let given: String = form.value("name").chars().take(LONGEST_NAME).collect();
    if given.is_empty() { ctx.t.one("passkeys-name-default", "day", ctx.t.day(ctx.today)) } else { given }
}

fn keep(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    session: &Session,
    answer: &str,
    id: PasskeyId,
    name: &str,
) -> Result<bool, DbError> {
    let begun = take(tx, ctx, Ceremony::AddPasskey)?.filter(|begun| begun.person == Some(session.person));
    let Some(begun) = begun else { return Ok(false) };
    let held = held(tx, session)?;
    if !held.hold.may_add() || held.passkeys.len() >= MOST {
        return Ok(false);
    }
    let made = match passkeys::check_new(&ctx.platform.settings, answer, &begun.state) {
        Ok(made) => made,
        Err(error) => {
            tracing::warn!(%error, "a new passkey was refused");
            return Ok(false);
        }
    };
    let new = NewPasskey {
        id,
        person: session.person,
        credential_id: made.credential_id,
        name: name.to_owned(),
        credential: made.credential,
        today: ctx.today,
    };
    let is_kept = store::add(tx, &new, ctx.now)?;
    if is_kept && held.hold == Hold::First {
        access::store::raise_session(tx, &session.hash, id)?;
    }
    Ok(is_kept)
}
