//! *La structure*: what an organisation is made of, and each change of it by a form of its own.

use access::{Act, Permit, Seat};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use jiff::civil::Date;
use kernel::{EstablishmentId, Headcount, InstitutionId, TeamId};
use platform::{DbError, PageError, PageResult, T, Tx, form::Form};
use ui::{Choice, Field, Page, Tone, render_with};

use crate::{
    model::{
        organisation::{Organisation, OrganisationKind},
        structure::{
            Establishment, HeadcountRecord, Institution, InstitutionKind, Language, Structure, Team,
        },
    },
    store, structure,
};

#[derive(Template)]
#[template(path = "structure.html")]
struct StructurePage {
    page: Page,
    here: String,
    line: String,
    floor: disclosure::Floor,
    organisation: Organisation,
    structure: Structure,
    today: Date,
    may_edit: bool,
    forms: Forms,
}

/// The fields of each form.
struct Forms {
    describe: Vec<Field>,
    headcount: Vec<Field>,
    establishment: Vec<Field>,
    team: Vec<Field>,
    institution: Vec<Field>,
    end: Vec<Field>,
    languages: Vec<Field>,
}

pub async fn show(seat: Seat) -> PageResult {
    page(seat, None, StatusCode::OK).await
}

/// The page; with the form that was refused, where there is one.
async fn page(seat: Seat, refused: Option<Form>, status: StatusCode) -> PageResult {
    let id = seat.organisation();
    let (organisation, structure, floor) = seat
        .ctx
        .db()
        .read(move |tx| {
            let floor = crate::floor::least(tx, id)?.floor;
            Ok::<_, DbError>((store::organisation(tx, id)?, structure::structure(tx, id)?, floor))
        })
        .await?;
    let (t, today) = (&seat.ctx.t, seat.ctx.today);
    let mut page = seat.page(t.say("structure-title"));
    page.here = address(&seat);
    if seat.ctx.here.ends_with("?fait") {
        page = page.announcing(Tone::Ok, t.say("structure-done"));
    }
    let form = refused.unwrap_or_else(|| first(&organisation, &structure, today));
    let forms = Forms::of(t, &form, &organisation, &structure);
    let (here, line) = (address(&seat), format!("/structures/{id}/hierarchie"));
    let may_edit = seat.may(Act::EditOrganisation);
    render_with(
        status,
        &StructurePage { page, here, line, floor, organisation, structure, today, may_edit, forms },
    )
}

fn address(seat: &Seat) -> String {
    format!("/structures/{}/structure", seat.organisation())
}

/// The forms as they are first shown.
fn first(organisation: &Organisation, structure: &Structure, today: Date) -> Form {
    let mut values = vec![
        ("name", organisation.name.clone()),
        ("kind", organisation.kind.code().to_owned()),
        ("from_on", today.to_string()),
    ];
    values.extend(structure.languages.iter().map(|language| ("language", language.code().to_owned())));
    Form::with(values)
}

