//! *Le fil*: the home of a project, seen from where the reader stands.

use std::sync::Arc;

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use findings::Step;
use kernel::{MemberId, Sphere};
use methods::{
    CampaignState,
    api::{GapCell, Gaps},
};
use platform::{DbError, PageResult, T, Tx};
use registry::{ProjectSeat, Rest};
use ui::{
    Page,
    charts::{gap, steps, thread},
    render,
};

use super::kept::{Body, Kept, Key};
use crate::{
    duties::{duties, heeds},
    fates::{self, Fate},
    model::duty,
    scene::{Line, scene},
    todo::{Items, items},
    whole::Whole,
};

/// How many findings stand in sight; the others are one link away.
const FINDINGS_IN_SIGHT: usize = 6;

#[derive(Template)]
#[template(path = "thread.html")]
struct ThreadPage {
    page: Page,
    body: Arc<Body>,
    journal: String,
}

/// What the page shows under its frame: the same for every reader of a party, until something is done.
#[derive(Template)]
#[template(path = "thread_body.html")]
struct Shown<'a> {
    t: &'a T,
    base: String,
    wide: String,
    tall: String,
    lines: Vec<Line>,
    todo: Items,
    gaps: Option<GapsView>,
    /// The campaign that is open or prepared, where none was closed yet.
    running: Option<Running>,
    may_prepare: bool,
    fates: Vec<(Fate, String)>,
    findings: usize,
    /// Set aside: since when, until when, and why.
    rest: Option<(String, String)>,
}

struct GapsView {
    gaps: Gaps,
    wide: String,
    tall: String,
    lede: String,
}

struct Running {
    says: String,
    href: String,
}

/// `/structures/{org}/projets/{project}` leads to the thread.
pub async fn home(seat: ProjectSeat) -> PageResult {
    Ok(Redirect::to(&seat.path("fil")).into_response())
}

pub async fn show(seat: ProjectSeat, kept: Arc<Kept>) -> PageResult {
    let ctx = seat.ctx();
    let reader = seat.seat.reader();
    let (head, apart) = ctx.db().glance(move |tx| reader.kept_under(tx)).await?;
    let body = match kept.find(&key(&seat, head, apart)) {
        Some(body) => body,
        None => {
            let (project, t, now) = (seat.project.clone(), ctx.t.clone(), ctx.now);
            let read = move |tx: &mut Tx<'_>| {
                let rest = registry::store::rest(tx, reader.organisation(), project.id)?;
                Ok::<_, DbError>((Whole::of(tx, reader, project, &t, now)?, reader.apart(tx)?, rest))
            };
            let (whole, apart, rest) = ctx.db().read(read).await?;
            kept.keep(key(&seat, whole.head.hash.clone(), apart), draw(&seat, &whole, rest.as_ref())?)
        }
    };
    render(&ThreadPage {
        page: seat.page(seat.project.title.clone(), "thread"),
        journal: seat.path("journal"),
        body,
    })
}

fn key(seat: &ProjectSeat, head: String, apart: Option<MemberId>) -> Key {
    let (party, ctx) = (seat.seat.actor.party, seat.ctx());
    Key { project: seat.project.id, head, party, apart, locale: ctx.locale(), today: ctx.today }
}

/// Draws what stands under the frame.
fn draw(seat: &ProjectSeat, whole: &Whole, rest: Option<&Rest>) -> PageResult<Body> {
    let (t, today) = (&seat.ctx().t, seat.ctx().today);
    let reading = whole.reading(today);
    let law = obligations::api::todo(&reading, t);
    let path = |rest: &str| address(seat, rest);
    let scene = scene(whole, &reading, t, today, Some(&path));
    let reader = seat.seat.actor.party;
    let mut all = duties(whole, &law, today);
    all.extend(heeds(whole, reader, t));
    let list = duty::list(all, reader, today);
    let latest = fates::by_last_move(whole).into_iter().take(FINDINGS_IN_SIGHT);
    let fates = fates::fates(whole, latest, t, today);
    let shown = Shown {
        t,
        base: seat.path(""),
        wide: thread::draw(&scene.picture),
        tall: thread::draw_tall(&scene.picture),
        lines: scene.lines,
        todo: items(&list, t),
        gaps: whole.gaps.as_ref().map(|gaps| gaps_view(gaps, t)),
        running: running(seat, whole),
        may_prepare: seat.seat.may(access::Act::PrepareCampaign),
        fates: fates
            .into_iter()
            .map(|fate| (steps_of(fate.step, t), fate))
            .map(|(bars, fate)| (fate, bars))
            .collect(),
        findings: whole.findings.len(),
        rest: rest.map(|rest| (registry::pages::rest::said(t, rest), rest.reason.clone())),
    };
    Ok(Body { html: shown.render()?, sealed: whole.head.number })
}

/// An address under the project; what starts with a slash is one already.
fn address(seat: &ProjectSeat, rest: &str) -> String {
    if rest.starts_with('/') { rest.to_owned() } else { seat.path(rest) }
}

fn gaps_view(gaps: &Gaps, t: &T) -> GapsView {
    let picture = methods::api::picture(gaps, t, "gap");
    let lede = t.two("thread-gaps-lede", "title", gaps.title.clone(), "day", t.day(gaps.closed_on));
    GapsView { wide: gap::draw(&picture), tall: gap::draw_tall(&picture), lede, gaps: gaps.clone() }
}

/// What to say where there are no results: a campaign under way, if there is one.
fn running(seat: &ProjectSeat, whole: &Whole) -> Option<Running> {
    let campaign = whole.campaigns.iter().find(|campaign| campaign.state != CampaignState::Closed)?;
    let t = &seat.ctx().t;
    let says = match campaign.state {
        CampaignState::Open => {
            t.two("thread-gaps-open", "title", campaign.title.clone(), "day", t.day(campaign.closes_on))
        }
        _ => t.one("thread-gaps-prepared", "title", campaign.title.clone()),
    };
    Some(Running { says, href: seat.path(&campaign.rest()) })
}

fn steps_of(step: Step, t: &T) -> String {
    let names: Vec<String> =
        Step::ALL.iter().map(|step| t.say_code("finding-step", step).to_lowercase()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let reached = Step::ALL.iter().filter(|other| **other <= step).count();
    steps::draw(&names, reached, &t.two("thread-steps", "reached", reached, "all", Step::ALL.len()))
}

impl Shown<'_> {
    fn at(&self, rest: &str) -> String {
        if rest.starts_with('/') { rest.to_owned() } else { format!("{}{rest}", self.base) }
    }

    /// The day of a line, on one line.
    fn day(&self, line: &Line) -> String {
        self.t.day(line.on).replace(' ', "\u{a0}")
    }

    /// The class of a sphere's tag.
    fn tag(&self, sphere: &Sphere) -> &'static str {
        match sphere {
            Sphere::Social => "s",
            Sphere::Professional => "p",
            Sphere::Technical => "t",
        }
    }

    fn percent(&self, cell: &Option<GapCell>) -> String {
        match cell {
            Some(cell) => self.t.one("thread-percent", "n", cell.percent),
            None => self.t.say("thread-withheld"),
        }
    }

    fn gap(&self, gap: &Option<i32>) -> String {
        gap.map_or_else(|| self.t.say("thread-withheld"), |points| format!("+{points}"))
    }

    fn respondents(&self, group: &methods::api::GapGroup) -> String {
        match group.respondents {
            Some(n) => format!("{}, {n}", group.label),
            None => group.label.clone(),
        }
    }
}
