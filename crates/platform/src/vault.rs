//! What the database must keep and must not give: sealed with the secret of the instance, which stands outside it.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::chance::Chance;

/// The bytes of the secret of an instance.
pub const SECRET_LEN: usize = 32;

/// Seals and opens with the secret of the instance.
#[derive(Clone)]
pub struct Vault(Arc<LessSafeKey>);

impl Vault {
    pub fn new(secret: &[u8; SECRET_LEN]) -> Self {
        let key = UnboundKey::new(&CHACHA20_POLY1305, secret).expect("a key of this length is a key");
        Self(Arc::new(LessSafeKey::new(key)))
    }

    /// Seals bytes so that only this instance opens them, and only as `what`: sealed for one place, they open in no other.
    pub fn seal(&self, chance: &dyn Chance, what: &str, bytes: &[u8]) -> String {
        let mut nonce = [0_u8; NONCE_LEN];
        chance.fill(&mut nonce);
        let mut sealed = bytes.to_vec();
        self.0
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(what.as_bytes()),
                &mut sealed,
            )
            .expect("a few thousand bytes are far below what a nonce seals");
        BASE64URL_NOPAD.encode(&[nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed as `what`; `None` when it was changed, or sealed by another instance or for another place.
    pub fn open(&self, what: &str, sealed: &str) -> Option<Vec<u8>> {
        let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut sealed = sealed.to_vec();
        let opened = self.0.open_in_place(nonce, Aad::from(what.as_bytes()), &mut sealed).ok()?;
        Some(opened.to_vec())
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Vault;
    use crate::chance::SystemChance;

    #[test]
    fn what_is_sealed_opens_here_for_the_same_thing_and_nowhere_else() {
        let (ours, theirs) = (Vault::new(&[1; 32]), Vault::new(&[2; 32]));
        let sealed = ours.seal(&SystemChance, "a", b"secret");
        assert_eq!(ours.open("a", &sealed).as_deref(), Some(b"secret".as_slice()));
        assert_eq!(ours.open("b", &sealed), None, "sealed for another place");
        assert_eq!(theirs.open("a", &sealed), None, "sealed by another instance");
        assert_ne!(sealed, ours.seal(&SystemChance, "a", b"secret"), "the same bytes are sealed alike");
    }

    #[test]
    fn a_changed_byte_opens_nothing() {
        let vault = Vault::new(&[1; 32]);
        let sealed = vault.seal(&SystemChance, "a", b"secret");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).expect("ASCII");
            assert_eq!(vault.open("a", &changed), None, "{at}");
        }
        assert_eq!(vault.open("a", ""), None);
    }
}
