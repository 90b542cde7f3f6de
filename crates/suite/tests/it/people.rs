//! One person, several seats: in several organisations, for several parties; and what none of it opens.

use testkit::{Browser, Engine, TestApp, View, case, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const SYLVIE_TWO: &str = "sylvie.marchal@hautes-vosges-deux.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const THOMAS: &str = "thomas.keller@hautes-vosges.example";

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Invites somebody, as anybody who may does.
fn invite(by: &Browser, organisation: &str, party: &str, name: &str, email: &str) -> View {
    let page = by.open(&format!("{organisation}/personnes")).expect("the people");
    let fill = fields(&[("party", party), ("name", name), ("email", email)]);
    by.press(&page, "Inviter", &fill).expect("an answer")
}

/// A second organisation on the instance, and its address.
fn neighbour(app: &TestApp) -> String {
    let player = app.play(Moment::Described, " deux").unwrap_or_else(|error| panic!("{error:#}"));
    player.saved("organisation").expect("saved").to_owned()
}

/// Asks for a link and enters with it, wherever that leads.
fn enter(app: &TestApp, email: &str) -> (Browser, View) {
    let browser = app.browser();
    let page = browser.open("/connexion").expect("the sign-in page");
    browser.press(&page, "Recevoir un lien", &fields(&[("email", email)])).expect("an answer");
    let door = browser.open(&app.link_sent_to(email).expect("a link was sent")).expect("the link opens");
    let inside = browser.press(&door, "Entrer", &[]).expect("the link lets in");
    (browser, inside)
}

fn column(app: &TestApp, table: &str, name: &str) -> Vec<String> {
    app.dump().table(table).column(name)
}

#[test]
fn somebody_of_two_organisations_enters_with_one_link_and_chooses() {
    for_each_engine_at(Moment::Described, |app, player| {
        let first = player.saved("organisation").expect("saved").to_owned();
        let second = neighbour(app);
        let director = app.sign_in(SYLVIE_TWO);
        let invited = invite(&director, &second, "facilitator", "K. Benali", KARIMA);
        assert_eq!(invited.status, 200, "{}", invited.text());
        let open = || {
            let used = column(app, "sign_in_link", "is_used");
            used.iter().filter(|used| ["0", "false", "f"].contains(&used.as_str())).count()
        };
        let before = open();
        let (karima, inside) = enter(app, KARIMA);
        assert_eq!(open(), before, "one letter, used up");
        assert_eq!(inside.path, "/places", "{}", inside.text());
        assert!(inside.text().contains("Ateliers des Hautes-Vosges deux"), "{}", inside.text());
        for (organisation, name) in [(&first, "Karima Benali"), (&second, "K. Benali")] {
            let page = karima.open(&format!("{organisation}/projets")).expect("a page");
            assert_eq!(page.path, format!("{organisation}/projets"), "{}", page.text());
            let who = page.texts(".who-name").join(" ");
            assert!(who.contains(name), "{organisation}: {who}");
        }
        assert_eq!(karima.open("/").expect("a page").path, "/places");
    });
}

#[test]
fn a_seat_elsewhere_opens_nothing_of_an_organisation_where_one_holds_none() {
    for_each_engine_at(Moment::Described, |app, _| {
        let second = neighbour(app);
        let karima = app.sign_in(KARIMA);
        for page in ["projets", "personnes", "place"] {
            assert_eq!(karima.open(&format!("{second}/{page}")).expect("an answer").status, 403, "{page}");
        }
        let chosen = karima.submit(&format!("{second}/place"), &[]).expect("an answer");
        assert_eq!(chosen.status, 403, "{}", chosen.text());
    });
}

#[test]
fn whoever_sits_twice_acts_from_the_seat_they_chose_and_only_there() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        invite(&karima, &org, "staff_representatives", "Thomas Keller", THOMAS);
        let thomas = app.sign_in(THOMAS);
        let page = thomas.open(&format!("{org}/place")).expect("the seats");
        let staff = seat_of(app, THOMAS, "staff_representatives");
        let technical = seat_of(app, THOMAS, "technical");
        let sits = |page: &View| page.texts(".who-place").join(" ");
        let taken = thomas.press(&page, "Prendre cette place", &fields(&[("seat", &technical)]));
        let taken = taken.expect("an answer");
        assert!(sits(&taken).contains("Technique"), "{}", sits(&taken));
        // What only representatives do is refused from the other seat, and done from theirs.
        let tried = thomas.submit(&format!("{project}/diagnostics/nouveau"), &[]).expect("an answer");
        assert_eq!(tried.status, 403, "{}", tried.text());
        let page = thomas.open(&format!("{org}/place")).expect("the seats");
        let taken =
            thomas.press(&page, "Prendre cette place", &fields(&[("seat", &staff)])).expect("an answer");
        assert!(sits(&taken).contains("Représentants"), "{}", sits(&taken));
        let tried = thomas.submit(&format!("{project}/diagnostics/nouveau"), &[]).expect("an answer");
        assert_eq!(tried.status, 422, "{}", tried.text());
        // Somebody else's seat is no choice.
        let stolen = fields(&[("seat", &seat_of(app, SYLVIE, "management"))]);
        let stolen = thomas.submit(&format!("{org}/place"), &stolen).expect("an answer");
        assert_eq!(stolen.status, 422, "{}", stolen.text());
    });
}

