//! The spaces of a project with what is planned and held in each, the alerts, and which families speak.

use access::Act;
use askama::Template;
use jiff::civil::Date;
use kernel::StakeholderFamily;
use platform::{DbError, PageResult, T};
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use super::alerts::watched;
use crate::{
    model::{
        activity::{Activity, ActivityState, Round},
        pitfall::{Alert, Pitfall, families},
        space::Space,
    },
    store::{self, ReadExchanges, Watch},
    told::{Told, told},
};

/// A space and what is held in it.
struct Held {
    space: Space,
    activities: Vec<Activity>,
}

/// An alert as this reader sees it.
struct Shown {
    told: Told,
    href: String,
    /// Where it is set aside.
    aside: String,
}

/// An alert that a party set aside, with what it said.
struct Waiting {
    what: String,
    says: String,
    reason: String,
    pitfall: Pitfall,
    subject: String,
    is_ours: bool,
}

#[derive(Template)]
#[template(path = "spaces.html")]
struct SpacesPage {
    page: Page,
    base: String,
    /// Where the addresses of what drives an activity begin.
    root: String,
    people: String,
    today: Date,
    spaces: Vec<Held>,
    alerts: Vec<Shown>,
    asides: Vec<Waiting>,
    families: Vec<(StakeholderFamily, bool)>,
    may_plan: bool,
    may_edit: bool,
    may_invite: bool,
}

pub async fn show(seat: ProjectSeat, exchanges: ReadExchanges) -> PageResult {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    let (watch, spaces) = watched(&seat, exchanges).await?;
    let read = move |tx: &mut platform::Tx<'_>| store::activities(tx, organisation, project);
    let activities = seat.ctx().db().read::<_, DbError, _>(read).await?;
    let t = &seat.ctx().t;
    let base = seat.path("espaces");
    let mut page = Page { here: base.clone(), ..seat.page(t.say("spaces-title"), "spaces") };
    if seat.ctx().here.ends_with("?fait") {
        page = page.announcing(Tone::Ok, t.say("spaces-done"));
    }
    let held = |space: &Space| {
        let activities = activities.iter().filter(|activity| activity.space == space.id).cloned().collect();
        Held { space: space.clone(), activities }
    };
    render(&SpacesPage {
        page,
        root: seat.path(""),
        people: access::people(organisation),
        today: seat.ctx().today,
        alerts: alerts(&seat, &watch, &spaces),
        asides: asides(&seat, &watch, &spaces),
        families: families(&watch.present).collect(),
        spaces: spaces.iter().map(held).collect(),
        may_plan: seat.seat.may(Act::PlanActivity),
        may_edit: seat.seat.may(Act::EditProject),
        may_invite: seat.seat.may(Act::InviteMember),
        base,
    })
}

fn say(seat: &ProjectSeat, alert: &Alert, spaces: &[Space], t: &T) -> Told {
    told(alert, spaces, seat.seat.organisation(), t)
}

fn alerts(seat: &ProjectSeat, watch: &Watch, spaces: &[Space]) -> Vec<Shown> {
    let t = &seat.ctx().t;
    let shown = |alert: &Alert| {
        let told = say(seat, alert, spaces, t);
        let href = if told.rest.starts_with('/') { told.rest.clone() } else { seat.path(&told.rest) };
        let aside = seat.path(&format!("espaces/alertes?alerte={}&objet={}", alert.pitfall, alert.subject));
        Shown { told, href, aside }
    };
    watch.told_to(seat.seat.actor.party).map(shown).collect()
}

fn asides(seat: &ProjectSeat, watch: &Watch, spaces: &[Space]) -> Vec<Waiting> {
    let t = &seat.ctx().t;
    let waiting = |(alert, aside): (&Alert, &store::Aside)| Waiting {
        what: say(seat, alert, spaces, t).what,
        says: t.two("alert-aside-by", "party", t.say_code("party", aside.party), "day", t.day(aside.until)),
        reason: aside.reason.clone(),
        pitfall: alert.pitfall,
        subject: aside.subject.clone(),
        is_ours: aside.party == seat.seat.actor.party,
    };
    watch.set_aside().map(waiting).collect()
}
