//! The line of management: how much of it is known, telling it, and one's own superiors. Nowhere is it shown whole.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use platform::{DbError, PageResult, T, form::Form};
use ui::{Field, Page, Tone, render_with};

use super::upload::Upload;
use crate::{
    Act, Seat, line,
    model::line::{BadLine, MOST_BYTES, MOST_LINES, Pair, check, read},
};

#[derive(Template)]
#[template(path = "line.html")]
struct LinePage {
    page: Page,
    here: String,
    known: i64,
    superiors: Vec<String>,
    may_edit: bool,
    file_error: Option<String>,
    most_lines: String,
    most_megabytes: usize,
    add: Vec<Field>,
    remove: Vec<Field>,
}

/// What was refused, and where it stands on the page.
#[derive(Default)]
struct Refused {
    add: Form,
    remove: Form,
    file: Option<String>,
}

pub async fn show(seat: Seat) -> PageResult {
    page(seat, Refused::default(), StatusCode::OK).await
}

async fn page(seat: Seat, refused: Refused, status: StatusCode) -> PageResult {
    let actor = seat.actor.clone();
    let organisation = actor.organisation;
    let (known, superiors) = seat
        .ctx
        .db()
        .read(move |tx| {
            let own = crate::store::one_addressee(tx, organisation, actor.member)?;
            let superiors = match own {
                Some(own) => line::superiors(tx, organisation, &own.email)?,
                None => Vec::new(),
            };
            Ok::<_, DbError>((line::known(tx, organisation)?, superiors))
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
            file_error: refused.file,
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

fn done(seat: &Seat, what: &str) -> PageResult {
    Ok(Redirect::to(&format!("{}?fait={what}", address(seat))).into_response())
}

/// Adds one person under another.
pub async fn add(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::EditLine)?;
    let Some(pair) = pair(&mut form, &seat.ctx.t, "subordinate", "superior") else {
        return page(seat, Refused { add: form, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY)
            .await;
    };
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    match seat.ctx.db().write(move |tx| line::add(tx, &permit, &pair, today, now)).await? {
        Ok(()) => done(&seat, "ajoute"),
        Err(bad) => {
            form.refuse("superior", why(&seat.ctx.t, &bad));
            page(seat, Refused { add: form, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Takes one person from under another. Says the same whether that line was known or not.
pub async fn remove(seat: Seat, mut form: Form) -> PageResult {
    let permit = seat.permit(Act::EditLine)?;
    let Some(pair) = pair(&mut form, &seat.ctx.t, "left", "was") else {
        let refused = Refused { remove: form, ..Refused::default() };
        return page(seat, refused, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    seat.ctx.db().write(move |tx| line::remove(tx, &permit, &pair, today, now)).await?;
    done(&seat, "retire")
}

/// Forgets the whole line.
pub async fn erase(seat: Seat) -> PageResult {
    let permit = seat.permit(Act::EditLine)?;
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    seat.ctx.db().write(move |tx| line::erase(tx, &permit, today, now)).await?;
    done(&seat, "efface")
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
            let refused = Refused { file: Some(seat.ctx.t.say("line-no-file")), ..Refused::default() };
            return page(seat, refused, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let (today, now) = (seat.ctx.today, seat.ctx.now);
    match told {
        Ok(pairs) => {
            seat.ctx.db().write(move |tx| line::replace(tx, &permit, &pairs, today, now)).await?;
            done(&seat, "remplace")
        }
        Err(bad) => {
            let refused = Refused { file: Some(why(&seat.ctx.t, &bad)), ..Refused::default() };
            seat.ctx.db().write(move |tx| line::refuse(tx, &permit.author(), &bad, now)).await?;
            page(seat, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