/// The seat that the person of this address holds for a party.
fn seat_of(app: &TestApp, email: &str, party: &str) -> String {
    let dump = app.dump();
    let (people, members) = (dump.table("person"), dump.table("member"));
    let person = people.column("email").iter().position(|known| known == email).expect("a known address");
    let person = people.column("person_id")[person].clone();
    let seats = members.column("member_id").into_iter().zip(members.column("party"));
    let seats = seats.zip(members.column("person_id")).zip(members.column("left_on"));
    let found = seats
        .into_iter()
        .find(|(((_, sits_for), held_by), left)| sits_for == party && *held_by == person && left.is_empty());
    found.map(|(((member, _), _), _)| member).expect("a seat")
}

#[test]
fn nobody_sits_for_both_parties_that_hold_a_key() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        let before = app.dump();
        let refused = invite(&karima, &org, "staff_representatives", "Sylvie Marchal", SYLVIE);
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.text().contains("ne se tournent jamais d’une seule main"), "{}", refused.text());
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
    });
}

#[test]
fn founding_an_organisation_under_somebodys_address_opens_nothing_of_theirs() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Described);
    let victim = app.resume(&cast).saved("organisation").expect("saved").to_owned();
    let mut script = case::script();
    for stage in &mut script.stages {
        for step in &mut stage.steps {
            if let Some(email) =
                step.fill.get_mut("email").filter(|_| step.press.as_deref() == Some("Garder"))
            {
                *email = scenario::script::Fill::Text(KARIMA.to_owned());
            }
        }
    }
    script.stages[0].steps.truncate(13);
    let mut thief = testkit::Player::new(&app, script.day_zero(1, app.today()).expect("a day"), " deux");
    let now = app.now();
    thief.play(&script, 1).unwrap_or_else(|error| panic!("{error:#}"));
    app.put_clock_at(now);
    let own = thief.saved("organisation").expect("saved").to_owned();
    let thief = thief.browser("direction").expect("somebody founded it");
    let page = thief.open(&format!("{own}/projets")).expect("a page");
    assert_eq!(page.status, 200, "{}", page.text());
    let reached = thief.open(&format!("{victim}/projets")).expect("an answer");
    assert_eq!(reached.status, 403, "{}", reached.text());
    let places = thief.open("/places").expect("a page");
    assert_eq!(places.texts("main li b"), ["Ateliers des Hautes-Vosges deux"], "{}", places.text());
    // Whoever reads the address holds both.
    let (karima, inside) = enter(&app, KARIMA);
    assert_eq!(inside.path, "/places");
    assert_eq!(karima.open(&format!("{victim}/projets")).expect("a page").status, 200);
}

