//! Results: where views differ, largest gap first; what is hidden, and by which rule; each part can become a finding.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use content::method::Method;
use kernel::StakeholderFamily;
use platform::PageResult;
use registry::ProjectSeat;
use scoring::{Across, Balance, CriterionResult, QuestionResult, Results, Shares};
use ui::{Page, charts::gap, render};

use crate::{
    Answering, Campaign,
    api::{self, Gaps},
    pages::information::{self, Information},
    store::{self, Publication},
    words,
};

/// From this share of a group on, a point of vigilance is listed in words: half of it.
const LISTED_FROM: u16 = 500;

#[derive(Template)]
#[template(path = "results.html")]
struct ResultsPage {
    page: Page,
    campaign: Campaign,
    method: &'static Method,
    gaps: Gaps,
    wide: String,
    tall: String,
    /// The columns of every table: each group, then all together where that may be shown.
    columns: Vec<String>,
    criteria: Vec<CriterionView>,
    unasked: Vec<StakeholderFamily>,
    publication: Option<Publication>,
    /// Where the floor is raised.
    raise: String,
    information: Information,
    /// The page of what people were told.
    told: String,
}

struct CriterionView {
    id: String,
    name: String,
    explanation: String,
    publisher: Option<String>,
    gap: Option<String>,
    /// In words: between whom the gap is.
    between: Option<String>,
    cells: Vec<Option<BalanceView>>,
    points: Vec<Point>,
    questions: Vec<QuestionView>,
    finding: String,
}

struct BalanceView {
    percent: String,
    spread: String,
    dont_know: String,
    /// The day of the campaign whose value stands.
    as_before: Option<String>,
}

/// A point of vigilance, and who sees it.
struct Point {
    text: String,
    seen_by: String,
}

struct QuestionView {
    text: String,
    cells: Vec<Option<SharesView>>,
    finding: String,
}

struct SharesView {
    vigilance: String,
    rest: String,
    as_before: Option<String>,
}

impl ResultsPage {
    fn respondents(&self) -> String {
        let (t, invited) = (&self.page.t, self.gaps.invited);
        match self.gaps.respondents {
            Some(n) => t.two("methods-results-respondents", "n", n, "invited", invited),
            None => t.one("methods-results-respondents-withheld", "invited", invited),
        }
    }

    /// Why some values are those of an earlier campaign, and what can be compared.
    fn recalled(&self) -> Option<String> {
        let stands = |criterion: &CriterionView| {
            let questions = criterion.questions.iter().flat_map(|question| &question.cells);
            let questions = questions.flatten().any(|cell| cell.as_before.is_some());
            questions || criterion.cells.iter().flatten().any(|cell| cell.as_before.is_some())
        };
        let floor = self.gaps.floor;
        self.criteria.iter().any(stands).then(|| self.page.t.one("methods-recalled-why", "floor", floor))
    }

    /// Which publication this is, for whoever compares it with the journal.
    fn published(&self) -> Option<String> {
        let (t, publication) = (&self.page.t, self.publication.as_ref()?);
        let number = t.number(publication.number.into());
        let fields = [
            ("number", number.into()),
            ("day", t.day(publication.on).into()),
            ("digest", publication.digest.clone().into()),
        ];
        Some(t.with("methods-results-rule-published", &fields))
    }

    /// Under which floor this is read: the one chosen before opening, or a higher one since.
    fn floor(&self) -> String {
        let (t, chosen) = (&self.page.t, self.campaign.floor.get());
        match &self.publication {
            Some(last) if last.floor.get() > chosen => {
                let day = t.day(last.on);
                let now = last.floor.get();
                t.with(
                    "methods-results-rule-raised",
                    &[("floor", now.into()), ("day", day.into()), ("chosen", chosen.into())],
                )
            }
            _ => t.one("methods-results-rule-floor", "floor", self.gaps.floor),
        }
    }

