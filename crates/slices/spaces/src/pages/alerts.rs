//! Setting an alert aside for one's own party, with a reason and for a time; taking it up again; the delays.

use access::Act;
use askama::Template;
use axum::{
    extract::RawQuery,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::{ToSpan, civil::Date};
use platform::{DbError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Field, Page, render_with};

use super::errors;
use crate::{
    model::{
        pitfall::{Alert, Limits, Pitfall},
        space::Space,
    },
    store::{self, ReadExchanges, Watch},
    told::{Told, told},
};

#[derive(Template)]
#[template(path = "aside.html")]
struct AsidePage {
    page: Page,
    back: String,
    here: String,
    told: Told,
    pitfall: Pitfall,
    subject: String,
    until: String,
    field: Field,
    errors: Vec<(String, String)>,
}

/// What is watched today, and the spaces it is about.
pub(super) async fn watched(seat: &ProjectSeat, exchanges: ReadExchanges) -> PageResult<(Watch, Vec<Space>)> {
    let (organisation, project, today) = (seat.seat.organisation(), seat.project.id, seat.ctx().today);
    let reader = seat.seat.reader();
    let read = move |tx: &mut platform::Tx<'_>| {
        let exchanged = exchanges(tx, reader, project)?;
        let watch = store::watch(tx, reader, project, &exchanged, today)?;
        Ok::<_, DbError>((watch, store::spaces(tx, organisation, project)?))
    };
    Ok(seat.ctx().db().read(read).await?)
}

fn asked<'a>(watch: &'a Watch, form: &Form) -> Option<&'a Alert> {
    let (pitfall, subject) = (Pitfall::parse(form.value("alerte")).ok()?, form.value("objet"));
    watch.alerts.iter().find(|alert| alert.pitfall == pitfall && alert.subject.to_string() == subject)
}

/// The day until which an alert set aside today waits.
fn until(limits: Limits, today: Date) -> Date {
    today.saturating_add(i64::from(limits.aside_weeks).weeks())
}

fn to_spaces(seat: &ProjectSeat, done: &str) -> PageResult {
    Ok(Redirect::to(&format!("{}{done}", seat.path("espaces"))).into_response())
}

/// The form; `?alerte=<pitfall>&objet=<subject>` says which alert. One that is no more leads back to the spaces.
pub async fn show(seat: ProjectSeat, RawQuery(query): RawQuery, exchanges: ReadExchanges) -> PageResult {
    let form = Form::read(query.unwrap_or_default().as_bytes());
    let (watch, spaces) = watched(&seat, exchanges).await?;
    match asked(&watch, &form) {
        Some(alert) => page(&seat, alert, &spaces, watch.limits, &form, StatusCode::OK),
        None => to_spaces(&seat, ""),
    }
}

fn page(
    seat: &ProjectSeat,
    alert: &Alert,
    spaces: &[Space],
    limits: Limits,
    form: &Form,
    status: StatusCode,
) -> PageResult {
    let t = &seat.ctx().t;
    let here = seat.path("espaces/alertes");
    let back = seat.path("espaces");
    render_with(
        status,
        &AsidePage {
            page: Page { here: back.clone(), ..seat.page(t.say("alert-aside-title"), "spaces") },
            back,
            here,
            told: told(alert, spaces, seat.seat.organisation(), t),
            pitfall: alert.pitfall,
            subject: alert.subject.to_string(),
            until: t.day(until(limits, seat.ctx().today)),
            field: Field::text(t, form, "aside", t.say("alert-aside-reason"))
                .hint(t.say("alert-aside-reason-hint"))
                .most(300),
            errors: errors(t, form),
        },
    )
}

pub async fn set_aside(seat: ProjectSeat, mut form: Form, exchanges: ReadExchanges) -> PageResult {
    let permit = seat.seat.permit(Act::SetAlertAside)?;
    let (watch, spaces) = watched(&seat, exchanges).await?;
    let reason = form.text(&seat.ctx().t, "aside", 300);
    let Some(alert) = asked(&watch, &form).copied() else { return to_spaces(&seat, "") };
    if form.is_refused() {
        return page(&seat, &alert, &spaces, watch.limits, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (project, now) = (seat.project.id, seat.ctx().now);
    let until = until(watch.limits, seat.ctx().today);
    seat.ctx()
        .db()
        .write(move |tx| store::set_aside(tx, &permit, project, &alert, &reason, until, now))
        .await?;
    to_spaces(&seat, "?fait")
}

pub async fn take_up(seat: ProjectSeat, form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::SetAlertAside)?;
    let Ok(pitfall) = Pitfall::parse(form.value("alerte")) else { return to_spaces(&seat, "") };
    let (project, subject, now) = (seat.project.id, form.value("objet").to_owned(), seat.ctx().now);
    let done =
        seat.ctx().db().write(move |tx| store::take_up(tx, &permit, project, pitfall, &subject, now)).await?;
    to_spaces(&seat, if done { "?fait" } else { "" })
}

#[derive(Template)]
#[template(path = "watch.html")]
struct WatchPage {
    page: Page,
    back: String,
    here: String,
    fields: Vec<Field>,
    errors: Vec<(String, String)>,
}

/// After how many weeks to speak up.
pub async fn limits(seat: ProjectSeat) -> PageResult {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let limits = seat.ctx().db().read(move |tx| store::limits(tx, organisation, project)).await?;
    let form = Form::with([
        ("unlinked", limits.unlinked_weeks.to_string()),
        ("silent", limits.silent_weeks.to_string()),
        ("weeks", limits.aside_weeks.to_string()),
    ]);
    limits_page(&seat, &form, StatusCode::OK)
}

fn limits_page(seat: &ProjectSeat, form: &Form, status: StatusCode) -> PageResult {
    seat.seat.permit(Act::EditProject)?;
    let t = &seat.ctx().t;
    let field = |name: &str, label: &str| Field::number(t, form, name, t.say(label));
    render_with(
        status,
        &WatchPage {
            page: seat.page(t.say("watch-title"), "spaces"),
            back: seat.path("espaces"),
            here: seat.path("espaces/veille"),
            fields: vec![
                field("unlinked", "watch-unlinked"),
                field("silent", "watch-silent"),
                field("weeks", "watch-aside"),
            ],
            errors: errors(t, form),
        },
    )
}

pub async fn set_limits(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let t = &seat.ctx().t;
    let mut weeks = |name: &str, most: i64| u8::try_from(form.number(t, name, 1, most)).unwrap_or(u8::MAX);
    let next = Limits {
        unlinked_weeks: weeks("unlinked", 52),
        silent_weeks: weeks("silent", 52),
        aside_weeks: weeks("weeks", 26),
    };
    if form.is_refused() {
        return limits_page(&seat, &form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (project, now) = (seat.project.id, seat.ctx().now);
    seat.ctx().db().write(move |tx| store::set_limits(tx, &permit, project, next, now)).await?;
    to_spaces(&seat, "?fait")
}
