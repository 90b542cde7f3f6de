//! The people of an organisation, by party; who is missing; inviting.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use kernel::{Locale, MemberId, Party, StakeholderFamily};
use platform::{
    DbError, PageError, PageResult, T,
    error::{By, Refusal},
    form::Form,
};
use ui::{Choice, Field, Page, Tone, render_with};

use super::sign_in::send_link;
use crate::{
    Act, Seat,
    model::member::Member,
    seat,
    store::{self, Added, NewMember},
};

#[derive(Template)]
#[template(path = "members.html")]
struct MembersPage {
    page: Page,
    action: String,
    line: String,
    keys: String,
    sign_in_rule: String,
    members: Vec<Member>,
    families: Vec<(StakeholderFamily, bool)>,
    may_invite: bool,
    fields: Vec<Field>,
    own: Party,
    me: MemberId,
    recoveries: String,
}

pub async fn show(seat: Seat) -> PageResult {
    let done = [("?envoye", "members-sent"), ("?retire", "removal-done")];
    let done = done.into_iter().find(|(end, _)| seat.ctx.here.ends_with(end)).map(|(_, key)| key);
    let form = Form::with([("locale", seat.ctx.locale().code())]);
    page(seat, &form, StatusCode::OK, done).await
}

async fn page(seat: Seat, form: &Form, status: StatusCode, done: Option<&str>) -> PageResult {
    let organisation = seat.organisation();
    let members = seat.ctx.db().read(move |tx| store::members(tx, organisation)).await?;
    let families = StakeholderFamily::ALL
        .iter()
        .map(|family| (*family, members.iter().any(|member| family.spoken_for_by(member.party))))
        .collect();
    let t = &seat.ctx.t;
    let mut page = seat.page(t.say("members-title"));
    if let Some(done) = done {
        page = page.announcing(Tone::Ok, t.say(done));
    }
    let fields = fields(t, form);
    let action = address(&seat);
    let keys = seat::keys(organisation);
    let (own, me, may_invite) = (seat.actor.party, seat.actor.member, seat.may(Act::InviteMember));
    let line = format!("/structures/{organisation}/hierarchie");
    let recoveries = format!("/structures/{organisation}/secours");
    let sign_in_rule = seat::sign_in_rule(seat.organisation());
    let page = MembersPage {
        page,
        action,
        line,
        keys,
        sign_in_rule,
        members,
        families,
        may_invite,
        fields,
        own,
        me,
        recoveries,
    };
    render_with(status, &page)
}

fn address(seat: &Seat) -> String {
    format!("/structures/{}/personnes", seat.organisation())
}

fn fields(t: &T, form: &Form) -> Vec<Field> {
    let parties = Party::ALL
        .iter()
        .map(|party| {
            Choice::new(party.code(), t.say_code("party", party)).hint(t.say_code("party-hint", party))
        })
        .collect();
    let locales =
        Locale::ALL.iter().map(|locale| Choice::new(locale.code(), t.say_code("locale", locale))).collect();
    vec![
        Field::radios(t, form, "party", t.say("members-party"), parties),
        Field::text(t, form, "name", t.say("members-name")).most(120),
        Field::text(t, form, "title", t.say("members-role"))
            .hint(t.say("members-role-hint"))
            .optional(t)
            .most(120),
        Field::email(t, form, "email", t.say("members-email")).hint(t.say("members-email-hint")),
        Field::select(t, form, "locale", t.say("members-locale"), locales),
    ]
}

/// Whoever may invite may fill an empty seat; only a party that sits already chooses who joins it, so that nobody gives
/// the other party a member of their own choosing.
pub async fn invite(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::InviteMember)?;
    let t = &seat.ctx.t;
    let party = form.code(t, "party", Party::parse);
    let name = form.text(t, "name", 120);
    let title = form.optional_text(t, "title", 120);
    let email = form.email(t, "email");
    let locale = Locale::parse(form.value("locale")).unwrap_or(seat.ctx.locale());
    let Some(party) = party.filter(|_| !form.is_refused()) else {
        return page(seat, &form, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let new = NewMember { id: seat.ctx.new_id(), party, name, title, email, locale };
    let (now, organisation, own) = (seat.ctx.now, seat.organisation(), seat.actor.party);
    let keys = seat.keys.clone();
    let outcome = seat
        .ctx
        .db()
        .write(move |tx| {
            let seated = store::members(tx, organisation)?.iter().any(|m| m.party == party && m.has_joined);
            if keys.holds(party) && seated && own != party {
                return Ok::<_, DbError>(Invited::NotTheirs);
            }
            Ok(match store::add_member(tx, &permit, &new, now)? {
                Added::Known => Invited::Known,
                Added::HoldsTheOtherKey => Invited::HoldsTheOtherKey,
                Added::Seated => {
                    store::one_addressee(tx, organisation, new.id)?.map_or(Invited::Known, Invited::Added)
                }
            })
        })
        .await?;
    match outcome {
        Invited::Added(addressee) => {
            send_link(&seat.ctx, addressee).await?;
            Ok(Redirect::to(&format!("{}?envoye", address(&seat))).into_response())
        }
        Invited::Known | Invited::HoldsTheOtherKey => {
            let known = matches!(outcome, Invited::Known);
            form.refuse("email", t.say(if known { "members-known" } else { "members-both-keys" }));
            page(seat, &form, StatusCode::UNPROCESSABLE_ENTITY, None).await
        }
        Invited::NotTheirs => {
            let by = By { organisation, member: seat.actor.member, party: own };
            Err(PageError::Forbidden { organisation, by, reason: Refusal::OtherParty })
        }
    }
}

enum Invited {
    Added(store::Addressee),
    Known,
    HoldsTheOtherKey,
    NotTheirs,
}

pub async fn send_again(seat: Seat, Path((_, member)): Path<(String, String)>) -> PageResult {
    seat.permit(Act::InviteMember)?;
    let member = MemberId::parse(&member).map_err(|_| PageError::NotFound)?;
    let organisation = seat.organisation();
    let addressee = seat.ctx.db().read(move |tx| store::one_addressee(tx, organisation, member)).await?;
    send_link(&seat.ctx, addressee.ok_or(PageError::NotFound)?).await?;
    Ok(Redirect::to(&format!("{}?envoye", address(&seat))).into_response())
}
