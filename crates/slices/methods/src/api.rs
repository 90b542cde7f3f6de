//! What other slices may ask: campaigns, keys that wait, and where views differ.

use access::{Act, keys, keys::KeyState};
use content::method::Method;
use jiff::{Timestamp, civil::Date};
use kernel::{CampaignId, OrganisationId, Party, ProjectId, Stage};
use platform::{DbError, T, Tx};
use scoring::{Balance, CriterionResult, InGroup, Permille, Results};
use ui::charts::{GapPicture, gap};

use crate::{
    model::campaign::{Campaign, CampaignState},
    store,
    words::percent,
};

/// The results of a campaign as other pages show them: disclosed values only, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    pub campaign: CampaignId,
    pub title: String,
    pub stage: Stage,
    pub closed_on: Date,
    pub floor: u32,
    pub invited: u32,
    /// All groups together; `None` where saying it would let one subtract a small group.
    pub respondents: Option<u32>,
    pub groups: Vec<GapGroup>,
    /// Largest gap first; those without a gap last.
    pub rows: Vec<GapRow>,
    /// The page of the results, as the end of an address under the project.
    pub rest: String,
}

impl Gaps {
    /// The earlier campaigns whose values stand in these results, each once.
    pub fn recalled(&self) -> std::collections::BTreeSet<CampaignId> {
        self.rows.iter().flat_map(|row| &row.cells).flatten().filter_map(|cell| cell.as_before).collect()
    }
}

/// A group that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapGroup {
    pub party: Party,
    pub label: String,
    /// `None`: under the floor.
    pub respondents: Option<u32>,
}

/// What the groups say of a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRow {
    pub criterion: String,
    pub label: String,
    pub explanation: String,
    /// In the order of [`Gaps::groups`]; `None` where the group is withheld.
    pub cells: Vec<Option<GapCell>>,
    /// Points of percent between the two groups furthest apart; `None` with fewer than two shown.
    pub gap: Option<i32>,
    /// The form that turns this into a finding, as the end of an address under the project.
    pub new_finding: String,
}

/// What a group says of a criterion, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapCell {
    /// Mean share of points of vigilance among the yes and no of each person.
    pub percent: i32,
    /// Half of the group stands between these two.
    pub low: i32,
    pub high: i32,
    /// None where it would tell what few people said.
    pub dont_know: Option<i32>,
    /// The campaign whose value stands: the few who came or left since could alone make the difference.
    pub as_before: Option<CampaignId>,
}

/// A key that waits for the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyWaiting {
    pub campaign: Campaign,
    pub act: Act,
    /// Whose key is turned.
    pub party: Party,
    /// Whose key it waits for.
    pub awaited: Party,
    pub by: String,
    pub expires_at: Timestamp,
}

/// The campaigns of a project, newest first.
pub fn campaigns(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
) -> Result<Vec<Campaign>, DbError> {
    store::campaigns(tx, organisation, project)
}

/// A campaign of this project.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    campaign: CampaignId,
) -> Result<Option<Campaign>, DbError> {
    Ok(store::find(tx, organisation, campaign)?.filter(|found| found.project == project))
}

/// Where views differ, by the campaign that closed last.
pub fn latest_gaps(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    t: &T,
) -> Result<Option<Gaps>, DbError> {
    Ok(all_gaps(tx, organisation, project, t)?.into_iter().max_by_key(|gaps| (gaps.closed_on, gaps.campaign)))
}

/// Where views differ, in every closed campaign, newest first.
pub fn all_gaps(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    t: &T,
) -> Result<Vec<Gaps>, DbError> {
    let mut all = Vec::new();
    for campaign in store::campaigns(tx, organisation, project)? {
        let method = campaign.method()?;
        if let Some(results) = store::results(tx, organisation, &campaign, method)? {
            all.push(gaps(&campaign, method, &results, t));
        }
    }
    Ok(all)
}

/// The keys that are turned and wait for the other party's.
pub fn keys_waiting(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    project: ProjectId,
    now: Timestamp,
) -> Result<Vec<KeyWaiting>, DbError> {
    let mut all = Vec::new();
    for campaign in store::campaigns(tx, organisation, project)? {
        let Some(act) = next_act(&campaign) else { continue };
        if let KeyState::Waiting(key) = keys::state(tx, organisation, act, &campaign.id.to_string(), now)? {
            all.push(KeyWaiting {
                campaign,
                act,
                party: key.party,
                awaited: key.awaited,
                by: key.by,
                expires_at: key.expires_at,
            });
        }
    }
    Ok(all)
}

