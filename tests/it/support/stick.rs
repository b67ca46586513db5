//! A key (WebAuthn) made of software, for the tests and for `benches/hostile`: what a browser and a key answer, true or false.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Where the house says it is.
pub const HOUSE: &str = "https://sigida.example";

/// A key made of software: ES256, without attestation.
pub struct Stick {
    pub secret: SigningKey,
    pub id: Vec<u8>,
    /// How often it signed; one that does not count stays at nought.
    pub count: u32,
    pub counts: bool,
}

/// What a browser may say falsely.
pub struct Said<'a> {
    pub origin: &'a str,
    pub kind: &'a str,
}

/// What an honest browser says.
pub const GET: Said = Said { origin: HOUSE, kind: "webauthn.get" };

impl Stick {
    pub fn new(number: u8) -> Stick {
        let secret = SigningKey::from_slice(&[number; 32]).expect("a secret");
        Stick { secret, id: vec![number; 24], count: 0, counts: true }
    }

    /// The head of what it signs (WebAuthn 3, 6.1).
    fn head(&self, domain: &str, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(domain.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client_data(challenge: &Value, said: &Said<'_>) -> Vec<u8> {
        json!({ "type": said.kind, "challenge": challenge, "origin": said.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// Answers `navigator.credentials.create`.
    pub fn make(&self, asked: &Value, origin: &str) -> String {
        let domain = asked["rp"]["id"].as_str().expect("whose key it is");
        let mut data = self.head(domain, 0x45);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("a short id").to_be_bytes());
        data.extend(&self.id);
        let point = self.secret.verifying_key().to_sec1_point(false);
        // COSE: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point.as_bytes()[1..33]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point.as_bytes()[33..65]);
        let mut told = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        told.push(u8::try_from(data.len()).expect("less than 256 bytes"));
        told.extend(data);
        let client = Stick::client_data(&asked["challenge"], &Said { origin, kind: "webauthn.create" });
        self.told(json!({ "clientDataJSON": BASE64URL_NOPAD.encode(&client), "attestationObject": BASE64URL_NOPAD.encode(&told) }))
    }

    /// Answers `navigator.credentials.get`.
    pub fn sign(&mut self, asked: &Value, said: &Said<'_>) -> String {
        self.count += u32::from(self.counts);
        let data = self.head(asked["rpId"].as_str().expect("whose key it is"), 0x05);
        let client = Stick::client_data(&asked["challenge"], said);
        let signed: Signature = self.secret.sign(&[&data[..], &Sha256::digest(&client)].concat());
        self.told(json!({
            "clientDataJSON": BASE64URL_NOPAD.encode(&client),
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "signature": BASE64URL_NOPAD.encode(signed.to_der().as_bytes()),
        }))
    }

    fn told(&self, response: Value) -> String {
        let id = BASE64URL_NOPAD.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}
