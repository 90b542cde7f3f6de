//! The key that signs the tokens of a group: made when the campaign opens, sealed, and gone when it closes.

use platform::{chance::Chance, vault::Vault};
use rsa::{
    BigUint, RsaPrivateKey, RsaPublicKey, hazmat,
    pkcs8::{DecodePrivateKey, EncodePrivateKey},
    rand_core::{self, CryptoRng, RngCore},
    traits::PublicKeyParts,
};

use crate::model::token::{Blinded, KEY_BITS, PublicKey};

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
    let mut padded = vec![0; key.size().saturating_sub(signed.len())];
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

/// Against the vector of RFC 9474, appendix A.1, for the variant that we use. Its key has 4096 bits, ours have 2048.
#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use platform::{
        chance::SystemChance,
        vault::{SECRET_LEN, Vault},
    };
    use rsa::{BigUint, RsaPrivateKey, RsaPublicKey, pkcs8::EncodePrivateKey};

    use super::{CannotSign, PublicKey, sign};
    use crate::model::token::{Blinded, Token};

    struct Vector(serde_json::Value);

    impl Vector {
        fn read() -> Self {
            let text = include_str!("../../../testkit/vectors/rfc9474.json");
            Self(serde_json::from_str(text).expect("JSON"))
        }

        fn bytes(&self, name: &str) -> Vec<u8> {
            HEXLOWER.decode(self.0[name].as_str().expect("a text").as_bytes()).expect("hexadecimal")
        }

        fn number(&self, name: &str) -> BigUint {
            BigUint::from_bytes_be(&self.bytes(name))
        }

        fn key(&self) -> RsaPrivateKey {
            let primes = vec![self.number("p"), self.number("q")];
            RsaPrivateKey::from_components(self.number("n"), self.number("e"), self.number("d"), primes)
                .expect("a key")
        }

        fn public(&self) -> PublicKey {
            PublicKey::new(RsaPublicKey::from(&self.key()))
        }

        /// What our signer gives for these bytes with the key of the vector, sealed as a campaign's is.
        fn signed(&self, blinded: &[u8]) -> Result<Vec<u8>, CannotSign> {
            let vault = Vault::new(&[3; SECRET_LEN]);
            let der = self.key().to_pkcs8_der().expect("DER");
            let sealed = vault.seal(&SystemChance, "vector", der.as_bytes());
            sign(&SystemChance, &vault, "vector", &sealed, &Blinded::of_any_length(blinded))
        }
    }

    #[test]
    fn a_blinded_token_is_signed_as_the_vector_of_rfc_9474_says() {
        let vector = Vector::read();
        let signed = vector.signed(&vector.bytes("blinded_msg")).expect("signed");
        assert_eq!(HEXLOWER.encode(&signed), vector.0["blind_sig"]);
    }

    #[test]
    fn what_is_not_below_the_modulus_is_not_signed() {
        let vector = Vector::read();
        assert_eq!(vector.signed(&vector.bytes("n")), Err(CannotSign::Refused));
    }

    #[test]
    fn a_token_is_verified_as_the_vector_of_rfc_9474_says_and_one_bit_less_is_not() {
        let vector = Vector::read();
        let (prepared, signature) = (vector.bytes("prepared_msg"), vector.bytes("sig"));
        let is_signed = |prepared: &[u8], signature: &[u8]| {
            Token::of_any_length(prepared, signature).is_signed_by(&vector.public())
        };
        assert!(is_signed(&prepared, &signature));
        let flipped = |bytes: &[u8], at: usize| {
            let mut bytes = bytes.to_vec();
            bytes[at] ^= 1;
            bytes
        };
        for at in [0, 31, 32, prepared.len() - 1] {
            assert!(!is_signed(&flipped(&prepared, at), &signature), "byte {at} of the token");
        }
        for at in [0, 255, signature.len() - 1] {
            assert!(!is_signed(&prepared, &flipped(&signature, at)), "byte {at} of the signature");
        }
        assert!(!is_signed(&prepared, &vector.bytes("blind_sig")), "what is signed is not yet a token");
    }
}
