//! The side of RFC 9474 that a browser plays: blinding a token, unblinding its signature. RSABSSA-SHA384-PSS-Randomized.

use data_encoding::BASE64URL_NOPAD;
use num_bigint_dig::{BigUint, ModInverse};
use rand::RngCore;
use rsa::{
    RsaPublicKey,
    pkcs8::DecodePublicKey,
    sha2::{Digest, Sha384},
    traits::PublicKeyParts,
};

const BYTES: usize = 256;
const HASH: usize = 48;

/// A token that its owner has blinded, and what only they know of it.
#[derive(Clone)]
pub struct Blinding {
    key_id: String,
    modulus: BigUint,
    inverse: BigUint,
    /// What the token says: 32 bytes that the protocol adds, and 32 of its own.
    pub prepared: Vec<u8>,
    /// What is sent to be signed.
    pub blinded: Vec<u8>,
}

impl Blinding {
    /// Draws a token for this key, given as the page gives it. The same `rng` draws the same token.
    pub fn new(key: &str, key_id: &str, rng: &mut dyn RngCore) -> Self {
        let der = BASE64URL_NOPAD.decode(key.as_bytes()).expect("base64url");
        let key = RsaPublicKey::from_public_key_der(&der).expect("a public key");
        let (modulus, exponent) = (plain(key.n()), plain(key.e()));
        let mut prepared = vec![0; 64];
        rng.fill_bytes(&mut prepared);
        let mut salt = [0; HASH];
        rng.fill_bytes(&mut salt);
        let message = BigUint::from_bytes_be(&encode(&prepared, &salt));
        let (factor, inverse) = loop {
            let mut bytes = [0; BYTES];
            rng.fill_bytes(&mut bytes);
            let factor = BigUint::from_bytes_be(&bytes) % &modulus;
            if let Some(inverse) = (&factor).mod_inverse(&modulus).and_then(|inverse| inverse.to_biguint()) {
                break (factor, inverse);
            }
        };
        let blinded = padded(&(message * factor.modpow(&exponent, &modulus) % &modulus));
        Self { key_id: key_id.to_owned(), modulus, inverse, prepared, blinded }
    }

    /// As the page sends it.
    pub fn written(&self) -> String {
        BASE64URL_NOPAD.encode(&self.blinded)
    }

    /// The token, once this signature of the blinded one came back.
    pub fn token(&self, signature: &str) -> String {
        let signed = BASE64URL_NOPAD.decode(signature.trim().as_bytes()).expect("base64url");
        let unblinded = BigUint::from_bytes_be(&signed) * &self.inverse % &self.modulus;
        let bytes = [self.prepared.as_slice(), &padded(&unblinded)].concat();
        format!("{}.{}", self.key_id, BASE64URL_NOPAD.encode(&bytes))
    }
}

fn plain(number: &rsa::BigUint) -> BigUint {
    BigUint::from_bytes_be(&number.to_bytes_be())
}

fn padded(number: &BigUint) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    [vec![0; BYTES - bytes.len()], bytes].concat()
}

/// EMSA-PSS of RFC 8017 9.1.1, for a modulus of 2048 bits.
fn encode(message: &[u8], salt: &[u8]) -> Vec<u8> {
    let hashed = Sha384::digest(message);
    let hash = Sha384::digest([&[0; 8], hashed.as_slice(), salt].concat());
    let mut block = vec![0; BYTES - HASH - 1];
    let start = block.len() - salt.len();
    block[start - 1] = 1;
    block[start..].copy_from_slice(salt);
    let mask = (0_u32..).flat_map(|n| Sha384::digest([hash.as_slice(), &n.to_be_bytes()].concat()).to_vec());
    block.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
    block[0] &= 0x7f;
    [block, hash.to_vec(), vec![0xbc]].concat()
}
