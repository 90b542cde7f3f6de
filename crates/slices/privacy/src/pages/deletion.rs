//! Deleting a project: what goes, what stays, what can be taken away first, and the two keys.

use access::{
    Act, Permit,
    keys::{self, KeyState, Proposal, Proposed, Waiting, WhyNot},
    pages::holders::{tell_everybody, tell_holders, tell_off, tell_who_holds_none},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::KeyedActId;
use methods::CampaignState;
use platform::{DbError, PageResult, T, Tx, clock::civil_day, form::Form};
use registry::ProjectSeat;
use serde_json::json;
use ui::{Field, Page, Tone, render_with};

use crate::store::{Deleted, delete_project};

/// What goes, and what stays, in the order in which it is said.
const GOES: [&str; 6] = ["said", "campaigns", "text", "spaces", "notebooks", "journal"];
const STAYS: [&str; 4] = ["chain", "fact", "others", "files"];

/// The longest reason.
const REASON: usize = 500;

#[derive(Template)]
#[template(path = "deletion.html")]
struct DeletionPage {
    page: Page,
    base: String,
    goes: Vec<String>,
    stays: Vec<String>,
    may_export: bool,
    /// Campaigns that still take answers.
    open: Option<String>,
    waiting: Option<Waits>,
    /// Why the other party refused the last time.
    refused: Option<String>,
    /// The form that proposes, that confirms, that refuses.
    reason: Field,
    title: Field,
    refusal: Field,
}

/// A first key that is turned.
struct Waits {
    id: String,
    said: String,
    until: String,
    reason: String,
    is_for_reader: bool,
    /// Where whoever proposed it takes it back.
    withdraw: Option<String>,
}

impl Waits {
    fn new(seat: &ProjectSeat, waiting: &Waiting) -> Self {
        let t = &seat.ctx().t;
        let reason = waiting.payload.get("reason").and_then(serde_json::Value::as_str).unwrap_or_default();
        Self {
            id: waiting.id.to_string(),
            said: t.two(
                "deletion-proposed",
                "by",
                waiting.by.clone(),
                "party",
                t.say_code("party", waiting.party),
            ),
            until: t.two(
                "deletion-awaited",
                "party",
                t.say_code("party", waiting.awaited),
                "until",
                t.day(civil_day(waiting.expires_at)),
            ),
            reason: reason.to_owned(),
            is_for_reader: waiting.awaited == seat.seat.actor.party,
            withdraw: (waiting.by_member == seat.seat.actor.member)
                .then(|| keys::withdrawal(seat.project.organisation, waiting.id)),
        }
    }
}

/// Where the deletion stands, and how many campaigns would be cut short.
async fn read(seat: &ProjectSeat) -> PageResult<(KeyState, usize)> {
    let (organisation, project, now) = (seat.project.organisation, seat.project.id, seat.ctx().now);
    let work = move |tx: &mut Tx<'_>| {
        let state = keys::state(tx, organisation, Act::DeleteProject, &project.to_string(), now)?;
        let campaigns = methods::store::campaigns(tx, organisation, project)?;
        let open = campaigns.iter().filter(|campaign| campaign.state == CampaignState::Open).count();
        Ok::<_, DbError>((state, open))
    };
    Ok(seat.ctx().db().read(work).await?)
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    seat.seat.permit(Act::DeleteProject)?;
    let said = match seat.ctx().here.split_once('?') {
        Some((_, "proposee")) => Some((Tone::Ok, "deletion-told-proposed")),
        Some((_, "refusee")) => Some((Tone::Ok, "deletion-told-refused")),
        _ => None,
    };
    let said = said.map(|(tone, key)| (tone, seat.ctx().t.say(key)));
    page(&seat, &Form::default(), StatusCode::OK, said).await
}

async fn page(
    seat: &ProjectSeat,
    form: &Form,
    status: StatusCode,
    said: Option<(Tone, String)>,
) -> PageResult {
    let t = &seat.ctx().t;
    let (state, open) = read(seat).await?;
    let mut page = seat.page(t.say("deletion-title"), "dossier");
    if let Some((tone, text)) = said {
        page = page.announcing(tone, text);
    }
    let (waiting, refused) = match state {
        KeyState::Idle => (None, None),
        KeyState::Waiting(waiting) => (Some(Waits::new(seat, &waiting)), None),
        KeyState::Refused { party, reason } => {
            (None, Some(t.two("deletion-refused", "party", t.say_code("party", party), "reason", reason)))
        }
    };
    let list = |prefix: &str, ids: &[&str]| ids.iter().map(|id| t.say_code(prefix, id)).collect();
    let page = DeletionPage {
        base: seat.path(""),
        goes: list("deletion-goes", &GOES),
        stays: list("deletion-stays", &STAYS),
        may_export: seat.seat.may(Act::ExportDossier),
        open: (open > 0).then(|| t.one("deletion-open", "count", open)),
        waiting,
        refused,
        reason: Field::area(t, form, "reason", t.say("deletion-reason"))
            .hint(t.say("deletion-reason-hint"))
            .most(REASON),
        title: Field::text(
            t,
            form,
            "title",
            t.one("deletion-type-title", "title", seat.project.title.clone()),
        )
        .autocomplete("off"),
        refusal: Field::text(t, form, "refusal", t.say("deletion-refusal")).most(REASON),
        page,
    };
    render_with(status, &page)
}

