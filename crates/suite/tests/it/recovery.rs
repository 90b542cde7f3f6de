//! Recovery without lock-out: a lost passkey, and an organisation of two people; and what none of it opens.

use testkit::{Browser, TestApp, View, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const THOMAS: &str = "thomas.keller@hautes-vosges.example";
const NEW: &str = "karima@ailleurs.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn column(app: &TestApp, table: &str, name: &str) -> Vec<String> {
    app.dump().table(table).column(name)
}

fn person_of(app: &TestApp, email: &str) -> String {
    let people = column(app, "person", "email").into_iter().zip(column(app, "person", "person_id"));
    people.filter(|(address, _)| address == email).map(|(_, person)| person).next().expect("a person")
}

/// Asks, at the door that anybody may be given.
fn ask(app: &TestApp, org: &str, email: &str) {
    let path = org.replace("/structures/", "/connexion/secours/");
    let asked = app.browser().send(&path, &fields(&[("old", KARIMA), ("email", email)])).expect("an answer");
    assert_eq!(asked.status, 200, "{}", asked.text());
}

/// Sends the form of the only request there is.
fn send(app: &TestApp, org: &str, by: &Browser, act: &str) -> View {
    let waiting: Vec<String> = column(app, "recovery", "recovery_id")
        .into_iter()
        .zip(column(app, "recovery", "outcome"))
        .filter(|(_, outcome)| outcome.is_empty())
        .map(|(id, _)| id)
        .collect();
    let id = waiting.first().map_or("", |id| id.as_str());
    by.submit(&format!("{org}/secours"), &fields(&[("recovery", id), ("act", act)])).expect("an answer")
}

/// Days pass, and these come in once more: after a quarter of an hour, nobody acts here without showing who they are.
fn days_later(app: &TestApp, days: i64, who: &[(&Browser, &str)]) {
    app.pass_days(days);
    for (browser, email) in who {
        app.sign_in_again(browser, email);
    }
}

/// Only Sylvie and Karima ever came in, and a day has passed; Sylvie has just come in once more.
fn of_two(app: &TestApp) -> (Browser, Browser) {
    app.tamper(
        "UPDATE member SET left_on = '2026-01-01' WHERE party NOT IN ('management', 'staff_representatives')",
    );
    let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
    days_later(app, 1, &[(&sylvie, SYLVIE)]);
    (sylvie, karima)
}

fn days_of_sessions(app: &TestApp, email: &str) -> usize {
    let person = person_of(app, email);
    column(app, "session", "person_id").iter().filter(|holder| **holder == person).count()
}

#[test]
fn where_two_people_sit_one_vouches_and_seventy_two_hours_take_the_place_of_the_second() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let (sylvie, _) = of_two(app);
        ask(app, &org, NEW);
        let first = app.link_sent_to(KARIMA).expect("the old address is told");
        let begun = send(app, &org, &sylvie, "");
        assert!(begun.text().contains("un délai de 72 heures commence"), "{}", begun.text());
        let second = app.link_sent_to(KARIMA).expect("the old address is told again");
        assert!(second.contains("/contester/") && second != first, "the same link twice");
        assert_eq!(app.dump().places_of(second.rsplit('/').next().expect("a secret")), [] as [&str; 0]);
        days_later(app, 2, &[(&sylvie, SYLVIE)]);
        let early = send(app, &org, &sylvie, "finish");
        assert!(early.status == 422 && early.text().contains("Le délai court encore"), "{}", early.text());
        assert!(app.link_sent_to(NEW).is_none());
        days_later(app, 2, &[(&sylvie, SYLVIE)]);
        let page = sylvie.open(&format!("{org}/secours")).expect("a page");
        let done = sylvie.press(&page, "Le délai est passé", &[]).expect("an answer");
        assert!(done.text().contains("C’est fait"), "{}", done.text());
        let karima = app.browser();
        let door = karima.open(&app.link_sent_to(NEW).expect("a link")).expect("the link opens");
        let inside = karima.press(&door, "Entrer", &[]).expect("it lets in");
        assert!(inside.texts(".who-name").join(" ").contains("Karima Benali"), "{}", inside.text());
    });
}

