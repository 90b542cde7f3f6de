//! Preparing a campaign: who is asked, until when, under which floor. It is a proposal until two keys open it.

use access::Act;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::method::Method;
use disclosure::Floor;
use jiff::{ToSpan, civil::Date};
use kernel::{Party, SpaceId};
use platform::{PageResult, T, form::Form};
use registry::ProjectSeat;
use spaces::Space;
use ui::{Choice, Field, Page, render_with};

use crate::{
    Group, Invited, NewCampaign, SELF_DIAGNOSTIC,
    model::campaign::{self, Answering, CannotPrepare, MOST_CODES, MOST_FLOOR, MOST_GROUPS},
    on_thread::{self, Places},
    store, words,
};

/// Under which name the form keeps what is wrong with the groups as a whole.
const GROUPS: &str = "groups";
/// The same, where the answer is to answer together.
const TOGETHER: &str = "together";
/// The characters of the addresses of one group.
const MOST_ADDRESSES: usize = 30_000;
/// How long a campaign stays open unless its authors say otherwise.
const USUAL_DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "new.html")]
struct NewPage {
    page: Page,
    title: Field,
    answering: Field,
    groups: Vec<GroupFields>,
    groups_error: Option<String>,
    is_for_together: bool,
    errors: Vec<(String, String)>,
    closes_on: Field,
    floor: Field,
    space: Option<Field>,
    questions: String,
}

struct GroupFields {
    name: String,
    people: Field,
    label: Field,
    emails: Field,
}

pub async fn show(seat: ProjectSeat) -> PageResult {
    seat.seat.permit(Act::PrepareCampaign)?;
    let ctx = seat.ctx();
    let method = words::method(SELF_DIAGNOSTIC)?;
    let closes_on = ctx.today.checked_add(USUAL_DAYS.days()).unwrap_or(ctx.today);
    let least = least(&seat).await?;
    let form = Form::with([
        ("title", method.title(ctx.locale()).to_owned()),
        ("closes_on", closes_on.to_string()),
        ("floor", least.to_string()),
        ("answering", Answering::Individual.code().to_owned()),
    ]);
    page(&seat, method, &form, StatusCode::OK).await
}

async fn page(seat: &ProjectSeat, method: &'static Method, form: &Form, status: StatusCode) -> PageResult {
    let t = &seat.ctx().t;
    let (places, least) = (places(seat, method).await?, least(seat).await?);
    render_with(
        status,
        &NewPage {
            page: seat.page(t.say("methods-new-title"), "methods"),
            title: Field::text(t, form, "title", t.say("methods-new-name")).most(120),
            answering: answering_field(t, form),
            groups: method.participants.parties.iter().map(|party| group_fields(t, form, *party)).collect(),
            groups_error: form.error(GROUPS).or(form.error(TOGETHER)).map(str::to_owned),
            is_for_together: form.error(TOGETHER).is_some(),
            errors: errors(t, form),
            closes_on: Field::date(t, form, "closes_on", t.say("methods-new-closes"))
                .hint(t.say("methods-new-closes-hint")),
            floor: Field::number(t, form, "floor", t.say("methods-new-floor")).hint(t.one(
                "methods-new-floor-hint",
                "least",
                least.get(),
            )),
            space: (places.open.len() != 1).then(|| space_field(t, form, &places.open)),
            questions: seat.path("diagnostics/questions"),
        },
    )
}

/// What is to be corrected, for the top of the page: where, and what.
fn errors(t: &T, form: &Form) -> Vec<(String, String)> {
    let said = |(name, message): (&str, &str)| {
        let label = match name.split_once('-') {
            Some((_, party)) => t.say_code("party", party),
            None => match name {
                "title" => t.say("methods-new-name"),
                "closes_on" => t.say("methods-new-closes"),
                "floor" => t.say("methods-new-floor"),
                "answering" => t.say("methods-new-answering"),
                "space" => t.say("methods-new-space"),
                _ => t.say("methods-new-groups"),
            },
        };
        let anchor = if name == TOGETHER { GROUPS } else { name };
        (anchor.to_owned(), t.two("methods-error", "label", label, "message", message.to_owned()))
    };
    form.errors().map(said).collect()
}

