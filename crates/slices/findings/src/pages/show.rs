//! One finding: its words, its path, its answers, the thread both ways, and what is open to this reader.

use std::collections::BTreeMap;

use access::Act;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use jiff::civil::Date;
use kernel::{FindingId, Party, ResponseId, SpaceId};
use platform::{DbError, PageError, PageResult, form::Form};
use registry::ProjectSeat;
use spaces::{Activity, Level, Space};
use ui::{Page, Tone, render_with};

use super::{
    errors, finding_id,
    forms::{Forms, first, over},
    trail::{Around, Place},
};
use crate::{
    model::{
        finding::{Finding, Step},
        link::Link,
    },
    store,
};

#[derive(Template)]
#[template(path = "finding.html")]
struct FindingPage {
    page: Page,
    /// The list.
    list: String,
    /// This finding.
    base: String,
    root: String,
    today: Date,
    finding: Finding,
    party: Party,
    came_from: Vec<Place>,
    led_to: Vec<Place>,
    /// The days of held meetings that took it up, with their titles.
    meetings: Vec<Activity>,
    forms: Forms,
    clause: Option<String>,
    /// Where it is assessed in the risk document.
    assess: Option<String>,
    fresh: ResponseId,
    /// Whether the author's name is shown, for the author to change.
    own_credit: Option<bool>,
    /// How far each space reaches.
    levels: BTreeMap<SpaceId, Level>,
    /// Open spaces that reach further than those that did not answer in time.
    further: Vec<String>,
    errors: Vec<(String, String)>,
}

impl FindingPage {
    /// The level of the space to which it passed, where that reaches further than the one in which it was said.
    fn raised_to(&self, asked: &crate::Transmission) -> Option<&Level> {
        let to = self.levels.get(&asked.to_space)?;
        (Some(to) > self.levels.get(&self.finding.space)).then_some(to)
    }

    fn may_withdraw(&self, asked: &crate::Transmission) -> bool {
        self.finding.withdrawable_by(asked.to_space, self.party).is_ok()
    }

    fn is_refused(&self, fields: &[&str]) -> bool {
        self.errors.iter().any(|(name, _)| fields.contains(&name.as_str()))
    }
}

/// Organisation, project, finding, as the address gives them.
pub type Ids = Path<(String, String, String)>;

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    page(&seat, finding_id(&id)?, None, StatusCode::OK).await
}

/// Everything that the page reads.
struct Read {
    findings: Vec<Finding>,
    links: Vec<Link>,
    spaces: Vec<Space>,
    activities: Vec<Activity>,
    own_credit: Option<bool>,
}

async fn read(seat: &ProjectSeat, id: FindingId) -> Result<Read, DbError> {
    let member = seat.seat.actor.member;
    let (organisation, reader, project) = (seat.seat.organisation(), seat.seat.reader(), seat.project.id);
    seat.ctx()
        .db()
        .read(move |tx| {
            Ok(Read {
                findings: store::findings(tx, reader, project)?,
                links: store::links(tx, reader, project)?,
                spaces: spaces::store::spaces(tx, organisation, project)?,
                activities: spaces::store::activities(tx, organisation, project)?,
                own_credit: store::credit(tx, organisation, project, id)?
                    .filter(|(author, _)| *author == member)
                    .map(|(_, is_credited)| is_credited),
            })
        })
        .await
}

/// The page, with the form that was refused where there is one.
pub async fn page(
    seat: &ProjectSeat,
    id: FindingId,
    refused: Option<&Form>,
    status: StatusCode,
) -> PageResult {
    let all = read(seat, id).await?;
    let t = &seat.ctx().t;
    let finding = all.findings.iter().find(|finding| finding.id == id).ok_or(PageError::NotFound)?.clone();
    let around = Around {
        t,
        root: seat.path(""),
        links: &all.links,
        findings: &all.findings,
        spaces: &all.spaces,
        activities: &all.activities,
    };
    let today = seat.ctx().today;
    let untouched = first(&finding, today);
    let form = refused.map_or(untouched.clone(), |sent| over(sent, &untouched));
    let (taken_up, others) = split(&finding, &all);
    let base = seat.path(&format!("constats/{id}"));
    let may_draft = finding.fate.is_none() && seat.seat.may(Act::DraftClause);
    let clause = may_draft.then(|| seat.path(&format!("accords/nouvel-article?constat={id}")));
    render_with(
        status,
        &FindingPage {
            page: frame(seat, &finding, &base),
            list: seat.path("constats"),
            root: seat.path(""),
            today,
            party: seat.seat.actor.party,
            came_from: around.came_from(&finding),
            led_to: around.led_to(&finding),
            meetings: taken_up,
            forms: Forms::open_to(seat, &form, &finding, &all.spaces, &others),
            clause,
            assess: seat
                .seat
                .may(Act::ProposeRiskLine)
                .then(|| seat.path(&format!("prevention/ligne?constat={id}"))),
            fresh: seat.ctx().new_id(),
            own_credit: all.own_credit,
            levels: all.spaces.iter().map(|space| (space.id, space.level)).collect(),
            further: further(&finding, &all.spaces, today),
            errors: errors(t, &form),
            base,
            finding,
        },
    )
}

fn frame(seat: &ProjectSeat, finding: &Finding, base: &str) -> Page {
    let t = &seat.ctx().t;
    let kind = t.say_code("finding-kind", finding.kind);
    let title = t.two("finding-title", "kind", kind, "day", t.day(finding.recorded_on));
    let page = Page { here: base.to_owned(), ..seat.page(title, "findings") };
    let done = seat.ctx().here.rsplit_once("?fait=").map(|(_, done)| format!("finding-done-{done}"));
    match done.filter(|key| t.has(key)) {
        Some(key) => page.announcing(Tone::Ok, t.say(&key)),
        None => page,
    }
}

/// The open spaces that reach further than each one that has not answered in time: a matter goes up a level by being
/// passed on, not by itself.
fn further(finding: &Finding, spaces: &[Space], today: Date) -> Vec<String> {
    let level = |id: SpaceId| spaces.iter().find(|space| space.id == id).map(|space| space.level);
    let late = finding.passed.iter().filter(|asked| asked.is_late(today));
    let Some(highest) = late.filter_map(|asked| level(asked.to_space)).max() else { return Vec::new() };
    let higher = spaces.iter().filter(|space| space.is_open() && space.level > highest);
    higher.filter(|space| finding.is_open_to(space.id)).map(|space| space.name.clone()).collect()
}

/// The held activities: those that took the finding up, and the others.
fn split(finding: &Finding, all: &Read) -> (Vec<Activity>, Vec<Activity>) {
    let id = finding.id.to_string();
    let took_it_up = |activity: &Activity| {
        let to = activity.id.to_string();
        all.links.iter().any(|l| l.from_id == id && l.to_kind == "activity" && l.to_id == to)
    };
    let held =
        all.activities.iter().filter(|activity| activity.state == spaces::ActivityState::Held).cloned();
    held.partition(took_it_up)
}
