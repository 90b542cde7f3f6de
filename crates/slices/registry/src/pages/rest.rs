//! Suspending or abandoning a project, and taking it up again: with a reason that all read, and a day to talk about it again.

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::ToSpan;
use platform::{PageResult, T, form::Form};
use ui::{Choice, Field, Page, render_with};

use crate::{
    ProjectSeat,
    model::rest::{Rest, RestState},
    store,
};

/// The end of its address under the project.
pub const REST: &str = "arret";
/// What the form says of a project that goes on again.
const RESUMED: &str = "resumed";
const REASON: usize = 1000;

#[derive(Template)]
#[template(path = "rest.html")]
struct RestPage {
    page: Page,
    here: String,
    back: String,
    rest: Option<Rest>,
    /// What is said of it.
    said: String,
    /// For whoever may.
    fields: Option<Vec<Field>>,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    // Six months: long enough for things to change, short enough for somebody to remember.
    let review = seat.ctx().today.checked_add(6.months()).unwrap_or(seat.ctx().today);
    page(&seat, &Form::with([("review_on", review.to_string())]), StatusCode::OK).await
}

async fn page(seat: &ProjectSeat, form: &Form, status: StatusCode) -> PageResult {
    let (organisation, project) = (seat.project.organisation, seat.project.id);
    let rest = seat.ctx().db().read(move |tx| store::rest(tx, organisation, project)).await?;
    let t = &seat.ctx().t;
    let here = seat.path(REST);
    let page = Page { here: here.clone(), ..seat.page(t.say("rest-title"), "") };
    let fields = seat.seat.may(Act::SetProjectAside).then(|| fields(t, form, rest.as_ref()));
    let said = rest.as_ref().map(|rest| said(t, rest)).unwrap_or_default();
    render_with(status, &RestPage { page, here, back: seat.path("fil"), rest, said, fields })
}

fn fields(t: &T, form: &Form, rest: Option<&Rest>) -> Vec<Field> {
    let states = RestState::ALL.iter().map(|state| {
        Choice::new(state.code(), t.say_code("rest", state)).hint(t.say_code("rest-hint", state))
    });
    let again = rest.map(|_| Choice::new(RESUMED, t.say("rest-resumed")).hint(t.say("rest-hint-resumed")));
    vec![
        Field::radios(t, form, "state", t.say("rest-what"), states.chain(again).collect()),
        Field::area(t, form, "reason", t.say("rest-reason")).hint(t.say("rest-reason-hint")).most(REASON),
        Field::date(t, form, "review_on", t.say("rest-review")).hint(t.say("rest-review-hint")),
    ]
}

pub async fn declare(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::SetProjectAside)?;
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let resumes = form.value("state") == RESUMED;
    let state = if resumes { None } else { form.code(t, "state", RestState::parse) };
    let reason = form.text(t, "reason", REASON);
    let review_on = if resumes { None } else { form.date(t, "review_on") };
    if review_on.is_some_and(|day| day <= today) {
        form.refuse("review_on", t.say("rest-review-past"));
    }
    if form.is_refused() {
        return page(&seat, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (project, now) = (seat.project.id, seat.ctx().now);
    let rest = state.zip(review_on).map(|(state, review_on)| Rest {
        state,
        reason: reason.clone(),
        since: today,
        review_on,
    });
    let work = move |tx: &mut platform::Tx<'_>| match &rest {
        Some(rest) => store::set_aside(tx, &permit, project, rest, now),
        None => store::resume(tx, &permit, project, &reason, now),
    };
    seat.ctx().db().write(work).await?;
    Ok(Redirect::to(&seat.path("fil")).into_response())
}

/// « Projet abandonné depuis le 22 novembre 2026. On en reparle le 22 mai 2027. »
pub fn said(t: &T, rest: &Rest) -> String {
    let key = format!("rest-said-{}", rest.state.code());
    t.two(&key, "since", t.day(rest.since), "review", t.day(rest.review_on))
}
