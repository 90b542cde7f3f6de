//! From which parties an organisation asks for a passkey. It changes with two keys: neither party shuts the other out.

use access::{
    Act, Seat,
    keys::{self, Confirmation, KeyState, Proposal, Proposed},
    store::{ask_for_passkeys, with_passkey_only},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{KeyedActId, Party};
use platform::{DbError, PageError, PageResult, T, Tx, clock::civil_day, form::Form};
use serde_json::{Value, json};
use ui::{Choice, Field, Page, Tone, render_with};

#[derive(Template)]
#[template(path = "rule.html")]
struct RulePage {
    page: Page,
    action: String,
    /// The page of the keys, where a proposal is refused.
    keys: String,
    now: Vec<Party>,
    waiting: Option<Waiting>,
    /// The form that proposes a change, for whoever holds a key.
    parties: Option<Field>,
    works_here: bool,
}

/// A change that waits for the other key.
struct Waiting {
    id: KeyedActId,
    said: String,
    parties: Vec<Party>,
    is_for_reader: bool,
}

fn path(seat: &Seat) -> String {
    format!("/structures/{}/regle-de-connexion", seat.organisation())
}

/// The parties that a proposal names.
fn read(payload: &Value) -> Vec<Party> {
    let codes = payload["with_passkey_only"].as_array().into_iter().flatten();
    codes.filter_map(|code| Party::parse(code.as_str()?).ok()).collect()
}

pub async fn show(seat: Seat) -> PageResult {
    let done = seat.ctx.here.split_once('?').map(|(_, done)| done.to_owned());
    let said = match done.as_deref() {
        Some("proposee") => Some("sign-in-rule-done-proposed"),
        Some("confirmee") => Some("sign-in-rule-done-confirmed"),
        _ => None,
    };
    let said = said.map(|key| (Tone::Ok, seat.ctx.t.say(key)));
    page(&seat, None, StatusCode::OK, said).await
}

async fn page(
    seat: &Seat,
    typed: Option<&Form>,
    status: StatusCode,
    said: Option<(Tone, String)>,
) -> PageResult {
    let (organisation, instant) = (seat.organisation(), seat.ctx.now);
    let read = move |tx: &mut Tx<'_>| {
        let subject = organisation.to_string();
        let state = keys::state(tx, organisation, Act::ChangeSignInRule, &subject, instant)?;
        Ok::<_, DbError>((with_passkey_only(tx, organisation)?, state))
    };
    let (now, state) = seat.ctx.db().read(read).await?;
    let t = &seat.ctx.t;
    let as_it_is = Form::with(now.iter().map(|party| ("parties", party.code())));
    let works_here = seat.ctx.platform.settings.can_use_passkeys();
    let may = works_here && seat.may(Act::ChangeSignInRule);
    let mut page = seat.page(t.say("sign-in-rule-title"));
    if let Some((tone, text)) = said {
        page = page.announcing(tone, text);
    }
    let shown = RulePage {
        action: path(seat),
        keys: format!("/structures/{organisation}/cles"),
        parties: may.then(|| field(t, typed.unwrap_or(&as_it_is))),
        waiting: waiting(seat, state),
        now,
        works_here,
        page,
    };
    render_with(status, &shown)
}

fn field(t: &T, form: &Form) -> Field {
    let choices = Party::ALL.iter().map(|party| Choice::new(party.code(), t.say_code("party", *party)));
    Field::boxes(t, form, "parties", t.say("sign-in-rule-parties"), choices.collect())
        .hint(t.say("sign-in-rule-parties-hint"))
}

fn waiting(seat: &Seat, state: KeyState) -> Option<Waiting> {
    let KeyState::Waiting(key) = state else { return None };
    let t = &seat.ctx.t;
    let by = format!("{} ({})", key.by, t.say_code("party", key.party));
    Some(Waiting {
        id: key.id,
        said: t.two("sign-in-rule-proposed", "by", by, "until", t.day(civil_day(key.expires_at))),
        parties: read(&key.payload),
        is_for_reader: key.awaited == seat.actor.party,
    })
}

impl RulePage {
    fn party(&self, party: &Party) -> String {
        self.page.t.say_code("party", *party)
    }
}

/// Turns the first key of a change. Not where browsers make no passkey: it would shut everybody out.
pub async fn propose(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::ChangeSignInRule)?;
    let (organisation, now) = (seat.organisation(), seat.ctx.now);
    let current = seat.ctx.db().read(move |tx| with_passkey_only(tx, organisation)).await?;
    let Some(parties) = asked(&seat, &mut form, &current) else {
        return page(&seat, Some(&form), StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    seat.fresh(&path(&seat))?;
    let (fresh, proposal): (KeyedActId, _) = (seat.ctx.new_id(), proposal(&seat, &parties));
    let work = move |tx: &mut Tx<'_>| keys::propose(tx, &permit, &proposal, fresh, now);
    match seat.ctx.db().write(work).await? {
        Proposed::First(_) => Ok(Redirect::to(&format!("{}?proposee", path(&seat))).into_response()),
        Proposed::Waits(_) => {
            form.refuse("parties", seat.ctx.t.say("sign-in-rule-waits"));
            page(&seat, Some(&form), StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Proposed::Not(why) => not(&seat, why).await,
    }
}

/// The parties that the form asks for; what is no choice of ours, or no change, is refused beside its field.
fn asked(seat: &Seat, form: &mut Form, current: &[Party]) -> Option<Vec<Party>> {
    let ticked: Result<Vec<Party>, _> = form.all("parties").map(Party::parse).collect();
    let t = &seat.ctx.t;
    if !seat.ctx.platform.settings.can_use_passkeys() {
        form.refuse("parties", t.say("sign-in-rule-not-here"));
    }
    let Ok(mut parties) = ticked else {
        form.refuse("parties", t.say("form-choose"));
        return None;
    };
    parties.sort_unstable();
    parties.dedup();
    if parties == current {
        form.refuse("parties", t.say("sign-in-rule-same"));
    }
    (!form.is_refused()).then_some(parties)
}

fn proposal(seat: &Seat, parties: &[Party]) -> Proposal {
    Proposal {
        project: None,
        subject: seat.organisation().to_string(),
        title: String::new(),
        place: path(seat),
        payload: json!({"with_passkey_only": parties}),
    }
}

/// Gives the second key, and changes the rule in the same transaction.
pub async fn confirm(seat: Seat, form: Form) -> PageResult {
    let permit = seat.permit(Act::ChangeSignInRule)?;
    seat.fresh(&path(&seat))?;
    if !seat.ctx.platform.settings.can_use_passkeys() {
        return Err(PageError::NotFound);
    }
    let (given, now) = (form.value("key").to_owned(), seat.ctx.now);
    let work = move |tx: &mut Tx<'_>| {
        let confirmation = keys::confirm(tx, &permit, &given, now)?;
        if let Confirmation::Done(confirmed) = &confirmation {
            ask_for_passkeys(tx, &permit, &read(&confirmed.payload), now)?;
        }
        Ok::<_, DbError>(confirmation)
    };
    match seat.ctx.db().write(work).await? {
        Confirmation::Done(_) => Ok(Redirect::to(&format!("{}?confirmee", path(&seat))).into_response()),
        Confirmation::Not(why) => not(&seat, why).await,
    }
}

/// The page, saying why no key turned.
async fn not(seat: &Seat, why: keys::WhyNot) -> PageResult {
    let said = Some((Tone::Alert, seat.ctx.t.say_code("keys-not", why)));
    page(seat, None, StatusCode::UNPROCESSABLE_ENTITY, said).await
}
