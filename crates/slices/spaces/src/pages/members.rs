//! Who sits in a space: said at once where it is informal, with two keys where a text of law provides for it.

use access::{
    Act, Member,
    keys::{self, Confirmation},
};
use axum::{extract::Path, http::StatusCode};
use kernel::MemberId;
use platform::{PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field};

use super::space::{Found, Ids, done, found, page};
use crate::{
    model::seats::{SeatKind, Seats},
    store::{self, members::Asked},
};

/// Names with parties: who sits, and who is a guest.
type Names = Vec<(String, String)>;

pub(super) fn names(t: &T, people: &[Member], seats: &Seats) -> (Names, Names) {
    let of = |wanted: SeatKind| {
        let here = people.iter().filter(|member| seats.get(&member.id) == Some(&wanted));
        here.map(|member| (member.name.clone(), t.say_code("party", member.party))).collect()
    };
    (of(SeatKind::Sits), of(SeatKind::Guest))
}

/// A form that holds who sits there.
pub(super) fn of(seats: &Seats) -> Form {
    let name = |seat: SeatKind| if seat == SeatKind::Sits { "sits" } else { "guests" };
    Form::with(seats.iter().map(|(member, seat)| (name(*seat), member.to_string())))
}

pub(super) fn fields(t: &T, form: &Form, people: &[Member]) -> Vec<Field> {
    let choices = || {
        people
            .iter()
            .map(|member| {
                Choice::new(member.id.to_string(), member.name.clone())
                    .hint(t.say_code("party", member.party))
            })
            .collect()
    };
    vec![
        Field::boxes(t, form, "sits", t.say("seats-sits"), choices()).hint(t.say("seats-sits-hint")),
        Field::boxes(t, form, "guests", t.say("seats-guests"), choices())
            .hint(t.say("seats-guests-hint"))
            .optional(t),
    ]
}

fn read(t: &T, form: &mut Form, found: &Found) -> Seats {
    let mut seats = Seats::new();
    for (name, seat) in [("sits", SeatKind::Sits), ("guests", SeatKind::Guest)] {
        let given: Vec<String> = form.all(name).map(str::to_owned).collect();
        for text in given {
            let member = MemberId::parse(&text).ok();
            let known = member.filter(|id| found.people.iter().any(|person| person.id == *id));
            match known {
                None => form.refuse(name, t.say("form-choose")),
                Some(id) if seats.contains_key(&id) => form.refuse(name, t.say("seats-twice")),
                Some(id) => {
                    seats.insert(id, seat);
                }
            }
        }
    }
    seats
}

pub async fn change(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let found = found(&seat, &id).await?;
    let is_statutory = found.space.is_statutory;
    let act = if is_statutory { Act::ChangeStatutoryMembers } else { Act::EditProject };
    let permit = seat.seat.permit(act)?;
    let next = read(&seat.ctx().t, &mut form, &found);
    if form.is_refused() {
        return page(&seat, found, Some(&form), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (project, space, now) = (seat.project.id, found.space.id, seat.ctx().now);
    let fresh = seat.ctx().new_id();
    let asked =
        Asked { space, title: found.space.name.clone(), place: seat.path(&format!("espaces/{space}")) };
    seat.ctx()
        .db()
        .write(move |tx| {
            // The status is read again: it may have changed since the page was.
            let here = store::find(tx, permit.actor().organisation, project, space)?;
            match here.map(|space| space.is_statutory) {
                Some(true) if is_statutory => {
                    store::members::propose(tx, &permit, project, &asked, &next, fresh, now).map(|_| ())
                }
                Some(false) if !is_statutory => store::members::seat(tx, &permit, project, space, &next, now),
                _ => Ok(()),
            }
        })
        .await?;
    done(&seat, &id)
}

/// Turns the second key of the proposal that the page showed; says why where it does not turn.
pub async fn confirm(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::ChangeStatutoryMembers)?;
    let found = found(&seat, &id).await?;
    let (project, space, now) = (seat.project.id, found.space.id, seat.ctx().now);
    let given = form.value("key").to_owned();
    let work =
        move |tx: &mut platform::Tx<'_>| store::members::confirm(tx, &permit, project, space, &given, now);
    match seat.ctx().db().write(work).await? {
        Confirmation::Done(_) => done(&seat, &id),
        Confirmation::Not(why) => {
            form.refuse("reason", seat.ctx().t.say_code("keys-not", why));
            page(&seat, found, Some(&form), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Refuses what the other party proposed, with a reason that both read.
pub async fn refuse(seat: ProjectSeat, Path((_, _, id)): Ids, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::ChangeStatutoryMembers)?;
    let found = found(&seat, &id).await?;
    let reason = form.text(&seat.ctx().t, "reason", 300);
    if form.is_refused() {
        return page(&seat, found, Some(&form), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (project, subject, now) = (seat.project.id, found.space.id.to_string(), seat.ctx().now);
    seat.ctx().db().write(move |tx| keys::refuse(tx, &permit, project, &subject, &reason, now)).await?;
    done(&seat, &id)
}
