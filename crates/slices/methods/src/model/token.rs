//! A token that was signed blindly (RFC 9474, RSABSSA-SHA384-PSS-Randomized): it proves that its holder was invited in a
//! group, and whoever signed it cannot tell whom they signed it for.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rsa::{
    RsaPublicKey,
    pkcs8::{DecodePublicKey, EncodePublicKey},
    pss,
    sha2::{Digest, Sha256, Sha384},
    signature::Verifier,
};

/// The modulus, in bits: a key lives for the weeks of one campaign.
pub const KEY_BITS: usize = 2048;
/// The bytes of a signature, of a blinded token and of its blind signature.
pub const SIGNED_BYTES: usize = KEY_BITS / 8;
/// 32 bytes of chance that RFC 9474 puts first, and 32 of the token itself.
const PREPARED_BYTES: usize = 64;

/// The public key of a group of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(RsaPublicKey);

impl PublicKey {
    pub const fn new(key: RsaPublicKey) -> Self {
        Self(key)
    }

    /// Reads what [`PublicKey::written`] gave.
    pub fn parse(written: &str) -> Option<Self> {
        let der = BASE64URL_NOPAD.decode(written.as_bytes()).ok()?;
        RsaPublicKey::from_public_key_der(&der).ok().map(Self)
    }

    /// SubjectPublicKeyInfo, in base64url: what a browser imports.
    pub fn written(&self) -> String {
        BASE64URL_NOPAD.encode(&self.der())
    }

    /// How a token names the key that signed it: the beginning of its SHA-256.
    pub fn id(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.der())[..16])
    }

    fn der(&self) -> Vec<u8> {
        self.0.to_public_key_der().map(|der| der.into_vec()).unwrap_or_default()
    }
}

/// A token as its holder presents it. Nobody has seen it before they do.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    key: String,
    prepared: Vec<u8>,
    signature: Vec<u8>,
}

impl Token {
    /// Reads `key.token`: the key's name in hexadecimal, then the prepared token and its signature in base64url.
    pub fn parse(written: &str) -> Option<Self> {
        let (key, rest) = written.split_once('.')?;
        let is_name =
            key.len() == 32 && key.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let bytes = BASE64URL_NOPAD.decode(rest.as_bytes()).ok()?;
        let (prepared, signature) = bytes.split_at_checked(PREPARED_BYTES)?;
        (is_name && signature.len() == SIGNED_BYTES).then(|| Self {
            key: key.to_owned(),
            prepared: prepared.to_vec(),
            signature: signature.to_vec(),
        })
    }

    pub fn written(&self) -> String {
        let bytes = [self.prepared.as_slice(), &self.signature].concat();
        format!("{}.{}", self.key, BASE64URL_NOPAD.encode(&bytes))
    }

    /// The key that is said to have signed it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is kept once it has answered. Without the signature: two signatures of one token are one token.
    pub fn digest(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(&self.prepared))
    }

    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        let Ok(signature) = pss::Signature::try_from(self.signature.as_slice()) else { return false };
        pss::VerifyingKey::<Sha384>::new(key.0.clone()).verify(&self.prepared, &signature).is_ok()
    }
}

// Written by hand: who holds it may answer.
impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A blinded token, as a browser sends it to be signed.
#[derive(Clone, PartialEq, Eq)]
pub struct Blinded(Vec<u8>);

impl Blinded {
    /// Reads it from base64url; `None` where it is not as long as a signature.
    pub fn parse(written: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(written.as_bytes()).ok()?;
        (bytes.len() == SIGNED_BYTES).then_some(Self(bytes))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn digest(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(&self.0))
    }
}

/// For vectors whose key is longer than ours.
#[cfg(test)]
impl Token {
    pub fn of_any_length(prepared: &[u8], signature: &[u8]) -> Self {
        Self { key: String::new(), prepared: prepared.to_vec(), signature: signature.to_vec() }
    }
}

#[cfg(test)]
impl Blinded {
    pub fn of_any_length(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::{Blinded, Token};

    #[test]
    fn what_is_no_token_is_not_read() {
        let key = "0".repeat(32);
        let body = "A".repeat(427);
        assert!(Token::parse(&format!("{key}.{body}")).is_some());
        for written in [
            String::new(),
            key.clone(),
            format!("{key}."),
            format!("{key}.{}", &body[..426]),
            format!("{key}.{body}AAAA"),
            format!("{}.{body}", "G".repeat(32)),
            format!("{}.{body}", &key[..31]),
            format!("{key}.{}é", &body[..425]),
        ] {
            assert_eq!(Token::parse(&written), None, "{written:.60}");
        }
    }

    #[test]
    fn a_token_is_written_as_it_was_read_and_no_log_prints_it() {
        let written = format!("{}.{}", "ab".repeat(16), "A".repeat(427));
        let token = Token::parse(&written).expect("a token");
        assert_eq!(token.written(), written);
        assert_eq!(format!("{token:?}"), "Token(…)");
    }

    #[test]
    fn a_blinded_token_has_one_length() {
        assert!(Blinded::parse(&"A".repeat(342)).is_some());
        assert!(Blinded::parse(&"A".repeat(340)).is_none());
        assert!(Blinded::parse("").is_none());
    }
}
