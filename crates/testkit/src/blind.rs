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
        let key = public(key);
        let (prepared, salt) = drawn(rng);
        let modulus = plain(key.n());
        let factor = loop {
            let mut bytes = vec![0; key.size()];
            rng.fill_bytes(&mut bytes);
            let factor = BigUint::from_bytes_be(&bytes) % &modulus;
            if inverse(&factor, &modulus).is_some() {
                break factor;
            }
        };
        Self::with(&key, key_id, prepared, &salt, &factor)
    }

    /// What a browser must never do: a token that hides nothing, for tests that show what would be seen.
    pub fn transparent(key: &str, key_id: &str, rng: &mut dyn RngCore) -> Self {
        let (prepared, salt) = drawn(rng);
        Self::with(&public(key), key_id, prepared, &salt, &BigUint::from(1_u8))
    }

    fn with(key: &RsaPublicKey, key_id: &str, prepared: Vec<u8>, salt: &[u8], factor: &BigUint) -> Self {
        let (modulus, exponent) = (plain(key.n()), plain(key.e()));
        let message = BigUint::from_bytes_be(&encode(&prepared, salt, key.size()));
        let blinded = padded(&(message * factor.modpow(&exponent, &modulus) % &modulus), key.size());
        let inverse = inverse(factor, &modulus).expect("a factor has an inverse");
        Self { key_id: key_id.to_owned(), modulus, inverse, prepared, blinded }
    }

    /// As the page sends it.
    pub fn written(&self) -> String {
        BASE64URL_NOPAD.encode(&self.blinded)
    }

    /// The token, once this signature of the blinded one came back.
    pub fn token(&self, signature: &str) -> String {
        let signed = BASE64URL_NOPAD.decode(signature.trim().as_bytes()).expect("base64url");
        let bytes = [self.prepared.as_slice(), &self.unblinded(&signed)].concat();
        format!("{}.{}", self.key_id, BASE64URL_NOPAD.encode(&bytes))
    }

    fn unblinded(&self, signed: &[u8]) -> Vec<u8> {
        let unblinded = BigUint::from_bytes_be(signed) * &self.inverse % &self.modulus;
        padded(&unblinded, self.blinded.len())
    }
}

/// A public key as a page gives it.
fn public(written: &str) -> RsaPublicKey {
    let der = BASE64URL_NOPAD.decode(written.as_bytes()).expect("base64url");
    RsaPublicKey::from_public_key_der(&der).expect("a public key")
}

/// A token and its salt, by chance.
fn drawn(rng: &mut dyn RngCore) -> (Vec<u8>, [u8; HASH]) {
    let (mut prepared, mut salt) = (vec![0; 64], [0; HASH]);
    rng.fill_bytes(&mut prepared);
    rng.fill_bytes(&mut salt);
    (prepared, salt)
}

fn inverse(number: &BigUint, modulus: &BigUint) -> Option<BigUint> {
    number.mod_inverse(modulus).and_then(|inverse| inverse.to_biguint())
}

fn plain(number: &rsa::BigUint) -> BigUint {
    BigUint::from_bytes_be(&number.to_bytes_be())
}

fn padded(number: &BigUint, size: usize) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    [vec![0; size - bytes.len()], bytes].concat()
}

/// EMSA-PSS of RFC 8017 9.1.1, for a modulus of so many whole bytes.
fn encode(message: &[u8], salt: &[u8], size: usize) -> Vec<u8> {
    let hashed = Sha384::digest(message);
    let hash = Sha384::digest([&[0; 8], hashed.as_slice(), salt].concat());
    let mut block = vec![0; size - HASH - 1];
    let start = block.len() - salt.len();
    block[start - 1] = 1;
    block[start..].copy_from_slice(salt);
    let mask = (0_u32..).flat_map(|n| Sha384::digest([hash.as_slice(), &n.to_be_bytes()].concat()).to_vec());
    block.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
    block[0] &= 0x7f;
    [block, hash.to_vec(), vec![0xbc]].concat()
}

#[cfg(test)]
mod tests {
    use num_bigint_dig::BigUint;
    use rsa::RsaPublicKey;

    use super::{Blinding, encode, inverse};

    fn vector(name: &str) -> Vec<u8> {
        let vector: serde_json::Value =
            serde_json::from_str(include_str!("../vectors/rfc9474.json")).expect("JSON");
        let hexadecimal = vector[name].as_str().expect("a text").as_bytes();
        data_encoding::HEXLOWER.decode(hexadecimal).expect("hexadecimal")
    }

    #[test]
    fn the_browser_of_the_tests_does_what_the_vector_of_rfc_9474_says() {
        let number = |name| rsa::BigUint::from_bytes_be(&vector(name));
        let key = RsaPublicKey::new(number("n"), number("e")).expect("a key");
        let (modulus, inv) = (BigUint::from_bytes_be(&vector("n")), BigUint::from_bytes_be(&vector("inv")));
        let factor = inverse(&inv, &modulus).expect("a factor");
        let blinding = Blinding::with(&key, "", vector("prepared_msg"), &vector("salt"), &factor);
        assert_eq!(encode(&vector("prepared_msg"), &vector("salt"), 512), vector("encoded_msg"));
        assert_eq!(blinding.blinded, vector("blinded_msg"));
        assert_eq!(blinding.unblinded(&vector("blind_sig")), vector("sig"));
    }
}
