//! The editions of the rule base that this instance has: what one of them read otherwise, and saying that a project was
//! read again.

use access::Act;
use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use content::law::{self, DateMove, Days, LawPack, Reworded, RuleChange, Standing};
use platform::{PageResult, T, form::Form};
use registry::ProjectSeat;
use serde::Deserialize;
use ui::{Page, Tone, render};

use crate::{
    api,
    model::{editions::Reread, reading::pack},
    store::{self, NotedEdition},
    words,
};

/// Which edition to read beside the one in force; the one noted for the project where none is named.
#[derive(Debug, Deserialize)]
pub struct Asked {
    edition: Option<String>,
}

#[derive(Template)]
#[template(path = "editions.html")]
struct EditionsPage {
    page: Page,
    back: String,
    action: String,
    in_force: String,
    /// Where the project stands, in a sentence.
    stands: String,
    /// Whether saying that it was read again would say something.
    is_to_adopt: bool,
    may_edit: bool,
    told: Option<Told>,
    /// The other editions that can be read: name and address.
    others: Vec<(String, String)>,
}

/// A date: what it is called, what it was, what it is.
type Moved = (String, String, String);

/// What another edition reads, beside the one in force.
struct Told {
    heading: String,
    is_nothing: bool,
    appears: Vec<(String, Vec<String>)>,
    disappears: Vec<(String, Vec<String>)>,
    elsewhere: Vec<(String, Vec<String>)>,
    moves: Vec<(String, Vec<Moved>)>,
    reworded: Vec<(String, Vec<String>)>,
    /// All that the other edition reads, with its dates.
    whole_heading: String,
    whole: Vec<(String, Vec<String>)>,
}

pub async fn show(seat: ProjectSeat, Query(asked): Query<Asked>) -> PageResult {
    let organisation = super::organisation(&seat).await?;
    let reading = api::reading(&organisation, &seat.project, seat.ctx().today);
    let noted = noted(&seat).await?;
    let (t, in_force) = (&seat.ctx().t, pack());
    let name = asked.edition.as_deref().or(noted.as_ref().map(|noted| noted.edition.as_str()));
    let other = name.and_then(law::edition).filter(|other| other.edition != in_force.edition);
    let told = other.map(|other| tell(t, &Reread::of(other, &reading, in_force, seat.ctx().today)));
    let here = seat.path("obligations/editions");
    let mut page = seat.page(t.say("obl-ed-title"), "obligations");
    if seat.ctx().here.ends_with("?relu") {
        page = page.announcing(Tone::Ok, t.one("obl-ed-adopted", "edition", in_force.edition.clone()));
    }
    page.here.clone_from(&here);
    render(&EditionsPage {
        back: seat.path("obligations"),
        in_force: in_force.edition.clone(),
        stands: stands(t, noted.as_ref()),
        is_to_adopt: noted.as_ref().is_none_or(|noted| noted.edition != in_force.edition),
        may_edit: seat.seat.may(Act::EditProject),
        told,
        others: others(&here),
        action: here,
        page,
    })
}

/// Says that the project was read again under the edition in force.
pub async fn adopt(seat: ProjectSeat, form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::EditProject)?;
    let to = seat.path("obligations/editions");
    // Said of another edition than the one in force by now: what it changes has to be looked at first.
    if form.value("edition") != pack().edition {
        return Ok(Redirect::to(&to).into_response());
    }
    let (project, now) = (seat.project.id, seat.ctx().now);
    let db = seat.ctx().db();
    db.write(move |tx| store::adopt_edition(tx, &permit, project, &pack().edition, now)).await?;
    Ok(Redirect::to(&format!("{to}?relu")).into_response())
}

/// The edition under which the project of this seat was last read.
pub(super) async fn noted(seat: &ProjectSeat) -> PageResult<Option<NotedEdition>> {
    let (organisation, project) = (seat.seat.organisation(), seat.project.id);
    Ok(seat.ctx().db().read(move |tx| store::noted_edition(tx, organisation, project)).await?)
}

/// What the page of obligations says, gently, of a project that nobody has read again.
pub(super) fn notice(t: &T, noted: Option<&NotedEdition>) -> Option<String> {
    let noted = noted.filter(|noted| noted.edition != pack().edition)?;
    Some(t.two("obl-ed-notice", "now", pack().edition.clone(), "was", noted.edition.clone()))
}

fn stands(t: &T, noted: Option<&NotedEdition>) -> String {
    let Some(noted) = noted else { return t.say("obl-ed-none-noted") };
    let day = t.day(platform::clock::civil_day(noted.at));
    let key = match law::edition(&noted.edition) {
        Some(edition) if edition.edition == pack().edition => "obl-ed-up-to-date",
        Some(_) => "obl-ed-behind",
        None => "obl-ed-gone",
    };
    t.two(key, "edition", noted.edition.clone(), "day", day)
}

fn others(here: &str) -> Vec<(String, String)> {
    let others = law::editions().into_iter().filter(|known| known.edition != pack().edition);
    others.map(|other| (other.edition.clone(), format!("{here}?edition={}", other.edition))).collect()
}

