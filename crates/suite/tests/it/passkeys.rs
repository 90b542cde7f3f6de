//! Coming in with a passkey, over HTTP, with a device of ours: what opens, and what must not.

use serde_json::Value;
use testkit::{Authenticator, Browser, Engine, TestApp, View, case::Moment};

const KARIMA: &str = "karima.benali@hautes-vosges.example";
const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const MINE: &str = "/compte/cles-d-acces";
const DOOR: &str = "/connexion/cle-d-acces";

/// Passkeys need a name: this instance is reached as `localhost`.
fn for_each_named_engine(test: impl Fn(&TestApp)) {
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        test(&TestApp::named_at(engine, Moment::Described));
    }
}

fn options(asked: &View) -> Value {
    assert_eq!(asked.status, 200, "{}", asked.text());
    serde_json::from_slice(&asked.bytes).expect("JSON")
}

fn asked(browser: &Browser, at: &str) -> Value {
    options(&browser.send(&format!("{at}/defi"), &[]).expect("an answer"))
}

fn give(browser: &Browser, at: &str, credential: &Value) -> View {
    let sent =
        [("credential".to_owned(), credential.to_string()), ("name".to_owned(), "Téléphone".to_owned())];
    browser.send(at, &sent).expect("an answer")
}

/// A device whose key this person has added.
fn device_of(app: &TestApp, email: &str) -> Authenticator {
    let browser = app.sign_in(email);
    let mut device = Authenticator::new(app.base(), email);
    let made = device.make(&asked(&browser, MINE));
    let done = give(&browser, MINE, &made);
    assert!(done.is_redirect() && done.path.contains("ajoutee"), "{} {}", done.status, done.text());
    device
}

fn is_in(browser: &Browser) -> bool {
    browser.fetch("/compte", &[]).expect("an answer").status == 200
}

fn kinds(app: &TestApp, kind: &str) -> usize {
    app.dump().table("journal_record").column("kind").iter().filter(|known| *known == kind).count()
}

#[test]
fn a_passkey_opens_a_session_to_whoever_holds_it_and_no_address_is_asked() {
    for_each_named_engine(|app| {
        let mut device = device_of(app, KARIMA);
        assert_eq!(kinds(app, "passkey_added"), 1);
        for turn in 0..2 {
            let browser = app.browser();
            let shown = device.show(&asked(&browser, DOOR));
            let entered = give(&browser, DOOR, &shown);
            assert!(entered.is_redirect(), "turn {turn}: {}", entered.text());
            assert!(is_in(&browser));
            assert!(browser.open("/compte").expect("a page").html().contains("Karima Benali"));
        }
        let used = app.dump().table("passkey").column("used_on");
        assert_eq!(used, [app.today().to_string()]);
    });
}

#[test]
fn a_passkey_answer_that_is_forged_replayed_late_or_from_elsewhere_opens_nothing_and_leaves_a_line() {
    for_each_named_engine(|app| {
        let mut device = device_of(app, KARIMA);
        let refused = |browser: &Browser, answer: &Value, why: &str, lines: usize| {
            let before = kinds(app, "passkey_refused");
            let given = give(browser, DOOR, answer);
            assert_eq!(given.status, 403, "{why}: {}", given.text());
            assert!(!is_in(browser), "{why}");
            assert_eq!(kinds(app, "passkey_refused") - before, lines, "{why}: lines in the journal");
        };
        // A signature with one bit changed.
        let browser = app.browser();
        let mut forged = device.show(&asked(&browser, DOOR));
        let signature = forged["response"]["signature"].as_str().expect("a signature").to_owned();
        let other = if signature[40..].starts_with('A') { "B" } else { "A" };
        forged["response"]["signature"] = format!("{}{other}{}", &signature[..40], &signature[41..]).into();
        refused(&browser, &forged, "forged", 1);
        // Another site asked for it.
        let browser = app.browser();
        let own = std::mem::replace(&mut device.origin, "https://ailleurs.example".to_owned());
        let elsewhere = device.show(&asked(&browser, DOOR));
        device.origin = own;
        refused(&browser, &elsewhere, "from elsewhere", 1);
        // The answer to another challenge.
        let (one, other) = (app.browser(), app.browser());
        let first = device.show(&asked(&one, DOOR));
        asked(&other, DOOR);
        refused(&other, &first, "another's challenge", 1);
        // Once it has served, it serves no more; and nobody knows any more whose challenge it was.
        assert!(give(&one, DOOR, &first).is_redirect());
        let again = app.browser();
        refused(&again, &first, "replayed", 0);
        // Five minutes.
        let late = app.browser();
        let shown = device.show(&asked(&late, DOOR));
        app.pass_minutes(6);
        refused(&late, &shown, "late", 0);
    });
}

#[test]
fn a_passkey_of_one_person_opens_nothing_of_another_s() {
    for_each_named_engine(|app| {
        let mut karima = device_of(app, KARIMA);
        let sylvie = device_of(app, SYLVIE);
        // Her own key, under the other's name.
        karima.handle.clone_from(&sylvie.handle);
        let browser = app.browser();
        let shown = karima.show(&asked(&browser, DOOR));
        assert_eq!(give(&browser, DOOR, &shown).status, 403);
        assert!(!is_in(&browser));
        // A key that nobody added.
        let mut unknown = Authenticator::new(app.base(), "personne");
        unknown.handle.clone_from(&sylvie.handle);
        let browser = app.browser();
        let shown = unknown.show(&asked(&browser, DOOR));
        assert_eq!(give(&browser, DOOR, &shown).status, 403);
        // Somebody's key, added a second time by somebody else.
        let (them, mut copy) = (app.sign_in("thomas.keller@hautes-vosges.example"), karima);
        let made = copy.make(&asked(&them, MINE));
        assert_eq!(give(&them, MINE, &made).status, 403);
        assert_eq!(app.dump().table("passkey").rows.len(), 2);
    });
}
