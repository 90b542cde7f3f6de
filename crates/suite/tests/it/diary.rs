//! What is coming, told to each person: the calendar that their program reads, and the reminders by mail.

use jiff::{Timestamp, civil::Date};
use scenario::{Player, Stage};
use testkit::{Browser, Engine, Postbox, TestApp, View, case, case::Moment, for_each_engine_at};

const SYLVIE: &str = "sylvie.marchal@hautes-vosges.example";
const KARIMA: &str = "karima.benali@hautes-vosges.example";
const DENIS: &str = "denis.claudel@hautes-vosges.example";

fn fill(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Makes an address on a page and gives its path: what a calendar program is given.
fn address(who: &Browser, page: &str) -> String {
    let made = who.send(page, &[]).expect("an answer");
    assert_eq!(made.status, 200, "{} {}", made.path, made.text());
    let shown = made.texts("#calendar-address").pop().expect("the address is shown");
    let at = shown.find("/calendrier/").expect("an address of ours");
    shown[at..].trim().to_owned()
}

/// What a program that holds nothing but the address reads.
fn read(app: &TestApp, address: &str) -> View {
    app.browser().fetch(address, &[]).expect("an answer")
}

fn text(view: &View) -> String {
    assert_eq!(view.status, 200);
    String::from_utf8(view.bytes.clone()).expect("UTF-8").replace("\r\n ", "")
}

/// The lines of the event whose identifier begins so.
fn event(calendar: &str, begins: &str) -> Option<String> {
    let events = calendar.split("BEGIN:VEVENT").skip(1);
    events.map(str::to_owned).find(|event| event.contains(&format!("\r\nUID:{begins}")))
}

fn line(event: &str, name: &str) -> String {
    let found = event.lines().find_map(|line| line.strip_prefix(name));
    found.unwrap_or_else(|| panic!("no {name} in {event}")).to_owned()
}

fn header(view: &View, name: &str) -> String {
    view.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// Management begins the consultation and hands its file over today.
fn hand_over(app: &TestApp, project: &str, sylvie: &Browser) {
    let here = format!("{project}/consultation");
    let page = sylvie.open(&here).expect("the page");
    let page = sylvie.press(&page, "Commencer la consultation", &[]).expect("an answer");
    let day = app.today().to_string();
    let handed = [("handed_over-on", day.as_str()), ("handed_over-words", "Au CSE.")];
    let done = sylvie.press(&page, "Noter · Remettre le dossier", &fill(&handed)).expect("an answer");
    assert_eq!(done.status, 200, "{}", done.text());
}

fn appoint_an_expert(app: &TestApp, project: &str, karima: &Browser) {
    let page = karima.open(&format!("{project}/consultation")).expect("the page");
    let day = app.today().to_string();
    let words = [("expert_appointed-on", day.as_str()), ("expert_appointed-words", "Cabinet Meuse.")];
    let done = karima.press(&page, "Noter · Désigner un expert", &fill(&words)).expect("an answer");
    assert_eq!(done.status, 200, "{}", done.text());
}

fn letters_to(app: &TestApp, email: &str) -> Vec<platform::mail::Letter> {
    app.letters().into_iter().filter(|letter| letter.to == email && !letter.link.contains("/lien/")).collect()
}

#[test]
fn two_people_subscribe_a_date_of_the_consultation_moves_and_calendar_and_reminders_follow() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let (sylvie, karima) = (app.sign_in(SYLVIE), app.sign_in(KARIMA));
        let hers = address(&karima, &format!("{org}/calendrier"));
        let of_project = address(&sylvie, &format!("{project}/calendrier"));
        hand_over(app, &project, &sylvie);
        let first = read(app, &hers);
        assert_eq!(header(&first, "content-type"), "text/calendar; charset=utf-8");
        assert_eq!(header(&first, "referrer-policy"), "no-referrer");
        assert_eq!(header(&first, "set-cookie"), "", "a calendar program is given a cookie");
        let said = text(&first);
        let deemed = event(&said, "law-deemed-1.").expect("the opinion is deemed given on a day");
        assert!(line(&deemed, "SUMMARY;LANGUAGE=fr:").starts_with("Avis réputé négatif le"), "{deemed}");
        assert_eq!(line(&deemed, "SEQUENCE:"), "0");
        let day = line(&deemed, "DTSTART;VALUE=DATE:");
        let theirs = text(&read(app, &of_project));
        assert!(event(&theirs, "law-deemed-1.").is_some_and(|event| event.contains(&day)), "{theirs}");
        // The same dates, the same bytes; and nothing at all where nothing has changed.
        assert_eq!(read(app, &hers).bytes, first.bytes);
        let mark = header(&first, "etag");
        let known = app.browser().fetch(&hers, &[("if-none-match", mark.as_str())]).expect("an answer");
        assert_eq!((known.status, known.bytes.len()), (304, 0));

        appoint_an_expert(app, &project, &karima);
        let moved = app.browser().fetch(&hers, &[("if-none-match", mark.as_str())]).expect("an answer");
        let moved = text(&moved);
        let later = event(&moved, "law-deemed-1.").expect("still there");
        assert_eq!(line(&later, "UID:"), line(&deemed, "UID:"), "another date, and not the same that moved");
        assert_eq!(line(&later, "SEQUENCE:"), "1");
        assert_ne!(line(&later, "DTSTART;VALUE=DATE:"), day);

        // A fortnight before, three days before and on the day: once each, and in one letter a day.
        let deemed_on: Date = line(&later, "DTSTART;VALUE=DATE:").parse().expect("a day");
        let mut told = Vec::new();
        while app.today() <= deemed_on {
            let before = letters_to(app, KARIMA).len();
            for _ in 0..3 {
                app.remind();
                app.pass_minutes(20);
            }
            let new = letters_to(app, KARIMA).split_off(before);
            assert!(new.len() <= 1, "{} letters on {}", new.len(), app.today());
            for letter in new {
                let near = letter.body.split("Ce qui est en retard").next().unwrap_or_default().to_owned();
                if near.contains("Avis réputé négatif le") {
                    told.push(app.today().until(deemed_on).expect("days").get_days());
                }
                assert!(letter.body.contains("/rappels/") && !letter.body.contains('⟦'), "{}", letter.body);
            }
            app.pass_days(1);
        }
        assert_eq!(told, [14, 3, 0], "the days before on which Karima was told");
    });
}

