//! What an attacker reads in a copy of the database, and the ways to guess who is who.

use std::{collections::BTreeMap, time::Duration};

use num_bigint_dig::{BigUint, ModInverse};
use platform::DbError;
use rsa::{RsaPrivateKey, traits::PublicKeyParts};
use testkit::{Engine, TestApp};

use super::{
    bound::{Score, add},
    crowd::{Answered, Drawer},
};

/// A list of the ballot box of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    Letters,
    Tokens,
    Codes,
    Sheets,
}

impl Table {
    const fn column(self) -> &'static str {
        match self {
            Self::Letters => "drawn_letters",
            Self::Tokens => "spent_tokens",
            Self::Codes => "used_codes",
            Self::Sheets => "sheets",
        }
    }

    /// What a line is known by, and what else it says.
    fn read(self, line: &str) -> (String, String) {
        match self {
            Self::Letters => line
                .split_once(' ')
                .map_or_else(Default::default, |(letter, blinded)| (letter.to_owned(), blinded.to_owned())),
            Self::Tokens | Self::Codes | Self::Sheets => (line.to_owned(), line.to_owned()),
        }
    }
}

/// One line, and every mark of order that an engine leaves on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    pub key: String,
    pub rest: String,
    transaction: u64,
    place: (u64, u64),
    /// Where its key stands in the file; zero unless it was looked up.
    offset: usize,
}

/// A copy of a list, taken while the campaign runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy(Vec<Trace>);

impl Copy {
    /// As it stands there, with the engine's own marks.
    pub fn take(app: &TestApp, table: Table, campaign: &str, group: &str) -> Self {
        let column = table.column();
        let marks = match app.engine() {
            Engine::Postgres => "CAST(xmin AS TEXT), CAST(ctid AS TEXT)",
            Engine::Sqlite => "'0', '(0,0)'",
        };
        let sql = format!(
            "SELECT {column}, {marks} FROM ballot_box WHERE campaign_id = '{campaign}' AND group_party = '{group}'"
        );
        let found = app.read(move |tx| {
            tx.get(sql.leak(), &[], |row| Ok::<_, DbError>([row.get::<String>(0)?, row.get(1)?, row.get(2)?]))
        });
        let [text, transaction, place] = found.unwrap_or_else(|error: DbError| panic!("{column}: {error}"));
        Self(text.lines().map(|line| trace(table.read(line), &transaction, &place)).collect())
    }

    /// The same at rest, with the places in the file: its write-ahead log is empty a moment after the last answer.
    pub fn at_rest(app: &TestApp, table: Table, campaign: &str, group: &str) -> Self {
        let file = file(app);
        let mut copy = Self::take(app, table, campaign, group);
        for row in &mut copy.0 {
            row.offset = memchr::memmem::find(&file, row.key.as_bytes()).unwrap_or(0);
        }
        copy
    }

    /// The keys of the rows that are new or say something else.
    pub fn changed(&self, after: &Self) -> Vec<String> {
        let known: BTreeMap<&str, &str> = self.0.iter().map(|row| (&*row.key, &*row.rest)).collect();
        let is_new = |row: &&Trace| known.get(&*row.key) != Some(&&*row.rest);
        after.0.iter().filter(is_new).map(|row| row.key.clone()).collect()
    }

    /// What else the row of this key says.
    pub fn rest(&self, key: &str) -> String {
        self.0.iter().find(|row| row.key == key).map(|row| row.rest.clone()).unwrap_or_default()
    }

