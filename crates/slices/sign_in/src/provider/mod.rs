//! Talking with the OpenID Connect provider: its discovery, the door it is left by, and what it says of who comes back.
//!
//! One secret binds a whole sign-in: the browser holds it in a cookie, and state, nonce and PKCE verifier are derived
//! from it; so the database keeps nothing with which somebody else could come back.

mod wire;

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    Scope, TokenResponse,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
        CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
    },
};
use platform::{config::SingleSignOn, secret};
use thiserror::Error;

use crate::model::admission::Identity;
use wire::Wire;

/// The signatures taken: the provider's own key, never a shared secret, never none.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why a provider let nobody in. For the log.
#[derive(Debug, Error)]
pub enum ProviderFault {
    /// Not reached, or not understood: try again later, or by another way.
    #[error("the provider could not be spoken with: {0}")]
    Silent(String),
    /// What it said does not hold.
    #[error("the provider’s answer does not hold: {0}")]
    Unsound(String),
}

fn silent(error: impl std::fmt::Display) -> ProviderFault {
    ProviderFault::Silent(error.to_string())
}

fn unsound(error: impl std::fmt::Display) -> ProviderFault {
    ProviderFault::Unsound(error.to_string())
}

/// What one sign-in is bound by.
pub struct Binding<'a>(&'a str);

impl<'a> Binding<'a> {
    /// From the secret that the browser holds.
    pub const fn new(secret: &'a str) -> Self {
        Self(secret)
    }

    fn derive(&self, what: &str) -> String {
        secret::digest(&format!("{what}:{}", self.0))
    }

    fn state(&self) -> String {
        self.derive("state")
    }

    fn nonce(&self) -> Nonce {
        Nonce::new(self.derive("nonce"))
    }

    fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.derive("verifier"))
    }

    /// Whether what came back is what was sent out. Compared by hash: how long it takes says nothing.
    pub fn is_ours(&self, state: &str) -> bool {
        secret::digest(state) == secret::digest(&self.state())
    }
}

/// One provider, and the address at which it hands people back.
pub struct Provider<'a> {
    pub settings: &'a SingleSignOn,
    pub redirect: String,
}

impl Provider<'_> {
    /// The address at the provider to which the browser leaves. Blocks on the network.
    pub fn door(&self, binding: &Binding<'_>) -> Result<String, ProviderFault> {
        let client = self.discover(&self.wire())?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&binding.verifier());
        let (state, nonce) = (CsrfToken::new(binding.state()), binding.nonce());
        let (url, ..) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(url.into())
    }

    /// Who came back with this code. Blocks on the network.
    pub fn identify(
        &self,
        binding: &Binding<'_>,
        code: String,
        now: Timestamp,
    ) -> Result<Identity, ProviderFault> {
        let wire = self.wire();
        let client = self.discover(&wire)?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(silent)?
            .set_pkce_verifier(binding.verifier())
            .request(&|request| wire.send(request))
            .map_err(|error| match error {
                openidconnect::RequestTokenError::ServerResponse(said) => unsound(said.error()),
                other => silent(other),
            })?;
        let claims = check(&client, &answer, &binding.nonce(), now)?;
        let identity = self.identity(&claims);
        if identity.email.is_some() {
            return Ok(identity);
        }
        self.ask_for_address(&client, &wire, &answer, &claims)
    }

    fn wire(&self) -> Wire {
        Wire::to(&self.settings.issuer)
    }

    fn discover(&self, wire: &Wire) -> Result<Client, ProviderFault> {
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(silent)?;
        let metadata =
            CoreProviderMetadata::discover(&issuer, &|request| wire.send(request)).map_err(silent)?;
        let id = ClientId::new(self.settings.client.clone());
        let secret = self.settings.secret.clone().map(ClientSecret::new);
        let redirect = RedirectUrl::new(self.redirect.clone()).map_err(silent)?;
        Ok(CoreClient::from_provider_metadata(metadata, id, secret).set_redirect_uri(redirect))
    }

    fn identity(&self, claims: &CoreIdTokenClaims) -> Identity {
        Identity {
            issuer: self.settings.issuer.clone(),
            subject: claims.subject().to_string(),
            email: claims.email().map(|email| email.to_lowercase()),
            is_email_verified: claims.email_verified() == Some(true),
        }
    }

    /// Many providers keep the address out of the token, and give it when asked; for the same subject only.
    fn ask_for_address(
        &self,
        client: &Client,
        wire: &Wire,
        answer: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<Identity, ProviderFault> {
        let token = answer.access_token().clone();
        let info: CoreUserInfoClaims = client
            .user_info(token, Some(claims.subject().clone()))
            .map_err(silent)?
            .request(&|request| wire.send(request))
            .map_err(unsound)?;
        Ok(Identity {
            email: info.email().map(|email| email.to_lowercase()),
            is_email_verified: info.email_verified() == Some(true),
            ..self.identity(claims)
        })
    }
}

/// Issuer, audience, signature, dates and nonce of the token; and that the access token belongs to it.
fn check(
    client: &Client,
    answer: &CoreTokenResponse,
    nonce: &Nonce,
    now: Timestamp,
) -> Result<CoreIdTokenClaims, ProviderFault> {
    let token = answer.id_token().ok_or_else(|| unsound("no ID token"))?;
    let instant = DateTime::<Utc>::from_timestamp(now.as_second(), 0).unwrap_or_default();
    let verifier: CoreIdTokenVerifier<'_> =
        client.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || instant);
    let claims = token.claims(&verifier, nonce).map_err(unsound)?;
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = token.signing_alg().map_err(unsound)?;
        let key = token.signing_key(&verifier).map_err(unsound)?;
        let actual = AccessTokenHash::from_token(answer.access_token(), algorithm, key).map_err(unsound)?;
        if actual != *expected {
            return Err(unsound("the access token is another’s"));
        }
    }
    Ok(claims.clone())
}

#[cfg(test)]
mod tests {
    use super::Binding;

    #[test]
    fn what_one_secret_is_bound_by_says_nothing_of_another_nor_of_itself() {
        let (one, other) = (Binding::new("one"), Binding::new("other"));
        assert!(one.is_ours(&one.state()));
        assert!(!one.is_ours(&other.state()) && !one.is_ours("") && !one.is_ours("one"));
        let derived = [one.state(), one.nonce().secret().clone(), one.verifier().secret().clone()];
        let mut distinct = derived.to_vec();
        distinct.dedup();
        assert_eq!(distinct.len(), 3);
        assert!((43..=128).contains(&derived[2].len()), "what PKCE takes");
    }
}
