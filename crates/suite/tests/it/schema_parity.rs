//! The tables, as the databases themselves describe them.

use testkit::{Engine, TestApp, for_each_engine};

/// The tables and their columns.
fn shape(app: &TestApp) -> Vec<(String, Vec<String>)> {
    app.dump().tables.into_iter().map(|(name, table)| (name, table.columns)).collect()
}

#[test]
fn both_databases_have_the_same_tables_and_columns_in_the_same_order() {
    let shapes: Vec<_> = Engine::available().into_iter().map(|engine| shape(&TestApp::on(engine))).collect();
    for other in &shapes[1..] {
        assert_eq!(&shapes[0], other);
    }
}

#[test]
fn every_table_has_the_organisation_first_in_its_key_or_says_why_not() {
    for_each_engine(|app| {
        for (name, table) in app.dump().tables {
            let excused = schema::INSTANCE_WIDE.iter().any(|(excused, _)| *excused == name);
            let first = table.key.first().map(String::as_str);
            assert!(!table.key.is_empty(), "{name} has no key");
            assert_eq!(first == Some("organisation_id"), !excused, "{name}: key {:?}", table.key);
        }
    });
}

#[test]
fn every_excuse_is_about_a_table_that_exists_and_gives_a_reason() {
    let shape = shape(&TestApp::on(Engine::Sqlite));
    for (excused, reason) in schema::INSTANCE_WIDE {
        assert!(shape.iter().any(|(name, _)| name == excused), "{excused} is no table");
        assert!(reason.split_whitespace().count() > 4, "{excused}: {reason:?} is no reason");
    }
}

/// Invariant 4: no table holds an answer and a person.
#[test]
fn no_table_holds_an_answer_and_a_person_an_address_a_session_or_a_moment() {
    for_each_engine(|app| {
        let dump = app.dump();
        for table in ["ballot_box", "answer_code"] {
            for column in &dump.table(table).columns {
                for trace in [
                    "member", "person", "name", "mail", "session", "secret", "_at", "_on", "time", "ip",
                    "agent",
                ] {
                    assert!(!column.contains(trace), "{table}.{column}");
                }
            }
        }
        let ballots = &dump.table("ballot_box").columns;
        let kept = [
            "organisation_id",
            "campaign_id",
            "group_party",
            "used_codes",
            "spent_tokens",
            "drawn_letters",
            "sheets",
        ];
        assert_eq!(ballots, &kept);
    });
}
