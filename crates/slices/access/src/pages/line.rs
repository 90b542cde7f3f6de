//! The line of management: how much of it is known, telling it, and one's own superiors. Nowhere is it shown whole.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{DbError, PageResult, T, clock::civil_day, form::Form};
use ui::{Field, Page, Tone, render_with};

use super::{holders::tell_holders, upload::Upload};
use crate::{
    Act, Seat,
    keys::Waiting,
    line::{self, Telling, Told},
    model::line::{BadLine, Change, MOST_BYTES, MOST_LINES, Pair, check, read},
    seat::keys,
};

#[derive(Template)]
#[template(path = "line.html")]
struct LinePage {
    page: Page,
    here: String,
    known: i64,
    superiors: Vec<String>,
    may_edit: bool,
    /// A change that waits for its second key, for whoever may turn one.
    waiting: Option<Waits>,
    file_error: Option<String>,
    erase_error: Option<String>,
    most_lines: String,
    most_megabytes: usize,
    add: Vec<Field>,
    remove: Vec<Field>,
}

/// What waits: what sort of change, and never whom it is about.
struct Waits {
    said: String,
    /// What the reader does now.
    next: String,
    keys: String,
}

impl Waits {
    fn new(seat: &Seat, waiting: &Waiting) -> Self {
        let t = &seat.ctx.t;
        let of = |name: &str| waiting.payload.get(name).cloned().unwrap_or_default();
        let what = t.say(&format!("line-what-{}", of("change").as_str().unwrap_or_default()));
        let by = format!("{} ({})", waiting.by, t.say_code("party", waiting.party));
        let is_own = waiting.party == seat.actor.party;
        let next = if is_own { "line-waits-other" } else { "line-waits-you" };
        let lines = of("lines").as_i64().unwrap_or_default();
        let said = t.two("line-waits", "what", what, "by", by);
        Self {
            said: if lines > 1 {
                format!("{said} {}", t.one("line-waits-lines", "lines", lines))
            } else {
                said
            },
            next: t.one(next, "until", t.day(civil_day(waiting.expires_at))),
            keys: keys(seat.organisation()),
        }
    }
}

/// What was refused, and where it stands on the page.
#[derive(Default)]
struct Refused {
    add: Form,
    remove: Form,
    file: Option<String>,
    erase: Option<String>,
}

pub async fn show(seat: Seat) -> PageResult {
    page(seat, Refused::default(), StatusCode::OK).await
}

async fn page(seat: Seat, refused: Refused, status: StatusCode) -> PageResult {
    let actor = seat.actor.clone();
    let organisation = actor.organisation;
    let now = seat.ctx.now;
    let (known, superiors, waiting) = seat
        .ctx
        .db()
        .read(move |tx| {
            let own = crate::store::one_addressee(tx, organisation, actor.member)?;
            let superiors = match own {
                Some(own) => line::superiors(tx, organisation, &own.email)?,
                None => Vec::new(),
            };
            Ok::<_, DbError>((
                line::known(tx, organisation)?,
                superiors,
                line::waiting(tx, organisation, now)?,
            ))
        })
        .await?;
    let t = &seat.ctx.t;
    let mut page = seat.page(t.say("line-title"));
    page.here = address(&seat);
    let done = seat.ctx.here.rsplit_once("?fait=").map(|(_, done)| format!("line-done-{done}"));
    if let Some(key) = done.filter(|key| t.has(key)) {
        page = page.announcing(Tone::Ok, t.say(&key));
    }
    render_with(
        status,
        &LinePage {
            page,
            here: address(&seat),
            known,
            superiors,
            may_edit: seat.may(Act::EditLine),
            waiting: waiting.filter(|_| seat.may(Act::EditLine)).map(|waiting| Waits::new(&seat, &waiting)),
            file_error: refused.file,
            erase_error: refused.erase,
            most_lines: most_lines(t),
            most_megabytes: MOST_BYTES / 1_000_000,
            add: fields(t, &refused.add, "subordinate", "superior"),
            remove: fields(t, &refused.remove, "left", "was"),
        },
    )
}

fn most_lines(t: &T) -> String {
    t.number(i64::try_from(MOST_LINES).unwrap_or(i64::MAX))
}

fn address(seat: &Seat) -> String {
    format!("/structures/{}/hierarchie", seat.organisation())
}

fn fields(t: &T, form: &Form, subordinate: &str, superior: &str) -> Vec<Field> {
    let field = |name: &str, key: &str| Field::email(t, form, name, t.say(key)).autocomplete("off");
    vec![field(subordinate, "line-person"), field(superior, "line-superior")]
}

fn pair(form: &mut Form, t: &T, subordinate: &str, superior: &str) -> Option<Pair> {
    let (subordinate, superior) = (form.email(t, subordinate), form.email(t, superior));
    (!form.is_refused()).then_some(Pair { subordinate, superior })
}