#[test]
fn an_address_is_a_secret_that_opens_nothing_else_and_nothing_once_it_is_replaced_or_its_seat_has_ended() {
    for_each_engine_at(Moment::Described, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        let denis = app.sign_in(DENIS);
        let page = format!("{org}/calendrier");
        let (first, of_project) = (address(&denis, &page), address(&denis, &format!("{project}/calendrier")));
        let shown = denis.open(&page).expect("the page");
        assert!(!shown.html().contains(&first), "an address is shown twice");
        let second = address(&denis, &page);
        assert_eq!(read(app, &first).status, 404, "a replaced address still opens");
        assert_eq!((read(app, &second).status, read(app, &of_project).status), (200, 200));
        let secret = second.trim_start_matches("/calendrier/").trim_end_matches(".ics").to_owned();
        let holds = |text: &str| text.contains(&secret);
        let dump = app.dump();
        let rows = dump.tables.values().flat_map(|table| table.rows.iter().flatten().flatten());
        assert!(rows.into_iter().all(|value| !holds(value)), "the secret is in the database");
        assert!(!holds(&app.opened_journal_file()), "the secret is in the journal");
        if let Some(bytes) = app.bytes_on_disk() {
            assert!(memchr::memmem::find(&bytes, secret.as_bytes()).is_none(), "the secret is on the disk");
        }
        // It is no session: the pages ask whoever holds it to sign in, and it takes no other method.
        let holder = app.browser();
        assert_eq!(holder.fetch(&second, &[]).expect("an answer").status, 200);
        assert_eq!(holder.open(&format!("{project}/fil")).expect("an answer").path, "/connexion");
        assert_eq!(holder.send(&second, &[]).expect("an answer").status, 405);
        // Not from a session that somebody found open.
        app.pass_minutes(30);
        let asked = denis.send(&page, &[]).expect("an answer");
        assert!(asked.is_redirect(), "{}", asked.status);
        assert_eq!(read(app, &second).status, 200, "an old session replaced the address");
        denis.submit(&format!("{project}/calendrier/retrait"), &[]).expect("an answer");
        assert_eq!(read(app, &of_project).status, 404, "an address that was taken back still opens");
        // The passkey rule of the party shuts what was made otherwise.
        app.tamper(
            "INSERT INTO passkey_party (organisation_id, party) SELECT DISTINCT organisation_id, party FROM member",
        );
        assert_eq!(read(app, &second).status, 410);
        app.tamper("DELETE FROM passkey_party");
        assert_eq!(read(app, &second).status, 200);
        app.sign_in_again(&denis, DENIS);
        let people = app.dump().table("person").column("email");
        let row = people.iter().position(|email| email == DENIS).expect("Denis");
        let person = app.dump().table("person").column("person_id")[row].clone();
        let members = app.dump();
        let seat = members.table("member").column("person_id").iter().position(|held| *held == person);
        let seat = members.table("member").column("member_id")[seat.expect("a seat")].clone();
        let leaving = denis.open(&format!("{org}/personnes/{seat}/retirer")).expect("the page");
        denis.press(&leaving, "Quitter cette organisation", &[]).expect("an answer");
        let gone = read(app, &second);
        assert_eq!(gone.status, 410, "a seat that ended is still read");
        assert!(!String::from_utf8_lossy(&gone.bytes).contains("BEGIN:VCALENDAR"));
        app.purge();
        assert!(app.dump().table("calendar_address").rows.is_empty(), "the address of nobody is kept");
        assert_eq!(read(app, &second).status, 404);
    });
}