/// Ends a seat from the page that says what it does.
fn end(by: &Browser, organisation: &str, member: &str, button: &str) -> View {
    let page = by.open(&format!("{organisation}/personnes/{member}/retirer")).expect("a page");
    by.press(&page, button, &[]).unwrap_or_else(|error| panic!("{error:#}: {}", page.text()))
}

#[test]
fn a_removed_member_is_signed_out_at_once_and_what_they_did_stays() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        let email = "paul.humbert@hautes-vosges.example";
        invite(&karima, &org, "staff_representatives", "Paul Humbert", email);
        let (phone, desk) = (app.sign_in(email), app.sign_in(email));
        let seat = seat_of(app, email, "staff_representatives");
        assert_eq!(phone.open(&format!("{org}/projets")).expect("a page").status, 200);
        let done = end(&karima, &org, &seat, "Retirer cette personne");
        assert!(done.text().contains("La place a pris fin"), "{}", done.text());
        assert!(!done.texts("main li b").contains(&"Paul Humbert".to_owned()), "{}", done.text());
        for browser in [&phone, &desk] {
            let refused = browser.open(&format!("{org}/projets")).expect("an answer");
            assert_eq!(refused.status, 403, "{}", refused.text());
            let says = "Vous n’êtes plus membre de Ateliers des Hautes-Vosges";
            assert!(refused.text().contains(says), "{}", refused.text());
        }
        let journal = app.journal_file();
        assert!(journal.contains("member_removed") && journal.contains("no_longer_member"));
        // No link is sent any more to whoever holds no seat, and the page says the same as ever.
        let stranger = app.browser();
        let page = stranger.open("/connexion").expect("the sign-in page");
        let before = column(app, "sign_in_link", "secret_hash").len();
        let asked =
            stranger.press(&page, "Recevoir un lien", &fields(&[("email", email)])).expect("an answer");
        assert!(asked.text().contains("Si cette adresse est connue"), "{}", asked.text());
        assert_eq!(column(app, "sign_in_link", "secret_hash").len(), before);
    });
}

#[test]
fn whoever_leaves_one_organisation_stays_in_the_other() {
    for_each_engine_at(Moment::Described, |app, player| {
        let first = player.saved("organisation").expect("saved").to_owned();
        let second = neighbour(app);
        invite(&app.sign_in(SYLVIE_TWO), &second, "facilitator", "T. Keller", THOMAS);
        let (thomas, _) = enter(app, THOMAS);
        let left = end(&thomas, &first, &seat_of(app, THOMAS, "technical"), "Quitter cette organisation");
        assert_eq!(left.path, "/places", "{}", left.text());
        assert_eq!(thomas.open(&format!("{first}/projets")).expect("an answer").status, 403);
        assert_eq!(thomas.open(&format!("{second}/projets")).expect("a page").status, 200);
        assert!(app.journal_file().contains("member_left"));
    });
}

#[test]
fn the_last_person_who_holds_a_key_is_replaced_never_removed() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        let seat = seat_of(app, KARIMA, "staff_representatives");
        let path = format!("{org}/personnes/{seat}/retirer");
        let page = karima.open(&path).expect("a page");
        assert!(page.text().contains("elle se remplace, elle ne se retire pas"), "{}", page.text());
        let before = app.dump();
        let refused = karima.submit(&path, &[]).expect("an answer");
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(before.differences(&app.dump()), [] as [&str; 0]);
        // Invited is not enough; come in is.
        let email = "paul.humbert@hautes-vosges.example";
        invite(&karima, &org, "staff_representatives", "Paul Humbert", email);
        assert_eq!(karima.submit(&path, &[]).expect("an answer").status, 422);
        app.sign_in(email);
        assert_eq!(end(&karima, &org, &seat, "Quitter cette organisation").path, "/places");
    });
}

#[test]
fn nobody_ends_the_seat_of_another_party() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let sylvie = app.sign_in(SYLVIE);
        let seat = seat_of(app, KARIMA, "staff_representatives");
        let path = format!("{org}/personnes/{seat}/retirer");
        assert_eq!(sylvie.open(&path).expect("an answer").status, 403);
        assert_eq!(sylvie.submit(&path, &[]).expect("an answer").status, 403);
        assert_eq!(app.sign_in(KARIMA).open(&format!("{org}/projets")).expect("a page").status, 200);
    });
}