#[test]
fn either_letter_to_the_address_on_file_ends_the_wait_and_so_does_its_reader_who_comes_in() {
    for which in ["first letter", "second letter", "on the page", "by coming in"] {
        for_each_engine_at(Moment::Described, |app, player| {
            let org = player.saved("organisation").expect("saved").to_owned();
            let (sylvie, karima) = of_two(app);
            ask(app, &org, NEW);
            let mut link = app.link_sent_to(KARIMA).expect("told");
            send(app, &org, &sylvie, "");
            if which == "second letter" {
                link = app.link_sent_to(KARIMA).expect("told again");
            }
            app.pass_days(1);
            match which {
                "on the page" => {
                    app.sign_in_again(&karima, KARIMA);
                    let page = karima.open(&format!("{org}/secours")).expect("a page");
                    let no = karima.press(&page, "C’est moi, et je refuse", &[]).expect("an answer");
                    assert!(no.text().contains("la demande s’arrête là"), "{}", no.text());
                }
                "by coming in" => {
                    assert_eq!(karima.open(&format!("{org}/projets")).expect("a page").status, 200)
                }
                _ => {
                    let page = karima.open(&link).expect("the link opens");
                    karima.press(&page, "Non, arrêter", &[]).expect("an answer");
                }
            }
            // Whoever comes in refuses nothing: the request waits, and is stopped when time is up.
            let came_in = which == "by coming in";
            assert_eq!(
                column(app, "recovery", "outcome"),
                [if came_in { "" } else { "contested" }],
                "{which}"
            );
            days_later(app, 3, &[(&sylvie, SYLVIE)]);
            let late = send(app, &org, &sylvie, "finish");
            assert_eq!(late.status, 422, "{which}: {}", late.text());
            let why = if came_in { "est entrée depuis la demande" } else { "Cette demande n’attend plus" };
            assert!(late.text().contains(why), "{which}: {}", late.text());
            assert!(app.link_sent_to(NEW).is_none(), "{which}: the seat moved");
        });
    }
}

#[test]
fn nobody_gains_from_the_wait_who_was_removed_vouches_for_themselves_or_is_not_alone() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let (sylvie, karima) = of_two(app);
        ask(app, &org, NEW);
        app.sign_in_again(&karima, KARIMA);
        let own = send(app, &org, &karima, "");
        assert!(own.text().contains("Personne n’atteste pour soi-même"), "{}", own.text());
        // Finishing what nobody vouched for, or what one is oneself the matter of.
        assert_eq!(send(app, &org, &sylvie, "finish").status, 422);
        send(app, &org, &sylvie, "");
        days_later(app, 4, &[(&sylvie, SYLVIE), (&karima, KARIMA)]);
        let own = send(app, &org, &karima, "finish");
        assert_eq!(own.status, 422, "she finished for herself");
        assert!(own.text().contains("Personne n’atteste pour soi-même"), "{}", own.text());
        // Whoever vouched and has been removed since.
        app.tamper("UPDATE member SET left_on = '2026-01-01' WHERE party = 'management'");
        assert_eq!(send(app, &org, &sylvie, "finish").status, 403);
        app.tamper("UPDATE member SET left_on = NULL WHERE party = 'management'");
        // A voice taken back takes its time back.
        send(app, &org, &sylvie, "withdraw");
        assert_eq!(column(app, "recovery", "waits_until"), [""]);
        assert_eq!(send(app, &org, &sylvie, "finish").status, 422);
        assert!(app.link_sent_to(NEW).is_none());
    });
    // Where a third sits, there is no such wait: two voices.
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let (sylvie, _karima, _thomas) = (app.sign_in(SYLVIE), app.sign_in(KARIMA), app.sign_in(THOMAS));
        days_later(app, 1, &[(&sylvie, SYLVIE)]);
        ask(app, &org, NEW);
        let first = send(app, &org, &sylvie, "");
        assert!(first.text().contains("Une autre personne doit attester"), "{}", first.text());
        days_later(app, 4, &[(&sylvie, SYLVIE)]);
        assert_eq!(send(app, &org, &sylvie, "finish").status, 422);
        assert_eq!(column(app, "recovery", "waits_until"), [""]);
    });
}

/// Representatives come in with a passkey only; Karima has one, on a device that is lost and signed in.
fn with_a_lost_passkey(app: &TestApp, device: &Browser) {
    let person = person_of(app, KARIMA);
    app.tamper("INSERT INTO passkey_party (organisation_id, party) SELECT organisation_id, 'staff_representatives' FROM organisation");
    app.tamper_with(
        "INSERT INTO passkey (passkey_id, person_id, credential_id, name, credential, added_on)
         VALUES ('0198c0de00007000800000000000aaaa', $1, 'c', 'Mon téléphone', '{}', '2026-01-01')",
        &person,
    );
    app.tamper_with(
        "UPDATE session SET opened_with = 'passkey', passkey_id = '0198c0de00007000800000000000aaaa' WHERE person_id = $1",
        &person,
    );
    assert!(days_of_sessions(app, KARIMA) > 0 && device.open("/places").is_ok());
}

