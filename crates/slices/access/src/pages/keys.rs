//! The two keys of an organisation: what takes them and whose they are, what waits, what was settled; changing the rule.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{KeyedActId, OrganisationId, Party};
use platform::{DbError, PageResult, T, Tx, clock::civil_day, form::Form};
use ui::{Choice, Field, Page, Tone, render_with};

use super::holders::tell_off;
use crate::{
    Act, Permit, Seat,
    keys::{
        self, WhyNot, Withdrawn,
        list::{self, Listed, Outcome},
        rule::{self, RuleProposed},
    },
    model::key_rule::{KeyRule, addable, second_holders},
    seat, store,
};

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    page: Page,
    people: String,
    action: String,
    holders: Vec<Holder>,
    rule: KeyRule,
    has_council: bool,
    waiting: Vec<Line>,
    settled: Vec<Line>,
    /// The form that proposes a change, for whoever holds a key.
    fields: Option<Vec<Field>>,
    /// Where to show first that it is oneself: told before something is typed in vain.
    show_again: Option<String>,
    refused: Option<Refused>,
}

/// One of the two parties, and who may turn its key.
struct Holder {
    party: Party,
    names: Vec<String>,
}

/// A proposal, with what its reader may do.
struct Line {
    listed: Listed,
    /// What a change of the rule would bring.
    change: Option<KeyRule>,
    is_for_reader: bool,
    /// Whether the reader proposed it, and may take it back.
    is_own: bool,
    /// Where it is answered; the second key is turned here for a change of the rule only.
    action: String,
}

/// A refusal without its reason, to be given back.
struct Refused {
    id: String,
    reason: Field,
}

impl KeysPage {
    fn t(&self) -> &T {
        &self.page.t
    }

    fn act(&self, act: &Act) -> String {
        self.t().say_code("act", act)
    }

    fn party(&self, party: &Party) -> String {
        self.t().say_code("party", party)
    }

    fn until(&self, line: &Line) -> String {
        self.t().day(civil_day(line.listed.expires_at))
    }

    fn proposed(&self, line: &Line) -> String {
        let day = self.t().day(civil_day(line.listed.proposed_at));
        let by = format!("{} ({})", line.listed.by, self.party(&line.listed.party));
        self.t().two("keys-proposed", "by", by, "day", day)
    }

    fn outcome(&self, line: &Line) -> String {
        self.t().say(&format!("keys-outcome-{}", line.listed.outcome.code()))
    }

    fn answered(&self, line: &Line) -> Option<String> {
        if line.listed.outcome == Outcome::Withdrawn {
            return None;
        }
        let (name, party) = (line.listed.answered_by.as_ref()?, line.listed.answered_party?);
        Some(format!("{name} ({})", self.party(&party)))
    }

    fn reason_field(&self, line: &Line) -> Field {
        let given = self.refused.as_ref().filter(|refused| refused.id == line.listed.id.to_string());
        let id = line.listed.id.to_string();
        given.map_or_else(|| reason(self.t(), &Form::default(), &id), |refused| refused.reason.clone())
    }

    fn is_refused(&self, line: &Line) -> bool {
        self.refused.as_ref().is_some_and(|refused| refused.id == line.listed.id.to_string())
    }
}

/// Named after its proposal: several may stand on the page.
fn reason(t: &T, form: &Form, id: &str) -> Field {
    Field::text(t, form, &format!("reason-{id}"), t.say("keys-refuse-reason")).most(500)
}

/// Everything the page reads, in one transaction.
struct Read {
    listed: Vec<Listed>,
    holders: Vec<Holder>,
    has_council: bool,
}

fn read(tx: &mut Tx<'_>, organisation: OrganisationId, now: jiff::Timestamp) -> Result<Read, DbError> {
    let members = store::members(tx, organisation)?;
    let holders = rule::of(tx, organisation)?.holders().into_iter().map(|party| Holder {
        party,
        names: members.iter().filter(|m| m.party == party && !m.has_left).map(|m| m.name.clone()).collect(),
    });
    Ok(Read {
        holders: holders.collect(),
        listed: list::all(tx, organisation, now)?,
        has_council: rule::has_council(tx, organisation)?,
    })
}

