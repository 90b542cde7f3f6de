//! HTTP to the provider: short, small, straight, and over TLS unless the provider is on this machine.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse};
use ureq::{Agent, http::Response};

/// Long enough for a provider that is awake; a worker waits for it.
const PATIENCE: Duration = Duration::from_secs(8);
/// A discovery document and a set of keys are far below.
const MOST_BYTES: u64 = 512 * 1024;

/// A way to one provider.
pub struct Wire(Agent);

impl Wire {
    pub fn to(issuer: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            // A redirect would let the provider, or who stands in for it, make this program call anywhere.
            .max_redirects(0)
            .http_status_as_error(false)
            .https_only(issuer.starts_with("https://"))
            .build();
        Self(config.into())
    }

    /// One request, one answer.
    pub fn send(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let (parts, body) = request.into_parts();
        let answer = if body.is_empty() {
            self.0.run(ureq::http::Request::from_parts(parts, ()))?
        } else {
            self.0.run(ureq::http::Request::from_parts(parts, body))?
        };
        let (parts, body) = answer.into_parts();
        let bytes = body.into_with_config().limit(MOST_BYTES).read_to_vec()?;
        Ok(Response::from_parts(parts, bytes))
    }
}
