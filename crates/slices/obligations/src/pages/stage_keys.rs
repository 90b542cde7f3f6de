//! Declaring a stage where the organisation holds that act with two keys: what one party proposed, the other confirms.

use access::{
    Act, Permit,
    keys::{self, Confirmation, KeyState, Proposal, Proposed, Waiting, WhyNot},
};
use jiff::Timestamp;
use platform::{DbError, PageResult, Tx, clock::civil_day, form::Form};
use registry::ProjectSeat;
use serde_json::{Value, json};

/// A stage that is proposed, as its page shows it.
pub struct StageProposed {
    pub id: String,
    pub said: String,
    pub reason: String,
    pub until: String,
    pub is_for_reader: bool,
    /// Where it is refused, with a reason.
    pub keys: String,
}

impl StageProposed {
    fn new(seat: &ProjectSeat, waiting: &Waiting) -> Self {
        let t = &seat.ctx().t;
        let form = form_of(&waiting.payload);
        let day = form.value("on").parse().map_or_else(|_| form.value("on").to_owned(), |day| t.day(day));
        let stage = t.say(&format!("stage-{}", form.value("stage").replace('_', "-")));
        Self {
            id: waiting.id.to_string(),
            said: t.two("obl-stage-proposed", "stage", stage, "day", day),
            reason: form.value("reason").to_owned(),
            until: t.two(
                "obl-stage-awaited",
                "party",
                t.say_code("party", waiting.awaited),
                "until",
                t.day(civil_day(waiting.expires_at)),
            ),
            is_for_reader: waiting.awaited == seat.seat.actor.party,
            keys: format!("/structures/{}/cles", seat.project.organisation),
        }
    }
}

/// What is proposed and waits, where stages take two keys.
pub async fn proposed(seat: &ProjectSeat) -> PageResult<Option<StageProposed>> {
    Ok(waiting(seat).await?.map(|waiting| StageProposed::new(seat, &waiting)))
}

async fn waiting(seat: &ProjectSeat) -> PageResult<Option<Waiting>> {
    if !seat.seat.keys.takes_two_keys(Act::MoveStage) {
        return Ok(None);
    }
    let (organisation, subject, now) =
        (seat.project.organisation, seat.project.id.to_string(), seat.ctx().now);
    let read = move |tx: &mut Tx<'_>| keys::state(tx, organisation, Act::MoveStage, &subject, now);
    Ok(match seat.ctx().db().read(read).await? {
        KeyState::Waiting(waiting) => Some(waiting),
        KeyState::Idle | KeyState::Refused { .. } => None,
    })
}

/// The form as its proposer sent it, when it is this proposal that waits.
pub async fn sent(seat: &ProjectSeat, given: &str) -> PageResult<Option<Form>> {
    let waiting = waiting(seat).await?.filter(|waiting| waiting.id.to_string() == given);
    Ok(waiting.map(|waiting| form_of(&waiting.payload)))
}

/// Turns the first key. Errors as words: the key of what to say, where another stage is proposed already.
pub async fn propose(seat: &ProjectSeat, permit: Permit, form: &Form) -> PageResult<Proposed> {
    let payload =
        json!({"stage": form.value("stage"), "on": form.value("on"), "reason": form.value("reason")});
    let proposal = Proposal {
        project: Some(seat.project.id),
        subject: seat.project.id.to_string(),
        title: seat.project.title.clone(),
        place: seat.path("etape"),
        payload,
    };
    let (fresh, now) = (seat.ctx().new_id(), seat.ctx().now);
    let work = move |tx: &mut Tx<'_>| keys::propose(tx, &permit, &proposal, fresh, now);
    Ok(seat.ctx().db().write(work).await?)
}

/// Turns the second key, in the transaction of the act. Errors: what would be done is not what is confirmed.
pub fn confirm(
    tx: &mut Tx<'_>,
    permit: &Permit,
    given: &str,
    is_read: bool,
    now: Timestamp,
) -> Result<Option<WhyNot>, DbError> {
    match keys::confirm(tx, permit, given, now)? {
        Confirmation::Not(why) => Ok(Some(why)),
        Confirmation::Done(_) if is_read => Ok(None),
        // Settled between the reading and the writing: undo, and let the reader look again.
        Confirmation::Done(_) => Err(DbError::Missing),
    }
}

fn form_of(payload: &Value) -> Form {
    let text = |name: &str| payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Form::with(["stage", "on", "reason"].map(|name| (name, text(name))))
}
