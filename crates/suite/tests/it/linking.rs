//! Nobody can link an answer to whoever gave it: an attacker who has everything tries, and does no better than chance.
//!
//! The attacker has the whole database with the marks that each engine leaves by itself (transaction numbers and places on
//! PostgreSQL, bytes of the file on SQLite), the log, every mail, the private keys, and every blinded token and its
//! signature as the instance saw them. More still: the order in which people answered, and who holds which code. The same
//! attacker is set on a store that keeps the order in which rows came, and names nearly everybody.

use std::{collections::BTreeSet, time::Duration};

use data_encoding::BASE64URL_NOPAD;
use num_bigint_dig::{BigUint, ModInverse};
use platform::{
    DbError,
    vault::{SECRET_LEN, Vault},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use rsa::{
    RsaPrivateKey,
    pkcs8::DecodePrivateKey,
    traits::{PrivateKeyParts, PublicKeyParts},
};
use scenario::answers;
use testkit::{Browser, Engine, TestApp, blind::Blinding, case::Moment};

use crate::tokens::{Post, ask, blinding, present};

/// People of each way of answering.
const PEOPLE: usize = 16;
/// Campaigns that are attacked, each with its own chance.
const RUNS: u64 = 4;

/// What somebody who guesses at random finds is one answer a run, give or take one; this is five times that further.
fn most_by_chance() -> usize {
    RUNS as usize + (5.0 * (RUNS as f64).sqrt()).ceil() as usize
}

/// One row, and every mark of order that an engine leaves on it.
#[derive(Debug, Clone)]
struct Trace {
    key: String,
    rest: String,
    transaction: u64,
    place: (u64, u64),
    /// Where its key stands in the file.
    offset: usize,
}

/// The rows of a table in every order an attacker may think of.
fn orders(rows: &[Trace]) -> Vec<(&'static str, Vec<Trace>)> {
    let sorted = |by: &dyn Fn(&Trace) -> (u64, u64, u64)| {
        let mut rows = rows.to_vec();
        rows.sort_by_key(by);
        rows
    };
    let mut by_key = rows.to_vec();
    by_key.sort_by(|a, b| a.key.cmp(&b.key));
    vec![
        ("as the engine gives them", rows.to_vec()),
        ("by key", by_key),
        ("by place", sorted(&|row| (row.place.0, row.place.1, 0))),
        ("by transaction, then place", sorted(&|row| (row.transaction, row.place.0, row.place.1))),
        ("by offset in the file", sorted(&|row| (row.offset as u64, 0, 0))),
    ]
}

/// Somebody who answers, and what only a test knows of it.
struct Person {
    sheet: String,
    /// The digest of their code; empty for those with a token.
    code: String,
}

/// What an attack found: how many it named rightly, by strategy.
type Found = Vec<(String, usize)>;

fn add(total: &mut Found, found: Found) {
    for (name, hits) in found {
        match total.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += hits,
            None => total.push((name, hits)),
        }
    }
}

/// The attacker knows in which order these people answered, and pairs the rows with them, forwards and backwards.
fn by_order(way: &str, people: &[Person], sheets: &[Trace]) -> Found {
    let mut found = Vec::new();
    for (name, rows) in orders(sheets) {
        let ahead = people.iter().zip(&rows).filter(|(person, row)| person.sheet == row.rest).count();
        let back =
            people.iter().zip(rows.iter().rev()).filter(|(person, row)| person.sheet == row.rest).count();
        found.push((format!("{way}, {name}"), ahead));
        found.push((format!("{way}, {name}, backwards"), back));
    }
    found
}

/// The attacker knows who holds which code, and pairs marks and sheets by the marks of order that both bear.
fn by_marks(people: &[Person], marks: &[Trace], sheets: &[Trace]) -> Found {
    let mut found = Vec::new();
    for ((name, marks), (_, sheets)) in orders(marks).into_iter().zip(orders(sheets)) {
        let hits = marks.iter().zip(&sheets).filter(|(mark, sheet)| {
            people.iter().any(|person| person.code == mark.key && person.sheet == sheet.rest)
        });
        found.push((format!("codes and sheets, {name}"), hits.count()));
    }
    found
}