/// Why, in words.
fn why(t: &T, bad: &BadLine) -> String {
    match bad {
        BadLine::TooLong => {
            t.two("line-too-long", "lines", most_lines(t), "megabytes", MOST_BYTES / 1_000_000)
        }
        BadLine::Empty => t.say("line-empty"),
        BadLine::NotAnAddress { line, found } => {
            t.two("line-not-an-address", "line", *line, "found", found.clone())
        }
        BadLine::Cycle(around) => t.one("line-cycle", "around", around.join(" → ")),
        BadLine::TooEntangled => t.say("line-too-entangled"),
    }
}

/// Turns the reader's key for a change, and says what it did.
async fn tell(seat: Seat, change: Change, form: Form, side: Side) -> PageResult {
    let permit = seat.permit(Act::EditLine)?;
    let code = change.code();
    let telling = Telling::new(change, &seat.ctx, address(&seat));
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    let told = seat.ctx.db().write(move |tx| line::turn(tx, &permit, &telling, today, now)).await?;
    let t = &seat.ctx.t;
    let why = match told {
        Told::First => {
            tell_other_key(&seat, code).await?;
            return done(&seat, "proposed");
        }
        Told::Done => return done(&seat, code),
        Told::OwnWaits => t.say("line-own-waits"),
        Told::Differs => t.say("line-differs"),
        Told::Bad(bad) => why(t, &bad),
        Told::Not(why) => t.say_code("keys-not", why),
    };
    refuse(seat, form, side, why).await
}

/// Which form of the page was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Add,
    Remove,
    File,
    Erase,
}

async fn refuse(seat: Seat, mut form: Form, side: Side, why: String) -> PageResult {
    let mut refused = Refused::default();
    match side {
        Side::Add => {
            form.refuse("superior", why);
            refused.add = form;
        }
        Side::Remove => {
            form.refuse("was", why);
            refused.remove = form;
        }
        Side::File => refused.file = Some(why),
        Side::Erase => refused.erase = Some(why),
    }
    page(seat, refused, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The letter names nobody of the line: whoever tells the same has to know it.
async fn tell_other_key(seat: &Seat, code: &str) -> PageResult<()> {
    let write = |t: &T, link: &str| {
        let body =
            t.two("mail-line-body", "what", t.say(&format!("line-what-{code}")), "link", link.to_owned());
        (t.say("mail-line-subject"), body)
    };
    tell_holders(&seat.ctx, seat.organisation(), seat.actor.member, &address(seat), write).await
}

fn done(seat: &Seat, what: &str) -> PageResult {
    Ok(Redirect::to(&format!("{}?fait={what}", address(seat))).into_response())
}

/// Puts one person under another.
pub async fn add(seat: Seat, mut form: Form) -> PageResult {
    seat.permit(Act::EditLine)?;
    match pair(&mut form, &seat.ctx.t, "subordinate", "superior") {
        Some(pair) => tell(seat, Change::Add(pair), form, Side::Add).await,
        None => {
            page(seat, Refused { add: form, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Takes one person from under another. Says the same whether that line was known or not.
pub async fn remove(seat: Seat, mut form: Form) -> PageResult {
    seat.permit(Act::EditLine)?;
    match pair(&mut form, &seat.ctx.t, "left", "was") {
        Some(pair) => tell(seat, Change::Remove(pair), form, Side::Remove).await,
        None => {
            page(seat, Refused { remove: form, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Forgets the whole line.
pub async fn erase(seat: Seat) -> PageResult {
    tell(seat, Change::Erase, Form::default(), Side::Erase).await
}

/// Puts what a file says in the place of what was known.
pub async fn replace(seat: Seat, upload: Upload) -> PageResult {
    let permit = seat.permit(Act::EditLine)?;
    let told = match upload {
        Upload::File(bytes) => {
            let read = tokio::task::spawn_blocking(move || {
                read(&bytes).and_then(|pairs| check(&pairs).map(|()| pairs))
            });
            read.await.map_err(|error| platform::PageError::Fault(error.to_string()))?
        }
        Upload::TooBig => Err(BadLine::TooLong),
        Upload::Missing => {
            let why = seat.ctx.t.say("line-no-file");
            return refuse(seat, Form::default(), Side::File, why).await;
        }
    };
    match told {
        Ok(pairs) => tell(seat, Change::Replace(pairs), Form::default(), Side::File).await,
        Err(bad) => {
            let (now, why) = (seat.ctx.now, why(&seat.ctx.t, &bad));
            seat.ctx.db().write(move |tx| line::refuse(tx, &permit.author(), &bad, now)).await?;
            refuse(seat, Form::default(), Side::File, why).await
        }
    }
}
