//! What every handler needs: the instance, and the request as it came.

use std::{convert::Infallible, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use jiff::{Timestamp, civil::Date};
use kernel::{Id, Locale};

use crate::{
    chance::Chance,
    clock::{Clock, civil_day},
    config::Settings,
    cookies,
    db::Db,
    error::{PageError, PageResult},
    limits::{Gate, Limits},
    mail::Mailer,
    secret,
    texts::{T, Texts},
    vault::Vault,
};

/// The cookie that remembers a choice of language.
pub const LANGUAGE_COOKIE: &str = "lang";

/// One running instance: cheap to clone, the same for all requests.
#[derive(Clone)]
pub struct Platform {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub texts: Arc<Texts>,
    pub mail: Mailer,
    pub settings: Arc<Settings>,
    /// Seals what the database must keep and must not give.
    pub vault: Vault,
    pub limits: Arc<Limits>,
}

impl Platform {
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// An identifier that may be ordered by the time it was made.
    pub fn new_id<Of: ?Sized>(&self) -> Id<Of> {
        let mut random = [0_u8; 10];
        self.chance.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        Id::new(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// An identifier that says nothing of when it was made: for what must not be ordered.
    pub fn new_unordered_id<Of: ?Sized>(&self) -> Id<Of> {
        let mut random = [0_u8; 16];
        self.chance.fill(&mut random);
        Id::new(uuid::Builder::from_random_bytes(random).into_uuid())
    }

    /// A fresh secret; see [`secret::fresh`].
    pub fn new_secret(&self) -> String {
        secret::fresh(&*self.chance)
    }
}

/// The context of one request.
#[derive(Clone)]
pub struct Ctx {
    pub platform: Platform,
    /// When the request came: one instant for all it does.
    pub now: Timestamp,
    /// The civil day in France at `now`.
    pub today: Date,
    pub t: T,
    /// Path and query of the page, for links that come back to it.
    pub here: String,
    pub headers: HeaderMap,
    /// The line from which the request comes; none where no socket is known.
    line: Option<Vec<u8>>,
}

impl Ctx {
    pub fn db(&self) -> &Db {
        &self.platform.db
    }

    pub fn locale(&self) -> Locale {
        self.t.locale()
    }

    /// An absolute address of this instance.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.platform.settings.base_url)
    }

    /// A cookie that goes to every page.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookie_at(name, "/")
    }

    /// A cookie that is bound to a path.
    pub fn cookie_at(&self, name: &str, path: &str) -> Option<&str> {
        cookies::read(&self.headers, &cookies::kept_as(name, path, self.is_https()))
    }

    /// The line that makes this browser forget a cookie.
    pub fn forget(&self, name: &str, path: &str) -> HeaderValue {
        cookies::forget(name, path, self.is_https())
    }

    fn is_https(&self) -> bool {
        self.platform.settings.is_https()
    }

    pub fn new_id<Of: ?Sized>(&self) -> Id<Of> {
        self.platform.new_id()
    }

    /// Asks for one more of what is limited, for whom it is asked. Errors: [`PageError::TooMany`].
    pub fn limit(&self, gate: Gate, who: &[u8]) -> PageResult<()> {
        self.platform.limits.take(gate, who, self.now).map_err(PageError::TooMany)
    }

    /// The same, by the line of whoever asks.
    pub fn limit_line(&self, gate: Gate) -> PageResult<()> {
        self.line.as_deref().map_or(Ok(()), |line| self.limit(gate, line))
    }
}

/// The language of a request: the remembered choice, else the browser's.
pub fn locale_of(headers: &HeaderMap, is_https: bool) -> Locale {
    let kept = cookies::kept_as(LANGUAGE_COOKIE, "/", is_https);
    let chosen = cookies::read(headers, &kept).and_then(|code| Locale::parse(code).ok());
    chosen.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Locale::from_accept_language(accepted.unwrap_or_default())
    })
}

impl<S> FromRequestParts<S> for Ctx
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let platform = Platform::from_ref(state);
        let now = platform.now();
        Ok(Self {
            now,
            today: civil_day(now),
            t: platform.texts.speak(locale_of(&parts.headers, platform.settings.is_https())),
            here: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            headers: parts.headers.clone(),
            line: parts
                .extensions
                .get::<ConnectInfo<SocketAddr>>()
                .map(|peer| platform.limits.line(peer.0.ip(), &parts.headers)),
            platform,
        })
    }
}