#[test]
fn a_session_is_closed_from_another_device() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let (desk, lost) = (app.sign_in(KARIMA), app.sign_in(KARIMA));
        let account = desk.open("/compte").expect("the account");
        assert!(account.text().contains("Ouverte le 22 novembre 2026"), "{}", account.text());
        assert_eq!(account.texts(".tag.ok").len(), 1, "which one is this one: {}", account.text());
        desk.press(&account, "Fermer toutes les autres sessions", &[]).expect("an answer");
        assert_eq!(lost.open(&format!("{org}/projets")).expect("an answer").path, "/connexion");
        assert_eq!(desk.open(&format!("{org}/projets")).expect("a page").status, 200);
        // Nobody closes a session of somebody else.
        let others = app.sign_in(SYLVIE);
        for hash in column(app, "session", "secret_hash") {
            others.submit("/compte/sessions", &fields(&[("session", &hash[..16])])).expect("an answer");
        }
        assert_eq!(desk.open(&format!("{org}/projets")).expect("a page").status, 200);
    });
}

#[test]
fn a_new_name_shows_at_every_seat_and_each_journal_keeps_it() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let karima = app.sign_in(KARIMA);
        let account = karima.open("/compte").expect("the account");
        let fill = fields(&[("name", "Karima Benali-Roux"), ("locale", "fr")]);
        let saved = karima.press(&account, "Enregistrer", &fill).expect("an answer");
        assert_eq!(saved.status, 200, "{}", saved.text());
        let people = app.sign_in(SYLVIE).open(&format!("{org}/personnes")).expect("the people");
        assert!(people.text().contains("Karima Benali-Roux"), "{}", people.text());
        assert!(app.journal_file().contains("member_renamed"));
    });
}

/// What is kept of a visit: days and a family of device, never a moment, an address on the network or a user agent.
#[test]
fn a_session_tells_days_and_a_family_of_device_and_nothing_finer() {
    for_each_engine_at(Moment::Described, |app, _| {
        app.sign_in(KARIMA);
        let dump = app.dump();
        let sessions = dump.table("session");
        let kept =
            ["device", "expires_at", "last_seen_on", "only_organisation_id", "opened_on", "opened_with"];
        let kept: Vec<&str> =
            kept.into_iter().chain(["organisation_id", "passkey_id", "person_id", "secret_hash"]).collect();
        let mut columns: Vec<&str> = sessions.columns.iter().map(String::as_str).collect();
        columns.sort_unstable();
        assert_eq!(columns, kept);
        for day in sessions.column("opened_on").iter().chain(&sessions.column("last_seen_on")) {
            assert_eq!(day.len(), "2026-11-22".len(), "{day}");
        }
    });
}

const NEW: &str = "karima@ailleurs.example";

/// Everybody of the first organisation has come in; a day has passed; Karima no longer reads her address.
struct Lost {
    org: String,
    sylvie: Browser,
    second_manager: Browser,
    thomas: Browser,
    karima: Browser,
}

impl Lost {
    fn of(app: &TestApp, org: &str) -> Self {
        let (sylvie, karima, thomas) = (app.sign_in(SYLVIE), app.sign_in(KARIMA), app.sign_in(THOMAS));
        let manager = "paule.roy@hautes-vosges.example";
        invite(&sylvie, org, "management", "Paule Roy", manager);
        let second_manager = app.sign_in(manager);
        app.pass_days(1);
        for (browser, email) in [(&sylvie, SYLVIE), (&thomas, THOMAS), (&second_manager, manager)] {
            app.sign_in_again(browser, email);
        }
        Self { org: org.to_owned(), sylvie, second_manager, thomas, karima }
    }