/// The act of two keys that comes next.
pub const fn next_act(campaign: &Campaign) -> Option<Act> {
    match campaign.state {
        CampaignState::Prepared => Some(Act::OpenCampaign),
        CampaignState::Open => Some(Act::CloseCampaign),
        CampaignState::Closed => None,
    }
}

/// The results of a campaign in the reader's language.
pub fn gaps(campaign: &Campaign, method: &Method, results: &Results, t: &T) -> Gaps {
    let groups = campaign.groups.iter().zip(&results.sheets.groups).map(|(group, sheets)| GapGroup {
        party: group.party,
        label: group.name(t),
        respondents: sheets.value.value().copied(),
    });
    Gaps {
        campaign: campaign.id,
        title: campaign.title.clone(),
        stage: campaign.stage,
        closed_on: campaign.closed_on.unwrap_or(campaign.closes_on),
        floor: results.floor.get(),
        invited: campaign.invited(),
        respondents: results.sheets.together.value().copied(),
        groups: groups.collect(),
        rows: results.criteria.iter().map(|criterion| row(campaign, method, criterion, t)).collect(),
        rest: format!("{}/resultats", campaign.rest()),
    }
}

fn row(campaign: &Campaign, method: &Method, result: &CriterionResult, t: &T) -> GapRow {
    let known = method.criterion(&result.criterion);
    let label = known.map_or_else(String::new, |criterion| criterion.name(t.locale()).to_owned());
    let origin =
        t.two("methods-origin-criterion", "title", campaign.title.clone(), "criterion", label.clone());
    GapRow {
        criterion: result.criterion.clone(),
        explanation: known.map_or_else(String::new, |criterion| criterion.explanation(t.locale()).to_owned()),
        cells: result.balance.groups.iter().map(cell_of).collect(),
        gap: result.gap.as_ref().map(|gap| points(gap.width)),
        new_finding: new_finding(campaign, &result.criterion, &origin),
        label,
    }
}

/// The form that turns a part of a result into a finding; `part` is the id of a criterion or of a question.
pub fn new_finding(campaign: &Campaign, part: &str, origin: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("source", &format!("{}#{part}", campaign.source())).append_pair("origine", origin);
    format!("constats/nouveau?{}", query.finish())
}

fn cell_of(cell: &InGroup<Balance>) -> Option<GapCell> {
    let balance = cell.value.value()?;
    Some(GapCell {
        percent: points(balance.vigilance),
        low: points(balance.lower_quartile),
        high: points(balance.upper_quartile),
        dont_know: balance.dont_know.map(points),
        as_before: cell.as_before.as_deref().and_then(|id| CampaignId::parse(id).ok()),
    })
}

fn points(share: Permille) -> i32 {
    share.percent().into()
}

/// The gap plot of these results. The page prints both its versions, and a table with the same content beside them.
pub fn picture(gaps: &Gaps, t: &T, id_prefix: &str) -> GapPicture {
    let named = |group: &GapGroup| match group.respondents {
        Some(n) => t.two("methods-group-shown", "group", group.label.clone(), "n", t.number(n.into())),
        None => t.one("methods-group-withheld", "group", group.label.clone()),
    };
    let tick = |value: i32| gap::Tick { value, label: percent(t, value) };
    GapPicture {
        id_prefix: id_prefix.to_owned(),
        title: t.one("methods-picture-title", "title", gaps.title.clone()),
        desc: recalled(gaps, t)
            .into_iter()
            .fold(t.say("methods-picture-desc"), |desc, why| format!("{desc} {why}")),
        groups: gaps.groups.iter().map(named).collect(),
        ticks: [0, 25, 50, 75, 100].map(tick).into(),
        rows: gaps
            .rows
            .iter()
            .map(|row| gap::Row { label: row.label.clone(), content: content(row, t) })
            .collect(),
    }
}

/// Why earlier values stand in these results, where some do: to be said wherever they are shown.
pub fn recalled(gaps: &Gaps, t: &T) -> Option<String> {
    (!gaps.recalled().is_empty()).then(|| t.one("methods-recalled", "floor", gaps.floor))
}

fn content(row: &GapRow, t: &T) -> gap::Content {
    if row.cells.iter().all(Option::is_none) {
        return gap::Content::Hidden(t.say("methods-row-withheld"));
    }
    let mark = |cell: GapCell| gap::Mark { value: cell.percent, spread: Some((cell.low, cell.high)) };
    gap::Content::Shown {
        marks: row.cells.iter().map(|cell| cell.map(mark)).collect(),
        gap_label: row
            .gap
            .map_or_else(String::new, |gap| t.one("methods-gap-label", "gap", t.number(gap.into()))),
    }
}