impl Forms {
    fn of(t: &T, form: &Form, organisation: &Organisation, structure: &Structure) -> Self {
        let text = |name: &str, key: &str| Field::text(t, form, name, t.say(key)).most(120);
        let date = |name: &str, key: &str| Field::date(t, form, name, t.say(key));
        let kinds = OrganisationKind::ALL.iter();
        let kinds = kinds.map(|kind| Choice::new(kind.code(), t.say_code("organisation-kind", kind)));
        let bodies = InstitutionKind::ALL.iter().filter(|body| body.can_sit_in(organisation.kind));
        let bodies = bodies.map(|kind| Choice::new(kind.code(), t.say_code("institution-kind", kind)));
        let languages = Language::ALL.iter();
        let languages = languages.map(|code| Choice::new(code.code(), t.say_code("language", code)));
        let council = vec![Choice::new("yes", t.say("structure-has-council"))];
        Self {
            describe: vec![
                text("name", "structure-name"),
                Field::select(t, form, "kind", t.say("structure-kind"), kinds.collect()),
            ],
            headcount: vec![
                Field::number(t, form, "headcount", t.say("structure-headcount"))
                    .hint(t.say("structure-headcount-hint")),
                date("from_on", "structure-from"),
                text("source", "structure-source").optional(t),
            ],
            establishment: vec![
                text("place", "structure-place"),
                Field::number(t, form, "people", t.say("structure-people")).optional(t),
                Field::boxes(t, form, "council", t.say("structure-council"), council).optional(t),
            ],
            team: vec![
                text("team", "structure-team"),
                Field::select(t, form, "of", t.say("structure-team-of"), living(t, structure)).optional(t),
            ],
            institution: vec![
                Field::select(t, form, "body", t.say("structure-body"), bodies.collect()),
                date("since", "structure-since"),
                date("until", "structure-until").optional(t),
            ],
            end: vec![
                Field::select(t, form, "ended", t.say("structure-ended"), seated(t, structure)),
                date("ended_on", "structure-ended-on"),
            ],
            languages: vec![
                Field::boxes(t, form, "language", t.say("structure-languages-are"), languages.collect())
                    .optional(t),
            ],
        }
    }
}

fn living(t: &T, structure: &Structure) -> Vec<Choice> {
    let open = structure.establishments.iter().filter(|known| known.closed_on.is_none());
    let open = open.map(|known| Choice::new(known.id.to_string(), known.name.clone()));
    std::iter::once(Choice::new("", t.say("structure-of-none"))).chain(open).collect()
}

fn seated(t: &T, structure: &Structure) -> Vec<Choice> {
    let label = |known: &Institution| {
        let kind = t.say_code("institution-kind", known.kind);
        t.two("structure-seated-since", "body", kind, "day", t.day(known.since))
    };
    structure.institutions.iter().map(|known| Choice::new(known.id.to_string(), label(known))).collect()
}

/// Does an act that was read from a form, or shows the form again with what is wrong in it.
async fn act<F>(seat: Seat, form: Form, work: Option<F>) -> PageResult
where
    F: FnMut(&mut Tx<'_>) -> Result<bool, DbError> + Send + 'static,
{
    let Some(work) = work.filter(|_| !form.is_refused()) else {
        return page(seat, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if !seat.ctx.db().write(work).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("{}?fait", address(&seat))).into_response())
}

fn permit(seat: &Seat) -> PageResult<Permit> {
    seat.permit(Act::EditOrganisation)
}

/// Its name and its kind.
pub async fn describe(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now) = (&seat.ctx.t, seat.ctx.now);
    let name = form.text(t, "name", 120);
    let kind = form.code(t, "kind", OrganisationKind::parse);
    let work = kind
        .map(|kind| move |tx: &mut Tx<'_>| structure::describe(tx, &permit, &name, kind, now).map(|()| true));
    act(seat, form, work).await
}

/// A headcount from a day.
pub async fn headcount(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now, today) = (&seat.ctx.t, seat.ctx.now, seat.ctx.today);
    let headcount = Headcount::try_from(form.number(t, "headcount", 0, Headcount::MOST.into())).ok();
    let from = form.date(t, "from_on");
    if from.is_some_and(|from| from > today) {
        form.refuse("from_on", t.say("structure-not-yet"));
    }
    let source = form.optional_text(t, "source", 120);
    let work = headcount.zip(from).map(|(headcount, from)| {
        let new = HeadcountRecord { from, headcount, source };
        move |tx: &mut Tx<'_>| structure::record_headcount(tx, &permit, &new, now).map(|()| true)
    });
    act(seat, form, work).await
}

pub async fn add_establishment(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now) = (&seat.ctx.t, seat.ctx.now);
    let name = form.text(t, "place", 120);
    let people = form.optional_number(t, "people", 0, Headcount::MOST.into());
    let new = Establishment {
        id: seat.ctx.new_id(),
        name,
        headcount: people.and_then(|people| Headcount::try_from(people).ok()),
        has_council: form.has("council", "yes"),
        closed_on: None,
    };
    let work = move |tx: &mut Tx<'_>| structure::add_establishment(tx, &permit, &new, now).map(|()| true);
    act(seat, form, Some(work)).await
}

