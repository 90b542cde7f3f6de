//! Sessions: how long they live, what they open only to whoever has just come in, and the cookie that carries them.

use testkit::{Browser, Engine, TLS, TestApp, View, case::Moment, for_each_engine_at};

const KARIMA: &str = "karima.benali@hautes-vosges.example";
const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";

/// More than the quarter of an hour for which somebody who has come in need not show again who they are.
const LATER: i64 = 16;

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn rows(app: &TestApp, table: &str) -> usize {
    app.dump().table(table).rows.len()
}

#[test]
fn a_session_ends_after_thirty_days_however_often_it_is_used() {
    for_each_engine_at(Moment::Described, |app, player| {
        let projects = format!("{}/projets", player.saved("organisation").expect("saved"));
        let karima = app.sign_in(KARIMA);
        for _ in 0..2 {
            app.pass_days(15);
            assert_eq!(karima.open(&projects).expect("a page").path, projects);
        }
        app.pass_days(1);
        assert_eq!(karima.open(&projects).expect("an answer").path, "/connexion");
    });
}

#[test]
fn a_session_that_is_not_used_for_three_weeks_opens_nothing_any_more() {
    for_each_engine_at(Moment::Described, |app, player| {
        let projects = format!("{}/projets", player.saved("organisation").expect("saved"));
        let karima = app.sign_in(KARIMA);
        app.pass_days(21);
        assert_eq!(karima.open(&projects).expect("a page").path, projects, "it was used, and lives on");
        let sylvie = app.sign_in(SYLVIE);
        app.pass_days(22);
        assert_eq!(sylvie.open(&projects).expect("an answer").path, "/connexion");
        assert_eq!(sylvie.open("/compte").expect("an answer").path, "/connexion");
        app.purge();
        assert_eq!(rows(app, "session"), 0, "what has ended is kept");
    });
}

