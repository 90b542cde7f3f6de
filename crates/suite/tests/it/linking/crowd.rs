//! Hundreds of people who draw and answer as pages let them, and an attacker who copies everything around each of their acts.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE64URL_NOPAD;
use methods::{
    model::{
        code::Code,
        token::{Blinded, Token},
    },
    store::{CodeDigest, Drawn, HandedIn, LetterDigest, Right, draw, hand_in},
};
use platform::vault::{SECRET_LEN, Vault};
use rand::{Rng, rngs::StdRng, seq::SliceRandom};
use rsa::{BigUint, RsaPrivateKey, hazmat, pkcs8::DecodePrivateKey};
use scenario::answers;
use scoring::Answer;
use testkit::{Player, TestApp, blind::Blinding};

use super::attacker::{Copy, Table};
use crate::tokens::{Post, addresses};

/// A campaign under way, and what its attacker has gathered.
pub struct Crowd<'a> {
    pub app: &'a TestApp,
    pub post: Post,
    pub id: String,
    pub key: RsaPrivateKey,
    /// As the page of a letter gives it.
    public: (String, String),
}

/// Somebody invited by letter who has drawn, and all that passed between them and the instance.
pub struct Drawer {
    pub email: String,
    /// What the copies around the draw show: the digest of the letter that was used.
    pub letter: String,
    pub blinding: Blinding,
    pub blind_signature: Vec<u8>,
    pub token: String,
}

/// Somebody who has answered, and what the copies around their answer show.
pub struct Answered {
    /// The answers as they are stored, which only the test knows to be this person's.
    pub sheet: String,
    /// The digest of the token or of the code: what is new, or newly used.
    pub right: String,
    /// Whether the copies show this sheet, and no other, coming with this right.
    pub is_seen: bool,
}

impl<'a> Crowd<'a> {
    /// Prepared and opened with two keys, by hand: workers by letter, technical people with codes.
    pub fn open(app: &'a TestApp, player: &Player<'_, TestApp>, people: usize) -> Self {
        let post = Post::open_to(app, player, addresses("ouvrier", people), Vec::new(), people);
        let id = post.id();
        let dump = app.dump();
        let keys = dump.table("token_key");
        let of = |column: &str| {
            let rows = keys.column("campaign_id").into_iter().zip(keys.column(column));
            rows.into_iter().find(|(campaign, _)| *campaign == id).expect("a key for the workers").1
        };
        let der = Vault::new(&[7; SECRET_LEN]).open(&of("key_id"), &of("sealed_key"));
        let key = RsaPrivateKey::from_pkcs8_der(&der.expect("the secret of the tests")).expect("a key");
        Self { app, post, key, public: (of("public_key"), of("key_id")), id }
    }

    /// A list of the ballot box of a group, as it stands.
    pub fn copy(&self, table: Table, group: &str) -> Copy {
        Copy::take(self.app, table, &self.id, group)
    }

    /// Everybody who has a letter draws, in this order of addresses, copied before and after.
    pub fn draw(&self, order: &[String], mut blind: impl FnMut(&str, &str) -> Blinding) -> Vec<Drawer> {
        let mut before = self.copy(Table::Letters, "workers");
        let tokens = self.copy(Table::Tokens, "workers");
        let drawers = order
            .iter()
            .map(|email| {
                let link = self.app.link_sent_to(email).expect("a letter");
                let letter = LetterDigest::of(link.rsplit('/').next().expect("a secret"));
                let blinding = blind(&self.public.0, &self.public.1);
                let blind_signature = self.signed(&letter, &blinding);
                let after = self.copy(Table::Letters, "workers");
                let seen = before.changed(&after);
                assert_eq!(
                    seen,
                    [letter.as_str()],
                    "what is copied around a draw shows which letter was used"
                );
                before = after;
                let token = blinding.token(&BASE64URL_NOPAD.encode(&blind_signature));
                Drawer { email: email.clone(), letter: seen[0].clone(), blinding, blind_signature, token }
            })
            .collect();
        let after = self.copy(Table::Tokens, "workers");
        assert_eq!(
            tokens.changed(&after),
            [] as [&str; 0],
            "drawing writes nothing about tokens that answer"
        );
        drawers
    }

