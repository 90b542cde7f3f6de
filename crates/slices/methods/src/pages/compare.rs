//! Before and after: two campaigns of one method on one project, side by side, for the groups that both show.
//!
//! Nothing is computed here from answers: only what each campaign published is read again, so that no difference tells more
//! than both publications did together, which the memory of publications holds against (decision 0018). Where the few who
//! came or left could alone have made a difference, the later campaign published the earlier value: it is said so.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::RawQuery;
use kernel::{CampaignId, Party};
use platform::{DbError, PageResult, T, form::Form};
use registry::ProjectSeat;
use ui::{
    Choice, Field, Page,
    charts::{GapPicture, gap},
    render,
};

use crate::{
    api::{self, GapCell, Gaps},
    words::percent,
};

/// What two publications say of one group on one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Both {
        before: i32,
        after: i32,
    },
    /// The later campaign published the earlier value.
    Stands(i32),
    /// One of both withholds it.
    Withheld,
}

impl Pair {
    fn of(before: Option<GapCell>, after: Option<GapCell>) -> Self {
        match (before, after) {
            (Some(before), Some(after)) if after.as_before.is_none() => {
                Self::Both { before: before.percent, after: after.percent }
            }
            (Some(_), Some(after)) => Self::Stands(after.percent),
            _ => Self::Withheld,
        }
    }
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    page: Page,
    here: String,
    list: String,
    /// The two campaigns to choose; empty where there are not two.
    fields: Vec<Field>,
    columns: Option<(String, String)>,
    groups: Vec<GroupView>,
    /// Names of the groups that one of both withholds, or did not ask.
    left_out: Vec<String>,
}

struct GroupView {
    id: String,
    name: String,
    wide: String,
    tall: String,
    rows: Vec<RowView>,
    has_standing: bool,
}

struct RowView {
    criterion: String,
    before: String,
    after: String,
    difference: String,
}

/// `?avant=<campaign>&apres=<campaign>`; by default the last two that were published.
pub async fn show(seat: ProjectSeat, RawQuery(query): RawQuery) -> PageResult {
    let asked = Form::read(query.unwrap_or_default().as_bytes());
    let all = comparable(&seat).await?;
    let chosen = choose(&all, asked.value("avant"), asked.value("apres"));
    let t = &seat.ctx().t;
    let (groups, left_out) = match chosen {
        Some((before, after)) => compare(t, before, after),
        None => Default::default(),
    };
    render(&ComparePage {
        page: seat.page(t.say("compare-title"), "methods"),
        here: seat.path("diagnostics/comparer"),
        list: seat.path("diagnostics"),
        fields: if all.len() < 2 { Vec::new() } else { fields(t, &all, chosen) },
        columns: chosen.map(|(before, after)| (heading(t, before), heading(t, after))),
        groups,
        left_out,
    })
}

/// What was published of this project, oldest first: only the campaigns of the method that was run last.
async fn comparable(seat: &ProjectSeat) -> PageResult<Vec<Gaps>> {
    let (organisation, project, t) = (seat.project.organisation, seat.project.id, seat.ctx().t.clone());
    let read = move |tx: &mut platform::Tx<'_>| {
        let campaigns = api::campaigns(tx, organisation, project)?;
        let methods: BTreeMap<CampaignId, String> =
            campaigns.into_iter().map(|campaign| (campaign.id, campaign.method)).collect();
        let mut all = api::all_gaps(tx, organisation, project, &t)?;
        all.sort_by_key(|gaps| (gaps.closed_on, gaps.campaign));
        let last = all.last().and_then(|gaps| methods.get(&gaps.campaign).cloned());
        all.retain(|gaps| methods.get(&gaps.campaign) == last.as_ref());
        Ok::<_, DbError>(all)
    };
    Ok(seat.ctx().db().read(read).await?)
}

/// The two campaigns of the address, the earlier first; else the last two.
fn choose<'a>(all: &'a [Gaps], before: &str, after: &str) -> Option<(&'a Gaps, &'a Gaps)> {
    let place = |id: &str| all.iter().position(|gaps| gaps.campaign.to_string() == id);
    let last = all.len().checked_sub(1)?;
    let (one, other) = match (place(before), place(after)) {
        (Some(one), Some(other)) if one != other => (one.min(other), one.max(other)),
        _ => (last.checked_sub(1)?, last),
    };
    Some((&all[one], &all[other]))
}

fn heading(t: &T, gaps: &Gaps) -> String {
    t.two("compare-campaign", "title", gaps.title.as_str(), "day", t.day(gaps.closed_on))
}

