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
