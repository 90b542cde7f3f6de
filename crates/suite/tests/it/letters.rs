//! A lost letter is written again, alone, and nobody learns from it who has answered; letters speak their reader's language.

use kernel::Locale;
use platform::mail::Letter;
use testkit::{Dump, Engine, TestApp, View, case::Moment, for_each_engine_at};

use crate::tokens::{KARIMA, Post, SHEET, addresses, answer, ask, blinding, draw, field, present};

const SENT: &str = "Une nouvelle lettre est partie. La précédente ne sert plus.";

/// Asks for one letter again, as a representative does.
fn send_again(post: &Post, email: &str) -> View {
    let page = post.karima.open(&post.campaign).expect("the campaign");
    post.karima
        .press(&page, "Renvoyer une lettre à cette adresse", &field("email", email))
        .expect("an answer")
}

fn link_to(app: &TestApp, email: &str) -> String {
    app.link_sent_to(email).expect("a letter")
}

fn digest_of(link: &str) -> String {
    platform::secret::digest(link.rsplit('/').next().expect("a secret"))
}

#[test]
fn one_letter_is_sent_again_and_only_the_lost_one_stops_working() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let others: Vec<String> = post.workers[1..].iter().map(|email| link_to(app, email)).collect();
        // Somebody else of the group has drawn: new letters to all would be refused by now.
        draw(app, &post.workers[1], 1);
        let lost = link_to(app, &post.workers[0]);
        let said = send_again(&post, &post.workers[0].to_uppercase());
        assert!(said.status == 200 && said.text().contains(SENT), "{}", said.text());
        let found = link_to(app, &post.workers[0]);
        assert_ne!(found, lost);
        assert_eq!(app.browser().open(&lost).expect("an answer").status, 404, "the lost letter still works");
        for link in others {
            assert_eq!(app.browser().open(&link).expect("an answer").status, 200, "another letter stopped");
        }
        let (browser, _, token) = draw(app, &post.workers[0], 2);
        assert_eq!(present(&browser, &token).path, "/repondre/debut");
        assert!(answer(&browser, SHEET).path.ends_with("/merci"));
        // And once more: the letter of a letter.
        assert!(send_again(&post, &post.workers[2]).text().contains(SENT));
        assert!(send_again(&post, &post.workers[2]).text().contains(SENT));
        draw(app, &post.workers[2], 3);
    });
}

/// What changed, what was said and what the journal tells, when a letter is sent again.
fn told_by(app: &TestApp, post: &Post, email: &str) -> (Vec<String>, String, String) {
    let before = app.dump();
    let said = send_again(post, email);
    let after = app.dump();
    let known = before.table("journal_record").column("line");
    let lines = after.table("journal_record").column("line");
    let new: Vec<&String> = lines.iter().filter(|line| !known.contains(line)).collect();
    let [line] = new.as_slice() else { panic!("one line in the journal, not {new:?}") };
    assert!(line.contains("\"kind\":\"letter_sent_again\""), "{line}");
    assert!(!app.opened_journal_file().contains(email), "the journal names {email}");
    let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
    // What two copies of a ballot box show of a letter that was used is said in `linking`, and cannot be helped.
    let changed = before.differences(&after);
    let changed = changed.into_iter().filter(|table| !table.starts_with("ballot_box")).collect();
    (changed, said.text(), line["body"].to_string())
}

#[test]
fn a_letter_sent_again_after_its_token_was_drawn_draws_no_other_and_nobody_is_told() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let (used, unused) = (&post.workers[0], &post.workers[1]);
        let (browser, _, token) = draw(app, used, 1);
        assert_eq!(told_by(app, &post, used), told_by(app, &post, unused), "one can tell who has drawn");

        let again = app.browser();
        let page = again.open(&link_to(app, used)).expect("the page");
        assert!(page.text().contains("Un jeton a déjà été tiré avec cette lettre"), "{}", page.text());
        assert_eq!(ask(&again, &blinding(&page, 2)).status, 409, "a second token was signed");
        assert_eq!(present(&browser, &token).path, "/repondre/debut", "the token that was drawn answers");
        assert!(answer(&browser, SHEET).path.ends_with("/merci"));
        draw(app, unused, 3);
    });
}

/// The places where the database itself joins an address and its letter.
fn joined(app: &TestApp, dump: &Dump, emails: &[String]) -> Vec<String> {
    let mut joined = Vec::new();
    for email in emails {
        let digest = digest_of(&link_to(app, email));
        assert_eq!(dump.places_of(&digest), ["invitation.secret_hash"], "the digest stands elsewhere");
        for (name, table) in &dump.tables {
            for row in &table.rows {
                let holds = |text: &str| row.iter().flatten().any(|value| value.contains(text));
                if holds(email) && holds(&digest) {
                    joined.push(name.clone());
                }
            }
        }
    }
    joined
}