    fn withheld_groups(&self) -> Vec<&api::GapGroup> {
        self.gaps.groups.iter().filter(|group| group.respondents.is_none()).collect()
    }
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = super::load(&seat, &id).await?;
    if campaign.answering == Answering::Collective {
        return Ok(Redirect::to(&seat.path(&super::together::rest(&campaign))).into_response());
    }
    let method = campaign.method()?;
    let (organisation, closed) = (seat.project.organisation, campaign.clone());
    let read = move |tx: &mut platform::Tx<'_>| {
        let published = store::published(tx, organisation, &closed, method)?;
        Ok::<_, platform::DbError>((published, store::campaigns(tx, organisation, closed.project)?))
    };
    let (published, all) = seat.ctx().db().read(read).await?;
    let Some((results, publication)) = published else {
        return Ok(Redirect::to(&seat.path(&campaign.rest())).into_response());
    };
    let information = information::card(&seat, &campaign).await?;
    let view = View { seat: &seat, campaign: &campaign, method, all: &all };
    let gaps = api::gaps(&campaign, method, &results, &seat.ctx().t);
    let picture = api::picture(&gaps, &seat.ctx().t, "gaps");
    render(&ResultsPage {
        page: seat.page(campaign.title.clone(), "methods"),
        wide: gap::draw(&picture),
        tall: gap::draw_tall(&picture),
        columns: view.columns(&results),
        criteria: view.criteria(&results, &gaps),
        unasked: view.unasked(),
        publication,
        information,
        told: seat.path(&information::rest(&campaign)),
        raise: seat.path(&format!("{}/seuil", campaign.rest())),
        method,
        gaps,
        campaign,
    })
}

/// What turns results into words.
struct View<'a> {
    seat: &'a ProjectSeat,
    campaign: &'a Campaign,
    method: &'static Method,
    /// Every campaign of the project, to date the values that are recalled.
    all: &'a [Campaign],
}