pub async fn close_establishment(seat: Seat, form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let id = EstablishmentId::parse(form.value("id")).map_err(|_| PageError::NotFound)?;
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    act(seat, form, Some(move |tx: &mut Tx<'_>| structure::close_establishment(tx, &permit, id, today, now)))
        .await
}

pub async fn add_team(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now, organisation) = (&seat.ctx.t, seat.ctx.now, seat.organisation());
    let name = form.text(t, "team", 120);
    let known = seat.ctx.db().read(move |tx| structure::structure(tx, organisation)).await?;
    let of = EstablishmentId::parse(form.value("of")).ok();
    let of = of.filter(|id| known.establishments.iter().any(|e| e.id == *id && e.closed_on.is_none()));
    if of.is_none() && !form.value("of").is_empty() {
        form.refuse("of", t.say("form-choose"));
    }
    let new = Team { id: seat.ctx.new_id(), name, establishment: of, closed_on: None };
    let work = move |tx: &mut Tx<'_>| structure::add_team(tx, &permit, &new, now).map(|()| true);
    act(seat, form, Some(work)).await
}

pub async fn close_team(seat: Seat, form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let id = TeamId::parse(form.value("id")).map_err(|_| PageError::NotFound)?;
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    act(seat, form, Some(move |tx: &mut Tx<'_>| structure::close_team(tx, &permit, id, today, now))).await
}

pub async fn add_institution(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now, organisation) = (&seat.ctx.t, seat.ctx.now, seat.organisation());
    let read = move |tx: &mut Tx<'_>| {
        Ok::<_, DbError>((store::organisation(tx, organisation)?, structure::structure(tx, organisation)?))
    };
    let (employer, known) = seat.ctx.db().read(read).await?;
    let kind = form.code(t, "body", InstitutionKind::parse);
    if kind.is_some_and(|kind| !kind.can_sit_in(employer.kind)) {
        form.refuse("body", t.say("structure-cannot-sit"));
    }
    let since = form.date(t, "since");
    if kind.zip(since).is_some_and(|(kind, since)| known.contradicts(kind, since)) {
        form.refuse("body", t.say("structure-contradicts"));
    }
    let until = form.optional_date(t, "until");
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        form.refuse("until", t.say("structure-ends-before"));
    }
    let id = seat.ctx.new_id();
    let work = kind.zip(since).map(|(kind, since)| {
        let new = Institution { id, kind, since, until };
        move |tx: &mut Tx<'_>| structure::add_institution(tx, &permit, &new, now).map(|()| true)
    });
    act(seat, form, work).await
}

pub async fn end_institution(seat: Seat, mut form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let (t, now, organisation) = (&seat.ctx.t, seat.ctx.now, seat.organisation());
    let known = seat.ctx.db().read(move |tx| structure::structure(tx, organisation)).await?;
    let asked = InstitutionId::parse(form.value("ended")).ok();
    let found = known.institutions.into_iter().find(|known| Some(known.id) == asked);
    if found.is_none() {
        form.refuse("ended", t.say("form-choose"));
    }
    let until = form.date(t, "ended_on");
    if found.as_ref().zip(until).is_some_and(|(found, until)| until < found.since) {
        form.refuse("ended_on", t.say("structure-ends-before"));
    }
    let work = found.zip(until).map(|(found, until)| {
        move |tx: &mut Tx<'_>| structure::end_institution(tx, &permit, found.id, until, now)
    });
    act(seat, form, work).await
}

pub async fn set_languages(seat: Seat, form: Form) -> PageResult {
    let permit = permit(&seat)?;
    let now = seat.ctx.now;
    let chosen: Vec<Language> = form.all("language").filter_map(|code| Language::parse(code).ok()).collect();
    let work = move |tx: &mut Tx<'_>| structure::set_languages(tx, &permit, &chosen, now).map(|()| true);
    act(seat, form, Some(work)).await
}
