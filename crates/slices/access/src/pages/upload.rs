//! A file that is sent with a form: read up to a bound, never kept whole beyond it.

use std::{future::poll_fn, pin::Pin};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use platform::error::PageError;

use crate::model::line::MOST_BYTES;

/// What surrounds a file in a form.
const AROUND: usize = 64 * 1024;
/// How much of a file that is too big is let go by, so that the browser has sent it and reads our answer.
const LET_GO: usize = 128 * 1024 * 1024;

/// The field `file` of a form.
pub enum Upload {
    File(Bytes),
    TooBig,
    Missing,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let (parts, body) = request.into_parts();
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            return Ok(Self::Missing);
        }
        let Some(bytes) = read(body).await? else { return Ok(Self::TooBig) };
        let request = Request::from_parts(parts, Body::from(bytes));
        let mut form = Multipart::from_request(request, state).await.map_err(|_| PageError::BadRequest)?;
        while let Some(field) = form.next_field().await.map_err(|_| PageError::BadRequest)? {
            if field.name() == Some("file") {
                let bytes = field.bytes().await.map_err(|_| PageError::BadRequest)?;
                return Ok(if bytes.is_empty() { Self::Missing } else { Self::File(bytes) });
            }
        }
        Ok(Self::Missing)
    }
}

/// The body, or nothing when it is too big: the rest goes by without being kept.
async fn read(mut body: Body) -> Result<Option<Vec<u8>>, PageError> {
    let (mut kept, mut seen) = (Vec::new(), 0);
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(data) = frame.map_err(|_| PageError::BadRequest)?.into_data() else { continue };
        seen += data.len();
        if seen > MOST_BYTES + AROUND {
            kept = Vec::new();
        } else {
            kept.extend_from_slice(&data);
        }
        if seen > LET_GO {
            break;
        }
    }
    Ok((seen <= MOST_BYTES + AROUND).then_some(kept))
}