impl View<'_> {
    fn t(&self) -> &platform::T {
        &self.seat.ctx().t
    }

    fn columns(&self, results: &Results) -> Vec<String> {
        let together =
            (!results.sheets.together.is_withheld()).then(|| self.t().say("methods-together-column"));
        self.campaign.groups.iter().map(|group| group.name(self.t())).chain(together).collect()
    }

    /// The families of the guide that no group of the campaign speaks for.
    fn unasked(&self) -> Vec<StakeholderFamily> {
        let asked =
            |family: &StakeholderFamily| self.campaign.groups.iter().any(|g| family.spoken_for_by(g.party));
        StakeholderFamily::ALL.iter().copied().filter(|family| !asked(family)).collect()
    }

    fn criteria(&self, results: &Results, gaps: &Gaps) -> Vec<CriterionView> {
        let together = !results.sheets.together.is_withheld();
        results
            .criteria
            .iter()
            .zip(&gaps.rows)
            .map(|(result, row)| self.criterion(result, row, together))
            .collect()
    }

    fn criterion(&self, result: &CriterionResult, row: &api::GapRow, together: bool) -> CriterionView {
        let known = self.method.criterion(&result.criterion);
        CriterionView {
            id: row.criterion.clone(),
            name: row.label.clone(),
            explanation: row.explanation.clone(),
            publisher: known.and_then(|c| super::questions::publisher(self.method, c)).map(str::to_owned),
            gap: row.gap.map(|gap| self.t().one("methods-gap-label", "gap", self.t().number(gap.into()))),
            between: result.gap.as_ref().map(|gap| self.between(gap)),
            cells: cells(&result.balance, together, |balance, then| self.balance(balance, then)),
            points: result.questions.iter().filter_map(|question| self.point(question)).collect(),
            questions: result.questions.iter().map(|question| self.question(question, together)).collect(),
            finding: self.seat.path(&row.new_finding),
        }
    }

    fn between(&self, gap: &scoring::Gap) -> String {
        if gap.width.percent() == 0 {
            return self.t().say("methods-gap-none");
        }
        self.t().with(
            "methods-gap-between",
            &[
                ("points", self.t().number(gap.width.percent().into()).into()),
                ("most", self.group(&gap.most).into()),
                ("least", self.group(&gap.least).into()),
            ],
        )
    }

    /// The name of a group, from the code under which it was scored.
    fn group(&self, code: &str) -> String {
        let group = self.campaign.groups.iter().find(|group| group.party.code() == code);
        group.map_or_else(String::new, |group| group.name(self.t()))
    }

    fn balance(&self, balance: &Balance, then: Option<&str>) -> BalanceView {
        let t = self.t();
        let number = |share: scoring::Permille| t.number(share.percent().into());
        let (low, high) = (number(balance.lower_quartile), number(balance.upper_quartile));
        BalanceView {
            percent: words::percent(t, balance.vigilance.percent()),
            spread: match low == high {
                true => t.one("methods-spread-none", "at", low),
                false => t.two("methods-spread", "low", low, "high", high),
            },
            dont_know: match balance.dont_know {
                Some(share) => t.one("methods-dont-know", "n", number(share)),
                None => t.say("methods-dont-know-withheld"),
            },
            as_before: self.as_before(then),
        }
    }

    /// « valeur du 3 mars 2026 », where the value of an earlier campaign stands.
    fn as_before(&self, then: Option<&str>) -> Option<String> {
        let then = self.all.iter().find(|campaign| then == Some(campaign.id.to_string().as_str()))?;
        let day = then.closed_on.unwrap_or(then.closes_on);
        Some(self.t().one("methods-as-before", "day", self.t().day(day)))
    }

    /// A point of vigilance that half of a shown group sees.
    fn point(&self, result: &QuestionResult) -> Option<Point> {
        let seen = result.shares.shown().filter(|(_, shares)| shares.vigilance.get() >= LISTED_FROM);
        let seen: Vec<String> = seen
            .map(|(group, shares)| {
                let percent = words::percent(self.t(), shares.vigilance.percent());
                self.t().two("methods-seen-by", "group", self.group(group), "percent", percent)
            })
            .collect();
        let text = self.method.question(&result.question)?.vigilance(self.t().locale()).to_owned();
        (!seen.is_empty()).then(|| Point { text, seen_by: seen.join(", ") })
    }

    fn question(&self, result: &QuestionResult, together: bool) -> QuestionView {
        let locale = self.t().locale();
        let text =
            self.method.question(&result.question).map_or_else(String::new, |q| q.text(locale).to_owned());
        let origin = self.t().two(
            "methods-origin-question",
            "title",
            self.campaign.title.clone(),
            "question",
            text.clone(),
        );
        QuestionView {
            finding: self.seat.path(&api::new_finding(self.campaign, &result.question, &origin)),
            cells: cells(&result.shares, together, |shares, then| self.shares(shares, then)),
            text,
        }
    }

    fn shares(&self, shares: &Shares, then: Option<&str>) -> SharesView {
        let number = |share: scoring::Permille| self.t().number(share.percent().into());
        SharesView {
            as_before: self.as_before(then),
            vigilance: words::percent(self.t(), shares.vigilance.percent()),
            rest: self.t().with(
                "methods-shares-rest",
                &[
                    ("without", number(shares.no_vigilance).into()),
                    ("unknown", number(shares.dont_know).into()),
                    ("out", number(shares.not_applicable).into()),
                ],
            ),
        }
    }
}

/// The cells of a row: each group, then all together where the table has that column. A withheld cell is `None`. `say` is
/// told the value, and the earlier campaign that it is of.
fn cells<T, V>(across: &Across<T>, together: bool, say: impl Fn(&T, Option<&str>) -> V) -> Vec<Option<V>> {
    let groups = across.groups.iter().map(|cell| (&cell.value, cell.as_before.as_deref()));
    let all = (&across.together, across.together_as_before.as_deref());
    let cells = groups.chain(together.then_some(all));
    cells.map(|(cell, then)| cell.value().map(|value| say(value, then))).collect()
}