/// The attacker has the private key: for each pair of a letter's blinded token and a token that answered, the factor that
/// would have blinded one into the other. It exists for every pair; the smallest is as good a guess as any.
fn by_algebra(key: &RsaPrivateKey, blindings: &[Blinding], tokens: &[String]) -> Found {
    let plain = |number: &rsa::BigUint| BigUint::from_bytes_be(&number.to_bytes_be());
    let (n, e, d) = (plain(key.n()), plain(key.e()), plain(key.d()));
    let messages: Vec<BigUint> = tokens.iter().map(|token| signature(token).modpow(&e, &n)).collect();
    let factor = |blinded: &BigUint, message: &BigUint| {
        let inverse = message.mod_inverse(&n).and_then(|inverse| inverse.to_biguint()).expect("a unit");
        (blinded * inverse % &n).modpow(&d, &n)
    };
    let (mut smallest, mut exact) = (0, 0);
    for (at, blinding) in blindings.iter().enumerate() {
        let blinded = BigUint::from_bytes_be(&blinding.blinded);
        let factors: Vec<BigUint> = messages.iter().map(|message| factor(&blinded, message)).collect();
        let guess = (0..factors.len()).min_by_key(|i| factors[*i].clone()).expect("tokens");
        smallest += usize::from(guess == at);
        exact += usize::from(messages[at] == blinded || signature(&tokens[at]) == blinded);
    }
    vec![
        ("private key, smallest factor".to_owned(), smallest),
        ("private key, equal values".to_owned(), exact),
    ]
}

fn signature(token: &str) -> BigUint {
    let bytes =
        BASE64URL_NOPAD.decode(token.split('.').nth(1).expect("a token").as_bytes()).expect("base64url");
    BigUint::from_bytes_be(&bytes[64..])
}

/// The lines of a ballot box with every mark that this engine leaves on them.
fn traces(app: &TestApp, column: &str, campaign: &str, group: &str) -> Vec<Trace> {
    let marks = match app.engine() {
        Engine::Postgres => "CAST(xmin AS TEXT), CAST(ctid AS TEXT)",
        Engine::Sqlite => "'0', '(0,0)'",
    };
    let sql = format!(
        "SELECT {column}, {marks} FROM ballot_box WHERE campaign_id = '{campaign}' AND group_party = '{group}'"
    );
    let rows = app.read(move |tx| {
        tx.list(sql.leak(), &[], |row| {
            Ok::<_, DbError>((row.get::<String>(0)?, row.get::<String>(1)?, row.get::<String>(2)?))
        })
    });
    let file = file(app);
    let offset = |key: &str| file.windows(key.len()).position(|window| window == key.as_bytes()).unwrap_or(0);
    let mut traces = Vec::new();
    for (text, transaction, place) in rows.unwrap_or_else(|error| panic!("{column}: {error}")) {
        let mut numbers = place.trim_matches(['(', ')']).split(',').map(|n| n.parse().unwrap_or(0));
        let place = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        let transaction = transaction.parse().unwrap_or(0);
        traces.extend(text.lines().map(|line| Trace {
            key: line.to_owned(),
            rest: line.to_owned(),
            transaction,
            place,
            offset: offset(line),
        }));
    }
    traces
}

/// The file of an embedded database at rest: its write-ahead log is empty a moment after the last answer.
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

/// Thirty answers that nobody else gives.
fn sheet(rng: &mut StdRng) -> String {
    (0..30).map(|_| ['y', 'n', 'd', 'x'][rng.random_range(0..4)]).collect()
}

