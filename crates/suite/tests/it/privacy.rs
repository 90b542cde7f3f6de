//! What is kept of people: withheld, taken away, erased, and no longer than said.

use testkit::{TestApp, case::Moment, for_each_engine_at};

/// The words of every finding and answer of those who speak in confidence.
fn confided(app: &TestApp) -> Vec<String> {
    let dump = app.dump();
    let mut words = Vec::new();
    for (table, column) in [("finding", "words"), ("response", "words"), ("response", "reasons")] {
        let table = dump.table(table);
        let said = table.column(column).into_iter().zip(table.column("party"));
        words.extend(
            said.filter(|(_, party)| matches!(&**party, "workers" | "line_managers")).map(|(said, _)| said),
        );
    }
    words
}

#[test]
fn the_chain_names_nobody_and_its_openings_do() {
    for_each_engine_at(Moment::Described, |app, _| {
        let places = app.dump().places_of("Karima Benali");
        assert!(!places.contains(&"journal_record.line".to_owned()), "{places:?}");
        assert!(places.contains(&"journal_opening.words".to_owned()), "{places:?}");
        assert!(!app.journal_file().contains("Karima"), "the operator's file names people");
        assert!(app.opened_journal_file().contains("Karima Benali"));
    });
}

#[test]
fn neither_the_words_of_workers_nor_who_said_them_stand_in_the_chain() {
    for_each_engine_at(Moment::Committed, |app, _| {
        let words = confided(app);
        assert!(!words.is_empty(), "nobody said anything in confidence");
        let dump = app.dump();
        let lines = dump.table("journal_record").column("line");
        let (bare, opened) = (app.journal_file(), app.opened_journal_file());
        for said in &words {
            let quoted = serde_json::to_string(said).expect("json");
            assert!(lines.iter().all(|line| !line.contains(&quoted)), "{said} is in the chain");
            assert!(!bare.contains(&quoted) && opened.contains(&quoted), "{said}");
        }
        // Every act of speech of these parties hides its author.
        for line in lines.iter().filter(|line| line.contains("\"kind\":\"finding_")) {
            let speaks = ["workers", "line_managers"]
                .iter()
                .any(|party| line.contains(&format!("\"party\":\"{party}\"")));
            assert_eq!(speaks, line.contains("\"member\":null"), "{line}");
        }
        let verified = journal::verify(opened.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(verified.withheld, 0);
        let verified = journal::verify(bare.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert!(verified.opened == 0 && verified.withheld > words.len(), "{verified:?}");
    });
}

#[test]
fn a_journal_whose_every_opening_was_erased_is_still_proved() {
    for_each_engine_at(Moment::Answered, |app, player| {
        let before = journal::verify(app.opened_journal_file().as_bytes()).expect("sound");
        app.tamper("DELETE FROM journal_opening");
        let after = journal::verify(app.opened_journal_file().as_bytes()).expect("sound without an opening");
        assert_eq!(after.chains, before.chains, "erasing changed the chain");
        assert_eq!((after.opened, after.withheld), (0, before.opened));
        let project = player.saved("project").expect("saved");
        let page =
            player.browser("cse").expect("she is there").open(&format!("{project}/journal")).expect("a page");
        assert_eq!(page.status, 200);
        assert!(page.text().contains("une partie de cet acte est retenue ou effacée"), "{}", page.text());
    });
}

#[test]
fn an_opening_that_was_changed_in_the_database_is_named() {
    for_each_engine_at(Moment::Described, |app, _| {
        let changed =
            app.tamper("UPDATE journal_opening SET words = 'Karine Benali' WHERE words = 'Karima Benali'");
        assert!(changed > 0);
        let fault =
            journal::verify(app.opened_journal_file().as_bytes()).expect_err("a changed name goes unseen");
        assert!(fault.to_string().contains("does not open what it says it opens"), "{fault}");
    });
}

const KARIMA: &str = "karima.benali@hautes-vosges.example";

/// The identifier of whoever bears this address.
fn person_of(app: &TestApp, email: &str) -> String {
    let dump = app.dump();
    let people = dump.table("person");
    let both = people.column("email").into_iter().zip(people.column("person_id"));
    both.filter(|(address, _)| address == email).map(|(_, person)| person).next().expect("a person")
}

/// The seats of a person, by identifier.
fn seats_of(app: &TestApp, person: &str) -> Vec<String> {
    let dump = app.dump();
    let members = dump.table("member");
    let both = members.column("person_id").into_iter().zip(members.column("member_id"));
    both.filter(|(whose, _)| whose == person).map(|(_, member)| member).collect()
}

fn erase(app: &TestApp, typed: &str) -> testkit::View {
    let karima = app.sign_in(KARIMA);
    let page = karima.open("/compte/effacer").expect("the page");
    assert!(page.text().contains("Ce qui reste, et pourquoi"), "{}", page.text());
    karima.press(&page, "M’effacer pour toujours", &[("email".into(), typed.into())]).expect("an answer")
}

#[test]
fn whoever_erases_themselves_leaves_a_name_nowhere_but_in_what_others_wrote() {
    for_each_engine_at(Moment::Committed, |app, _| {
        let before = journal::verify(app.opened_journal_file().as_bytes()).expect("sound");
        let person = person_of(app, KARIMA);
        knows_her_by_other_ways(app, &person);
        let done = erase(app, KARIMA);
        assert_eq!((done.status, &*done.path), (200, "/compte/efface"), "{}", done.text());
        let dump = app.dump();
        assert_eq!(dump.places_of(KARIMA), Vec::<String>::new(), "the address is still there");
        // Named by others: as the owner of a commitment, in a text that both parties adopted.
        let free = [
            "clause_version.owner",
            "clause_version.body",
            "clause_version.what",
            "commitment.owner",
            "commitment.what",
            "activity.outcome",
            "review.note",
            "journal_record.line",
        ];
        let places = dump.places_of("Karima Benali");
        let left: Vec<&String> = places.iter().filter(|place| !free.contains(&place.as_str())).collect();
        assert!(left.is_empty(), "the name is still in {left:?}");
        // The proof stands: the chain has gone on, and says less.
        let file = app.opened_journal_file();
        let after = journal::verify(file.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
        assert!(after.chains[0].records > before.chains[0].records && after.withheld > 0, "{after:?}");
        assert!(file.contains("\"kind\":\"member_erased\""));
        assert!(!file.lines().any(|line| line.starts_with("{\"opening\"") && line.contains("Karima Benali")));
        // The way in is gone.
        for table in ["session", "sign_in_link", "passkey", "provider_subject", "sign_in_attempt"] {
            let column = "person_id";
            assert!(!dump.table(table).column(column).contains(&person), "{table}");
        }
    });
}

/// A passkey, a provider, and a letter for a campaign, as if she had used them all.
fn knows_her_by_other_ways(app: &TestApp, person: &str) {
    for sql in [
        "INSERT INTO passkey (passkey_id, person_id, credential_id, name, credential, added_on)
         VALUES ('0198c0de000070008000000000000001', $1, 'c1', 'Karima Benali, téléphone', '{}', '2026-11-22')",
        "INSERT INTO provider_subject (issuer, subject, person_id) VALUES ('https://id.example', 's1', $1)",
        "INSERT INTO sign_in_attempt (handle_hash, ceremony, person_id, state, expires_at)
         VALUES ('h1', 'add_passkey', $1, '{}', '2999-01-01T00:00:00Z')",
        "INSERT INTO invited_address (organisation_id, campaign_id, email, group_party)
         SELECT c.organisation_id, c.campaign_id, p.email, 'workers' FROM campaign c, person p WHERE p.person_id = $1",
        "INSERT INTO calendar_address
           (organisation_id, member_id, project_id, person_id, secret_hash, made_with, made_on, read_on)
         SELECT organisation_id, member_id, '', person_id, 'h2', 'passkey', '2026-11-20', '2026-11-21'
         FROM member WHERE person_id = $1",
        "INSERT INTO calendar_entry (organisation_id, member_id, entry, project_id, day, digest, sequence, changed_at)
         SELECT organisation_id, member_id, 'law-deemed-1', 'p1', '2026-12-21', 'd1', 0, '2026-11-20T08:00:00.000Z'
         FROM member WHERE person_id = $1",
        "INSERT INTO reminder_told (organisation_id, person_id, entry, day, lead, project_id, told_on)
         SELECT organisation_id, person_id, 'law-deemed-1', '2026-12-21', 14, 'p1', '2026-12-07'
         FROM member WHERE person_id = $1",
        "INSERT INTO reminder_choice (person_id, legal, others, has_digest)
         SELECT person_id, '14,3', '3,0', name <> '' FROM person WHERE person_id = $1",
    ] {
        assert!(app.tamper_with(sql, person) > 0, "{sql}");
    }
}

#[test]
fn nobody_is_erased_by_another_address_and_positions_stay_with_the_party() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let before = app.dump();
        let refused = erase(app, "sylvie.marchal@hautes-vosges.example");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Ce n’est pas l’adresse de votre compte"), "{}", refused.text());
        assert_eq!(app.dump().table("member").column("name"), before.table("member").column("name"));
        erase(app, KARIMA);
        let positions = |dump: &testkit::Dump| {
            let mut parties = dump.table("clause_position").column("party");
            parties.sort(); // PostgreSQL gives rows in the order in which they were last written
            parties
        };
        assert_eq!(positions(&app.dump()), positions(&before));
        for rest in ["fil", "constats", "accords", "suivi", "journal", "dossier.json"] {
            let project = player.saved("project").expect("saved");
            let page = player
                .browser("direction")
                .expect("there")
                .open(&format!("{project}/{rest}"))
                .expect("a page");
            assert_eq!(page.status, 200, "{rest}");
        }
    });
}