async fn places(seat: &ProjectSeat, method: &Method) -> PageResult<Places> {
    let (organisation, project, sphere) = (seat.project.organisation, seat.project.id, method.sphere);
    Ok(seat.ctx().db().read(move |tx| on_thread::places(tx, organisation, project, sphere)).await?)
}

/// The least floor that a campaign of this organisation may have.
async fn least(seat: &ProjectSeat) -> PageResult<Floor> {
    let organisation = seat.project.organisation;
    Ok(seat.ctx().db().read(move |tx| registry::floor::least(tx, organisation)).await?.floor)
}

fn group_fields(t: &T, form: &Form, party: Party) -> GroupFields {
    GroupFields {
        name: t.say_code("party", party),
        people: Field::number(t, form, &format!("people-{party}"), t.say("methods-new-people")),
        label: Field::text(t, form, &format!("label-{party}"), t.say("methods-new-label"))
            .optional(t)
            .most(60),
        emails: Field::area(t, form, &format!("emails-{party}"), t.say("methods-new-emails"))
            .hint(t.say("methods-new-emails-hint"))
            .optional(t)
            .most(MOST_ADDRESSES),
    }
}

fn answering_field(t: &T, form: &Form) -> Field {
    let choices = Answering::ALL.iter().map(|way| {
        Choice::new(way.code(), t.say_code("answering", way)).hint(t.say_code("answering-hint", way))
    });
    Field::radios(t, form, "answering", t.say("methods-new-answering"), choices.collect())
}

fn space_field(t: &T, form: &Form, places: &[Space]) -> Field {
    let choices = places.iter().map(|space| Choice::new(space.id.to_string(), space.name.clone())).collect();
    Field::select(t, form, "space", t.say("methods-new-space"), choices)
}