/// The answers as they are stored.
fn stored(sheet: &str) -> String {
    let keys = ["a", "k", "p", "r", "h", "v"].iter().flat_map(|c| (1..=5).map(move |n| format!("{c}{n}")));
    let named = |letter| match letter {
        'y' => "yes",
        'n' => "no",
        'd' => "dont_know",
        _ => "not_applicable",
    };
    let map: std::collections::BTreeMap<String, &str> =
        keys.zip(sheet.chars()).map(|(key, letter)| (key, named(letter))).collect();
    serde_json::json!(map).to_string()
}

/// Answers in one sending, as a browser that holds this right and these answers.
fn send(app: &TestApp, right: &str, sheet: &str) {
    let browser = Browser::holding(app.base(), &format!("pass={right}; answers={sheet}")).expect("cookies");
    let thanks = browser.submit("/repondre/envoyer", &[]).expect("an answer");
    assert!(thanks.path.ends_with("/merci"), "{}", thanks.text());
}

/// Everybody draws, in one order, then answers, in another.
fn answer_by_token(
    app: &TestApp,
    post: &Post,
    rng: &mut StdRng,
) -> (Vec<Person>, Vec<Blinding>, Vec<String>) {
    let mut drawn = Vec::new();
    for email in &post.workers {
        let browser = app.browser();
        let page = browser.open(&app.link_sent_to(email).expect("a letter")).expect("the page");
        let blinding = blinding(&page, rng.random());
        let token = blinding.token(&ask(&browser, &blinding).html());
        assert_eq!(present(&app.browser(), &token).status, 200);
        drawn.push((blinding, token));
    }
    drawn.shuffle(rng);
    let mut people = Vec::new();
    for (_, token) in &drawn {
        let sheet = sheet(rng);
        send(app, token, &sheet);
        people.push(Person { sheet: stored(&sheet), code: String::new() });
    }
    let (blindings, tokens) = drawn.into_iter().unzip();
    (people, blindings, tokens)
}

/// Everybody answers with the code they drew.
fn answer_by_code(app: &TestApp, post: &Post, rng: &mut StdRng) -> Vec<Person> {
    let page = post.karima.open(&post.campaign).expect("the campaign");
    let printed = post.karima.press(&page, "Faire et imprimer", &[]).expect("the codes");
    let mut codes = answers::printed(&printed);
    assert_eq!(codes.len(), PEOPLE);
    codes.shuffle(rng);
    let person = |code: answers::PrintedCode| {
        let (code, sheet) = (code.code.replace(' ', ""), sheet(rng));
        send(app, &code, &sheet);
        Person { sheet: stored(&sheet), code: platform::secret::digest(&code) }
    };
    codes.into_iter().map(person).collect()
}

/// The private key of the workers, as whoever has the database and the instance's secret opens it.
fn private_key(app: &TestApp, campaign: &str) -> RsaPrivateKey {
    let dump = app.dump();
    let keys = dump.table("token_key");
    let of = |column: &str| keys.column(column);
    let rows = of("campaign_id")
        .into_iter()
        .zip(of("group_party"))
        .zip(of("key_id").into_iter().zip(of("sealed_key")));
    let (_, (id, sealed)) =
        rows.into_iter().find(|((c, g), _)| c == campaign && g == "workers").expect("a key for the workers");
    let der = Vault::new(&[7; SECRET_LEN]).open(&id, &sealed).expect("the secret of the tests");
    RsaPrivateKey::from_pkcs8_der(&der).expect("a key")
}

