//! Somebody no longer reads their address: asking at the door or for a colleague, vouching, and saying no.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{MemberId, OrganisationId, RecoveryId};
use platform::{Ctx, PageError, PageResult, T, clock, form::Form, limits::Gate, mail::Letter, secret};
use ui::{Field, Page, Tone, render, render_with};

use super::sign_in::send_link;
use crate::{
    Act, Seat, Visitor,
    model::recovery::Vouching,
    store::recovery::{self, Asked, NewRecovery, Recovery, Vouched},
    store::{self, Person},
};

/// Where somebody who holds no session asks.
pub const DOOR: &str = "/connexion/secours";

#[derive(Template)]
#[template(path = "recovery_door.html")]
struct DoorPage {
    page: Page,
    /// Nothing where no organisation is named: a member gives the whole address.
    form: Option<DoorForm>,
    sent: bool,
}

struct DoorForm {
    action: String,
    fields: Vec<Field>,
}

/// What to do, where no organisation is named.
pub async fn explain(visitor: Visitor) -> PageResult {
    let page = visitor.page(visitor.ctx.t.say("recovery-door-title"));
    render(&DoorPage { page, form: None, sent: false })
}

pub async fn door(visitor: Visitor, Path(organisation): Path<String>) -> PageResult {
    let organisation = OrganisationId::parse(&organisation).map_err(|_| PageError::NotFound)?;
    door_page(&visitor, organisation, &Form::default(), StatusCode::OK, false)
}

fn door_page(
    visitor: &Visitor,
    organisation: OrganisationId,
    form: &Form,
    status: StatusCode,
    sent: bool,
) -> PageResult {
    let t = &visitor.ctx.t;
    let fields = vec![
        Field::email(t, form, "old", t.say("recovery-old")).hint(t.say("recovery-old-hint")),
        Field::email(t, form, "email", t.say("recovery-new")).hint(t.say("recovery-new-hint")),
    ];
    let mut page = visitor.page(t.say("recovery-door-title"));
    if sent {
        page = page.announcing(Tone::Ok, t.say("recovery-door-sent"));
    }
    let form = Some(DoorForm { action: format!("{DOOR}/{organisation}"), fields });
    render_with(status, &DoorPage { page, form, sent })
}

/// Says the same thing whether the organisation and the address are known or not.
pub async fn ask_at_the_door(
    visitor: Visitor,
    Path(organisation): Path<String>,
    mut form: Form,
) -> PageResult {
    let organisation = OrganisationId::parse(&organisation).map_err(|_| PageError::NotFound)?;
    let ctx = &visitor.ctx;
    let (old, email) = (form.email(&ctx.t, "old"), form.email(&ctx.t, "email"));
    if form.is_refused() {
        return door_page(&visitor, organisation, &form, StatusCode::UNPROCESSABLE_ENTITY, false);
    }
    // Before anything is looked up, as for a link by mail: what is refused says nothing of the address.
    ctx.limit_line(Gate::SignInNetwork)?;
    ctx.limit(Gate::SignInAddress, old.as_bytes())?;
    let known = ctx.db().read(move |tx| recovery::seated_person(tx, organisation, &old)).await?;
    if let Some(person) = known {
        ask(ctx, organisation, person, email, None).await?;
    }
    door_page(&visitor, organisation, &Form::default(), StatusCode::OK, true)
}

/// Keeps the request and tells the old address, with a link that stops it.
async fn ask(
    ctx: &Ctx,
    organisation: OrganisationId,
    person: kernel::PersonId,
    email: String,
    by: Option<(MemberId, kernel::Party)>,
) -> Result<Asked, PageError> {
    let secret = ctx.platform.new_secret();
    let new =
        NewRecovery { id: ctx.new_id(), organisation, person, email, by, contest: secret::digest(&secret) };
    let (now, hash) = (ctx.now, new.contest.clone());
    let work = move |tx: &mut platform::Tx<'_>| {
        let asked = recovery::ask(tx, &new, now)?;
        Ok::<_, platform::DbError>((asked, recovery::contested(tx, &hash, now)?.map(|(_, name)| name)))
    };
    let (asked, name) = ctx.db().write(work).await?;
    if let (Asked::Waits(old), Some(name)) = (&asked, name) {
        let t = ctx.platform.texts.speak(old.locale);
        let link = ctx.absolute(&format!("/contester/{secret}"));
        ctx.platform.mail.send(Letter {
            subject: t.one("mail-recovery-asked-subject", "organisation", name.clone()),
            body: t.two("mail-recovery-asked-body", "organisation", name, "link", link.clone()),
            to: old.email.clone(),
            link,
        });
    }
    Ok(asked)
}

