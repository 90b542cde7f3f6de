//! How often something may be asked, without locking out those who share a line.

use platform::limits::LimitSettings;
use testkit::{Browser, Engine, TestApp, View, case::Moment};

use crate::anonymity::lines;

const KARIMA: &str = "karima.benali@hautes-vosges.example";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Runs a test on every engine there is, on an instance that limits as in service.
fn for_each_limited(moment: Moment, test: impl Fn(&TestApp, &scenario::Cast)) {
    for engine in Engine::available() {
        eprintln!("on {engine:?}");
        let (app, cast) = limited(engine, moment, "");
        test(&app, &cast);
    }
}

fn limited(engine: Engine, moment: Moment, behind: &str) -> (TestApp, scenario::Cast) {
    let (app, cast) = TestApp::at(engine, moment);
    let proxies = platform::network::Proxies::parse(behind).expect("addresses");
    app.limit(LimitSettings { proxies, ..LimitSettings::default() });
    (app, cast)
}

fn ask_for_link(browser: &Browser, email: &str) -> View {
    browser.send("/connexion", &fill(&[("email", email)])).expect("an answer")
}

/// A code of the right form that nobody printed.
fn guess(n: usize) -> String {
    format!("{n:026}")
}

#[test]
fn codes_that_do_not_exist_are_soon_not_tried_any_more() {
    for_each_limited(Moment::Open, |app, _| {
        let browser = app.browser();
        let answers: Vec<View> = (0..80)
            .map(|n| browser.send("/repondre", &fill(&[("code", &guess(n))])).expect("an answer"))
            .collect();
        let stopped = answers.iter().filter(|page| page.status == 429).count();
        assert!(stopped == 20, "{stopped} of 80 were stopped");
        let last = answers.last().expect("eighty answers");
        assert!(last.text().contains("moins d’une minute"), "{}", last.text());
        let after =
            last.headers.get("retry-after").and_then(|value| value.to_str().ok()).map(str::parse::<u32>);
        assert!(matches!(after, Some(Ok(1..=60))), "{after:?}");
        let scanned = app.browser().open(&format!("/r/{}", guess(81))).expect("an answer");
        assert_eq!(scanned.status, 429, "another way to the same: {}", scanned.text());

        // With time, they may try again; and a minute later a person who mistypes is told so, not shut out.
        app.pass_minutes(1);
        let again = browser.send("/repondre", &fill(&[("code", &guess(99))])).expect("an answer");
        assert_eq!(again.status, 404, "{}", again.text());
    });
}

#[test]
fn whoever_holds_a_right_code_answers_while_others_guess_from_the_same_line() {
    for_each_limited(Moment::Open, |app, cast| {
        let player = app.resume(cast);
        let guesser = app.browser();
        for n in 0..80 {
            guesser.send("/repondre", &fill(&[("code", &guess(n))])).expect("an answer");
        }
        let codes: Vec<_> = player.codes("codes").iter().filter(|code| code.group == "workers").collect();
        let sheet = "-".repeat(30);
        // The first ones are used at this moment of the case.
        let code = &codes.last().expect("a code").code;
        scenario::answers::answer(&app.browser(), code, &sheet).expect("a right code answers");
    });
}

/// What an answer asks of its line, three hundred times within a minute: to come with a code, eighteen screens, to send.
#[test]
fn a_factory_behind_one_address_sends_thousands_of_forms_and_none_is_stopped() {
    for_each_limited(Moment::Open, |app, cast| {
        let player = app.resume(cast);
        for code in player.codes("codes").iter().filter(|code| code.group == "workers").rev().take(5) {
            scenario::answers::answer(&app.browser(), &code.code, &"o".repeat(30))
                .expect("a right code answers");
        }
        let browser = app.browser();
        for n in 0..200 * 20 {
            let answer = browser.send("/repondre", &[]).expect("an answer");
            assert_ne!(answer.status, 429, "stopped at the {n}th change");
        }
    });
}

/// The whole of it, for each of three hundred people of one line, sixty of them a minute, which is what a break lets: they
/// come with their code, answer thirty questions and are thanked.
#[test]
fn three_hundred_people_behind_one_address_answer_and_each_is_thanked() {
    const PEOPLE: usize = 300;
    let (app, cast) = limited(Engine::Sqlite, Moment::Described, "");
    let post = crate::tokens::Post::open(&app, &app.resume(&cast), 8, PEOPLE);
    let page = post.karima.open(&post.campaign).expect("the campaign");
    let printed = post.karima.press(&page, "Faire et imprimer", &[]).expect("the codes");
    let codes = scenario::answers::printed(&printed);
    assert_eq!(codes.len(), PEOPLE);
    let (base, sheet) = (app.base(), "on-?".repeat(8));
    let answered = |code: &&scenario::answers::PrintedCode| {
        let done = scenario::answers::answer(&Browser::new(base), &code.code, &sheet[..30]);
        done.map_err(|error| eprintln!("{error:#}")).is_ok()
    };
    let mut thanked = 0;
    for minute in codes.chunks(60) {
        thanked += std::thread::scope(|scope| {
            let at_once = |codes: &'_ [scenario::answers::PrintedCode]| codes.iter().filter(answered).count();
            let working: Vec<_> =
                minute.chunks(15).map(|codes| scope.spawn(move || at_once(codes))).collect();
            working.into_iter().map(|some| some.join().expect("no panic")).sum::<usize>()
        });
        app.pass_minutes(1);
    }
    let dump = app.dump();
    let (used, sheets) = (lines(&dump, "used_codes").len(), lines(&dump, "sheets").len());
    assert_eq!((thanked, used, sheets), (PEOPLE, PEOPLE, PEOPLE));
}