#[test]
fn an_attacker_with_everything_links_answers_to_people_no_better_than_chance() {
    let log = crate::log::captured();
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let player = app.resume(&cast);
        let mut found = Vec::new();
        for seed in 0..RUNS {
            let mut rng = StdRng::seed_from_u64(seed);
            let post = Post::open(&app, &player, PEOPLE, PEOPLE);
            let before = app.dump();
            let by_code = answer_by_code(&app, &post, &mut rng);
            let (by_token, blindings, tokens) = answer_by_token(&app, &post, &mut rng);
            let id = post.id();
            changed_only_what_it_must(&before, &app.dump());
            let of = |group: &str| traces(&app, "sheets", &id, group);
            let marks = traces(&app, "used_codes", &id, "technical");
            add(&mut found, by_order("tokens", &by_token, &of("workers")));
            add(&mut found, by_order("codes", &by_code, &of("technical")));
            add(&mut found, by_marks(&by_code, &marks, &of("technical")));
            add(&mut found, by_algebra(&private_key(&app, &id), &blindings, &tokens));
            nothing_is_written_down(&log, &app, &post, &tokens);
            post.turn("clore");
            let of = |group: &str| traces(&app, "sheets", &id, group);
            add(&mut found, by_order("tokens, closed", &by_token, &of("workers")));
            add(&mut found, by_order("codes, closed", &by_code, &of("technical")));
        }
        for (strategy, hits) in &found {
            let (all, most) = (RUNS as usize * PEOPLE, most_by_chance());
            assert!(*hits <= most, "{engine:?}, {strategy}: {hits} of {all} named, {most} may be by chance");
        }
    }
}

/// Neither a line of the journal nor a date anywhere: answering and drawing write to the ballot boxes alone.
fn changed_only_what_it_must(before: &testkit::Dump, after: &testkit::Dump) {
    let may = ["answer_code", "ballot_box"];
    let changed = before.differences(after);
    let tables: BTreeSet<&str> =
        changed.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
    // Making the codes is an act of a member: it says when, and by whom.
    let others: Vec<&&str> = tables
        .iter()
        .filter(|table| {
            !may.contains(table) && !["campaign", "journal"].contains(table) && !table.starts_with("journal_")
        })
        .collect();
    assert!(others.is_empty(), "{changed:?}");
    for table in may {
        for column in &after.table(table).columns {
            assert!(!column.ends_with("_at") && !column.ends_with("_on"), "{table}.{column} is a moment");
        }
    }
}

/// What people hold is in no log, no table and no line of the journal.
fn nothing_is_written_down(log: &crate::log::Log, app: &TestApp, post: &Post, tokens: &[String]) {
    let (log, journal, dump) = (log.read(), app.journal_file(), app.dump());
    let links = post.workers.iter().map(|email| app.link_sent_to(email).expect("a letter"));
    let secrets = links.map(|link| link.rsplit('/').next().unwrap_or_default().to_owned());
    let bare = tokens.iter().map(|token| token.split('.').nth(1).unwrap_or_default()[..40].to_owned());
    for held in secrets.chain(bare) {
        assert!(!log.contains(&held) && !journal.contains(&held), "a log holds what lets in");
        assert_eq!(dump.places_of(&held), [] as [&str; 0]);
    }
    for email in &post.workers {
        assert!(!log.contains(email) && !journal.contains(email), "{email} is in a log");
        assert_eq!(dump.places_of(email), ["invited_address.email"]);
    }
}

/// The same attacker, where answers are written as they come: this is what the test above would say if order were kept.
#[test]
fn the_same_attacker_names_everybody_where_order_is_kept() {
    for engine in Engine::available() {
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let post = Post::open(&app, &app.resume(&cast), 8, PEOPLE);
        let id = post.id();
        let mut rng = StdRng::seed_from_u64(1);
        let person = |_| Person { sheet: stored(&sheet(&mut rng)), code: String::new() };
        let people: Vec<Person> = (0..PEOPLE).map(person).collect();
        // One line after another as they come, as most would write them.
        let came: Vec<&str> = people.iter().map(|person| person.sheet.as_str()).collect();
        let came = came.join("\n");
        let sql = format!(
            "UPDATE ballot_box SET sheets = '{came}' WHERE campaign_id = '{id}' AND group_party = 'technical'"
        );
        app.tamper(sql.leak());
        let sheets = traces(&app, "sheets", &id, "technical");
        let best = by_order("codes", &people, &sheets).into_iter().map(|(_, hits)| hits).max();
        assert_eq!(best, Some(PEOPLE), "{engine:?}: the attacker misses what is there to see");
    }
}