#[derive(Template)]
#[template(path = "recovery_ask.html")]
struct AskPage {
    page: Page,
    name: String,
    email: Field,
}

/// A member asks for a colleague.
pub async fn show_for(seat: Seat, Path((_, member)): Path<(String, String)>) -> PageResult {
    seat.fresh(&seat.ctx.here)?;
    ask_page(&seat, &member, &Form::default(), StatusCode::OK).await
}

async fn ask_page(seat: &Seat, member: &str, form: &Form, status: StatusCode) -> PageResult {
    let member = colleague(seat, member).await?;
    let t = &seat.ctx.t;
    let email = Field::email(t, form, "email", t.say("recovery-new")).hint(t.say("recovery-new-hint"));
    let page = seat.page(t.say("recovery-ask-title"));
    render_with(status, &AskPage { page, name: member.name, email })
}

/// Somebody who sits here and has come in. Errors: [`PageError::NotFound`].
async fn colleague(seat: &Seat, member: &str) -> Result<crate::Member, PageError> {
    let id = MemberId::parse(member).map_err(|_| PageError::NotFound)?;
    let organisation = seat.organisation();
    let found = seat.ctx.db().read(move |tx| store::member(tx, organisation, id)).await?;
    found.filter(|member| member.has_joined).ok_or(PageError::NotFound)
}