#[test]
fn asking_for_links_is_limited_for_an_address_and_tells_nothing_about_it() {
    for_each_limited(Moment::Described, |app, _| {
        let browser = app.browser();
        for n in 0..10 {
            let known = ask_for_link(&browser, KARIMA);
            let unknown = ask_for_link(&browser, "personne@hautes-vosges.example");
            assert_eq!(known.status, if n < 6 { 200 } else { 429 }, "{n}: {}", known.text());
            assert_eq!((known.status, known.html()), (unknown.status, unknown.html()), "{n}: an oracle");
        }
        assert_eq!(ask_for_link(&browser, "sylvie.marchal@hautes-vosges.example").status, 200);
        app.pass_minutes(5);
        assert_eq!(ask_for_link(&browser, KARIMA).status, 200);
    });
}

#[test]
fn a_flood_of_links_from_one_line_is_stopped_whatever_the_addresses() {
    for_each_limited(Moment::Described, |app, _| {
        let browser = app.browser();
        let stopped = (0..130)
            .filter(|n| ask_for_link(&browser, &format!("a{n}@ailleurs.example")).status == 429)
            .count();
        assert_eq!(stopped, 10);
    });
}

#[test]
fn an_invented_address_does_not_escape_the_limits() {
    for (behind, escapes) in [("", false), ("192.0.2.1", false), ("127.0.0.1", true)] {
        let (app, _cast) = limited(Engine::Sqlite, Moment::Open, behind);
        let browser = app.browser();
        let stopped = (0..80)
            .filter(|n| {
                let forged =
                    [("x-forwarded-for", &*format!("203.0.113.{n}")), ("forwarded", "for=203.0.113.77")];
                browser.fetch(&format!("/r/court-{n}"), &forged).expect("an answer").status == 429
            })
            .count();
        assert_eq!(stopped == 0, escapes, "behind {behind:?}: {stopped} of 80 were stopped");
    }
}

#[test]
fn drafts_are_begun_at_a_pace_that_fills_no_disk() {
    for_each_limited(Moment::Described, |app, _| {
        let first =
            app.browser().open("/decrire").expect("the page").link("Commencer").expect("a first question");
        let begin = || {
            app.browser().send(&first, &fill(&[("title", "Essai"), ("purpose", "Voir.")])).expect("an answer")
        };
        let answers: Vec<u16> = (0..70).map(|_| begin().status).collect();
        assert_eq!(answers.iter().filter(|status| **status == 429).count(), 10, "{answers:?}");
        let kept = app.dump().table("project_draft").rows.len();
        assert_eq!(kept, 60);
    });
}

#[test]
fn no_address_of_whoever_asks_is_stored() {
    let (app, _cast) = limited(Engine::Sqlite, Moment::Open, "127.0.0.1");
    let forged = [("x-forwarded-for", "203.0.113.199")];
    app.browser().fetch("/r/court", &forged).expect("an answer");
    assert_eq!(app.dump().places_of("203.0.113.199"), [] as [&str; 0]);
    assert!(!app.journal_file().contains("203.0.113.199"));
}

#[test]
fn challenges_for_a_passkey_are_given_to_a_room_and_not_to_a_flood() {
    for_each_limited(Moment::Described, |app, _| {
        let ask = || app.browser().send("/connexion/cle-d-acces/defi", &[]).expect("an answer").status;
        let stopped = (0..130).filter(|_| ask() == 429).count();
        assert_eq!(stopped, 10);
        app.pass_minutes(1);
        assert_ne!(ask(), 429, "with time one may try again");
    });
}

#[test]
fn asking_at_the_door_for_lost_addresses_is_limited_and_tells_nothing() {
    for_each_limited(Moment::Described, |app, cast| {
        let organisation = app.resume(cast).saved("organisation").expect("saved").to_owned();
        let door = organisation.replace("/structures/", "/connexion/secours/");
        let ask = |old: &str| {
            let typed = fill(&[("old", old), ("email", "autre@ailleurs.example")]);
            app.browser().send(&door, &typed).expect("an answer")
        };
        for n in 0..10 {
            let (known, unknown) = (ask(KARIMA), ask("personne@hautes-vosges.example"));
            assert_eq!(known.status, if n < 6 { 200 } else { 429 }, "{n}: {}", known.text());
            assert_eq!((known.status, known.html()), (unknown.status, unknown.html()), "{n}: an oracle");
        }
    });
}

#[test]
fn files_that_take_long_to_make_are_limited_for_a_session() {
    for_each_limited(Moment::Described, |app, cast| {
        let player = app.resume(cast);
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        let take = || karima.fetch(&format!("{project}/journal.jsonl"), &[]).expect("an answer").status;
        let answers: Vec<u16> = (0..35).map(|_| take()).collect();
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 30, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 429).count(), 5, "{answers:?}");
        app.pass_minutes(1);
        assert_eq!(take(), 200);
    });
}
