//! The two keys on a campaign's page: who has turned theirs, who is awaited, until when, and a way to refuse.

use access::{Act, keys::KeyState};
use askama::{Template, filters::HtmlSafe};
use axum::http::StatusCode;
use kernel::{KeyedActId, Party};
use platform::{DbError, PageResult, T, clock::civil_day, form::Form};
use registry::ProjectSeat;
use serde_json::json;
use ui::{Field, Notice, Tone};

use crate::{Campaign, api};

/// What the card shows. Printed as is in a template: `{{ keys }}`.
#[derive(Template)]
#[template(path = "keys.html")]
pub struct Keys {
    t: T,
    /// Where the key is turned; refusals go to the same address and `/refuser`.
    action: String,
    /// `open` or `close`: the end of the keys of its texts.
    what: &'static str,
    turned: Option<Turned>,
    refused: Option<(Party, String)>,
    /// The reader's own party, when it holds a key.
    own: Option<Party>,
    reason: Field,
    reason_is_refused: bool,
    /// When closing now would stop answers that may still come: until when they may.
    early: Option<String>,
}

/// A key that waits.
struct Turned {
    /// The proposal: what the second key confirms.
    id: String,
    party: Party,
    by: String,
    other: Party,
    until: String,
}

impl HtmlSafe for Keys {}

impl Keys {
    /// Where the campaign's next act of two keys stands, for this reader.
    pub fn new(seat: &ProjectSeat, campaign: &Campaign, act: Act, state: KeyState, form: &Form) -> Self {
        let t = seat.ctx().t.clone();
        let (what, rest) = if act == Act::OpenCampaign { ("open", "ouvrir") } else { ("close", "clore") };
        let (turned, refused) = match state {
            KeyState::Idle => (None, None),
            KeyState::Refused { party, reason } => (None, Some((party, reason))),
            KeyState::Waiting(key) => {
                let until = t.day(civil_day(key.expires_at));
                let (id, other) = (key.id.to_string(), key.awaited);
                (Some(Turned { id, party: key.party, by: key.by, other, until }), None)
            }
        };
        let own = Some(seat.seat.actor.party).filter(|party| seat.seat.keys.holds(*party));
        Self {
            action: seat.path(&format!("{}/{rest}", campaign.rest())),
            reason: Field::text(&t, form, "reason", t.say("methods-key-reason")).most(500),
            early: early(seat, campaign, act),
            reason_is_refused: form.error("reason").is_some(),
            t,
            what,
            turned,
            refused,
            own,
        }
    }

    fn say(&self, key: &str) -> String {
        self.t.say(&format!("methods-key-{key}-{}", self.what))
    }

    fn party(&self, party: &Party) -> String {
        self.t.say_code("party", party)
    }

    fn waits_for_reader(&self, turned: &Turned) -> bool {
        self.own == Some(turned.other)
    }

    fn is_readers(&self, turned: &Turned) -> bool {
        self.own == Some(turned.party)
    }
}

/// The closing day, where closing comes before it.
fn early(seat: &ProjectSeat, campaign: &Campaign, act: Act) -> Option<String> {
    let (t, is_close) = (&seat.ctx().t, act == Act::CloseCampaign);
    (is_close && campaign.takes_answers(seat.ctx().today))
        .then(|| t.one("methods-key-early", "day", t.day(campaign.closes_on)))
}

/// Where the next act of two keys stands.
pub async fn state(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Option<(Act, KeyState)>> {
    let Some(act) = api::next_act(campaign) else { return Ok(None) };
    let (organisation, subject, now) = (seat.project.organisation, campaign.id.to_string(), seat.ctx().now);
    let read = move |tx: &mut platform::Tx<'_>| access::keys::state(tx, organisation, act, &subject, now);
    Ok(Some((act, seat.ctx().db().read(read).await?)))
}

/// Turns a key and, when it is the second, does the act in the same transaction. `form` names the proposal it shows.
pub async fn turn<F>(
    seat: &ProjectSeat,
    campaign: &Campaign,
    act: Act,
    form: &Form,
    mut then: F,
) -> PageResult<access::keys::Turned>
where
    F: FnMut(&mut platform::Tx<'_>, &access::Permit) -> Result<(), DbError> + Send + 'static,
{
    use access::keys::{self, Turned};
    let permit = seat.seat.permit(act)?;
    let fresh: KeyedActId = seat.ctx().new_id();
    let (proposal, given, now) = (proposal(seat, campaign), form.value("key").to_owned(), seat.ctx().now);
    let work = move |tx: &mut platform::Tx<'_>| {
        let turned = keys::turn_for(tx, &permit, &proposal, &given, fresh, now)?;
        if turned == Turned::Both {
            then(tx, &permit)?;
        }
        Ok::<_, DbError>(turned)
    };
    Ok(seat.ctx().db().write(work).await?)
}

/// What both keys are turned for: this campaign as it stands.
fn proposal(seat: &ProjectSeat, campaign: &Campaign) -> access::keys::Proposal {
    access::keys::Proposal {
        project: Some(campaign.project),
        subject: campaign.id.to_string(),
        title: campaign.title.clone(),
        place: seat.path(&campaign.rest()),
        payload: json!({"campaign": campaign.id, "closes_on": campaign.closes_on, "floor": campaign.floor.get()}),
    }
}

/// The campaign's page, saying why no key turned.
pub async fn not_turned(seat: &ProjectSeat, campaign: Campaign, why: access::keys::WhyNot) -> PageResult {
    let notice = Notice { tone: Tone::Alert, text: seat.ctx().t.say_code("keys-not", why) };
    super::campaign::page(seat, campaign, &Form::default(), StatusCode::UNPROCESSABLE_ENTITY, Some(notice))
        .await
}

/// Refuses the other party's key. False when none waits for this party.
pub async fn refuse(seat: &ProjectSeat, campaign: &Campaign, act: Act, reason: String) -> PageResult<bool> {
    let permit = seat.seat.permit(act)?;
    let (project, subject, now) = (campaign.project, campaign.id.to_string(), seat.ctx().now);
    let work =
        move |tx: &mut platform::Tx<'_>| access::keys::refuse(tx, &permit, project, &subject, &reason, now);
    Ok(seat.ctx().db().write(work).await?)
}