pub async fn ask_for(seat: Seat, Path((_, member)): Path<(String, String)>, mut form: Form) -> PageResult {
    seat.permit(Act::Vouch)?;
    let lost = colleague(&seat, &member).await?;
    let email = form.email(&seat.ctx.t, "email");
    if !form.is_refused() {
        seat.fresh(&seat.ctx.here)?;
        let by = Some((seat.actor.member, seat.actor.party));
        match ask(&seat.ctx, seat.organisation(), lost.person, email, by).await? {
            Asked::Waits(_) => {
                return Ok(Redirect::to(&format!("{}?demande", address(&seat))).into_response());
            }
            Asked::Seated => form.refuse("email", seat.ctx.t.say("recovery-seated")),
            Asked::Enough => form.refuse("email", seat.ctx.t.say("recovery-enough")),
        }
    }
    ask_page(&seat, &member, &form, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn address(seat: &Seat) -> String {
    format!("/structures/{}/secours", seat.organisation())
}

#[derive(Template)]
#[template(path = "recovery.html")]
struct RecoveryPage {
    page: Page,
    action: String,
    door: String,
    waiting: Vec<Recovery>,
    me: kernel::PersonId,
    now: jiff::Timestamp,
    /// Who else has come in here, once each, and where to ask for them.
    colleagues: Vec<(String, String)>,
}

impl RecoveryPage {
    fn is_mine(&self, one: &Recovery) -> bool {
        one.person == self.me
    }

    fn wait(&self, one: &Recovery) -> Option<String> {
        let (t, until) = (&self.page.t, one.waits_until?);
        let key = if until <= self.now { "recovery-waited" } else { "recovery-waits" };
        Some(t.one(key, "until", moment(t, until)))
    }

    fn is_due(&self, one: &Recovery) -> bool {
        one.waits_until.is_some_and(|until| until <= self.now)
    }

    fn asked(&self, one: &Recovery) -> String {
        if one.is_renewal {
            return self.page.t.one("recovery-asked-renewal", "day", self.page.t.day(one.asked_on));
        }
        self.page.t.two("recovery-asked", "day", self.page.t.day(one.asked_on), "email", one.email.clone())
    }
}

/// The requests that wait here.
pub async fn show(seat: Seat) -> PageResult {
    let done = [
        ("?demande", "recovery-told-asked"),
        ("?atteste", "recovery-told-first"),
        ("?fait", "recovery-told-moved"),
        ("?repris", "recovery-told-withdrawn"),
        ("?delai", "recovery-told-waits"),
        ("?cles", "recovery-told-renewed"),
        ("?refuse", "recovery-told-refused"),
    ];
    let done = done.into_iter().find(|(end, _)| seat.ctx.here.ends_with(end));
    page(&seat, done.map(|(_, key)| (Tone::Ok, key)), StatusCode::OK).await
}

async fn page(seat: &Seat, notice: Option<(Tone, &str)>, status: StatusCode) -> PageResult {
    let (organisation, now) = (seat.organisation(), seat.ctx.now);
    let work = move |tx: &mut platform::Tx<'_>| {
        Ok::<_, platform::DbError>((
            recovery::waiting(tx, organisation, now)?,
            store::members(tx, organisation)?,
        ))
    };
    let (waiting, members) = seat.ctx.db().read(work).await?;
    let t = &seat.ctx.t;
    let mut page = seat.page(t.say("recovery-title"));
    if let Some((tone, key)) = notice {
        page = page.announcing(tone, t.say(key));
    }
    let door = format!("{DOOR}/{organisation}");
    let colleagues = colleagues(seat, members);
    render_with(
        status,
        &RecoveryPage { page, action: address(seat), door, waiting, me: seat.actor.person, now, colleagues },
    )
}

fn colleagues(seat: &Seat, mut members: Vec<crate::Member>) -> Vec<(String, String)> {
    let mut known = std::collections::BTreeSet::from([seat.actor.person]);
    members.retain(|member| member.has_joined && known.insert(member.person));
    members.sort_by(|a, b| a.name.cmp(&b.name));
    let people = crate::seat::people(seat.organisation());
    members.into_iter().map(|member| (member.name, format!("{people}/{}/secours", member.id))).collect()
}

/// Vouches, or takes one's voice back.
pub async fn vouch(seat: Seat, form: Form) -> PageResult {
    let permit = seat.permit(Act::Vouch)?;
    seat.fresh(&address(&seat))?;
    let Ok(id) = RecoveryId::parse(form.value("recovery")) else {
        return refused(&seat, "recovery-gone").await;
    };
    let (now, fresh) = (seat.ctx.now, seat.ctx.new_id());
    let secret = seat.ctx.platform.new_secret();
    let contest = secret::digest(&secret);
    let db = seat.ctx.db();
    let vouched = match form.value("act") {
        "withdraw" => {
            let done = db.write(move |tx| recovery::withdraw(tx, &permit, id, now)).await?;
            return Ok(back(&seat, if done { "?repris" } else { "" }));
        }
        "refuse" => {
            let done = db.write(move |tx| recovery::refuse_own(tx, &permit, id, now)).await?;
            return Ok(back(&seat, if done { "?refuse" } else { "" }));
        }
        "finish" => db.write(move |tx| recovery::finish(tx, &permit, id, fresh, now)).await?,
        _ => db.write(move |tx| recovery::vouch(tx, &permit, id, fresh, &contest, now)).await?,
    };
    answer(&seat, vouched, &secret).await
}

fn back(seat: &Seat, end: &str) -> axum::response::Response {
    Redirect::to(&format!("{}{end}", address(seat))).into_response()
}

/// What vouching did, said to whoever vouched and, by letter, to whom it concerns.
async fn answer(seat: &Seat, vouched: Vouched, contest: &str) -> PageResult {
    let key = match vouched {
        Vouched::Moved { old, seat: moved, vouchers } => {
            tell(seat, &old, moved, &vouchers, "mail-recovery-done").await?;
            return Ok(back(seat, "?fait"));
        }
        Vouched::Renewed { person, seat: held, vouchers } => {
            tell(seat, &person, held, &vouchers, "mail-passkeys-struck").await?;
            return Ok(back(seat, "?cles"));
        }
        Vouched::Waits { old, until } => {
            tell_waiting(seat, &old, until, contest);
            return Ok(back(seat, "?delai"));
        }
        Vouched::Counted(Vouching::First | Vouching::Second | Vouching::Alone) => {
            return Ok(back(seat, "?atteste"));
        }
        Vouched::Counted(Vouching::Oneself) => "recovery-oneself",
        Vouched::Counted(Vouching::Again) => "recovery-again",
        Vouched::Counted(Vouching::SameParty) => "recovery-same-party",
        Vouched::Counted(Vouching::OwnPartyAwaited) => "recovery-own-party",
        Vouched::Counted(Vouching::TooRecent) => "recovery-too-recent",
        Vouched::TooLate => "recovery-too-late",
        Vouched::TooEarly => "recovery-too-early",
        Vouched::CameIn => "recovery-came-in",
        Vouched::Seated => "recovery-seated",
        Vouched::Gone => "recovery-gone",
    };
    refused(seat, key).await
}

/// A day and a time of day in France.
fn moment(t: &T, at: jiff::Timestamp) -> String {
    let time = clock::civil_time(at);
    format!("{}, {time}", t.day(clock::civil_day(at)))
}

/// The address on file learns that time runs, and how to end it.
fn tell_waiting(seat: &Seat, old: &Person, until: jiff::Timestamp, secret: &str) {
    let ctx = &seat.ctx;
    let t = ctx.platform.texts.speak(old.locale);
    let link = ctx.absolute(&format!("/contester/{secret}"));
    let name = seat.actor.organisation_name.clone();
    let head = t.two("mail-recovery-waits-body", "organisation", name.clone(), "until", moment(&t, until));
    let by = t.two("mail-recovery-waits-by", "name", seat.actor.name.clone(), "link", link.clone());
    ctx.platform.mail.send(Letter {
        subject: t.one("mail-recovery-waits-subject", "organisation", name),
        body: format!("{head}\n\n{by}"),
        to: old.email.clone(),
        link,
    });
}

async fn refused(seat: &Seat, key: &str) -> PageResult {
    page(seat, Some((Tone::Alert, key)), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The new address gets a link; the old one learns what happened, and whom to see.
async fn tell(
    seat: &Seat,
    old: &Person,
    moved: MemberId,
    vouchers: &[String],
    letter: &str,
) -> Result<(), PageError> {
    let (ctx, organisation) = (&seat.ctx, seat.organisation());
    let addressee = ctx.db().read(move |tx| store::one_addressee(tx, organisation, moved)).await?;
    if let Some(addressee) = addressee {
        send_link(ctx, addressee).await?;
    }
    let t = ctx.platform.texts.speak(old.locale);
    let name = seat.actor.organisation_name.clone();
    ctx.platform.mail.send(Letter {
        subject: t.one(&format!("{letter}-subject"), "organisation", name.clone()),
        body: t.two(&format!("{letter}-body"), "organisation", name, "people", vouchers.join(", ")),
        to: old.email.clone(),
        link: ctx.absolute("/connexion"),
    });
    Ok(())
}

#[derive(Template)]
#[template(path = "recovery_contest.html")]
struct ContestPage {
    page: Page,
    found: Option<(Recovery, String)>,
}

/// What a link to an old address is about. A page with a button: mail programs open links before people do.
pub async fn show_contest(ctx: Ctx, Path(link): Path<String>) -> PageResult {
    let (hash, now) = (secret::digest(&link), ctx.now);
    let found = ctx.db().read(move |tx| recovery::contested(tx, &hash, now)).await?;
    if found.is_none() {
        ctx.limit_line(Gate::FailedCode)?;
    }
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let page = Page { here: DOOR.to_owned(), ..Page::new(&ctx, ctx.t.say("recovery-contest-title")) };
    render_with(status, &ContestPage { page, found })
}

pub async fn contest(ctx: Ctx, Path(link): Path<String>) -> PageResult {
    let (hash, now) = (secret::digest(&link), ctx.now);
    ctx.db().write(move |tx| recovery::contest(tx, &hash, now)).await?;
    show_contest(ctx, Path(link)).await
}