#[test]
fn the_door_says_how_long_one_stays_in() {
    let (app, _cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let page = app.browser().open("/connexion").expect("the door");
    assert!(page.text().contains("30 jours au plus, et 21 jours sans revenir"), "{}", page.text());
}

#[test]
fn coming_in_by_a_link_ends_the_session_that_the_browser_held() {
    for_each_engine_at(Moment::Described, |app, _| {
        let karima = app.sign_in(KARIMA);
        let before = rows(app, "session");
        again(app, &karima, KARIMA);
        assert_eq!(rows(app, "session"), before);
    });
}

/// Comes in once more in the same browser, by a link that the door sends. Gives where that leads.
#[test]
fn a_link_that_is_used_or_too_old_opens_nothing_and_leaves_one_line() {
    for_each_engine_at(Moment::Described, |app, _| {
        let refusals = |reason: &str| {
            let file = app.journal_file();
            file.lines()
                .filter(|l| l.contains("link_refused") && l.contains(&format!("\"{reason}\"")))
                .count()
        };
        let ask = || {
            let browser = app.browser();
            let page = browser.open("/connexion").expect("a page");
            browser.press(&page, "Recevoir un lien", &[("email".into(), KARIMA.into())]).expect("an answer");
            app.link_sent_to(KARIMA).expect("a link")
        };
        app.sign_in(KARIMA);
        let used = app.link_sent_to(KARIMA).expect("a link");
        let old = ask();
        let sessions = rows(app, "session");
        for _ in 0..2 {
            assert_eq!(app.browser().open(&used).expect("a page").status, 410);
            assert_eq!(app.browser().send(&used, &[]).expect("an answer").status, 410);
        }
        assert_eq!((refusals("used"), refusals("expired")), (1, 0), "one line, however often it is tried");
        app.pass_days(4);
        for _ in 0..2 {
            assert_eq!(app.browser().open(&old).expect("a page").status, 410);
        }
        assert_eq!((refusals("used"), refusals("expired")), (1, 1));
        // A forged one is of nobody: of no organisation, and in no journal.
        assert_eq!(app.browser().open("/lien/forge").expect("a page").status, 410);
        assert_eq!((refusals("link_refused"), rows(app, "session")), (2, sessions));
        assert!(!app.journal_file().contains(KARIMA));
    });
}

fn again(app: &TestApp, browser: &Browser, email: &str) -> View {
    browser.send("/connexion", &fill(&[("email", email)])).expect("an answer");
    let door = browser.open(&app.link_sent_to(email).expect("a link was sent")).expect("the link opens");
    browser.press(&door, "Entrer", &[]).expect("the link lets in")
}

/// What changes who can come in, or which rules hold: an address to send a sound form to, and the page it comes back to.
fn guarded(organisation: &str, colleague: &str) -> Vec<(String, Vec<(String, String)>)> {
    let rule = [("second", "staff_representatives"), ("acts", "move_stage"), ("reason", "Essai.")];
    vec![
        ("/compte/cles-d-acces/defi".to_owned(), Vec::new()),
        ("/compte/cles-d-acces/0000/retirer".to_owned(), Vec::new()),
        ("/compte/cles-d-acces/0000".to_owned(), fill(&[("name", "Autre")])),
        ("/compte/sessions".to_owned(), fill(&[("session", "0123456789abcdef")])),
        ("/compte/autres-sessions".to_owned(), Vec::new()),
        (format!("{organisation}/cles"), fill(&rule)),
        (format!("{organisation}/cles/0000/confirmer"), Vec::new()),
        (format!("{organisation}/regle-de-connexion/confirmer"), fill(&[("key", "0000")])),
        (format!("{organisation}/secours"), fill(&[("recovery", "0000")])),
        (
            format!("{organisation}/personnes/{colleague}/secours"),
            fill(&[("email", "autre@ailleurs.example")]),
        ),
    ]
}

#[test]
fn who_comes_in_and_which_rules_hold_changes_only_by_whoever_has_just_shown_who_they_are() {
    for_each_engine_at(Moment::Described, |app, player| {
        let organisation = player.saved("organisation").expect("saved").to_owned();
        let colleague = member(app, "Sylvie Marchal");
        let guarded = guarded(&organisation, &colleague);
        let karima = app.sign_in(KARIMA);
        app.sign_in(KARIMA);
        app.pass_minutes(LATER);
        let before = app.dump();
        for (path, fields) in &guarded {
            let answer = karima.send(path, fields).expect("an answer");
            assert!(
                answer.path.starts_with("/compte/confirmer?retour=/"),
                "{path}: {} {}",
                answer.status,
                answer.path
            );
        }
        assert_eq!(app.dump(), before, "a session left open changed something");

        again(app, &karima, KARIMA);
        for (path, fields) in &guarded {
            let answer = karima.send(path, fields).expect("an answer");
            assert!(!answer.path.starts_with("/compte/confirmer"), "{path} asks again");
        }
    });
}

/// The identifier of somebody's seat.
fn member(app: &TestApp, name: &str) -> String {
    let dump = app.dump();
    let table = dump.table("member");
    let names = table.column("name");
    let at = names.iter().position(|one| one == name).expect("somebody of that name");
    table.column("member_id")[at].clone()
}

#[test]
fn whoever_shows_again_who_they_are_comes_back_to_the_page_they_asked_for() {
    for_each_engine_at(Moment::Described, |app, _| {
        let karima = app.sign_in(KARIMA);
        app.pass_minutes(LATER);
        let asked = karima.open("/compte/cles-d-acces").expect("a page");
        assert!(asked.path.starts_with("/compte/confirmer"), "{}", asked.path);
        let sent = karima.press(&asked, "Recevoir un lien pour confirmer", &[]).expect("an answer");
        assert_eq!(sent.status, 200, "{}", sent.text());
        let door = karima.open(&app.link_sent_to(KARIMA).expect("a link was sent")).expect("the link opens");
        let inside = karima.press(&door, "Entrer", &[]).expect("the link lets in");
        assert_eq!(inside.path, "/compte/cles-d-acces", "{}", inside.text());
        assert!(again(app, &karima, KARIMA).path.starts_with("/structures/"), "the way back is used up");
    });
}

#[test]
fn nobody_is_led_to_another_site_by_the_way_back() {
    let (app, _cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    for elsewhere in ["//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0d%0ax:%20y"] {
        let karima = app.sign_in(KARIMA);
        karima.open(&format!("/compte/confirmer?retour={elsewhere}")).expect("a page");
        assert!(again(&app, &karima, KARIMA).path.starts_with("/structures/"), "{elsewhere}");
    }
}

/// An instance that people reach over TLS, where case 1 has begun.
fn over_tls() -> TestApp {
    let (app, _cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    TestApp::over_tls(app.leave())
}

/// The answer to pressing a link, with the cookies it sets.
fn entered(app: &TestApp) -> View {
    let browser = app.browser();
    browser.send("/connexion", &fill(&[("email", KARIMA)])).expect("an answer");
    let link = app.link_sent_to(KARIMA).expect("a link was sent");
    browser.send(link.strip_prefix(TLS).expect("an address of the instance"), &[]).expect("an answer")
}

fn cookies(answer: &View) -> Vec<String> {
    let set = answer.headers.get_all("set-cookie").iter();
    set.map(|line| line.to_str().expect("a header of ours").to_owned()).collect()
}

#[test]
fn over_tls_a_session_is_a_cookie_that_no_neighbouring_host_can_write() {
    let app = over_tls();
    let inside = entered(&app);
    let set = cookies(&inside);
    let line = set.iter().find(|line| line.contains("session=")).expect("a session");
    assert!(line.starts_with("__Host-session="), "{line}");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(line.contains(part), "{line}");
    }
    assert!(!line.contains("Domain"), "{line}");

    let secret = line.split(['=', ';']).nth(1).expect("a value");
    let with = |name: &str| {
        let cookie = format!("{name}={secret}");
        app.browser().fetch("/compte", &[("cookie", &cookie)]).expect("an answer")
    };
    assert_eq!(with("__Host-session").status, 200);
    for planted in ["session", "__Secure-session"] {
        assert_eq!(with(planted).path, "/connexion", "a cookie that a neighbour may write opens a session");
    }
}

#[test]
fn over_tls_every_answer_keeps_the_browser_to_tls_and_in_clear_none_does() {
    let (plain, _cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let app = over_tls();
    for path in ["/", "/connexion", "/sante", "/assets/app.css", "/n-existe-pas", "/compte"] {
        let header = |app: &TestApp| {
            let answer = app.browser().fetch(path, &[]).expect("an answer");
            answer
                .headers
                .get("strict-transport-security")
                .map(|value| value.to_str().expect("ours").to_owned())
        };
        assert_eq!(header(&app).as_deref(), Some("max-age=31536000; includeSubDomains"), "{path}");
        assert_eq!(header(&plain), None, "{path}");
    }
}