    /// In every order an attacker may think of.
    fn orders(&self) -> Vec<(&'static str, Vec<Trace>)> {
        let sorted = |by: &dyn Fn(&Trace) -> (u64, u64, u64)| {
            let mut rows = self.0.clone();
            rows.sort_by_key(by);
            rows
        };
        let mut by_key = self.0.clone();
        by_key.sort_by(|a, b| a.key.cmp(&b.key));
        let mut by_rest = self.0.clone();
        by_rest.sort_by(|a, b| a.rest.cmp(&b.rest));
        vec![
            ("as they stand", self.0.clone()),
            ("by key", by_key),
            ("by what they say", by_rest),
            ("by place", sorted(&|row| (row.place.0, row.place.1, 0))),
            ("by transaction, then place", sorted(&|row| (row.transaction, row.place.0, row.place.1))),
            ("by offset in the file", sorted(&|row| (row.offset as u64, 0, 0))),
        ]
    }
}

fn trace((key, rest): (String, String), transaction: &str, place: &str) -> Trace {
    let mut numbers = place.trim_matches(['(', ')']).split(',').map(|n| n.parse().unwrap_or(0));
    let place = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    Trace { key, rest, transaction: transaction.parse().unwrap_or(0), place, offset: 0 }
}

/// The file of an embedded database at rest.
fn file(app: &TestApp) -> Vec<u8> {
    for _ in 0..200 {
        match app.files_on_disk() {
            None => return Vec::new(),
            Some((file, 0)) => return file,
            Some(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
    panic!("the write-ahead log still tells what came in last");
}

/// The attacker knows in which order these people answered, and pairs the rows with them, forwards and backwards.
pub fn by_order(found: &mut Vec<Score>, when: &str, people: &[Answered], sheets: &Copy) {
    for (name, rows) in sheets.orders() {
        let ahead = people.iter().zip(&rows).filter(|(person, row)| person.sheet == row.rest).count();
        let back =
            people.iter().zip(rows.iter().rev()).filter(|(person, row)| person.sheet == row.rest).count();
        add(found, &format!("{when}: order of people, sheets {name}"), ahead, people.len(), rows.len());
        add(
            found,
            &format!("{when}: order of people, sheets {name}, backwards"),
            back,
            people.len(),
            rows.len(),
        );
    }
}

/// The attacker knows who holds which code or token, and pairs these with sheets by the marks of order that both bear.
pub fn by_marks(found: &mut Vec<Score>, when: &str, people: &[Answered], marks: &Copy, sheets: &Copy) {
    for ((name, marks), (_, sheets)) in marks.orders().into_iter().zip(sheets.orders()) {
        let is_right = |mark: &Trace, sheet: &Trace| {
            people.iter().any(|person| person.right == mark.key && person.sheet == sheet.rest)
        };
        let hits = marks.iter().zip(&sheets).filter(|(mark, sheet)| is_right(mark, sheet)).count();
        add(found, &format!("{when}: rights and sheets {name}"), hits, people.len(), sheets.len());
    }
}

/// The attacker who copied everything around each act: they know who was sent which letter, in which order letters were
/// used, in which order tokens answered, and which sheet came with which token. They guess which letter a token is from.
pub fn letters_to_tokens(
    found: &mut Vec<Score>,
    drawers: &[Drawer],
    answered: &[Answered],
    letters: &Copy,
    tokens: &Copy,
) {
    let n = drawers.len();
    let own: BTreeMap<&str, String> =
        drawers.iter().map(|drawer| (&*drawer.letter, super::crowd::right_name(&drawer.token))).collect();
    let mut score = |name: &str, letters: &[&str], tokens: &[&str]| {
        let hits = letters.iter().zip(tokens).filter(|(letter, token)| own[**letter] == **token).count();
        add(found, &format!("letters and tokens, {name}"), hits, n, n);
    };
    let drawn: Vec<&str> = drawers.iter().map(|drawer| &*drawer.letter).collect();
    let answers: Vec<&str> = answered.iter().map(|one| &*one.right).collect();
    let backwards: Vec<&str> = answers.iter().rev().copied().collect();
    score("in the order of the acts", &drawn, &answers);
    score("in the order of the acts, backwards", &drawn, &backwards);
    let mut by_address: Vec<&Drawer> = drawers.iter().collect();
    by_address.sort_by(|a, b| a.email.cmp(&b.email));
    let by_address: Vec<&str> = by_address.iter().map(|drawer| &*drawer.letter).collect();
    score("by address, in the order of answers", &by_address, &answers);
    let token_orders = tokens.orders();
    for ((name, letters), (_, tokens)) in letters.orders().iter().zip(&token_orders) {
        let keys = |rows: &'_ [Trace]| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
        let (letters, tokens) = (keys(letters), keys(tokens));
        let (letters, tokens): (Vec<&str>, Vec<&str>) =
            (letters.iter().map(String::as_str).collect(), tokens.iter().map(String::as_str).collect());
        score(name, &letters, &tokens);
        score(&format!("order of draws, tokens {name}"), &drawn, &tokens);
        score(&format!("letters {name}, order of answers"), &letters, &answers);
    }
}

/// The attacker has the private key: for each pair of a letter's blinded token and a token that answered, the factor that
/// would have blinded one into the other. It exists for every pair; the smallest is as good a guess as any.
pub fn by_algebra(found: &mut Vec<Score>, key: &RsaPrivateKey, drawers: &[Drawer]) {
    let plain = |number: &rsa::BigUint| BigUint::from_bytes_be(&number.to_bytes_be());
    let (n, e) = (plain(key.n()), plain(key.e()));
    // Tokens as they came, in an order that says nothing.
    let mut tokens: Vec<(BigUint, usize)> =
        drawers.iter().enumerate().map(|(at, drawer)| (signature(&drawer.token), at)).collect();
    tokens.sort();
    let inverses: Vec<BigUint> = tokens.iter().map(|(signature, _)| inverse(signature, &n)).collect();
    let messages: Vec<BigUint> = tokens.iter().map(|(signature, _)| signature.modpow(&e, &n)).collect();
    let (mut smallest, mut nearest, mut exact, mut all_exist) = (0, 0, 0, true);
    for (at, drawer) in drawers.iter().enumerate() {
        let blinded = BigUint::from_bytes_be(&drawer.blinding.blinded);
        let signed = BigUint::from_bytes_be(&drawer.blind_signature);
        // (blinded / message)^d, since the signer raised the blinded token to the power d, and the token bears message^d.
        let factors: Vec<BigUint> = inverses.iter().map(|inverse| &signed * inverse % &n).collect();
        let guess = least(&factors);
        all_exist &= factors[guess].modpow(&e, &n) * &messages[guess] % &n == blinded;
        smallest += usize::from(tokens[guess].1 == at);
        let far: Vec<BigUint> = messages.iter().map(|message| distance(message, &blinded)).collect();
        nearest += usize::from(tokens[least(&far)].1 == at);
        let equal = messages.iter().position(|message| *message == blinded);
        exact += usize::from(equal.is_some_and(|equal| tokens[equal].1 == at));
    }
    assert!(all_exist, "a factor explains every pair: that is what makes them alike");
    let all = drawers.len();
    add(found, "private key, smallest factor", smallest, all, all);
    add(found, "private key, nearest value", nearest, all, all);
    add(found, "private key, equal values", exact, 0, all);
}

fn least(numbers: &[BigUint]) -> usize {
    (0..numbers.len()).min_by_key(|at| &numbers[*at]).expect("tokens")
}

fn distance(a: &BigUint, b: &BigUint) -> BigUint {
    if a > b { a - b } else { b - a }
}

fn inverse(number: &BigUint, modulus: &BigUint) -> BigUint {
    number.mod_inverse(modulus).and_then(|inverse| inverse.to_biguint()).expect("a unit")
}

fn signature(token: &str) -> BigUint {
    let bytes = data_encoding::BASE64URL_NOPAD
        .decode(token.split('.').nth(1).expect("a token").as_bytes())
        .expect("base64url");
    BigUint::from_bytes_be(&bytes[64..])
}