#[test]
fn the_last_holder_of_a_key_is_told_so_before_they_go() {
    for_each_engine_at(Moment::Described, |app, _| {
        let karima = app.sign_in(KARIMA);
        let page = karima.open("/compte/effacer").expect("the page");
        assert!(page.text().contains("la dernière personne à tenir la clé"), "{}", page.text());
    });
}

#[test]
fn the_file_of_a_person_holds_every_place_that_knows_them_but_their_answers() {
    for_each_engine_at(Moment::Committed, |app, _| {
        knows_her_by_other_ways(app, &person_of(app, KARIMA));
        let karima = app.sign_in(KARIMA);
        assert!(karima.open("/compte/donnees").expect("a page").text().contains(KARIMA));
        let file = karima.open("/compte/donnees.json").expect("the file");
        let held: serde_json::Value = serde_json::from_slice(&file.bytes).expect("json");
        assert_eq!(held["person"]["email"], KARIMA);
        // Every table that knows the person, and the part of the file that holds what it knows. A new one must be added.
        let person = person_of(app, KARIMA);
        let parts = [
            ("person", "person"),
            ("member", "seats"),
            ("session", "sessions"),
            ("session_seat", "sessions"),
            ("sign_in_link", "sessions"),
            ("recovery", "sessions"),
            ("recovery_vouch", "sessions"),
            ("finding", "said"),
            ("response", "said"),
            ("transmission", "said"),
            ("notebook_note", "notes"),
            ("journal_record", "acts"),
            ("journal_opening", "acts"),
            ("information_shown", "texts_shown"),
            ("keyed_act", "acts"),
            ("space_member", "acts"),
            ("clause_version", "acts"),
            ("clause_position", "acts"),
            ("commitment", "acts"),
            ("indicator_reading", "acts"),
            ("review", "acts"),
            ("activity", "acts"),
            ("alert_aside", "acts"),
            ("clause", "acts"),
            ("consultation", "acts"),
            ("consultation_part", "acts"),
            ("consultation_question", "acts"),
            ("consultation_event", "acts"),
            ("evidence", "acts"),
            ("prevention_line", "acts"),
            ("prevention_remark", "acts"),
            ("prevention_action", "acts"),
            ("prevention_version", "acts"),
            ("gate_crossing", "acts"),
            ("passkey", "passkeys"),
            ("provider_subject", "providers"),
            ("sign_in_attempt", "passkeys"),
            ("invited_address", "letters"),
            ("calendar_address", "calendars"),
            ("calendar_entry", "calendars"),
            ("reminder_choice", "calendars"),
            ("reminder_told", "calendars"),
            ("reminder_round", "calendars"),
        ];
        let dump = app.dump();
        let mut names = vec![person.clone(), KARIMA.to_owned(), "Karima Benali".to_owned()];
        names.extend(seats_of(app, &person));
        for place in names.iter().flat_map(|name| dump.places_of(name)) {
            let table = place.split('.').next().unwrap_or_default().to_owned();
            let part = parts.iter().find(|(known, _)| *known == table).map(|(_, part)| *part);
            let part =
                part.unwrap_or_else(|| panic!("{table} knows the person, and no part of their file says so"));
            assert!(!held[part].is_null(), "{part}");
            assert!(
                !["ballot_box", "answer_code"].contains(&&*table),
                "an answer is tied to a person in {table}"
            );
        }
        let acts = held["acts"].as_array().expect("acts").len();
        let said = held["said"].as_array().expect("said").len();
        for part in ["passkeys", "providers", "letters"] {
            assert_eq!(held[part].as_array().map(Vec::len), Some(1), "{part}");
        }
        assert!(acts > 5 && said > 0, "{acts} acts, {said} said");
    });
}

