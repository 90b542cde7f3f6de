//! The text of a project as one would print it: every article, where it stands, and the finding it answers.

use access::Act;
use askama::Template;
use findings::{Finding, Step};
use kernel::Party;
use platform::{DbError, PageResult, T};
use registry::ProjectSeat;
use spaces::Space;
use ui::{Page, Tone, render};

use super::words::{self, Answered, Stand};
use crate::{
    model::clause::{Agreement, Clause, ClauseState},
    store,
};

#[derive(Template)]
#[template(path = "text.html")]
struct TextPage {
    page: Page,
    /// Its kind, since when, how many articles; nothing before the first article.
    about: Option<String>,
    articles: Vec<Article>,
    withdrawn: Vec<Article>,
    /// Findings that no article answers yet: their words and the address that starts from them.
    starts: Vec<Start>,
    write: Option<String>,
    findings: String,
}

struct Article {
    id: String,
    href: String,
    number: i64,
    title: String,
    state: (&'static str, String),
    text: Vec<String>,
    terms: Vec<(String, String)>,
    stands: Vec<Stand>,
    is_proposed: bool,
    answered: Option<Answered>,
}

struct Start {
    href: String,
    kind: String,
    text: String,
}

/// What the page reads.
struct Seen {
    agreement: Option<Agreement>,
    seated: Vec<Party>,
    spaces: Vec<Space>,
    findings: Vec<Finding>,
}

async fn read(seat: &ProjectSeat) -> PageResult<Seen> {
    let (organisation, reader, project) = (seat.seat.organisation(), seat.seat.reader(), seat.project.id);
    let seen = seat.ctx().db().read(move |tx| {
        Ok::<_, DbError>(Seen {
            agreement: store::agreement(tx, organisation, project)?,
            seated: access::store::parties(tx, organisation)?,
            spaces: spaces::store::spaces(tx, organisation, project)?,
            findings: findings::store::findings(tx, reader, project)?,
        })
    });
    Ok(seen.await?)
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    let seen = read(&seat).await?;
    let t = &seat.ctx().t;
    let may_write = seat.seat.may(Act::DraftClause);
    let title = seen
        .agreement
        .as_ref()
        .map_or_else(|| t.say("agreements-title"), |agreement| agreement.title.clone());
    let mut page = seat.page(title, "agreements");
    if seat.ctx().here.ends_with("?retire") {
        page = page.announcing(Tone::Ok, t.say("clause-withdrawn-done"));
    }
    let clauses = seen.agreement.as_ref().map_or(&[][..], |agreement| &agreement.clauses);
    let (withdrawn, standing): (Vec<_>, Vec<_>) = clauses
        .iter()
        .map(|clause| article(&seat, &seen, clause))
        .partition(|(state, _)| *state == ClauseState::Withdrawn);
    let keep = |list: Vec<(ClauseState, Article)>| list.into_iter().map(|(_, article)| article).collect();
    render(&TextPage {
        page,
        about: seen.agreement.as_ref().map(|agreement| about(t, agreement)),
        articles: keep(standing),
        withdrawn: keep(withdrawn),
        starts: if may_write { starts(&seat, &seen.findings, clauses) } else { Vec::new() },
        write: may_write.then(|| seat.path("accords/nouvel-article")),
        findings: seat.path("constats"),
    })
}

fn about(t: &T, agreement: &Agreement) -> String {
    let count = |state| agreement.clauses.iter().filter(|clause| clause.state == state).count();
    let (adopted, open) = (count(ClauseState::Adopted), count(ClauseState::Proposed));
    let kind = t.say_code("agreement-kind", agreement.kind);
    let parts = [
        if kind == agreement.title { String::new() } else { kind },
        t.one("agreements-begun", "day", t.day(agreement.begun_on)),
        t.two("agreements-counts", "adopted", adopted, "open", open),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn article(seat: &ProjectSeat, seen: &Seen, clause: &Clause) -> (ClauseState, Article) {
    let t = &seat.ctx().t;
    let finding = seen.findings.iter().find(|finding| Some(finding.id) == clause.finding);
    let needed = crate::model::adoption::needed(&seat.seat.keys, &seen.seated);
    let article = Article {
        id: clause.id.to_string(),
        href: seat.path(&store::rest(clause.id)),
        number: clause.number,
        title: clause.title.clone(),
        state: words::state(t, clause),
        text: words::paragraphs(&clause.text),
        terms: words::terms(t, &clause.terms, &seen.spaces),
        stands: words::stands(t, clause, if clause.is_proposed() { &needed } else { &[] }),
        is_proposed: clause.is_proposed(),
        answered: finding.map(|f| words::answered(t, f, seat.path(&format!("constats/{}", f.id)))),
    };
    (clause.state, article)
}

/// The findings that wait for an article, those that were answered first.
fn starts(seat: &ProjectSeat, findings: &[Finding], clauses: &[Clause]) -> Vec<Start> {
    let t = &seat.ctx().t;
    let is_taken = |finding: &Finding| {
        clauses
            .iter()
            .any(|clause| clause.finding == Some(finding.id) && clause.state != ClauseState::Withdrawn)
    };
    let mut waiting: Vec<&Finding> =
        findings.iter().filter(|f| f.step < Step::Committed && !is_taken(f)).collect();
    waiting.sort_by_key(|finding| std::cmp::Reverse(finding.step));
    let start = |finding: &&Finding| Start {
        href: seat.path(&format!("accords/nouvel-article?constat={}", finding.id)),
        kind: t.say_code("finding-kind", finding.kind),
        text: finding.text.clone(),
    };
    waiting.iter().map(start).collect()
}