    /// As the page does; the signature is made with the key that the attacker has.
    fn signed(&self, letter: &LetterDigest, blinding: &Blinding) -> Vec<u8> {
        let (letter, asked) = (letter.clone(), Blinded::parse(&blinding.written()).expect("a blinded token"));
        let today = self.app.today();
        let drawn = self.app.by_store(move |tx| draw(tx, &letter, &asked, today));
        assert!(matches!(drawn, Drawn::Sign(_)), "{drawn:?}");
        let asked = BigUint::from_bytes_be(&blinding.blinded);
        let none: Option<&mut rsa::rand_core::OsRng> = None;
        let signed =
            hazmat::rsa_decrypt_and_check(&self.key, none, &asked).expect("a signature").to_bytes_be();
        [vec![0; blinding.blinded.len() - signed.len()], signed].concat()
    }

    /// Those who hold these rights answer, in this order, copied before and after.
    pub fn answer(&self, group: &str, table: Table, rights: Vec<Held>, rng: &mut StdRng) -> Vec<Answered> {
        let copy = || (self.copy(table, group), self.copy(Table::Sheets, group));
        let letters = self.copy(Table::Letters, "workers");
        let mut before = copy();
        let answered = rights
            .into_iter()
            .map(|Held { right, name }| {
                let (given, sheet) = sheet(rng);
                self.hand_in(right, given);
                let after = copy();
                let came = before.1.changed(&after.1);
                let came: Vec<String> = came.iter().map(|id| after.1.rest(id)).collect();
                let is_seen = before.0.changed(&after.0) == [name.as_str()] && came == [sheet.as_str()];
                before = after;
                Answered { sheet, right: name, is_seen }
            })
            .collect();
        let after = self.copy(Table::Letters, "workers");
        assert_eq!(letters.changed(&after), [] as [&str; 0], "answering writes nothing about letters");
        answered
    }

    fn hand_in(&self, right: Right, given: BTreeMap<String, Answer>) {
        let today = self.app.today();
        let done = self.app.by_store(move |tx| hand_in(tx, &right, &given, today));
        assert_eq!(done, HandedIn::Done);
    }

    /// The codes as they are printed, each drawn from a hat.
    pub fn codes(&self, rng: &mut StdRng) -> Vec<Held> {
        let page = self.post.karima.open(&self.post.campaign).expect("the campaign");
        let printed = self.post.karima.press(&page, "Faire et imprimer", &[]).expect("the codes");
        let mut codes: Vec<Held> = answers::printed(&printed)
            .iter()
            .map(|printed| {
                let code = Code::parse(&printed.code).expect("a code");
                let name = platform::secret::digest(&code.canonical());
                Held { right: Right::Code(CodeDigest::of(code)), name }
            })
            .collect();
        codes.shuffle(rng);
        codes
    }
}

/// What somebody answers with, and how the database names it.
pub struct Held {
    right: Right,
    name: String,
}

/// The right that a token gives.
pub fn right(token: &str) -> Held {
    let token = Token::parse(token).expect("a token");
    Held { name: token.digest(), right: Right::Token(token) }
}

/// How the database names a token that has answered.
pub fn right_name(token: &str) -> String {
    Token::parse(token).expect("a token").digest()
}

/// Thirty answers that nobody else gives, and how they are stored.
fn sheet(rng: &mut StdRng) -> (BTreeMap<String, Answer>, String) {
    let questions = ["a", "k", "p", "r", "h", "v"];
    let keys = questions.iter().flat_map(|criterion| (1..=5).map(move |n| format!("{criterion}{n}")));
    let given: BTreeMap<String, Answer> =
        keys.map(|key| (key, Answer::ALL[rng.random_range(0..Answer::ALL.len())])).collect();
    let stored = serde_json::json!(given).to_string();
    (given, stored)
}

/// What people hold and what passed on the line is nowhere in the bytes that the engine keeps, its log of writes included.
pub fn nothing_held_is_kept(app: &TestApp, drawers: &[Drawer]) {
    let Some(bytes) = app.bytes_on_disk() else { return };
    let mut held = BTreeSet::new();
    for drawer in drawers {
        let link = app.link_sent_to(&drawer.email).expect("a letter");
        held.insert(link.rsplit('/').next().unwrap_or_default().as_bytes().to_vec());
        held.insert(drawer.token.split('.').nth(1).unwrap_or_default().as_bytes()[..40].to_vec());
        held.insert(drawer.blinding.written().into_bytes()[..40].to_vec());
        for raw in [&drawer.blinding.prepared, &drawer.blinding.blinded, &drawer.blind_signature] {
            held.insert(raw[..24].to_vec());
        }
    }
    let kept = held.iter().filter(|text| memchr::memmem::find(&bytes, text).is_some()).count();
    assert_eq!(kept, 0, "{kept} of {} secrets are in the file", held.len());
}
