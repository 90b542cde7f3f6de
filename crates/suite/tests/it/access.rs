//! Coming in, going out, and what nobody learns on the way.

use testkit::{Engine, TestApp, View, case::Moment, for_each_engine_at};

const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn field(name: &str, value: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), value.to_owned())]
}

/// Asks for a link as anybody may.
fn ask_for_link(app: &TestApp, email: &str) -> View {
    let browser = app.browser();
    let page = browser.open("/connexion").expect("the sign-in page");
    browser.press(&page, "Recevoir un lien", &field("email", email)).expect("an answer")
}

fn link(app: &TestApp) -> String {
    ask_for_link(app, KARIMA);
    app.link_sent_to(KARIMA).expect("a link was sent")
}

#[test]
fn a_one_time_link_lets_in_once() {
    for_each_engine_at(Moment::Described, |app, _| {
        let link = link(app);
        let karima = app.browser();
        let door = karima.open(&link).expect("the link opens");
        assert!(door.text().contains("Karima Benali"), "{}", door.text());
        let inside = karima.press(&door, "Entrer", &[]).expect("it lets in");
        assert_eq!(inside.status, 200);
        assert!(inside.text().contains("Planification prédictive"), "{}", inside.text());

        let other = app.browser();
        let again = other.open(&link).expect("an answer");
        assert_eq!(again.status, 410, "{}", again.text());
        assert!(again.text().contains("a déjà servi"), "{}", again.text());
        let forced = other.submit(&link, &[]).expect("an answer");
        assert_eq!(forced.status, 410, "the form alone must not let in either");
    });
}

#[test]
fn a_mail_program_that_opens_the_link_does_not_use_it_up() {
    let (app, _) = TestApp::at(Engine::Sqlite, Moment::Described);
    let link = link(&app);
    for _ in 0..3 {
        assert_eq!(app.browser().open(&link).expect("an answer").status, 200);
    }
    let karima = app.browser();
    let door = karima.open(&link).expect("an answer");
    assert_eq!(karima.press(&door, "Entrer", &[]).expect("an answer").status, 200);
}

#[test]
fn a_link_of_more_than_three_days_says_what_to_do_next() {
    for_each_engine_at(Moment::Described, |app, _| {
        let link = link(app);
        app.pass_days(4);
        for gone in [app.browser().open(&link), app.browser().submit(&link, &[])] {
            let gone = gone.expect("an answer");
            assert_eq!(gone.status, 410, "{}", gone.text());
            assert_eq!(
                gone.link("Recevoir un nouveau lien").as_deref(),
                Some("/connexion"),
                "{}",
                gone.text()
            );
        }
    });
}

#[test]
fn nobody_learns_whether_an_address_is_known() {
    let (app, _) = TestApp::at(Engine::Sqlite, Moment::Described);
    let known = ask_for_link(&app, KARIMA);
    let unknown = ask_for_link(&app, "personne@hautes-vosges.example");
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.html(), unknown.html());
    assert!(app.link_sent_to("personne@hautes-vosges.example").is_none());
}

#[test]
fn a_session_that_is_closed_opens_nothing_any_more() {
    for_each_engine_at(Moment::Described, |app, player| {
        let projects = player.saved("organisation").map(|org| format!("{org}/projets"));
        let projects = projects.expect("the case saved the organisation");
        let karima = app.sign_in(KARIMA);
        let kept = app.dump().table("session").rows.len();
        let page = karima.open(&projects).expect("a page");
        assert_eq!(page.status, 200);
        let left = karima.send("/deconnexion", &[]).expect("an answer");
        let cleared = left.headers.get("clear-site-data").and_then(|value| value.to_str().ok());
        assert_eq!(cleared, Some("\"cache\", \"storage\""), "the browser keeps something of the pages");
        assert_eq!(app.dump().table("session").rows.len(), kept - 1, "the session is not gone on the server");
        let after = karima.open(&projects).expect("an answer");
        assert_eq!(after.path, "/connexion", "{}", after.text());
    });
}

#[test]
fn no_secret_that_lets_in_is_in_the_database_nor_on_the_disk() {
    for_each_engine_at(Moment::Described, |app, _| {
        let link = link(app);
        let secret = link.rsplit('/').next().expect("a link ends with its secret").to_owned();
        assert!(secret.len() > 40, "{secret}");
        assert_eq!(app.dump().places_of(&secret), [] as [&str; 0]);
        assert!(!app.journal_file().contains(&secret));
        if let Some(bytes) = app.bytes_on_disk() {
            assert!(!contains(&bytes, secret.as_bytes()), "the file holds a link's secret");
        }
    });
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_form_that_stands_on_another_site_changes_nothing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let people = player.saved("organisation").map(|org| format!("{org}/personnes"));
        let people = people.expect("the case saved the organisation");
        let karima = app.sign_in(KARIMA);
        let before = app.dump();
        let intruder = [
            ("party", "workers"),
            ("name", "Intrus"),
            ("email", "intrus@ailleurs.example"),
            ("locale", "fr"),
        ];
        let intruder: Vec<_> =
            intruder.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        for origin in ["https://evil.example", "null", "http://127.0.0.1:1"] {
            let refused = karima.send_from(origin, &people, &intruder).expect("an answer");
            assert_eq!(refused.status, 403, "{origin}: {}", refused.text());
            assert!(refused.text().contains("ne vient pas d’une page de Trinôme"), "{}", refused.text());
        }
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
    });
}

#[test]
fn no_party_gives_the_other_one_a_member_of_its_choosing() {
    for_each_engine_at(Moment::Described, |app, player| {
        let people = format!("{}/personnes", player.saved("organisation").expect("saved"));
        let sylvie = app.sign_in("sylvie.marchal@hautes-vosges.example");
        let before = app.dump();
        let page = sylvie.open(&people).expect("the people");
        let fill =
            [("party", "staff_representatives"), ("name", "Un ami"), ("email", "ami@hautes-vosges.example")];
        let fill: Vec<_> =
            fill.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let refused = sylvie.press(&page, "Inviter", &fill).expect("an answer");
        assert_eq!(refused.status, 403, "{}", refused.text());
        assert_eq!(before.table("member"), app.dump().table("member"));
        assert!(app.journal_file().contains("request_refused"), "the refusal leaves no line");
    });
}
