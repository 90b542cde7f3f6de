//! An article beside the finding it answers: who consents, what is missing, what changed.

use access::Act;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use findings::Finding;
use kernel::{ClauseId, Party};
use platform::{DbError, PageError, PageResult, T, form::Form};
use registry::ProjectSeat;
use spaces::Space;
use ui::{Field, Page, Tone, render_with};

use super::{
    Ids,
    history::{self, Past},
    words::{self, Answered, Stand},
};
use crate::{
    model::{adoption::needed, clause::Clause, position::PositionKind},
    store,
};

#[derive(Template)]
#[template(path = "article.html")]
struct ArticlePage {
    page: Page,
    back: String,
    href: String,
    state: (&'static str, String),
    proposed: String,
    text: Vec<String>,
    terms: Vec<(String, String)>,
    answered: Option<Answered>,
    stands: Vec<Stand>,
    missing: Vec<String>,
    speaking: Option<Speaking>,
    /// Where to rewrite it, for those who may, while it is proposed.
    amend: Option<String>,
    may_withdraw: bool,
    follow_up: Option<String>,
    versions: Vec<Past>,
    errors: Vec<(String, String)>,
}

/// The forms of a party that may take a position.
struct Speaking {
    version: i64,
    party: String,
    /// What it said on this version, if it has.
    held: Option<String>,
    consents: bool,
    objects: bool,
    reason: Field,
}

/// What the page and its forms read.
pub(super) struct Seen {
    pub clause: Clause,
    pub finding: Option<Finding>,
    pub spaces: Vec<Space>,
    pub seated: Vec<Party>,
}

/// The article of the address, with what stands around it.
pub(super) async fn read(seat: &ProjectSeat, id: &str) -> PageResult<Seen> {
    let id = ClauseId::parse(id).map_err(|_| PageError::NotFound)?;
    let (organisation, reader, project) = (seat.seat.organisation(), seat.seat.reader(), seat.project.id);
    let read = seat.ctx().db().read(move |tx| {
        let Some(clause) = store::find_clause(tx, organisation, project, id)? else { return Ok(None) };
        let finding = match clause.finding {
            Some(finding) => findings::store::find(tx, reader, project, finding)?,
            None => None,
        };
        let spaces = spaces::store::spaces(tx, organisation, project)?;
        let seated = access::store::parties(tx, organisation)?;
        Ok::<_, DbError>(Some(Seen { clause, finding, spaces, seated }))
    });
    read.await?.ok_or(PageError::NotFound)
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): Ids) -> PageResult {
    let seen = read(&seat, &id).await?;
    page(&seat, &seen, &Form::default(), StatusCode::OK, None)
}

/// What was just done, from the end of the address.
fn announced(t: &T, here: &str) -> Option<(Tone, String)> {
    let (_, done) = here.rsplit_once('?')?;
    let (tone, key) = match done {
        "propose" => (Tone::Ok, "clause-done-proposed"),
        "position" => (Tone::Ok, "clause-done-position"),
        "adopte" => (Tone::Ok, "clause-done-adopted"),
        "nouvelle-version" => (Tone::Ok, "clause-done-amended"),
        "inchange" => (Tone::Info, "clause-done-same"),
        "clos" => (Tone::Info, "clause-closed"),
        _ => return None,
    };
    Some((tone, t.say(key)))
}

pub(super) fn page(
    seat: &ProjectSeat,
    seen: &Seen,
    form: &Form,
    status: StatusCode,
    alert: Option<String>,
) -> PageResult {
    let (t, clause) = (&seat.ctx().t, &seen.clause);
    let href = seat.path(&store::rest(clause.id));
    let title = t.two("clause-title", "number", clause.number, "title", &clause.title);
    let mut page = Page { here: href.clone(), ..seat.page(title, "agreements") };
    let announced = announced(t, &seat.ctx().here);
    if let Some((tone, text)) = alert.map(|text| (Tone::Alert, text)).or(announced) {
        page = page.announcing(tone, text);
    }
    let needed = needed(&seat.seat.keys, &seen.seated);
    let open = clause.is_proposed();
    let party = seat.seat.actor.party;
    let answered = seen.finding.as_ref();
    render_with(
        status,
        &ArticlePage {
            page,
            back: seat.path("accords"),
            state: words::state(t, clause),
            proposed: proposed(t, clause),
            text: words::paragraphs(&clause.text),
            terms: words::terms(t, &clause.terms, &seen.spaces),
            answered: answered.map(|f| words::answered(t, f, seat.path(&format!("constats/{}", f.id)))),
            stands: words::stands(t, clause, if open { &needed } else { &[] }),
            missing: if open { words::missing(t, clause, &needed, &seen.seated) } else { Vec::new() },
            speaking: (open && seat.seat.may(Act::TakePosition)).then(|| speaking(t, clause, party, form)),
            amend: (open && seat.seat.may(Act::DraftClause)).then(|| format!("{href}/modifier")),
            may_withdraw: open && party == clause.proposed_by && seat.seat.may(Act::DraftClause),
            follow_up: clause.is_adopted().then(|| seat.path("suivi")),
            versions: history::versions(t, clause, &seen.spaces),
            errors: form.errors().map(|(name, message)| (name.to_owned(), message.to_owned())).collect(),
            href,
        },
    )
}

fn proposed(t: &T, clause: &Clause) -> String {
    let args = [
        ("party", t.say_code("party", clause.proposed_by).into()),
        ("day", t.day(clause.proposed_on).into()),
        ("version", clause.version.into()),
    ];
    t.with("clause-proposed-line", &args)
}

fn speaking(t: &T, clause: &Clause, party: Party, form: &Form) -> Speaking {
    let held = clause.position_of(party);
    let objection = held.filter(|position| position.kind == PositionKind::Objection);
    // An objection that stands can be put in better words.
    let standing =
        objection.filter(|_| form.pairs().is_empty()).map(|position| ("reason", position.reason.as_str()));
    let restated = Form::with(standing);
    let form = if standing.is_some() { &restated } else { form };
    Speaking {
        version: clause.version,
        party: t.say_code("party", party),
        held: held.map(|position| {
            let by = words::by(t, &position.by_name, position.on);
            t.two("clause-held", "position", t.say_code("position", position.kind), "by", by)
        }),
        consents: held.is_some_and(|position| position.kind == PositionKind::Consent),
        objects: objection.is_some(),
        reason: Field::area(t, form, "reason", t.say("clause-object-reason"))
            .hint(t.say("clause-object-reason-hint"))
            .most(1000),
    }
}