fn tell(t: &T, read: &Reread) -> Told {
    let lines = |changes: &[RuleChange], of: &LawPack, said: &dyn Fn(&RuleChange) -> Vec<String>| {
        changes.iter().map(|change| (title(t, of, &change.rule), said(change))).collect::<Vec<_>>()
    };
    let name = read.of.edition.clone();
    Told {
        heading: t.two("obl-ed-told", "was", name.clone(), "now", pack().edition.clone()),
        is_nothing: read.is_nothing(),
        appears: lines(&read.appears, pack(), &|change| {
            let before = change.was.as_ref().map(|was| t.one("obl-ed-before", "standing", standing(t, was)));
            before
                .into_iter()
                .chain(change.dates.iter().filter_map(|date| dated(t, pack(), change, date)))
                .collect()
        }),
        disappears: lines(&read.disappears, read.of, &|change| {
            change.is.iter().map(|is| t.one("obl-ed-now", "standing", standing(t, is))).collect()
        }),
        elsewhere: lines(&read.elsewhere, pack(), &|change| {
            let before = change.was.iter().map(|was| t.one("obl-ed-before", "standing", standing(t, was)));
            let now = change.is.iter().map(|is| t.one("obl-ed-now", "standing", standing(t, is)));
            before.chain(now).collect()
        }),
        moves: read
            .moves
            .iter()
            .map(|change| (title(t, pack(), &change.rule), moved(t, read.of, change)))
            .collect(),
        reworded: read
            .reworded
            .iter()
            .map(|(rule, how)| (title(t, pack(), rule), rewritten(t, read.of, rule, *how)))
            .collect(),
        whole_heading: t.one("obl-ed-whole", "edition", name),
        whole: whole(t, read),
    }
}

/// The title of a rule in an edition; its identifier where that edition does not have it.
fn title(t: &T, of: &LawPack, rule: &str) -> String {
    let known = of.rule(rule).or_else(|| pack().rule(rule));
    known.map_or_else(|| rule.to_owned(), |rule| words::text(t, &rule.title))
}

fn standing(t: &T, standing: &Standing) -> String {
    match standing {
        Standing::Applies => t.say("obl-ed-applies"),
        Standing::Upcoming { from } => t.one("obl-ed-upcoming", "day", t.day(*from)),
        Standing::Conditional { .. } => t.say("obl-ed-conditional"),
        Standing::Undetermined { .. } => t.say("obl-ed-undetermined"),
    }
}

fn label(t: &T, of: &LawPack, rule: &str, date: &str) -> String {
    let known = of.rule(rule).and_then(|rule| rule.date(date));
    words::date_label(t, known.or_else(|| pack().rule(rule).and_then(|rule| rule.date(date))))
}

fn dated(t: &T, of: &LawPack, change: &RuleChange, date: &DateMove) -> Option<String> {
    let day = days(t, date.is)?;
    Some(t.two("obl-dated", "label", label(t, of, &change.rule, &date.name), "day", day))
}

fn moved(t: &T, was: &LawPack, change: &RuleChange) -> Vec<Moved> {
    let none = || t.say("obl-if-no-date");
    let line = |date: &DateMove| {
        let of = if date.is.is_some() { pack() } else { was };
        let said = label(t, of, &change.rule, &date.name);
        (said, days(t, date.was).unwrap_or_else(none), days(t, date.is).unwrap_or_else(none))
    };
    change.dates.iter().map(line).collect()
}

fn days(t: &T, days: Option<Days>) -> Option<String> {
    let days = days?;
    let nominal = t.day(days.nominal);
    Some(match days.extended == days.nominal {
        true => nominal,
        false => t.two("obl-day-extended", "day", nominal, "extended", t.day(days.extended)),
    })
}

/// Which part is written otherwise, and what the other edition wrote.
fn rewritten(t: &T, was: &LawPack, rule: &str, how: Reworded) -> Vec<String> {
    let Some(was) = was.rule(rule) else { return Vec::new() };
    let text = || t.one("obl-ed-text-was", "text", words::text(t, &was.who_what));
    let articles = || {
        let cited: Vec<String> = was.citations.iter().map(|c| words::article_and_version(t, c)).collect();
        t.one("obl-ed-articles-were", "articles", cited.join(" · "))
    };
    match how {
        Reworded::Not => Vec::new(),
        Reworded::Text => vec![text()],
        Reworded::Citations => vec![articles()],
        Reworded::Both => vec![text(), articles()],
    }
}

/// The reading of the other edition, whole: earlier editions remain readable.
fn whole(t: &T, read: &Reread) -> Vec<(String, Vec<String>)> {
    let line = |applied: &law::Applied| {
        let dates = applied.dates.iter().map(|date| {
            let said = label(t, read.of, &applied.rule, &date.name);
            t.two("obl-dated", "label", said, "day", words::day(t, date))
        });
        (title(t, read.of, &applied.rule), dates.collect())
    };
    read.was.applies.iter().map(line).collect()
}
