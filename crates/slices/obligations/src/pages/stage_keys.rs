//! Declaring a stage with two keys: where the organisation holds that act so, and always past a closed gate. What one party
//! proposed, the other confirms.

use access::{
    Act, Permit,
    keys::{self, Confirmation, Confirmed, KeyState, Proposal, Proposed, Waiting, WhyNot},
};
use jiff::Timestamp;
use platform::{DbError, PageResult, Tx, clock::civil_day, form::Form};
use registry::ProjectSeat;
use serde_json::{Value, json};

use crate::model::gate::{GateClosed, Shut};

/// The acts by which a stage is declared with two keys.
const ACTS: [Act; 2] = [Act::CrossGate, Act::MoveStage];

/// A stage that is proposed, as its page shows it.
pub struct StageProposed {
    pub id: String,
    pub said: String,
    /// What is gone past, where a gate is; empty otherwise.
    pub past: Vec<String>,
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
        let past = shut_of(&waiting.payload).into_iter().filter_map(|code| Shut::parse(&code).ok());
        Self {
            id: waiting.id.to_string(),
            said: t.two("obl-stage-proposed", "stage", stage, "day", day),
            past: past.map(|why| t.say_code("obl-crossing-shut", why)).collect(),
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

/// A proposal that waits.
pub struct Sent {
    pub form: Form,
    /// What kept the gate shut when it was proposed.
    pub shut: Vec<String>,
}

/// What is proposed and waits.
pub async fn proposed(seat: &ProjectSeat) -> PageResult<Option<StageProposed>> {
    Ok(waiting(seat).await?.map(|(_, waiting)| StageProposed::new(seat, &waiting)))
}

async fn waiting(seat: &ProjectSeat) -> PageResult<Option<(Act, Waiting)>> {
    let (organisation, subject, now) =
        (seat.project.organisation, seat.project.id.to_string(), seat.ctx().now);
    let acts = ACTS.into_iter().filter(|act| seat.seat.keys.takes_two_keys(*act)).collect::<Vec<_>>();
    let read = move |tx: &mut Tx<'_>| {
        for act in &acts {
            if let KeyState::Waiting(waiting) = keys::state(tx, organisation, *act, &subject, now)? {
                return Ok::<_, DbError>(Some((*act, waiting)));
            }
        }
        Ok(None)
    };
    Ok(seat.ctx().db().read(read).await?)
}

/// The act of the proposal that a form gives; declaring a stage where it gives none of ours.
pub async fn act_of(seat: &ProjectSeat, given: &str) -> PageResult<Act> {
    let (organisation, given) = (seat.project.organisation, given.to_owned());
    let about = seat.ctx().db().read(move |tx| keys::about(tx, organisation, &given)).await?;
    let act = about.map(|(act, _)| act);
    Ok(act.filter(|act| ACTS.contains(act)).unwrap_or(Act::MoveStage))
}

/// The form as its proposer sent it, when it is this proposal that waits.
pub async fn sent(seat: &ProjectSeat, given: &str) -> PageResult<Option<Sent>> {
    let waiting = waiting(seat).await?.filter(|(_, waiting)| waiting.id.to_string() == given);
    Ok(waiting.map(|(_, waiting)| Sent { form: form_of(&waiting.payload), shut: shut_of(&waiting.payload) }))
}

/// Turns the first key, unless a stage is proposed already.
pub async fn propose(
    seat: &ProjectSeat,
    permit: Permit,
    form: &Form,
    crossed: Option<&GateClosed>,
) -> PageResult<Proposed> {
    if let Some((_, waiting)) = waiting(seat).await? {
        return Ok(Proposed::Waits(waiting));
    }
    let payload = json!({"stage": form.value("stage"), "on": form.value("on"), "reason": form.value("reason"),
                         "shut": crossed.map(shut_codes).unwrap_or_default()});
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
) -> Result<Result<Confirmed, WhyNot>, DbError> {
    match keys::confirm(tx, permit, given, now)? {
        Confirmation::Not(why) => Ok(Err(why)),
        Confirmation::Done(done) if is_read => Ok(Ok(done)),
        // Settled between the reading and the writing: undo, and let the reader look again.
        Confirmation::Done(_) => Err(DbError::Missing),
    }
}

/// What keeps a gate shut, without its days: a proposal waits for days, and stays the same while nothing else shuts it.
pub fn shut_codes(gate: &GateClosed) -> Vec<String> {
    gate.why.iter().map(|by| by.why.code().to_owned()).collect()
}

fn shut_of(payload: &Value) -> Vec<String> {
    let codes = payload.get("shut").and_then(Value::as_array).into_iter().flatten();
    codes.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn form_of(payload: &Value) -> Form {
    let text = |name: &str| payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Form::with(["stage", "on", "reason"].map(|name| (name, text(name))))
}