#[test]
fn the_database_alone_joins_no_address_to_a_letter_even_after_one_was_sent_again() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        assert_eq!(joined(app, &app.dump(), &post.workers), [] as [&str; 0]);
        let before = app.dump().table("invited_address").column("sealed_letter");
        send_again(&post, &post.workers[3]);
        let dump = app.dump();
        assert_eq!(joined(app, &dump, &post.workers), [] as [&str; 0]);
        let after = dump.table("invited_address").column("sealed_letter");
        let kept = before.iter().filter(|sealed| after.contains(sealed)).count();
        assert_eq!(kept, 6, "all of the group look changed, and none of the other group");
        assert!(after.iter().all(|sealed| sealed.len() == after[0].len()));
    });
}

#[test]
fn postgresql_gives_a_letter_sent_again_no_transaction_of_its_own_whether_used_or_not() {
    for engine in Engine::available().into_iter().filter(|engine| *engine == Engine::Postgres) {
        let (app, cast) = TestApp::at(engine, Moment::Described);
        let post = Post::open(&app, &app.resume(&cast), 8, 6);
        draw(&app, &post.workers[3], 1);
        for email in [&post.workers[3], &post.workers[4]] {
            send_again(&post, email);
            let transactions: Result<i64, platform::DbError> = app.read(move |tx| {
                tx.get(
                    "SELECT COUNT(DISTINCT mark) FROM (
                       SELECT CAST(xmin AS TEXT) AS mark FROM invitation WHERE group_party = 'workers'
                       UNION ALL SELECT CAST(xmin AS TEXT) FROM invited_address WHERE group_party = 'workers'
                       UNION ALL SELECT CAST(xmin AS TEXT) FROM ballot_box WHERE group_party = 'workers') AS marks",
                    &[],
                    |row| row.get(0),
                )
            });
            assert_eq!(transactions.unwrap_or_else(|error| panic!("{error}")), 1, "{email}");
        }
    }
}

#[test]
fn a_letter_is_sent_again_only_to_who_had_one_by_who_may_and_in_time() {
    for_each_engine_at(Moment::Described, |app, player| {
        let post = Post::open(app, player, 8, 6);
        let letters = app.letters().len();
        for (typed, said) in [
            ("personne@exemple.fr", "Aucune lettre n’est partie à cette adresse"),
            ("pas une adresse", "pas une adresse"),
            ("", "error"),
        ] {
            let page = send_again(&post, typed);
            assert_eq!(page.status, 422, "{typed:?}: {}", page.text());
            assert!(page.html().contains(said) && page.html().contains(typed), "{typed:?}: {}", page.text());
        }
        let thomas = app.sign_in("thomas.keller@hautes-vosges.example");
        let path = format!("{}/lettres/une", post.campaign);
        assert_eq!(thomas.send(&path, &field("email", &post.workers[0])).expect("an answer").status, 403);
        let sent =
            |letters: &[Letter]| letters.iter().filter(|letter| letter.link.contains("/invitation/")).count();
        assert_eq!(sent(&app.letters()[letters..]), 0);
        let before = app.dump().table("invitation").rows.len();
        app.pass_days(29);
        let late = app.sign_in(KARIMA).send(&path, &field("email", &post.workers[0]));
        assert_eq!(late.expect("an answer").status, 422);
        assert_eq!(app.dump().table("invitation").rows.len(), before);
        assert_eq!(sent(&app.letters()[letters..]), 0);
    });
}

/// The language of the last letter to an address.
fn language_of(app: &TestApp, email: &str) -> Locale {
    let letter = app.letters().into_iter().rev().find(|letter| letter.to == email).expect("a letter");
    match letter.body.split('\n').next() {
        Some("Bonjour,") => Locale::Fr,
        Some("Hello,") => Locale::En,
        other => panic!("{other:?}"),
    }
}

#[test]
fn whoever_is_no_member_is_written_to_in_the_language_of_the_organisation() {
    let karima_among = || {
        let mut workers = addresses("ouvrier", 7);
        workers.push(KARIMA.to_owned());
        workers
    };
    for (languages, expected) in [
        (&[][..], Locale::Fr),
        (&["fr", "en"][..], Locale::Fr),
        (&["en", "pl"][..], Locale::En),
        (&["de"][..], Locale::Fr),
    ] {
        let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
        let player = app.resume(&cast);
        let here = format!("{}/structure/langues", player.saved("organisation").expect("saved"));
        let chosen: Vec<_> = languages.iter().flat_map(|language| field("language", language)).collect();
        if !chosen.is_empty() {
            assert!(app.sign_in(KARIMA).send(&here, &chosen).expect("an answer").is_redirect());
        }
        let post = Post::open_to(&app, &player, karima_among(), addresses("cadre", 6), 6);
        assert_eq!(language_of(&app, &post.workers[0]), expected, "{languages:?}");
        assert_eq!(language_of(&app, KARIMA), Locale::Fr, "a member is written to in their own");
        send_again(&post, &post.workers[1]);
        assert_eq!(language_of(&app, &post.workers[1]), expected, "{languages:?}, sent again");
    }
}