/// What a row of somebody holds besides them, and why their file has no need of it.
const NOT_OF_A_PERSON: [(&str, &str); 26] = [
    ("*.organisation_id", "stands beside each part of the file"),
    ("*.seat_organisation_id", "the same"),
    ("*_hash", "the hash of a secret is the lock of the door, not something about the person"),
    ("journal_record.line", "the record is there, as JSON"),
    ("journal_opening.salt", "what the seal is made with"),
    ("journal_opening.nature", "how the seal is sorted"),
    ("journal_opening.field", "where in the record the words stand"),
    ("finding.fate_label", "what others made of it: on the page of the finding"),
    ("finding.fate_rest", "the same, as an address"),
    ("finding.fate_on", "the same, as a day"),
    ("transmission.response_id", "what others answered"),
    ("passkey.credential", "the public half of a key, for the program that checks it"),
    ("passkey.credential_id", "the same"),
    ("sign_in_attempt.*", "a ceremony under way, five minutes"),
    ("sign_in_link.*", "a letter under way, and what is left of it: 144 hours"),
    ("session.expires_at", "follows from the day it was opened"),
    ("session_seat.*", "the seat is in the file, and so is the session"),
    ("finding.is_credited", "whether the name is shown: on the page of the finding"),
    ("finding.origin_ref", "a code of the program; the words of it are there"),
    ("invited_address.group_party", "which letter it was: the letter itself said it"),
    ("*.project_id", "stands in the acts"),
    ("information_shown.person_id", "the person"),
    ("reminder_choice.has_digest", "yes or no, which each engine writes its way"),
    ("reminder_round.*", "where the letters of the day stand; what was told is in the file"),
    ("calendar_entry.digest", "of what a calendar said, to see that it changed"),
    ("calendar_entry.changed_at", "when it last did, for programs"),
];

