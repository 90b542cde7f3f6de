//! A device that holds one passkey, as a telephone does: it makes its key, and signs what it is asked to.
//!
//! Only what the application must check is here (WebAuthn, ES256, no attestation), so that a test may also answer wrongly.

use data_encoding::BASE64URL_NOPAD;
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

/// Present, verified, and a key stands in the data.
const MADE: u8 = 0b0100_0101;
/// Present and verified.
const USED: u8 = 0b0000_0101;

/// A device with one passkey.
pub struct Authenticator {
    keys: EcdsaKeyPair,
    chance: SystemRandom,
    id: Vec<u8>,
    uses: u32,
    /// Whom the instance said the key is of, as it said it.
    pub handle: String,
    /// The origin that the browser says it stands at.
    pub origin: String,
}

impl Authenticator {
    /// A new device, before an instance at this address. `name` makes the identifier of its key. Panics: without chance.
    pub fn new(origin: &str, name: &str) -> Self {
        let chance = SystemRandom::new();
        let sealed = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).expect("a key");
        let keys = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, sealed.as_ref(), &chance);
        Self {
            keys: keys.expect("a key that was just made"),
            chance,
            id: digest(&SHA256, name.as_bytes()).as_ref()[..16].to_vec(),
            uses: 0,
            handle: String::new(),
            origin: origin.to_owned(),
        }
    }

    /// Answers a request for a new key, as the script sends it.
    pub fn make(&mut self, options: &Value) -> Value {
        options["user"]["id"].as_str().unwrap_or_default().clone_into(&mut self.handle);
        let mut data = self.data(options["rp"]["id"].as_str().unwrap_or_default(), MADE);
        data.extend([0; 16]); // which make of device: not said
        data.extend([0, 16]);
        data.extend(&self.id);
        data.extend(self.public_key());
        let mut object = vec![0xA3];
        object.extend(b"\x63fmt\x64none\x67attStmt\xA0\x68authData\x58");
        object.push(u8::try_from(data.len()).expect("under 256 bytes"));
        object.extend(data);
        let said = self.said("webauthn.create", options);
        self.credential(json!({
            "attestationObject": BASE64URL_NOPAD.encode(&object),
            "clientDataJSON": BASE64URL_NOPAD.encode(said.as_bytes()),
            "transports": [],
        }))
    }

    /// Answers a request to show a key, as the script sends it. Panics: where signing fails.
    pub fn show(&mut self, options: &Value) -> Value {
        self.uses += 1;
        let data = self.data(options["rpId"].as_str().unwrap_or_default(), USED);
        let said = self.said("webauthn.get", options);
        let signed = [&data[..], digest(&SHA256, said.as_bytes()).as_ref()].concat();
        let signature = self.keys.sign(&self.chance, &signed).expect("a signature");
        self.credential(json!({
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "clientDataJSON": BASE64URL_NOPAD.encode(said.as_bytes()),
            "signature": BASE64URL_NOPAD.encode(signature.as_ref()),
            "userHandle": self.handle,
        }))
    }

    fn data(&self, host: &str, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, host.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(self.uses.to_be_bytes());
        data
    }

    /// The public key as COSE writes it: an elliptic curve, ES256, P-256, and a point.
    fn public_key(&self) -> Vec<u8> {
        let point = self.keys.public_key().as_ref();
        let mut key = b"\xA5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(&point[1..33]);
        key.extend(b"\x22\x58\x20");
        key.extend(&point[33..]);
        key
    }

    fn said(&self, what: &str, options: &Value) -> String {
        json!({"type": what, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false})
            .to_string()
    }

    fn credential(&self, response: Value) -> Value {
        let id = BASE64URL_NOPAD.encode(&self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response})
    }
}
