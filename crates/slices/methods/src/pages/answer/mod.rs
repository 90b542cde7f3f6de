//! Answering, on a telephone, without an account and without a script.
//!
//! The code is exchanged at once for a cookie that only these pages receive; from there it is in no address, no page and
//! no log. Answers stand in a second cookie of the same life until the person sends them: nothing is stored before.

pub mod begin;
pub mod enter;
pub mod question;
pub mod review;
pub mod thanks;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header::SET_COOKIE},
    response::Response,
};
use content::method::Method;
use platform::{
    Ctx, PageResult,
    cookies::{self, Cookie, Life},
};
use ui::{Page, render_with};

use crate::{
    model::{answers::Answers, code::Code},
    store::{self, CodeDigest, Door, Place},
};

/// The cookie that holds the code.
const PASS: &str = "pass";
/// The cookie that holds the answers so far.
const ANSWERS: &str = "answers";
/// The only pages that receive them.
const PATH: &str = "/repondre";

/// A person who may answer, and what they have answered so far.
struct Guest {
    place: Place,
    method: &'static Method,
    answers: Answers,
    code: Code,
}

/// Somebody who came with a code that answers, or why not.
enum Arrival {
    Welcome(Box<Guest>),
    Turned(Shut),
}

/// Who is there, by the cookie.
async fn arrive(ctx: &Ctx) -> PageResult<Arrival> {
    let Some(code) = ctx.cookie(PASS).and_then(|cookie| Code::parse(cookie).ok()) else {
        return Ok(Arrival::Turned(Shut::NoCode));
    };
    let (digest, today) = (CodeDigest::of(code), ctx.today);
    let place = match ctx.db().read(move |tx| store::knock(tx, &digest, today)).await? {
        Door::Open(place) => place,
        Door::Used(_) => return Ok(Arrival::Turned(Shut::Used)),
        Door::Closed(_) => return Ok(Arrival::Turned(Shut::Closed)),
        Door::Unknown => return Ok(Arrival::Turned(Shut::Unknown)),
    };
    let method = place.campaign.method()?;
    let answers = Answers::read(ctx.cookie(ANSWERS).unwrap_or_default(), method.questions.len());
    Ok(Arrival::Welcome(Box::new(Guest { place, method, answers, code })))
}

/// Why nobody can answer here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shut {
    /// The address was opened without scanning or typing a code first, or cookies are off.
    NoCode,
    Unknown,
    Used,
    Closed,
    /// The same answer sent twice: it came in the first time.
    Already,
}

impl Shut {
    const fn code(self) -> &'static str {
        match self {
            Self::NoCode => "none",
            Self::Unknown => "unknown",
            Self::Used => "used",
            Self::Closed => "closed",
            Self::Already => "already",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::NoCode | Self::Unknown => StatusCode::NOT_FOUND,
            Self::Used | Self::Closed => StatusCode::GONE,
            Self::Already => StatusCode::OK,
        }
    }

    const fn offers_the_form(self) -> bool {
        matches!(self, Self::NoCode | Self::Unknown)
    }
}

#[derive(Template)]
#[template(path = "answer/shut.html")]
struct ShutPage {
    page: Page,
    shut: Shut,
}

/// The page that says why nobody can answer, and what to do next. The telephone forgets what it held.
fn shut(ctx: &Ctx, shut: Shut) -> PageResult {
    let page = Page::new(ctx, ctx.t.say_code("answer-shut-title", shut.code())).bare();
    let mut response = render_with(shut.status(), &ShutPage { page, shut })?;
    forget(&mut response);
    Ok(response)
}

/// Makes the telephone forget the code and the answers.
fn forget(response: &mut Response) {
    for name in [PASS, ANSWERS] {
        response.headers_mut().append(SET_COOKIE, cookies::forget(name, PATH));
    }
}

/// A cookie of these pages: it lives until the browser closes, so that nothing stays on a shared telephone.
fn cookie(ctx: &Ctx, name: &str, value: &str) -> HeaderValue {
    let secure = ctx.platform.settings.is_https();
    Cookie { name, value, path: PATH, life: Life::Session, secure }.header()
}