pub async fn create(seat: ProjectSeat, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::PrepareCampaign)?;
    let method = words::method(SELF_DIAGNOSTIC)?;
    let places = places(&seat, method).await?;
    let least = least(&seat).await?;
    let Some(new) = read(&seat, method, &places, least, &mut form) else {
        return page(&seat, method, &form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (now, to) = (seat.ctx().now, seat.path(&format!("diagnostics/{}", new.id)));
    seat.ctx().db().write(move |tx| store::prepare(tx, &permit, &new, now)).await?;
    Ok(Redirect::to(&to).into_response())
}

/// The campaign of the form; nothing where a field is refused.
fn read(
    seat: &ProjectSeat,
    method: &Method,
    places: &Places,
    least: Floor,
    form: &mut Form,
) -> Option<NewCampaign> {
    let t = &seat.ctx().t;
    let title = form.text(t, "title", 120);
    let answering = read_answering(t, form);
    let (groups, letters) = read_groups(t, form, &method.participants.parties, answering);
    let closes_on = form.date(t, "closes_on");
    let floor = form.number(t, "floor", least.get().into(), MOST_FLOOR.into());
    let floor = u32::try_from(floor).ok().and_then(|n| least.raised_to(n).ok()).unwrap_or(least);
    let space = read_space(t, form, places);
    if let Some(closes_on) = closes_on.filter(|_| !form.is_refused()) {
        refuse_what_could_not_run(t, form, answering, &groups, floor, closes_on, seat.ctx().today);
    }
    let (Some(closes_on), Some(space), false) = (closes_on, space, form.is_refused()) else { return None };
    Some(NewCampaign {
        id: seat.ctx().new_id(),
        project: seat.project.id,
        space,
        method: method.id.clone(),
        method_version: method.version.to_string(),
        title,
        stage: seat.project.stage,
        answering,
        floor,
        closes_on,
        groups,
        letters,
    })
}

/// How people answer: each alone, unless the form says otherwise.
fn read_answering(t: &T, form: &mut Form) -> Answering {
    if form.value("answering").is_empty() {
        return Answering::Individual;
    }
    form.code(t, "answering", Answering::parse).unwrap_or(Answering::Individual)
}

/// The groups that have people in them, and who among them gets a letter. Who answers together needs none.
fn read_groups(
    t: &T,
    form: &mut Form,
    parties: &[Party],
    answering: Answering,
) -> (Vec<Group>, Vec<Invited>) {
    let (mut groups, mut letters) = (Vec::new(), Vec::new());
    for party in parties {
        let people = form.optional_number(t, &format!("people-{party}"), 0, MOST_CODES.into());
        let label = form.optional_text(t, &format!("label-{party}"), 60);
        let on_paper = people.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        let by_mail =
            if answering == Answering::Individual { read_letters(t, form, *party, &mut letters) } else { 0 };
        let codes = on_paper.saturating_add(by_mail);
        if codes > MOST_CODES {
            form.refuse(&format!("emails-{party}"), t.one("methods-refused-many-people", "most", MOST_CODES));
        }
        if codes > 0 {
            groups.push(Group { party: *party, label, codes, by_mail });
        }
    }
    (groups, letters)
}

/// The addresses of a group, one a line; says how many. One person has one letter, whatever their groups.
fn read_letters(t: &T, form: &mut Form, party: Party, letters: &mut Vec<Invited>) -> u32 {
    let name = format!("emails-{party}");
    let typed = form.optional_text(t, &name, MOST_ADDRESSES);
    let mut count = 0;
    for line in typed.split(['\n', ',', ';']).map(str::trim).filter(|line| !line.is_empty()) {
        let mut one = Form::with([("email", line)]);
        let email = one.email(t, "email");
        if one.is_refused() {
            form.refuse(&name, t.one("methods-refused-address", "address", line.to_owned()));
        } else if letters.iter().any(|known| known.email == email) {
            form.refuse(&name, t.one("methods-refused-twice", "address", line.to_owned()));
        } else {
            letters.push(Invited { group: party, email });
            count += 1;
        }
    }
    count
}

/// The space that was chosen, or the only one; never a closed one.
fn read_space(t: &T, form: &mut Form, places: &Places) -> Option<SpaceId> {
    match &places.open[..] {
        [] => form.refuse("space", t.say("methods-refused-no-space")),
        [only] if form.value("space").is_empty() => return Some(only.id),
        _ => return spaces::open_one(t, form, "space", &places.all),
    }
    None
}

fn refuse_what_could_not_run(
    t: &T,
    form: &mut Form,
    answering: Answering,
    groups: &[Group],
    floor: Floor,
    closes_on: Date,
    today: Date,
) {
    let Err(reason) = campaign::check(answering, groups, floor, closes_on, today) else { return };
    let (field, message) = match reason {
        CannotPrepare::NoGroup => (GROUPS, t.say("methods-refused-no-group")),
        CannotPrepare::OneGroup => (GROUPS, t.say("methods-refused-one-group")),
        CannotPrepare::TooManyGroups => (GROUPS, t.one("methods-refused-many-groups", "most", MOST_GROUPS)),
        CannotPrepare::TooFewInvited { invited } => {
            (TOGETHER, t.one("methods-refused-few", "invited", invited))
        }
        CannotPrepare::NoGroupReachesFloor { floor } => {
            (GROUPS, t.one("methods-refused-floor", "floor", floor))
        }
        CannotPrepare::ClosesInThePast => ("closes_on", t.say("methods-refused-past")),
        CannotPrepare::ClosesTooLate => ("closes_on", t.say("methods-refused-late")),
    };
    form.refuse(field, message);
}
