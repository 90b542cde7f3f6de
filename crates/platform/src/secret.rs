//! Secrets that people hold: made here, kept only as hashes.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

use crate::chance::Chance;

/// A fresh secret of 256 bits, safe in an address and a cookie.
pub fn fresh(chance: &dyn Chance) -> String {
    let mut bytes = [0_u8; 32];
    chance.fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

/// What the database keeps of a secret: its SHA-256. A secret of 128 bits or more needs no stretching.
pub fn digest(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}
