//! `trinome obligations --project`: the facts of an instance, read by the command line.

use std::{fs, path::Path, process::Command};

use jiff::Timestamp;
use kernel::{Headcount, Id, Locale, Party, Stage};
use platform::{Db, DbError, config::DatabaseUrl};
use registry::{Facts, Organisation, OrganisationKind, Project, store::Founder};
use serde_json::{Value as Json, json};

const PROJECT: &str = "00000000000000000000000000000002";

fn facts(pairs: &[(&str, Json)]) -> Facts {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn id<Of: ?Sized>(digits: &str) -> Id<Of> {
    Id::parse(digits).expect("32 digits")
}

/// An instance with one employer of 86 and one project, closed again.
fn instance(folder: &Path) {
    let now: Timestamp = "2026-11-22T09:00:00Z".parse().expect("an instant");
    let organisation = Organisation {
        id: id("00000000000000000000000000000001"),
        name: "Ateliers Vosgiens".to_owned(),
        kind: OrganisationKind::Company,
        headcount: Headcount::try_from(86).ok(),
        facts: facts(&[("org.cse", json!("elected")), ("org.reached50_on", json!("2015-12-31"))]),
    };
    let founder = Founder {
        member: id("00000000000000000000000000000003"),
        party: Party::Management,
        name: "Anne Didier".to_owned(),
        title: "directrice".to_owned(),
        email: "anne.didier@ateliers.example".to_owned(),
        locale: Locale::Fr,
    };
    let project = Project {
        organisation: organisation.id,
        id: id(PROJECT),
        title: "Planification".to_owned(),
        purpose: "Fiabiliser les délais".to_owned(),
        concerned: Some(14),
        stage: Stage::Idea,
        facts: facts(&[("system.new_technology", json!(true)), ("project.info_on", json!("2026-11-30"))]),
        created_at: now,
        stages: Vec::new(),
    };
    let db = Db::open(&DatabaseUrl::Sqlite(folder.join("trinome.sqlite"))).expect("a database");
    let written = db.write(move |tx| {
        let permit = registry::store::found(tx, &organisation, &founder, now)?;
        registry::store::add_project(tx, &permit, &project, platform::clock::civil_day(now))?;
        Ok::<_, DbError>(())
    });
    tokio::runtime::Runtime::new().expect("a runtime").block_on(written).expect("written");
}

#[test]
fn a_project_is_read_from_its_data_and_one_that_is_not_there_is_said_to_be_absent() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("project");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    instance(&folder);
    let ask = |project: &str| {
        Command::new(env!("CARGO_BIN_EXE_trinome"))
            .args([
                "obligations",
                "--project",
                project,
                "--as-of",
                "2026-12-01",
                "--format",
                "json",
                "--data",
            ])
            .arg(&folder)
            .output()
            .expect("the program runs")
    };
    let output = ask(PROJECT);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let reading: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(reading["as_of"], "2026-12-01");
    assert_eq!(reading["derived"]["consult.required"], true);
    let rules = reading["applies"].as_array().expect("a list");
    let limit = rules.iter().find(|rule| rule["rule"] == "cse-deadline-1-month").expect("the limit");
    assert_eq!(limit["dates"][0]["nominal"], "2026-12-30");
    for (absent, said) in
        [("0000000000000000000000000000000f", "no project 0000"), ("42", "32 hexadecimal digits")]
    {
        let output = ask(absent);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said), "{absent}");
    }
    fs::remove_dir_all(&folder).expect("gone");
}