    fn ask(&self, by: &Browser) -> View {
        let people = by.open(&format!("{}/personnes", self.org)).expect("the people");
        let page = by
            .open(&people.link("Une personne n’a plus accès à son adresse").expect("a link"))
            .expect("a page");
        let door = by.open(&page.link("Retrouver l’accès").expect("the link to give")).expect("a page");
        let sent = by.press(&door, "Demander", &fields(&[("old", KARIMA), ("email", NEW)]));
        sent.expect("an answer")
    }

    fn vouch(&self, by: &Browser) -> View {
        let page = by.open(&format!("{}/secours", self.org)).expect("a page");
        by.press(&page, "J’atteste", &[]).unwrap_or_else(|error| panic!("{error:#}: {}", page.text()))
    }
}

#[test]
fn two_people_of_two_parties_give_somebody_their_seats_back() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved");
        let lost = Lost::of(app, org);
        let asked = lost.ask(&lost.thomas);
        assert!(asked.text().contains("la demande attend deux attestations"), "{}", asked.text());
        assert!(lost.vouch(&lost.sylvie).text().contains("Votre attestation est inscrite"));
        let done = lost.vouch(&lost.thomas);
        assert!(done.text().contains("C’est fait"), "{}", done.text());
        // The old address opens nothing here any more, on no device; the new one does, with all that was done before.
        let refused = lost.karima.open(&format!("{org}/projets")).expect("an answer");
        assert!(refused.status == 403 || refused.path == "/connexion", "{}", refused.text());
        let link = app.link_sent_to(NEW).expect("a link was sent to the new address");
        let karima = app.browser();
        let door = karima.open(&link).expect("the link opens");
        let inside = karima.press(&door, "Entrer", &[]).expect("it lets in");
        assert_eq!(inside.path, format!("{org}/projets"), "{}", inside.text());
        assert!(inside.texts(".who-name").join(" ").contains("Karima Benali"));
        let journal = app.journal_file();
        for kind in ["recovery_asked", "recovery_vouched", "recovery_done"] {
            assert!(journal.contains(kind), "{kind} is not in the journal");
        }
        assert!(!journal.contains(NEW), "the journal holds an address");
        // The line of management knows people by address: the new one stands where the old one stood.
        assert_eq!(column(app, "former_address", "email"), [KARIMA]);
    });
}

#[test]
fn no_party_moves_the_seat_of_another_alone() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved");
        let lost = Lost::of(app, org);
        lost.ask(&lost.sylvie);
        lost.vouch(&lost.sylvie);
        app.sign_in_again(&lost.karima, KARIMA);
        for (by, why) in [
            (&lost.sylvie, "Vous avez déjà attesté"),
            (&lost.second_manager, "Votre partie a déjà attesté"),
            (&lost.karima, "Personne n’atteste pour soi-même"),
        ] {
            let before = app.dump();
            let refused = lost.vouch(by);
            assert_eq!(refused.status, 422, "{}", refused.text());
            assert!(refused.text().contains(why), "{why}: {}", refused.text());
            let changed = before.differences(&app.dump());
            assert!(changed.iter().all(|table| table.starts_with("session")), "{changed:?}");
        }
        // Nor with somebody brought in for the purpose.
        invite(&lost.sylvie, org, "workers", "Un complice", "complice@ailleurs.example");
        let refused = lost.vouch(&app.sign_in("complice@ailleurs.example"));
        assert!(refused.text().contains("le jour de cette demande ou après"), "{}", refused.text());
        assert_eq!(lost.karima.open(&format!("{org}/projets")).expect("a page").status, 200);
        assert!(app.link_sent_to(NEW).is_none());
    });
}

