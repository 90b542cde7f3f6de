//! The ceremonies of WebAuthn: what the browser is asked, and whether what it answers holds.
//!
//! The checks (origin, challenge, signature, user verified, counter) are those of `webauthn-rs`; its challenges come from
//! the system's own chance, not from [`platform::chance`]: the one place where a library will not be told.

use platform::config::Settings;
use serde::Serialize;
use thiserror::Error;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CreationChallengeResponse, CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse, Url, Webauthn,
    WebauthnBuilder, WebauthnError,
};
use webauthn_rs_proto::{AuthenticatorSelectionCriteria, ResidentKeyRequirement};

/// Why a ceremony came to nothing. For the log: the page says the same of each.
#[derive(Debug, Error)]
pub enum CeremonyFault {
    #[error("passkeys need an https address with a name, or localhost")]
    NotHere,
    #[error("webauthn: {0:?}")]
    Refused(WebauthnError),
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
}

impl From<WebauthnError> for CeremonyFault {
    fn from(error: WebauthnError) -> Self {
        Self::Refused(error)
    }
}

/// A question for the browser, and what must be remembered until it answers. Both JSON.
pub struct Challenge {
    pub options: String,
    pub state: String,
}

impl Challenge {
    fn new(options: &impl Serialize, state: &impl Serialize) -> Result<Self, CeremonyFault> {
        Ok(Self { options: serde_json::to_string(options)?, state: serde_json::to_string(state)? })
    }
}

/// Who adds a passkey.
pub struct Owner {
    /// Handed to the device: an identifier that says nothing of the person.
    pub handle: Uuid,
    pub email: String,
    pub name: String,
}

/// This instance, as browsers know it: by the host and origin of its address.
fn here(settings: &Settings) -> Result<Webauthn, CeremonyFault> {
    if !settings.can_use_passkeys() {
        return Err(CeremonyFault::NotHere);
    }
    let origin = Url::parse(&settings.base_url).map_err(|_| CeremonyFault::NotHere)?;
    let host = origin.domain().ok_or(CeremonyFault::NotHere)?;
    Ok(WebauthnBuilder::new(host, &origin)?.rp_name("Trinôme").build()?)
}

/// Asks the browser for a new passkey that the device itself can find again, so that nobody types an address.
pub fn ask_new(settings: &Settings, owner: &Owner, held: &[String]) -> Result<Challenge, CeremonyFault> {
    let held: Vec<CredentialID> =
        held.iter().filter_map(|json| read(json).ok()).map(|key| key.cred_id().clone()).collect();
    let (mut asked, state): (CreationChallengeResponse, PasskeyRegistration) =
        here(settings)?.start_passkey_registration(owner.handle, &owner.email, &owner.name, Some(held))?;
    let wish = asked.public_key.authenticator_selection.take();
    asked.public_key.authenticator_selection = wish.map(|wish| AuthenticatorSelectionCriteria {
        resident_key: Some(ResidentKeyRequirement::Required),
        require_resident_key: true,
        ..wish
    });
    Challenge::new(&asked.public_key, &state)
}

/// A passkey as it is kept.
pub struct Made {
    pub credential_id: String,
    pub credential: String,
}

/// Checks a new passkey.
pub fn check_new(settings: &Settings, answer: &str, state: &str) -> Result<Made, CeremonyFault> {
    let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
    let state: PasskeyRegistration = serde_json::from_str(state)?;
    let key = here(settings)?.finish_passkey_registration(&answer, &state)?;
    Ok(Made { credential_id: named(key.cred_id().as_ref()), credential: serde_json::to_string(&key)? })
}

/// Asks the browser for any passkey of this instance: who comes is known only when it answers.
pub fn ask_any(settings: &Settings) -> Result<Challenge, CeremonyFault> {
    let (asked, state): (RequestChallengeResponse, DiscoverableAuthentication) =
        here(settings)?.start_discoverable_authentication()?;
    Challenge::new(&asked.public_key, &state)
}

/// An answer to [`ask_any`]: whom and which key it claims to be. Nothing is checked yet.
pub struct Claim {
    answer: PublicKeyCredential,
    pub handle: Uuid,
    pub credential_id: String,
}

impl Claim {
    pub fn read(answer: &str) -> Result<Self, CeremonyFault> {
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let handle = answer.get_user_unique_id().and_then(|bytes| Uuid::from_slice(bytes).ok());
        let handle = handle.ok_or(CeremonyFault::Refused(WebauthnError::InvalidUserUniqueId))?;
        let credential_id = named(answer.get_credential_id());
        Ok(Self { answer, handle, credential_id })
    }

    /// Checks the answer against the key that is kept; gives that key as it is to be kept from now on.
    pub fn check(&self, settings: &Settings, state: &str, kept: &str) -> Result<String, CeremonyFault> {
        let state: DiscoverableAuthentication = serde_json::from_str(state)?;
        let mut key = read(kept)?;
        let done = here(settings)?.finish_discoverable_authentication_v2(&self.answer, state, &key)?;
        key.update_credential(&done);
        Ok(serde_json::to_string(&key)?)
    }
}

fn read(kept: &str) -> Result<Passkey, serde_json::Error> {
    serde_json::from_str(kept)
}

/// A credential's identifier, as text.
fn named(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}
