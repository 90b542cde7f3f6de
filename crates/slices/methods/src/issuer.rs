//! The key that signs the tokens of a group: made when the campaign opens, sealed, and gone when it closes.

use platform::{chance::Chance, vault::Vault};
use rsa::{
    BigUint, RsaPrivateKey, RsaPublicKey, hazmat,
    pkcs8::{DecodePrivateKey, EncodePrivateKey},
    rand_core::{self, CryptoRng, RngCore},
};

use crate::model::token::{Blinded, KEY_BITS, PublicKey, SIGNED_BYTES};

/// A key pair as the database keeps it.
#[derive(Debug, Clone)]
pub struct SealedKey {
    pub public: PublicKey,
    /// Opens with the vault of this instance only.
    pub private: String,
}

/// Why nothing was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotSign {
    /// The secret of the instance is not the one that sealed the key.
    #[error("the key of the campaign does not open with the secret of this instance")]
    Sealed,
    #[error("the key of the campaign cannot be read")]
    Unreadable,
    /// Not a number below the modulus.
    #[error("what was sent cannot be signed with this key")]
    Refused,
}

/// Makes a key: a fraction of a second of computing.
pub fn make(chance: &dyn Chance, vault: &Vault) -> Result<SealedKey, CannotSign> {
    let key = RsaPrivateKey::new(&mut Source(chance), KEY_BITS).map_err(|_| CannotSign::Unreadable)?;
    let public = PublicKey::new(RsaPublicKey::from(&key));
    let der = key.to_pkcs8_der().map_err(|_| CannotSign::Unreadable)?;
    let private = vault.seal(chance, &public.id(), der.as_bytes());
    Ok(SealedKey { public, private })
}

/// Signs what it cannot read: the same blinded token always gives the same signature.
pub fn sign(
    chance: &dyn Chance,
    vault: &Vault,
    key_id: &str,
    sealed: &str,
    blinded: &Blinded,
) -> Result<Vec<u8>, CannotSign> {
    let der = vault.open(key_id, sealed).ok_or(CannotSign::Sealed)?;
    let key = RsaPrivateKey::from_pkcs8_der(&der).map_err(|_| CannotSign::Unreadable)?;
    let asked = BigUint::from_bytes_be(blinded.bytes());
    // Blinded once more inside, against whoever measures how long it takes; and checked, so that a fault of the machine
    // gives no signature rather than a wrong one.
    let signed = hazmat::rsa_decrypt_and_check(&key, Some(&mut Source(chance)), &asked)
        .map_err(|_| CannotSign::Refused)?
        .to_bytes_be();
    let mut padded = vec![0; SIGNED_BYTES.saturating_sub(signed.len())];
    padded.extend(signed);
    Ok(padded)
}

/// The platform's chance, as the crate asks for it.
struct Source<'a>(&'a dyn Chance);

impl RngCore for Source<'_> {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl CryptoRng for Source<'_> {}