#[test]
fn recovering_in_one_organisation_opens_nothing_of_the_others() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let second = neighbour(app);
        invite(&app.sign_in(SYLVIE_TWO), &second, "facilitator", "K. Benali", KARIMA);
        let sylvie = app.sign_in(SYLVIE);
        let (thomas, (karima, _)) = (app.sign_in(THOMAS), enter(app, KARIMA));
        karima.open(&format!("{org}/projets")).expect("she comes in to both");
        app.pass_days(1);
        app.sign_in_again(&sylvie, SYLVIE);
        app.sign_in_again(&thomas, THOMAS);
        let lost = Lost { org: org.clone(), sylvie, second_manager: app.browser(), thomas, karima };
        lost.ask(&lost.sylvie);
        lost.vouch(&lost.sylvie);
        lost.vouch(&lost.thomas);
        let thief = app.browser();
        let door = thief.open(&app.link_sent_to(NEW).expect("a link")).expect("the link opens");
        thief.press(&door, "Entrer", &[]).expect("it lets in");
        assert_eq!(thief.open(&format!("{org}/projets")).expect("a page").status, 200);
        assert_eq!(thief.open(&format!("{second}/projets")).expect("an answer").status, 403);
        assert_eq!(lost.karima.open(&format!("{org}/projets")).expect("an answer").status, 403);
        assert_eq!(lost.karima.open(&format!("{second}/projets")).expect("a page").status, 200);
    });
}

#[test]
fn whoever_still_reads_the_old_address_stops_the_request() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved");
        let lost = Lost::of(app, org);
        lost.ask(&lost.sylvie);
        lost.vouch(&lost.sylvie);
        let link = app.link_sent_to(KARIMA).expect("the old address is told");
        assert!(link.contains("/contester/"), "{link}");
        let anybody = app.browser();
        let page = anybody.open(&link).expect("the link opens");
        let stopped = anybody.press(&page, "Non, arrêter", &[]).expect("an answer");
        assert!(stopped.text().contains("La demande est arrêtée"), "{}", stopped.text());
        let page = lost.thomas.open(&format!("{org}/secours")).expect("a page");
        assert!(page.text().contains("Aucune demande n’attend"), "{}", page.text());
        assert!(app.journal_file().contains("recovery_contested"));
        let secret = link.rsplit('/').next().expect("a secret");
        assert_eq!(app.dump().places_of(secret), [] as [&str; 0]);
    });
}

#[test]
fn the_door_for_lost_addresses_tells_nobody_who_sits_where() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").replace("/structures/", "");
        app.sign_in(KARIMA);
        let nowhere = "0".repeat(32);
        let tried = |org: &str, old: &str| {
            let browser = app.browser();
            let page = browser.open(&format!("/connexion/secours/{org}")).expect("the door");
            let sent = browser.press(&page, "Demander", &fields(&[("old", old), ("email", NEW)]));
            let sent = sent.expect("an answer");
            (sent.status, sent.html().replace(org, ""))
        };
        let known = tried(&org, KARIMA);
        assert_eq!(known.0, 200);
        for (org, old) in [(org.as_str(), "personne@ailleurs.example"), (&org, KARIMA), (&nowhere, KARIMA)] {
            assert_eq!(tried(org, old), known, "{org} {old}");
        }
        assert_eq!(column(app, "recovery", "recovery_id").len(), 1, "the same request waits once");
    });
}

#[test]
fn a_member_asks_for_a_colleague_and_the_old_address_is_told() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved");
        let lost = Lost::of(app, org);
        let page = lost.thomas.open(&format!("{org}/secours")).expect("a page");
        let asking = lost.thomas.open(&page.link("Karima Benali").expect("a colleague")).expect("a page");
        let taken = lost.thomas.press(&asking, "Demander", &fields(&[("email", SYLVIE)])).expect("an answer");
        assert_eq!(taken.status, 422, "{}", taken.text());
        let asked = lost.thomas.press(&taken, "Demander", &fields(&[("email", NEW)])).expect("an answer");
        assert!(asked.text().contains("l’ancienne adresse est prévenue"), "{}", asked.text());
        assert!(app.link_sent_to(KARIMA).is_some_and(|link| link.contains("/contester/")));
        // Asking is not vouching.
        assert!(lost.vouch(&lost.thomas).text().contains("Votre attestation est inscrite"));
        assert_eq!(lost.vouch(&lost.sylvie).status, 200);
        assert!(app.link_sent_to(NEW).is_some_and(|link| link.contains("/lien/")));
    });
}