#[test]
fn a_calendar_and_a_letter_hold_no_word_of_a_finding_and_only_what_the_thread_shows_that_reader() {
    for_each_engine_at(Moment::Answered, |app, player| {
        let org = player.saved("organisation").expect("saved").to_owned();
        let project = player.saved("project").expect("saved").to_owned();
        // Everything that was passed waits for an answer again, in words that nobody could mistake.
        app.tamper("UPDATE transmission SET words = 'zqxpasse ' || words, response_id = NULL, answer_due = '2026-11-24'");
        app.tamper("UPDATE finding SET words = 'zqxconstat ' || words");
        let mut compared = 0;
        for is_above in [false, true] {
            if is_above {
                put_above(app);
            }
            for email in [SYLVIE, KARIMA, DENIS] {
                let who = app.sign_in(email);
                let calendar = text(&read(app, &address(&who, &format!("{org}/calendrier"))));
                assert!(!calendar.contains("zqx"), "{email}: {calendar}");
                for event in calendar.split("UID:answer-").skip(1) {
                    let page = line(event, "URL:");
                    assert!(page.contains(&format!("{project}/constats/")), "{page}");
                    let seen = who.open(&page).expect("an answer");
                    assert_eq!(
                        seen.status, 200,
                        "{email} reads a date of a finding hidden from them: {page}"
                    );
                    compared += 1;
                }
            }
        }
        assert!(compared > 0, "no answer is awaited: nothing was compared");
        app.remind();
        let letters: Vec<_> = [SYLVIE, KARIMA, DENIS].iter().flat_map(|to| letters_to(app, to)).collect();
        assert!(letters.iter().any(|letter| letter.body.contains("Réponse motivée attendue")), "{letters:?}");
        for letter in &letters {
            assert!(!letter.body.contains("zqx") && !letter.subject.contains("zqx"), "{}", letter.body);
        }
    });
}

/// Puts management above everybody who speaks in confidence, behind the application's back.
fn put_above(app: &TestApp) {
    let changed = app.tamper(
        "INSERT INTO line_of_management (organisation_id, subordinate, superior)
         SELECT m.organisation_id, p.email, 'sylvie.marchal@hautes-vosges.example'
         FROM member m JOIN person p ON p.person_id = m.person_id WHERE m.party IN ('workers', 'line_managers')",
    );
    app.tamper(
        "INSERT INTO line_above (organisation_id, subordinate, superior, until_on)
         SELECT organisation_id, subordinate, superior, '9999-12-31' FROM line_of_management",
    );
    assert!(changed > 1);
}