fn is_of_no_person(table: &str, column: &str) -> bool {
    let place = format!("{table}.{column}");
    NOT_OF_A_PERSON.iter().any(|(rule, _)| match rule.strip_prefix("*") {
        Some(end) => place.ends_with(end),
        None => rule.strip_suffix('*').map_or(place == *rule, |start| place.starts_with(start)),
    })
}

#[test]
fn the_file_of_a_person_holds_every_value_of_every_row_that_is_theirs() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let person = person_of(app, KARIMA);
        knows_her_by_other_ways(app, &person);
        let karima = app.sign_in(KARIMA);
        let note = vec![("words".to_owned(), "Ce que je prépare.".to_owned())];
        karima
            .send(&format!("{}/carnet", player.saved("project").expect("saved")), &note)
            .expect("an answer");
        let file = karima.open("/compte/donnees.json").expect("the file");
        let held: serde_json::Value = serde_json::from_slice(&file.bytes).expect("json");
        let held = said_in(&held).join("\n");
        let mut theirs = seats_of(app, &person);
        theirs.push(person);
        let dump = app.dump();
        let (mut compared, mut missing) = (0, Vec::new());
        for (name, table) in &dump.tables {
            // What they did for all is in their acts; the rows of it belong to the dialogue.
            let of_them = [
                "person",
                "member",
                "session",
                "finding",
                "response",
                "transmission",
                "notebook_note",
                "information_shown",
                "passkey",
                "provider_subject",
                "clause_position",
                "indicator_reading",
                "review",
                "journal_opening",
                "alert_aside",
                "calendar_address",
                "calendar_entry",
                "reminder_choice",
                "reminder_told",
            ];
            if !of_them.contains(&name.as_str()) {
                continue;
            }
            for row in
                table.rows.iter().filter(|row| row.iter().flatten().any(|value| theirs.contains(value)))
            {
                for (column, value) in table.columns.iter().zip(row) {
                    let Some(value) = value.as_deref().filter(|value| value.len() > 1) else { continue };
                    if is_of_no_person(name, column) {
                        continue;
                    }
                    compared += 1;
                    if !held.contains(value) {
                        missing.push(format!("{name}.{column}: {value}"));
                    }
                }
            }
        }
        assert!(compared > 60, "{compared} values compared");
        assert!(missing.is_empty(), "{} of {compared}:\n{}", missing.len(), missing.join("\n"));
    });
}