/// Whether Karima's session of this kind is let add a passkey.
fn may_add(app: &TestApp, opened_with: &str) -> bool {
    let dump = app.dump();
    let (sessions, person, now) = (dump.table("session"), person_of(app, KARIMA), app.now());
    let row = sessions.column("opened_with").into_iter().zip(sessions.column("person_id"));
    let hash = row
        .zip(sessions.column("secret_hash"))
        .filter(|((with, whose), _)| with == opened_with && *whose == person)
        .map(|(_, hash)| hash)
        .next()
        .expect("a session");
    let held = app.read(move |tx| {
        let standing = access::store::standing(tx, &hash, None, now)?.expect("it lives");
        sign_in::store::held(tx, &standing.session)
    });
    held.unwrap_or_else(|error: platform::DbError| panic!("{error}")).hold.may_add()
}

/// Comes in by a link: where a passkey is asked for, that leads to the page of passkeys.
fn by_link(app: &TestApp) -> Browser {
    let browser = app.browser();
    let page = browser.open("/connexion").expect("the page");
    browser.press(&page, "Recevoir un lien", &fields(&[("email", KARIMA)])).expect("an answer");
    let door = browser.open(&app.link_sent_to(KARIMA).expect("a link")).expect("the link opens");
    browser.press(&door, "Entrer", &[]).expect("an answer");
    browser
}

#[test]
fn two_who_vouch_strike_out_lost_passkeys_and_the_next_one_is_added_by_link() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let (sylvie, device, thomas) = (app.sign_in(SYLVIE), app.sign_in(KARIMA), app.sign_in(THOMAS));
        with_a_lost_passkey(app, &device);
        days_later(app, 1, &[(&sylvie, SYLVIE), (&thomas, THOMAS)]);
        let home = format!("{org}/projets");
        let link = by_link(app);
        assert_eq!(link.open(&home).expect("a page").path, "/compte/cles-d-acces");
        assert!(!may_add(app, "link"), "whoever reads the mail adds a passkey");
        ask(app, &org, KARIMA);
        send(app, &org, &sylvie, "");
        let page = thomas.open(&format!("{org}/secours")).expect("a page");
        assert!(page.text().contains("ses clés d’accès sont perdues"), "{}", page.text());
        let done = send(app, &org, &thomas, "");
        assert!(
            done.text().contains("ses anciennes clés d’accès n’ouvrent plus rien ici"),
            "{}",
            done.text()
        );
        assert!(app.journal_file().contains("passkeys_struck"));
        // The lost device opens nothing here any more, and adds nothing.
        assert_eq!(device.open(&home).expect("a page").path, "/compte/cles-d-acces");
        assert!(!may_add(app, "passkey"), "whoever found the lost device adds a passkey");
        // Whoever reads the address adds one.
        by_link(app);
        assert!(may_add(app, "link"), "locked out");
        assert_eq!(
            column(app, "member", "person_id").iter().filter(|p| **p == person_of(app, KARIMA)).count(),
            1
        );
    });
}

#[test]
fn passkeys_struck_out_in_one_organisation_hold_in_the_others() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let second = app.play(Moment::Described, " deux").unwrap_or_else(|error| panic!("{error:#}"));
        let second = second.saved("organisation").expect("saved").to_owned();
        // Those who sit for the staff there invite to their own seats.
        let secretary = app.sign_in("karima.benali@hautes-vosges-deux.example");
        let page = secretary.open(&format!("{second}/personnes")).expect("the people");
        let fill = fields(&[("party", "staff_representatives"), ("name", "K. Benali"), ("email", KARIMA)]);
        let invited = secretary.press(&page, "Inviter", &fill).expect("an answer");
        assert_eq!(invited.status, 200, "{}", invited.text());
        let (sylvie, thomas, device) = (app.sign_in(SYLVIE), app.sign_in(THOMAS), app.browser());
        let page = device.open("/connexion").expect("the page");
        device.press(&page, "Recevoir un lien", &fields(&[("email", KARIMA)])).expect("an answer");
        let door = device.open(&app.link_sent_to(KARIMA).expect("a link")).expect("the link opens");
        device.press(&door, "Entrer", &[]).expect("it lets in");
        for home in [&org, &second] {
            assert_eq!(device.open(&format!("{home}/projets")).expect("a page").status, 200);
        }
        with_a_lost_passkey(app, &device);
        days_later(app, 1, &[(&sylvie, SYLVIE), (&thomas, THOMAS)]);
        ask(app, &org, KARIMA);
        send(app, &org, &sylvie, "");
        send(app, &org, &thomas, "");
        assert_eq!(device.open(&format!("{org}/projets")).expect("a page").path, "/compte/cles-d-acces");
        assert_eq!(device.open(&format!("{second}/projets")).expect("a page").status, 200);
        // The other organisation asks for the passkey still: a link adds none that would open it.
        by_link(app);
        assert!(!may_add(app, "link"), "two of one organisation opened the door of another");
    });
}
