//! Answering, on a telephone, without an account and without a script.
//!
//! The code, or the token that was drawn from a letter, is exchanged at once for a cookie that only these pages receive; from there it is in no address, no page and
//! no log. Answers stand in a second cookie of the same life until the person sends them: nothing is stored before.

pub mod begin;
pub mod enter;
pub mod question;
pub mod review;
pub mod thanks;
pub mod token;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header::SET_COOKIE},
    response::Response,
};
use content::method::Method;
use platform::{
    Ctx, PageResult,
    cookies::{Cookie, Life},
    limits::Gate,
};
use ui::{Page, render_with};

use crate::{
    model::{answers::Answers, code::Code, token::Token},
    store::{self, CodeDigest, Door, Place, Right},
};

/// The cookie that holds the code or the token.
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
    right: Right,
}

/// The right that the cookie holds.
fn held(ctx: &Ctx) -> Option<Right> {
    let cookie = ctx.cookie_at(PASS, PATH)?;
    let code = || Code::parse(cookie).ok().map(|code| CodeDigest::of(code).into());
    Token::parse(cookie).map(Right::Token).or_else(code)
}

/// Somebody who came with a code that answers, or why not.
enum Arrival {
    Welcome(Box<Guest>),
    Turned(Shut),
}

/// Who is there, by the cookie.
async fn arrive(ctx: &Ctx) -> PageResult<Arrival> {
    let Some(right) = held(ctx) else { return Ok(Arrival::Turned(Shut::NoCode)) };
    let (knocking, today) = (right.clone(), ctx.today);
    let by_token = matches!(right, Right::Token(_));
    let place = match ctx.db().read(move |tx| store::knock(tx, &knocking, today)).await? {
        Door::Open(place) => place,
        Door::Used(_) if by_token => return Ok(Arrival::Turned(Shut::TokenUsed)),
        Door::Used(_) => return Ok(Arrival::Turned(Shut::Used)),
        Door::Closed(_) => return Ok(Arrival::Turned(Shut::Closed)),
        Door::Forged => {
            ctx.limit_line(Gate::FailedCode)?;
            return Ok(Arrival::Turned(Shut::Forged));
        }
        Door::Unknown => {
            ctx.limit_line(Gate::FailedCode)?;
            return Ok(Arrival::Turned(if by_token { Shut::TokenUnknown } else { Shut::Unknown }));
        }
    };
    let method = place.campaign.method()?;
    let answers = Answers::read(ctx.cookie_at(ANSWERS, PATH).unwrap_or_default(), method.questions.len());
    Ok(Arrival::Welcome(Box::new(Guest { place, method, answers, right })))
}

/// Why nobody can answer here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shut {
    /// The address was opened without scanning or typing a code first, or cookies are off.
    NoCode,
    Unknown,
    Used,
    Closed,
    /// The token has answered.
    TokenUsed,
    /// No campaign signs with this key, or no longer.
    TokenUnknown,
    /// No key of ours signed the token.
    Forged,
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
            Self::TokenUsed => "token-used",
            Self::TokenUnknown => "token-unknown",
            Self::Forged => "forged",
            Self::Already => "already",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::NoCode | Self::Unknown => StatusCode::NOT_FOUND,
            Self::Used | Self::Closed | Self::TokenUsed | Self::TokenUnknown => StatusCode::GONE,
            Self::Forged => StatusCode::FORBIDDEN,
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
    forget(ctx, &mut response);
    Ok(response)
}

/// Makes the telephone forget the code and the answers.
fn forget(ctx: &Ctx, response: &mut Response) {
    for name in [PASS, ANSWERS] {
        response.headers_mut().append(SET_COOKIE, ctx.forget(name, PATH));
    }
}

/// A cookie of these pages: it lives until the browser closes, so that nothing stays on a shared telephone.
fn cookie(ctx: &Ctx, name: &str, value: &str) -> HeaderValue {
    let secure = ctx.platform.settings.is_https();
    Cookie { name, value, path: PATH, life: Life::Session, secure }.header()
}
