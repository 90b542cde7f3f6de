//! The two keys on a campaign's page: who has turned theirs, who is awaited, until when, and a way to refuse.

use access::{Act, keys::KeyState};
use askama::{Template, filters::HtmlSafe};
use kernel::{KeyedActId, Party};
use platform::{DbError, PageResult, T, clock::civil_day, form::Form};
use registry::ProjectSeat;
use ui::Field;

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
                let other = key.party.other_key().unwrap_or(key.party);
                (Some(Turned { party: key.party, by: key.by, other, until }), None)
            }
        };
        let own = Some(seat.seat.actor.party).filter(|party| party.holds_a_key());
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

/// Turns a key and, when it is the second, does the act in the same transaction.
pub async fn turn<F>(
    seat: &ProjectSeat,
    campaign: &Campaign,
    act: Act,
    mut then: F,
) -> PageResult<access::keys::Turned>
where
    F: FnMut(&mut platform::Tx<'_>, &access::Permit) -> Result<(), DbError> + Send + 'static,
{
    use access::keys::{self, Turned};
    let permit = seat.seat.permit(act)?;
    let fresh: KeyedActId = seat.ctx().new_id();
    let (project, subject, now) = (campaign.project, campaign.id.to_string(), seat.ctx().now);
    let work = move |tx: &mut platform::Tx<'_>| {
        let turned = keys::turn(tx, &permit, project, &subject, fresh, now)?;
        if turned == Turned::Both {
            then(tx, &permit)?;
        }
        Ok::<_, DbError>(turned)
    };
    Ok(seat.ctx().db().write(work).await?)
}

/// Refuses the other party's key. False when none waits for this party.
pub async fn refuse(seat: &ProjectSeat, campaign: &Campaign, act: Act, reason: String) -> PageResult<bool> {
    let permit = seat.seat.permit(act)?;
    let (project, subject, now) = (campaign.project, campaign.id.to_string(), seat.ctx().now);
    let work =
        move |tx: &mut platform::Tx<'_>| access::keys::refuse(tx, &permit, project, &subject, &reason, now);
    Ok(seat.ctx().db().write(work).await?)
}