#[test]
fn nobody_gets_two_letters_a_day_nor_two_of_the_week_however_many_nodes_write() {
    for_each_engine_at(Moment::Committed, |app, _| {
        let mut weeks = Vec::new();
        let mut days = 0;
        for _ in 0..16 {
            let before = letters_to(app, KARIMA).len();
            app.remind_on_two_nodes();
            app.remind_on_two_nodes();
            let new = letters_to(app, KARIMA).split_off(before);
            assert!(new.len() <= 1, "{} letters on {}", new.len(), app.today());
            days += new.len();
            if new.iter().any(|letter| letter.body.contains("Ce qui est en retard")) {
                weeks.push(app.today());
            }
            app.pass_days(1);
        }
        assert!(days > 1, "{days} letters in sixteen days: nothing was compared");
        let told: Vec<String> = weeks.iter().map(|day| day.iso_week_date().week().to_string()).collect();
        assert!(!told.is_empty() && told.windows(2).all(|pair| pair[0] != pair[1]), "{weeks:?}");
        // By night nobody is written to, and whoever wants nothing gets nothing.
        let night: Timestamp = "2026-12-20T02:00:00Z".parse().expect("an instant");
        app.put_clock_at(night);
        assert_eq!(app.remind(), None);
        let stop = letters_to(app, KARIMA).pop().expect("a letter").body;
        let stop =
            stop.split_whitespace().find(|word| word.contains("/rappels/")).expect("a link").to_owned();
        let nobody = app.browser();
        let page = nobody.open(&stop).expect("the page");
        assert!(app.dump().table("reminder_choice").rows.is_empty(), "opening the link stops the letters");
        assert!(!page.text().contains("Karima"), "the link tells who it is for");
        let stopped = nobody.press(&page, "Ne plus rien m’envoyer", &[]).expect("an answer");
        assert!(stopped.text().contains("aucun rappel ne partira plus"), "{}", stopped.text());
        assert_eq!(nobody.open("/rappels/rien").expect("an answer").status, 404);
        app.put_clock_at("2026-12-21T08:00:00Z".parse().expect("an instant"));
        let before = letters_to(app, KARIMA).len();
        app.remind();
        assert_eq!(letters_to(app, KARIMA).len(), before, "letters go on after they were stopped");
        let karima = app.sign_in(KARIMA);
        let page = karima.open("/compte/rappels").expect("the page");
        assert!(page.text().contains("Vous ne recevez aucun rappel."), "{}", page.text());
        let again =
            karima.press(&page, "Enregistrer mes rappels", &fill(&[("legal", "14"), ("week", "yes")]));
        assert!(again.expect("an answer").text().contains("Vos rappels sont enregistrés."));
    });
}

/// People who read their letters in their own postbox.
struct ByMail<'a> {
    app: &'a TestApp,
    postbox: &'a Postbox,
}

impl Stage for ByMail<'_> {
    fn base(&self) -> String {
        self.app.base().to_owned()
    }

    fn set_day(&self, day: Date, minutes: i64) {
        self.app.set_day(day, minutes);
    }

    fn link_sent_to(&self, email: &str) -> Option<String> {
        let body = self.postbox.wait_for(email, 1).body;
        body.split_whitespace().find(|word| word.contains("/lien/")).map(str::to_owned)
    }
}

#[test]
fn a_reminder_leaves_by_the_mail_server_in_the_language_of_its_reader() {
    for engine in Engine::available() {
        let postbox = Postbox::open();
        let app = TestApp::mailing(engine, &postbox.url(), "trinome@hautes-vosges.example");
        let by_mail = ByMail { app: &app, postbox: &postbox };
        let script = case::script();
        let mut player = Player::new(&by_mail, script.day_zero(1, app.today()).expect("a day"), "");
        player.play(&script, 1).unwrap_or_else(|error| panic!("{error:#}"));
        let project = player.saved("project").expect("saved").to_owned();
        let sylvie = player.browser("direction").expect("she is there");
        hand_over(&app, &project, sylvie);
        app.tamper("UPDATE person SET locale = 'en' WHERE email LIKE 'karima%'");
        let come: Vec<usize> = [SYLVIE, KARIMA].iter().map(|to| postbox.letters_to(to).len()).collect();
        for _ in 0..32 {
            app.remind();
            app.pass_days(1);
        }
        let about = |to: &str, come: usize, near: &str, words: &str| {
            let letters = postbox.letters_to(to).split_off(come);
            let found = letters.iter().find(|letter| letter.body.contains(words));
            let letter = found.unwrap_or_else(|| panic!("{to}: {words} is in no letter: {letters:?}"));
            assert!(letter.subject.contains(near), "{}", letter.subject);
            assert!(letter.body.contains(&format!("{}{project}", app.base())), "{}", letter.body);
        };
        about(SYLVIE, come[0], "approche", "Avis réputé négatif le");
        about(KARIMA, come[1], "near", "Opinion deemed");
    }
}

#[test]
fn a_letter_that_does_not_leave_is_tried_again_and_is_not_told_until_it_has() {
    let (other, _) = TestApp::at(Engine::Sqlite, Moment::Committed);
    let app =
        TestApp::on_folder_mailing(other.leave(), "smtp://127.0.0.1:9", "trinome@hautes-vosges.example");
    let (sent, failed) = app.remind().expect("by day");
    assert!(sent == 0 && failed > 0, "{sent} sent, {failed} failed");
    assert!(app.dump().table("reminder_told").rows.is_empty(), "what did not leave counts as told");
    assert_eq!(app.remind().expect("by day").1, 0, "it is tried again at once");
    app.pass_minutes(31);
    assert_eq!(app.remind().expect("by day").1, failed, "it is not tried again");
}
