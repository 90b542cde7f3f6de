//! Three families of failure: the user can fix it (a page with status 422, made by the handler), it is not theirs or not
//! there, or we must fix it.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use kernel::{MemberId, OrganisationId, Party};

use crate::{db::DbError, limits::Wait};

/// Why a page could not be given. The application turns it into a page in the reader's language.
#[derive(Debug, Clone)]
pub enum PageError {
    /// No such thing, or not for the eyes of who asks: the two look the same.
    NotFound,
    /// A project that two keys deleted, for a member of its organisation.
    Deleted { organisation: OrganisationId, on: Date, parties: [Party; 2] },
    /// Somebody must sign in first.
    SignIn,
    /// The seat opens to a passkey only, and the session was opened otherwise.
    Passkey,
    /// Somebody must show once more that it is they, and then comes back to this path.
    ShowAgain(String),
    /// Known, and refused: leaves a line in the journal of the organisation that was reached for.
    Forbidden { organisation: OrganisationId, by: By, reason: Refusal },
    /// A form that did not come from our own pages.
    CrossSite,
    /// A body that is no form of ours, or too large.
    BadRequest,
    /// Too often in a short time: says how long to wait.
    TooMany(Wait),
    /// Ours to mend. The text goes to the log, never to the browser.
    Fault(String),
}

/// Who was refused: named in the journal of the organisation that was reached for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub organisation: OrganisationId,
    pub member: MemberId,
    pub party: Party,
}

/// Why somebody known was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A member of another organisation.
    OtherOrganisation,
    /// A member whose party does not do this.
    OtherParty,
    /// Somebody who was a member of this organisation, and is no more.
    NoLongerMember,
}

impl Refusal {
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherOrganisation => "other_organisation",
            Self::OtherParty => "other_party",
            Self::NoLongerMember => "no_longer_member",
        }
    }
}

/// What a handler gives.
pub type PageResult<T = Response> = Result<T, PageError>;

impl From<DbError> for PageError {
    fn from(error: DbError) -> Self {
        Self::Fault(error.to_string())
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Fault(format!("template: {error}"))
    }
}

impl From<serde_json::Error> for PageError {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(format!("json: {error}"))
    }
}

impl PageError {
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Deleted { .. } => StatusCode::NOT_FOUND,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Passkey | Self::ShowAgain(_) | Self::Forbidden { .. } | Self::CrossSite => {
                StatusCode::FORBIDDEN
            }
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for PageError {
    /// An empty answer that carries the error: `app` draws the page, since only there are language and reader known.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