async fn unprocessable(seat: &ProjectSeat, form: &Form, why: Option<WhyNot>) -> PageResult {
    let said = why.map(|why| (Tone::Alert, seat.ctx().t.say_code("keys-not", why)));
    page(seat, form, StatusCode::UNPROCESSABLE_ENTITY, said).await
}

/// Turns the first key, with a reason that both parties read.
pub async fn propose(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DeleteProject)?;
    let reason = form.text(&seat.ctx().t, "reason", REASON);
    if form.is_refused() {
        return unprocessable(&seat, &form, None).await;
    }
    let place = seat.path("suppression");
    let proposal = Proposal {
        project: Some(seat.project.id),
        subject: seat.project.id.to_string(),
        title: seat.project.title.clone(),
        place: place.clone(),
        payload: json!({"reason": reason}),
    };
    let (fresh, now): (KeyedActId, _) = (seat.ctx().new_id(), seat.ctx().now);
    let work = move |tx: &mut Tx<'_>| keys::propose(tx, &permit, &proposal, fresh, now);
    match seat.ctx().db().write(work).await? {
        Proposed::First(_) => {
            tell(&seat, &reason).await?;
            Ok(Redirect::to(&format!("{place}?proposee")).into_response())
        }
        // What waits is on the page, with its answer.
        Proposed::Waits(_) => Ok(Redirect::to(&place).into_response()),
        Proposed::Not(why) => unprocessable(&seat, &form, Some(why)).await,
    }
}

/// Nobody whose words would go learns of it afterwards: everybody who sits in the organisation reads it now, and may take
/// away what is theirs.
async fn tell(seat: &ProjectSeat, reason: &str) -> PageResult<()> {
    let write = |t: &T, link: &str| {
        let (project, link) = (seat.project.title.clone(), link.to_owned());
        let subject = t.one("mail-deletion-subject", "project", project.clone());
        let head = t.two("mail-deletion-body", "project", project, "reason", reason.to_owned());
        (subject, format!("{head}\n\n{link}"))
    };
    let actor = &seat.seat.actor;
    tell_holders(seat.ctx(), actor.organisation, actor.member, &seat.path("suppression"), write).await?;
    // Whoever holds no key has no answer to give: the dossier is what they can still take away.
    tell_who_holds_none(seat.ctx(), actor.organisation, &seat.path("dossier"), write).await
}

/// Turns the second key, for whoever writes the title of what goes for good.
pub async fn confirm(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DeleteProject)?;
    let t = &seat.ctx().t;
    let typed = form.text(t, "title", 300);
    if !form.is_refused() && !is_same(&typed, &seat.project.title) {
        form.refuse("title", t.say("deletion-other-title"));
    }
    if form.is_refused() {
        return unprocessable(&seat, &form, None).await;
    }
    match delete(&seat, permit, form.value("key").to_owned()).await? {
        Deleted::Done => {
            tell_done(&seat).await?;
            let home = access::home(seat.project.organisation);
            Ok(Redirect::to(&format!("{home}?supprime")).into_response())
        }
        Deleted::Not(why) => unprocessable(&seat, &form, Some(why)).await,
    }
}

/// Everybody who was told that it might go is told that it went, and what is left.
async fn tell_done(seat: &ProjectSeat) -> PageResult<()> {
    let write = |t: &T, link: &str| {
        let project = seat.project.title.clone();
        let body = t.two("mail-deleted-body", "project", project.clone(), "link", link.to_owned());
        (t.one("mail-deleted-subject", "project", project), body)
    };
    let actor = &seat.seat.actor;
    let home = access::home(actor.organisation);
    tell_everybody(seat.ctx(), actor.organisation, actor.member, &home, write).await
}

async fn delete(seat: &ProjectSeat, permit: Permit, given: String) -> PageResult<Deleted> {
    let (project, now) = (seat.project.id, seat.ctx().now);
    Ok(seat.ctx().db().write(move |tx| delete_project(tx, &permit, project, &given, now)).await?)
}

fn is_same(typed: &str, title: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words(typed) == words(title)
}

/// Refuses, with a reason that both parties read.
pub async fn refuse(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::DeleteProject)?;
    let reason = form.text(&seat.ctx().t, "refusal", REASON);
    if form.is_refused() {
        return unprocessable(&seat, &form, None).await;
    }
    let (project, now) = (seat.project.id, seat.ctx().now);
    let work = move |tx: &mut Tx<'_>| keys::refuse(tx, &permit, project, &project.to_string(), &reason, now);
    let is_refused = seat.ctx().db().write(work).await?;
    if is_refused {
        tell_off(seat.ctx(), &seat.seat.actor, Act::DeleteProject, &seat.project.title).await?;
    }
    let end = if is_refused { "?refusee" } else { "" };
    Ok(Redirect::to(&format!("{}{end}", seat.path("suppression"))).into_response())
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_title_is_typed_whatever_its_case_and_spaces_and_nothing_else_is() {
        assert!(is_same(" planification\u{a0}des temps", "Planification des  temps"));
        assert!(!is_same("Planification", "Planification des temps"));
    }
}