pub async fn show(seat: Seat) -> PageResult {
    let done = seat.ctx.here.split_once('?').map(|(_, done)| done.to_owned());
    let said = match done.as_deref() {
        Some("proposee") => Some("keys-done-proposed"),
        Some("confirmee") => Some("keys-done-confirmed"),
        Some("refusee") => Some("keys-done-refused"),
        Some("retiree") => Some("keys-done-withdrawn"),
        _ => None,
    };
    let said = said.map(|key| (Tone::Ok, seat.ctx.t.say(key)));
    page(&seat, &Form::default(), None, StatusCode::OK, said).await
}

async fn page(
    seat: &Seat,
    form: &Form,
    refused: Option<Refused>,
    status: StatusCode,
    said: Option<(Tone, String)>,
) -> PageResult {
    let (organisation, now) = (seat.organisation(), seat.ctx.now);
    let read = seat.ctx.db().read(move |tx| read(tx, organisation, now)).await?;
    let mut page = seat.page(seat.ctx.t.say("keys-title"));
    if let Some((tone, text)) = said {
        page = page.announcing(tone, text);
    }
    let lines = read.listed.into_iter().map(|listed| line(seat, listed));
    let (waiting, settled) = lines.partition(|line| line.listed.outcome == Outcome::Waiting);
    let fields = seat.may(Act::ChangeKeyRule).then(|| fields(&seat.ctx.t, form, &seat.keys));
    let page = KeysPage {
        people: seat::people(organisation),
        action: seat::keys(organisation),
        holders: read.holders,
        rule: seat.keys.clone(),
        has_council: read.has_council,
        waiting,
        settled,
        fields,
        show_again: seat.stale(&seat::keys(organisation)),
        refused,
        page,
    };
    render_with(status, &page)
}

fn line(seat: &Seat, listed: Listed) -> Line {
    let change = rule::proposed(&listed.payload).filter(|_| listed.act == Act::ChangeKeyRule);
    let is_for_reader = listed.awaited == Some(seat.actor.party);
    let action = format!("{}/{}", seat::keys(seat.organisation()), listed.id);
    let is_own = listed.by_member == seat.actor.member;
    Line { change, is_for_reader, is_own, action, listed }
}

fn fields(t: &T, form: &Form, rule: &KeyRule) -> Vec<Field> {
    let first = form.pairs().is_empty();
    let kept = Form::with(
        std::iter::once(("second".to_owned(), rule.second.code().to_owned()))
            .chain(rule.added.iter().map(|act| ("acts".to_owned(), act.code().to_owned()))),
    );
    let shown = if first { &kept } else { form };
    let parties = second_holders().into_iter().map(|party| {
        Choice::new(party.code(), t.say_code("party", party)).hint(t.say_code("keys-hint", party))
    });
    let acts = addable().into_iter().map(|act| Choice::new(act.code(), t.say_code("act", act)));
    vec![
        Field::radios(t, shown, "second", t.say("keys-second"), parties.collect()),
        Field::boxes(t, shown, "acts", t.say("keys-acts"), acts.collect())
            .hint(t.say("keys-acts-hint"))
            .optional(t),
        Field::area(t, shown, "reason", t.say("keys-reason")).hint(t.say("keys-reason-hint")).most(500),
    ]
}