fn fields(t: &T, all: &[Gaps], chosen: Option<(&Gaps, &Gaps)>) -> Vec<Field> {
    let form = Form::with(chosen.into_iter().flat_map(|(before, after)| {
        [("avant", before.campaign.to_string()), ("apres", after.campaign.to_string())]
    }));
    let choices = || -> Vec<Choice> {
        let stage = |gaps: &Gaps| t.say_code("stage", gaps.stage);
        let choice = |gaps: &Gaps| {
            Choice::new(gaps.campaign.to_string(), format!("{} · {}", heading(t, gaps), stage(gaps)))
        };
        all.iter().map(choice).collect()
    };
    let field = |name: &str, key: &str| Field::select(t, &form, name, t.say(key), choices());
    vec![field("avant", "compare-before"), field("apres", "compare-after")]
}

/// The groups that both campaigns show, and the names of the others.
fn compare(t: &T, before: &Gaps, after: &Gaps) -> (Vec<GroupView>, Vec<String>) {
    let (mut shown, mut left_out) = (Vec::new(), Vec::new());
    for (at, group) in after.groups.iter().enumerate() {
        let then = before.groups.iter().position(|known| known.party == group.party);
        let pairs = then.map_or_else(Vec::new, |then| pairs(before, then, after, at));
        if pairs.iter().all(|(_, pair)| *pair == Pair::Withheld) {
            left_out.push(group.label.clone());
        } else {
            shown.push(view(t, (before, after), group.party, &group.label, &pairs));
        }
    }
    let gone = before.groups.iter().filter(|old| after.groups.iter().all(|new| new.party != old.party));
    left_out.extend(gone.map(|group| group.label.clone()));
    (shown, left_out)
}

/// What both say of a group, criterion by criterion, in the order of the later one.
fn pairs<'a>(before: &Gaps, then: usize, after: &'a Gaps, now: usize) -> Vec<(&'a str, Pair)> {
    let cell = |row: &api::GapRow, at: usize| row.cells.get(at).copied().flatten();
    let pair = |row: &'a api::GapRow| {
        let earlier = before.rows.iter().find(|known| known.criterion == row.criterion);
        let earlier = earlier.and_then(|known| cell(known, then));
        (row.label.as_str(), Pair::of(earlier, cell(row, now)))
    };
    after.rows.iter().map(pair).collect()
}

fn view(
    t: &T,
    (before, after): (&Gaps, &Gaps),
    party: Party,
    name: &str,
    pairs: &[(&str, Pair)],
) -> GroupView {
    let picture = GapPicture {
        id_prefix: format!("compare-{party}"),
        title: t.one("compare-picture", "group", name),
        desc: t.say("compare-picture-desc"),
        groups: vec![heading(t, before), heading(t, after)],
        ticks: [0, 25, 50, 75, 100].map(|value| gap::Tick { value, label: percent(t, value) }).into(),
        rows: pairs.iter().map(|(label, pair)| drawn(t, label, *pair)).collect(),
    };
    GroupView {
        id: party.code().to_owned(),
        name: name.to_owned(),
        wide: gap::draw(&picture),
        tall: gap::draw_tall(&picture),
        rows: pairs.iter().map(|(label, pair)| row(t, label, *pair)).collect(),
        has_standing: pairs.iter().any(|(_, pair)| matches!(pair, Pair::Stands(_))),
    }
}

fn drawn(t: &T, label: &str, pair: Pair) -> gap::Row {
    let mark = |value| Some(gap::Mark { value, spread: None });
    let content = match pair {
        Pair::Both { before, after } => gap::Content::Shown {
            marks: vec![mark(before), mark(after)],
            gap_label: signed(t, after - before),
        },
        Pair::Stands(_) => gap::Content::Hidden(t.say("compare-stands")),
        Pair::Withheld => gap::Content::Hidden(t.say("compare-one-withheld")),
    };
    gap::Row { label: label.to_owned(), content }
}

fn row(t: &T, label: &str, pair: Pair) -> RowView {
    let (before, after, difference) = match pair {
        Pair::Both { before, after } => (percent(t, before), percent(t, after), signed(t, after - before)),
        Pair::Stands(value) => (percent(t, value), t.say("compare-stands"), "–".to_owned()),
        Pair::Withheld => ("–".to_owned(), "–".to_owned(), t.say("compare-one-withheld")),
    };
    RowView { criterion: label.to_owned(), before, after, difference }
}

/// « +12 », « −4 », « 0 ».
fn signed(t: &T, points: i32) -> String {
    let size = t.number(points.abs().into());
    match points.signum() {
        1 => format!("+{size}"),
        -1 => format!("−{size}"),
        _ => size,
    }
}