/// Every text and number of a JSON value.
fn said_in(value: &serde_json::Value) -> Vec<String> {
    use serde_json::Value;
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(said_in).collect(),
        Value::Object(fields) => fields.values().flat_map(said_in).collect(),
        Value::Null => Vec::new(),
        other => vec![other.to_string()],
    }
}

#[test]
fn two_people_of_one_party_bear_one_name_and_only_who_erased_themselves_loses_it() {
    for_each_engine_at(Moment::Committed, |app, player| {
        let karima = app.sign_in(KARIMA);
        let organisation = player.saved("organisation").expect("saved");
        let other = "karima.benali.nuit@hautes-vosges.example";
        let fill = [
            ("party", "staff_representatives"),
            ("name", "Karima Benali"),
            ("email", other),
            ("locale", "fr"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert!(karima.send(&format!("{organisation}/personnes"), &fill).expect("an answer").is_redirect());
        let other = app.sign_in(other);
        let dump = app.dump();
        let commitment = dump.table("commitment").column("commitment_id")[0].clone();
        let project = player.saved("project").expect("saved");
        for (who, value) in [(&karima, "11"), (&other, "12")] {
            let read = [("value", value), ("on", &*app.today().to_string())]
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
            let path = format!("{project}/suivi/{commitment}/indicateur");
            let done = who.send(&path, &read).expect("an answer");
            assert!(done.is_redirect(), "{}", done.text());
        }
        let first = seats_of(app, &person_of(app, KARIMA));
        assert_eq!(erase(app, KARIMA).status, 200);
        let dump = app.dump();
        let mut left = 0;
        for (table, by) in [
            ("clause_version", "by"),
            ("clause_position", "by"),
            ("commitment", "kept_by"),
            ("indicator_reading", "by"),
            ("review", "by"),
        ] {
            let table = dump.table(table);
            let names =
                table.column(&format!("{by}_name")).into_iter().zip(table.column(&format!("{by}_member")));
            for (name, member) in names {
                assert!(!(first.contains(&member) && name == "Karima Benali"), "{table:?}");
                left += usize::from(name == "Karima Benali");
            }
        }
        assert_eq!(left, 1, "the other one keeps what she measured under her name");
    });
}

#[test]
fn what_has_been_kept_long_enough_goes_when_the_clock_says_so() {
    for_each_engine_at(Moment::Described, |app, _| {
        let browser = app.browser();
        let page = browser.open("/connexion").expect("a page");
        browser.press(&page, "Recevoir un lien", &[("email".into(), KARIMA.into())]).expect("an answer");
        let count = |table: &str| app.dump().table(table).rows.len();
        let (links, sessions) = (count("sign_in_link"), count("session"));
        assert!(links > 0 && sessions > 0);
        app.purge();
        assert_eq!((count("sign_in_link"), count("session")), (links, sessions), "too early");
        app.pass_days(4);
        app.purge();
        assert!(count("sign_in_link") > 0, "kept so that who tries it late leaves a line");
        app.pass_days(3);
        app.purge();
        assert_eq!((count("sign_in_link"), count("session")), (0, sessions), "links go after 144 hours");
        app.pass_days(30);
        app.purge();
        assert_eq!((count("session"), count("project_draft")), (0, 0));
    });
}

#[test]
fn what_is_shown_of_retention_is_what_the_program_does() {
    let hours = |id: &str| {
        let kinds = privacy::model::retention::kinds().expect("the table");
        kinds.into_iter().find(|kind| kind.id == id).and_then(|kind| kind.hours)
    };
    assert_eq!(hours("sign_in_link"), Some(access::store::LINK_KEPT.as_hours()));
    assert_eq!(hours("session"), Some(access::store::SESSION_LIFE.as_hours()));
    assert_eq!(hours("recovery"), Some(access::store::recovery::RECOVERY_LIFE.as_hours()));
    assert_eq!(hours("reminder"), Some(diary::store::KEPT_DAYS * 24));
    assert_eq!(hours("project_draft"), Some(i64::from(describe::store::DAYS) * 24));
}

#[test]
fn whoever_comes_in_is_shown_what_is_kept_of_them_and_which_version_is_kept_once() {
    for_each_engine_at(Moment::Described, |app, _| {
        let door = app.browser().open("/connexion").expect("a page");
        assert!(door.text().contains("Ce que nous gardons de vous"), "{}", door.text());
        app.sign_in(KARIMA);
        app.pass_days(1);
        let karima = app.sign_in(KARIMA);
        let person = person_of(app, KARIMA);
        let shown = app.dump().table("information_shown").column("person_id");
        assert_eq!(shown.iter().filter(|who| **who == person).count(), 1);
        let mine = karima.open("/compte/donnees").expect("a page");
        assert!(mine.text().contains("version 1, montré le"), "{}", mine.text());
    });
}

#[test]
fn the_words_of_an_information_text_never_change_without_its_version() {
    let text = access::model::information::ACCOUNT;
    let words = app::words().expect("the words").speak(kernel::Locale::Fr).say("information-account");
    let digest = platform::secret::digest(&words);
    assert_eq!(
        digest, text.words,
        "raise the version in access/src/model/information.rs, and put this digest there"
    );
}

#[test]
fn anybody_reads_what_is_done_with_data_and_the_card_of_trinome_itself() {
    for_each_engine_at(Moment::Described, |app, _| {
        let browser = app.browser();
        let home = browser.open("/").expect("a page");
        for (link, says) in [("Vos données", "72 heures"), ("La fiche de Trinôme", "Aucun système d’IA")]
        {
            let page = browser.open(&home.link(link).expect("a link at the foot")).expect("a page");
            assert_eq!(page.status, 200);
            assert!(page.text().contains(says) && !page.text().contains('⟦'), "{}", page.text());
        }
        let file = browser.open("/confidentialite.json").expect("the record");
        let record: serde_json::Value = serde_json::from_slice(&file.bytes).expect("json");
        assert_eq!(record["format"], "trinome-processing-1");
        assert_eq!(record["purposes"].as_array().map(Vec::len), Some(7));
    });
}

/// Puts management above everybody who speaks in confidence, behind the application's back.
fn put_above(app: &TestApp) {
    let changed = app.tamper(
        "INSERT INTO line_of_management (organisation_id, subordinate, superior)
         SELECT m.organisation_id, p.email, 'sylvie.marchal@hautes-vosges.example'
         FROM member m JOIN person p ON p.person_id = m.person_id WHERE m.party IN ('workers', 'line_managers')",
    );
    let above = app.tamper(
        "INSERT INTO line_above (organisation_id, subordinate, superior, until_on)
         SELECT organisation_id, subordinate, superior, '9999-12-31' FROM line_of_management",
    );
    assert!(changed > 1 && above == changed);
}

/// What a finding begins with, for those who speak in confidence: enough to know it by, on a page that cuts it.
fn beginnings(app: &TestApp) -> Vec<String> {
    let dump = app.dump();
    let findings = dump.table("finding");
    let said = findings.column("words").into_iter().zip(findings.column("party"));
    said.filter(|(_, party)| matches!(&**party, "workers" | "line_managers"))
        .map(|(words, _)| words.chars().take(60).collect())
        .collect()
}

#[test]
fn a_superior_reads_in_no_journal_what_their_team_said_even_once_it_erased_itself() {
    for_each_engine_at(Moment::Committed, |app, player| {
        put_above(app);
        let project = player.saved("project").expect("saved").to_owned();
        let recorded = |email: &str| {
            let page = app.sign_in(email).open(&format!("{project}/journal")).expect("the journal");
            let quoted = page.text().replace('\u{a0}', " ");
            let said = beginnings(app);
            said.iter()
                .filter(|said| quoted.matches(said.replace('\u{a0}', " ").as_str()).count() > 0)
                .count()
        };
        let all = recorded(KARIMA);
        assert!(all > 0, "the representative reads nothing");
        let passed = app.dump().table("transmission").column("words").len();
        assert!(recorded("sylvie.marchal@hautes-vosges.example") <= passed, "more than what was passed on");
        // The record of what was said is sealed, on the page and in the file.
        let sealed = |who: &str| {
            let file = app.sign_in(who).open(&format!("{project}/journal.jsonl")).expect("the file");
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let verified = journal::verify(&file.bytes).unwrap_or_else(|fault| panic!("{fault}"));
            assert!(verified.withheld > 0);
            for said in confided(app) {
                let opening = format!("\"text\":{}}}", serde_json::to_string(&said).expect("json"));
                assert!(!text.contains(&opening), "{who} takes away: {said}");
            }
        };
        sealed("sylvie.marchal@hautes-vosges.example");
        sealed(KARIMA);
        let before = recorded("sylvie.marchal@hautes-vosges.example");
        let dump = app.dump();
        let members = dump.table("member");
        let people = members.column("person_id").into_iter().zip(members.column("party"));
        let speakers: Vec<String> = people
            .filter(|(_, party)| matches!(&**party, "workers" | "line_managers"))
            .map(|(person, _)| person)
            .collect();
        let persons = dump.table("person");
        let addresses = persons.column("person_id").into_iter().zip(persons.column("email"));
        for (_, email) in addresses.filter(|(person, _)| speakers.contains(person)) {
            let them = app.sign_in(&email);
            let page = them.open("/compte/effacer").expect("the page");
            let done =
                them.press(&page, "M’effacer pour toujours", &[("email".into(), email)]).expect("an answer");
            assert_eq!(done.status, 200);
        }
        assert!(recorded("sylvie.marchal@hautes-vosges.example") <= before, "erasing gave something away");
    });
}
