//! The address of a calendar: what it gives, who reads it, how to take it back.

use access::Seat;
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use kernel::ProjectId;
use platform::{DbError, PageResult, T, Tx, secret};
use registry::ProjectSeat;
use ui::{Page, Tone, render};

use super::feed::END;
use crate::{
    model::entry::Entry,
    round::of_seat,
    store::{self, Address, Made},
};

/// How many dates the page shows of what the calendar will hold.
const SHOWN: usize = 12;

#[derive(Template)]
#[template(path = "address.html")]
struct AddressPage {
    page: Page,
    here: String,
    /// The calendar is of this project; of all that the seat sees otherwise.
    is_project: bool,
    /// « Ateliers Vosgiens », or the project.
    of: String,
    party: String,
    address: Option<Address>,
    /// The address that was just made: shown once.
    fresh: Option<Fresh>,
    /// Where to show first that it is oneself.
    show_again: Option<String>,
    coming: Vec<Entry>,
    more: usize,
    /// Of a seat: its projects, each with a calendar of its own.
    projects: Vec<(String, String, bool)>,
    others: Option<String>,
}

struct Fresh {
    address: String,
    /// The same, as calendar programs open it.
    webcal: String,
}

impl AddressPage {
    fn day(&self, entry: &Entry) -> String {
        self.page.t.day(entry.on)
    }

    fn read(&self, address: &Address) -> String {
        let t = &self.page.t;
        match address.read_on {
            Some(day) => t.two("diary-made-read", "made", t.day(address.made_on), "read", t.day(day)),
            None => t.one("diary-made", "made", t.day(address.made_on)),
        }
    }
}

/// Whose calendar, and of what.
struct Of<'a> {
    seat: &'a Seat,
    project: Option<&'a ProjectSeat>,
}

impl<'a> Of<'a> {
    fn seat(seat: &'a Seat) -> Self {
        Self { seat, project: None }
    }

    fn project(seat: &'a ProjectSeat) -> Self {
        Self { seat: &seat.seat, project: Some(seat) }
    }

    fn only(&self) -> Option<ProjectId> {
        self.project.map(|seat| seat.project.id)
    }

    fn here(&self) -> String {
        match self.project {
            Some(project) => project.path("calendrier"),
            None => format!("/structures/{}/calendrier", self.seat.organisation()),
        }
    }

    fn page(&self, t: &T) -> Page {
        let page = match self.project {
            Some(project) => project.page(t.say("diary-title-project"), ""),
            None => self.seat.page(t.say("diary-title-seat")),
        };
        Page { here: self.here(), ..page }
    }
}

pub async fn show(seat: Seat) -> PageResult {
    page(&Of::seat(&seat), None).await
}

pub async fn show_project(seat: ProjectSeat) -> PageResult {
    page(&Of::project(&seat), None).await
}

pub async fn make(seat: Seat) -> PageResult {
    made(&Of::seat(&seat)).await
}

pub async fn make_for_project(seat: ProjectSeat) -> PageResult {
    made(&Of::project(&seat)).await
}

pub async fn remove(seat: Seat) -> PageResult {
    removed(&Of::seat(&seat)).await
}

pub async fn remove_of_project(seat: ProjectSeat) -> PageResult {
    removed(&Of::project(&seat)).await
}

/// Makes an address and shows it, this once: it is kept nowhere.
async fn made(of: &Of<'_>) -> PageResult {
    let ctx = &of.seat.ctx;
    of.seat.fresh(&of.here())?;
    let secret = ctx.platform.new_secret();
    let made = Made {
        project: of.only(),
        secret_hash: secret::digest(&secret),
        made_with: of.seat.session.opened_with.code().to_owned(),
        today: ctx.today,
    };
    let actor = of.seat.actor.clone();
    ctx.db().write(move |tx| store::make(tx, &actor, &made)).await?;
    let address = ctx.absolute(&format!("/calendrier/{secret}{END}"));
    let bare = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let webcal = format!("webcal://{bare}");
    page(of, Some(Fresh { address, webcal })).await
}

async fn removed(of: &Of<'_>) -> PageResult {
    let (actor, only) = (of.seat.actor.clone(), of.only());
    of.seat.ctx.db().write(move |tx| store::remove(tx, &actor, only)).await?;
    Ok(Redirect::to(&format!("{}?retiree", of.here())).into_response())
}

async fn page(of: &Of<'_>, fresh: Option<Fresh>) -> PageResult {
    let (ctx, here) = (&of.seat.ctx, of.here());
    let (actor, only, t, now, today) = (of.seat.actor.clone(), of.only(), ctx.t.clone(), ctx.now, ctx.today);
    let read = move |tx: &mut Tx<'_>| {
        let mut coming = of_seat(tx, &actor, only, &t, now)?;
        coming.retain(|entry| entry.on >= today && !entry.is_done);
        let held = store::addresses_of(tx, &actor)?;
        Ok::<_, DbError>((coming, held, registry::store::projects(tx, actor.organisation)?))
    };
    let (mut coming, held, projects) = ctx.db().read(read).await?;
    let more = coming.len().saturating_sub(SHOWN);
    coming.truncate(SHOWN);
    let apart = projects.iter().map(|project| {
        let is_made = held.iter().any(|address| address.project == Some(project.id));
        (project.title.clone(), registry::path(project, "calendrier"), is_made)
    });
    let mut page = of.page(&ctx.t);
    if ctx.here.ends_with("?retiree") && fresh.is_none() {
        page = page.announcing(Tone::Ok, ctx.t.say("diary-removed"));
    }
    let is_project = of.project.is_some();
    render(&AddressPage {
        page,
        is_project,
        of: of
            .project
            .map_or_else(|| of.seat.actor.organisation_name.clone(), |seat| seat.project.title.clone()),
        party: ctx.t.say_code("party", of.seat.actor.party),
        address: held.iter().find(|address| address.project == of.only()).cloned(),
        fresh,
        show_again: of.seat.stale(&here),
        coming,
        more,
        projects: if is_project { Vec::new() } else { apart.collect() },
        others: is_project.then(|| format!("/structures/{}/calendrier", of.seat.organisation())),
        here,
    })
}