/// Turns the first key of a change of the rule.
pub async fn propose(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::ChangeKeyRule)?;
    let t = &seat.ctx.t;
    let rule = read_rule(&mut form, t);
    let reason = form.text(t, "reason", 500);
    let Some(rule) = rule.filter(|_| !form.is_refused()) else {
        return page(&seat, &form, None, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    seat.fresh(&seat::keys(seat.organisation()))?;
    let (fresh, now): (KeyedActId, _) = (seat.ctx.new_id(), seat.ctx.now);
    let place = seat::keys(seat.organisation());
    let work = move |tx: &mut Tx<'_>| rule::propose(tx, &permit, &rule, &reason, &place, fresh, now);
    let key = match seat.ctx.db().write(work).await? {
        RuleProposed::Waits => return Ok(back(&seat, "?proposee")),
        RuleProposed::Another => "keys-refused-another",
        RuleProposed::Same => "keys-refused-same",
        RuleProposed::Council => "keys-refused-council",
        RuleProposed::Not(why) => return not(&seat, why).await,
    };
    form.refuse("second", t.say(key));
    page(&seat, &form, None, StatusCode::UNPROCESSABLE_ENTITY, None).await
}

/// The rule that the form asks for; what is no choice of ours is refused beside its field.
fn read_rule(form: &mut Form, t: &T) -> Option<KeyRule> {
    let second = form.code(t, "second", Party::parse);
    let ticked: Vec<Result<Act, _>> = form.all("acts").map(Act::parse).collect();
    let acts: Option<Vec<Act>> = ticked.into_iter().map(Result::ok).collect();
    if !acts.as_ref().is_some_and(|acts| acts.iter().all(|act| addable().contains(act))) {
        form.refuse("acts", t.say("form-choose"));
    }
    let rule = KeyRule::new(second?, acts.unwrap_or_default());
    if rule.is_none() {
        form.refuse("second", t.say("form-choose"));
    }
    rule
}

fn back(seat: &Seat, done: &str) -> axum::response::Response {
    Redirect::to(&format!("{}{done}", seat::keys(seat.organisation()))).into_response()
}

/// Gives the second key of a change of the rule.
pub async fn confirm(seat: Seat, Path((_, given)): Path<(String, String)>) -> PageResult {
    seat.fresh(&seat::keys(seat.organisation()))?;
    let (permit, now) = (Permit::before_key_rule(&seat.actor), seat.ctx.now);
    match seat.ctx.db().write(move |tx| rule::confirm(tx, &permit, &given, now)).await? {
        None => Ok(back(&seat, "?confirmee")),
        Some(why) => not(&seat, why).await,
    }
}

/// Refuses a change of the rule, or any proposal that waits for the reader's key, with a reason.
pub async fn refuse(seat: Seat, Path((_, given)): Path<(String, String)>, mut form: Form) -> PageResult {
    let said = form.text(&seat.ctx.t, &format!("reason-{given}"), 500);
    if form.is_refused() {
        let refused = Some(Refused { reason: reason(&seat.ctx.t, &form, &given), id: given });
        return page(&seat, &Form::default(), refused, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    }
    let (organisation, now, asked) = (seat.organisation(), seat.ctx.now, given.clone());
    let about = seat.ctx.db().read(move |tx| keys::about(tx, organisation, &asked)).await?;
    let act = about.as_ref().map(|(act, _)| *act);
    let is_rule = act.is_none_or(|act| act == Act::ChangeKeyRule);
    let permit = match act {
        Some(act) if !is_rule => seat.permit(act)?,
        _ => Permit::before_key_rule(&seat.actor),
    };
    let work = move |tx: &mut Tx<'_>| {
        if is_rule {
            rule::refuse(tx, &permit, &given, &said, now)
        } else {
            keys::refuse_given(tx, &permit, &given, &said, now)
        }
    };
    match seat.ctx.db().write(work).await? {
        None => {
            // Everybody was told that a project might go: everybody is told that it stays.
            if let Some((Act::DeleteProject, title)) = about {
                tell_off(&seat.ctx, &seat.actor, Act::DeleteProject, &title).await?;
            }
            Ok(back(&seat, "?refusee"))
        }
        Some(why) => not(&seat, why).await,
    }
}

/// Takes back a proposal of the reader's own.
pub async fn withdraw(seat: Seat, Path((_, given)): Path<(String, String)>) -> PageResult {
    let (organisation, now, asked) = (seat.organisation(), seat.ctx.now, given.clone());
    let about = seat.ctx.db().read(move |tx| keys::about(tx, organisation, &asked)).await?;
    let permit = match about.map(|(act, _)| act) {
        Some(act) if act != Act::ChangeKeyRule => seat.permit(act)?,
        _ => Permit::before_key_rule(&seat.actor),
    };
    match seat.ctx.db().write(move |tx| keys::withdraw(tx, &permit, &given, now)).await? {
        Withdrawn::Done { act, title, .. } => {
            tell_off(&seat.ctx, &seat.actor, act, &title).await?;
            Ok(back(&seat, "?retiree"))
        }
        Withdrawn::Not(why) => not(&seat, why).await,
    }
}

/// The page, saying why no key turned: 404 for what is no proposal here.
async fn not(seat: &Seat, why: WhyNot) -> PageResult {
    let status =
        if why == WhyNot::Unknown { StatusCode::NOT_FOUND } else { StatusCode::UNPROCESSABLE_ENTITY };
    let text = seat.ctx.t.say_code("keys-not", why);
    page(seat, &Form::default(), None, status, Some((Tone::Alert, text))).await
}
